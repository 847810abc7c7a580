"""Australia and Antarctica from npm geonames (GeoNames of 2012, 19 columns).

It holds every class; news needs few. Kept: populated places, the
second-level divisions (for their ids and points), airports, regions,
national parks, rivers called "River", and of the other waters and terrain
those to which GeoNames gives another name, a rough sign of fame. Farms,
wells, hills, schools, reserves, creeks and the like are left out.
"""

import re

from common import Place, fold, unpacked

FILES = (("npm", "geonames", "data", "AU.txt"),
         ("npm", "geonames", "data", "AQ.txt"))
ALWAYS = set("PPL PPLA PPLC PPLL PPLX RGN DSRT GULF SEA STRT OCN".split())
NAMED_TWICE = set("MT MTS ISL ISLS LK BAY BGHT CAPE PEN HBR VAL GLCR ICSH LGN "
                  "RSV ESTY FLLS PASS INLT SD PK PLAT UPLD ATOL".split())
GENERIC = re.compile(r"\b(the|mount|mt|mountains?|lake|island|isle|islands|bay"
                     r"|cape|glacier|range|point|river|rocks?|peak|hill)\b")


def wanted(row):
    """Is this row one of the kinds described above?"""
    name, others, code = row[1], row[3], row[7]
    if code in ALWAYS:
        return True
    if code == "PRK":
        return "National Park" in name
    if code == "STM":
        return name.endswith(" River")
    if code == "AIRP":
        return name.endswith("Airport")
    own = bare(name)
    return code in NAMED_TWICE and any(
        bare(other) not in own and own not in bare(other)
        for other in others.split(",") if other)


def bare(name):
    """The name without its generic words."""
    return " ".join(GENERIC.sub(" ", fold(name)).split())


def rows():
    """All rows of both files."""
    for path in FILES:
        with open(unpacked(*path), encoding="utf-8") as file:
            for line in file:
                row = line.rstrip("\n").split("\t")
                if len(row) > 14:
                    yield row


def divisions():
    """Code -> (ref, lat, lon) of the second-level divisions."""
    return {".".join((row[8], row[10], row[11])):
            ("gn:" + row[0], float(row[4]), float(row[5]))
            for row in rows() if row[7] == "ADM2" and row[11]}


def add(collection):
    """What is wanted and not there by id, nor (towns) by name nearby."""
    for row in rows():
        if not wanted(row):
            continue
        lat, lon = float(row[4]), float(row[5])
        if row[6] == "P" and "gn:" + row[0] not in collection.places and (
                collection.near(row[1], row[8], lat, lon, 5)):
            continue
        others = {a for a in row[3].split(",") if a}
        if row[7] == "AIRP":
            others = {a for a in others if "irport" in a}
        collection.add(Place("gn:" + row[0], row[1], lat, lon, row[7],
                             row[8], row[10], row[11],
                             row[14] if row[6] in "AP" else "", others,
                             "geonames12"))
