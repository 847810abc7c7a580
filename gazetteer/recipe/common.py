"""What every step of the recipe shares: folding, distance, the tables.

A recipe run reads unpacked packages from the scratch folder named by the
environment variable GEOMENTION_SCRATCH, collects `Place` rows and `Name`
rows in a `Collection`, and writes them sorted, so that the same packages
always give the same bytes.
"""

import math
import os
import re
import subprocess
import unicodedata

SCRATCH = os.environ.get("GEOMENTION_SCRATCH", "scratch")
PLACE_COLUMNS = ("ref name lat lon feature country admin1 admin2 population "
                 "alternates source").split()
NAME_COLUMNS = "ref name language kind source".split()

LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe",
    "ı": "i", "þ": "th", "ħ": "h", "ə": "e", "’": "'", "ʻ": "'", "‘": "'"})
SPACES = re.compile(r"[\W_]+")
CODE = re.compile(r"[A-Z0-9]{2,5}$")


def unpacked(*parts):
    """Path of a file inside the unpacked packages."""
    return os.path.join(SCRATCH, *parts)


def fold(name):
    """Lower case, no accents, punctuation as one space: for comparing."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return SPACES.sub(" ", plain.replace("'", "")).strip()


def clean(name):
    """One line, no tab, no bar, single spaces, no invisible marks."""
    name = "".join(c for c in name if unicodedata.category(c) != "Cf"
                   or c in "\u200c\u200d")
    return unicodedata.normalize("NFC", " ".join(name.replace("|", " ")
                                                 .split()))


def useful(name):
    """False for codes (LON, USNYC), numbers, links, empty strings, and for
    Latin letters all small (`ba li`: letter-by-letter transcriptions) or
    fewer than three."""
    latin = any("a" <= c <= "z" for c in name)
    if latin and (len(name) < 3 or name == name.lower()):
        return False
    return (len(name) > 1 and not CODE.match(name) and "://" not in name
            and "\u00a2" not in name and "\ufffd" not in name
            and any(c.isalpha() for c in name) and len(name) <= 100)


def km(lat1, lon1, lat2, lon2):
    """Great-circle distance on a sphere, in kilometres."""
    a, b = math.radians(lat1), math.radians(lat2)
    h = (math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b)
         * math.sin(math.radians(lon2 - lon1) / 2) ** 2)
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


class Place:
    """One row of places.tsv."""
    __slots__ = ("ref", "name", "lat", "lon", "feature", "country", "admin1",
                 "admin2", "population", "alternates", "source")

    def __init__(self, ref, name, lat, lon, feature, country="", admin1="",
                 admin2="", population="", alternates=(), source=""):
        self.ref, self.name = ref, clean(name)
        self.lat, self.lon = float(lat), float(lon)
        self.feature, self.country = feature, country
        self.admin1, self.admin2 = admin1, admin2
        self.population = str(population or "")
        if self.population in ("0", "-99"):
            self.population = ""
        self.alternates, self.source = set(alternates), source

    def row(self):
        """The cells, in the order of PLACE_COLUMNS."""
        others = sorted({clean(a) for a in self.alternates} - {self.name})
        return [self.ref, self.name, number(self.lat), number(self.lon),
                self.feature, self.country, self.admin1, self.admin2,
                self.population, "|".join(a for a in others if useful(a)),
                self.source]


def number(degrees):
    """At most five decimals, no trailing zeros."""
    text = ("%.5f" % degrees).rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class Collection:
    """Places by reference and by folded name; names by (ref, name)."""

    def __init__(self):
        self.places, self.names, self.index, self.counts = {}, {}, {}, {}

    def add(self, place):
        """Takes a place in, unless its reference is known already."""
        if place.ref in self.places:
            self.places[place.ref].alternates |= place.alternates
            return False
        self.places[place.ref] = place
        self.index.setdefault(fold(place.name), []).append(place)
        kind = (place.source, place.feature)
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return True

    def index_alternates(self):
        """Lets `near` find places by their other names too."""
        self.index = {}
        for place in self.places.values():
            for key in {fold(n) for n in place.alternates | {place.name}}:
                self.index.setdefault(key, []).append(place)

    def near(self, name, country, lat, lon, within, classes="P"):
        """The nearest place so named within that many km, or None."""
        best, least = None, within
        for place in self.index.get(fold(name), ()):
            if country and place.country and place.country != country:
                continue
            if classes and place.feature[:1] not in classes:
                continue
            far = km(lat, lon, place.lat, place.lon)
            if far <= least:
                best, least = place, far
        return best

    def name(self, ref, name, language, kind, source):
        """Adds a name; English wins, then the first language by alphabet."""
        name = clean(name)
        if not name or (kind != "abbreviation" and not useful(name)):
            return
        rank = (KINDS.index(kind), language != "en", language, source)
        old = self.names.get((ref, name))
        if old is None or rank < old:
            self.names[ref, name] = rank

    def write(self, folder):
        """Writes places.tsv.zst and names.tsv.zst into `folder`."""
        labelled = {}
        for (ref, name) in self.names:
            labelled.setdefault(ref, set()).add(name)
        for ref, known in labelled.items():
            place = self.places.get(ref)
            if place:
                place.alternates = {a for a in map(clean, place.alternates)
                                    if a not in known}
        rows = [self.places[r].row() for r in sorted(self.places, key=order)]
        compress(os.path.join(folder, "places.tsv"), PLACE_COLUMNS, rows)
        rows = [[ref, name, rank[2], KINDS[rank[0]], rank[3]]
                for (ref, name), rank in self.names.items()
                if ref not in self.places or name != self.places[ref].name
                or KINDS[rank[0]] != "alternate"]
        rows.sort(key=lambda r: (order(r[0]), r[1]))
        compress(os.path.join(folder, "names.tsv"), NAME_COLUMNS, rows)


KINDS = ["official", "abbreviation", "short", "historic", "colloquial",
         "demonym", "adjective", "alternate"]


def order(ref):
    """Sorting key: by source, then by number where the key is one."""
    source, _, key = ref.partition(":")
    return (source, int(key), "") if key.isdigit() else (source, -1, key)


def write_table(path, columns, rows):
    """One plain table; refuses a tab or a newline inside a cell."""
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for row in [columns] + rows:
            line = "\t".join(row)
            if "\n" in line or line.count("\t") != len(columns) - 1:
                raise ValueError("bad row: %r" % (row,))
            out.write(line + "\n")


def compress(path, columns, rows):
    """A table as .tsv.zst, with the zstd program."""
    write_table(path, columns, rows)
    subprocess.run(["zstd", "-q", "-19", "--long=25", "-T1", "--rm", "-f",
                    path, "-o", path + ".zst"], check=True)


def read_table(path):
    """Rows of a .tsv or .tsv.zst as dictionaries; comments are skipped."""
    if path.endswith(".zst"):
        text = subprocess.run(["zstd", "-dcq", "--long=31", path], check=True,
                              stdout=subprocess.PIPE).stdout.decode("utf-8")
    else:
        with open(path, encoding="utf-8") as table:
            text = table.read()
    lines = [l for l in text.split("\n") if l and not l.startswith("#")]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(columns, line.split("\t")))
