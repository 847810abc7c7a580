"""Populated places of Natural Earth (Debian libmagics++-data), where new.

Natural Earth keeps the GeoNames id of most of its 7,322 places; those that
GeoNames' extracts lack are mostly stations and villages of empty countries.
"""

import shapefile
from common import Place, fold, unpacked

TABLE = ("deb", "libmagics++-data", "usr", "share", "magics", "10m",
         "ne_10m_populated_places_simple.dbf")


STATES = {"Somaliland": "SO", "Kosovo": "XK", "Northern Cyprus": "CY"}


def division(collection, areas, lat, lon):
    """GeoNames code of the first-level division around a point."""
    for area in areas:
        place = collection.places.get(area.gn)
        if place and place.feature == "ADM1" and area.holds(lat, lon):
            return place.admin1
    return ""


def add(collection, areas):
    """Places known neither by id nor by name within 50 km."""
    for row in shapefile.attributes(unpacked(*TABLE)):
        name, country = row["name"], row["iso_a2"]
        lat, lon = float(row["latitude"]), float(row["longitude"])
        key = int(float(row["geonameid"] or 0))
        if "gn:%d" % key in collection.places or any(
                collection.near(n, "", lat, lon, 50)
                for n in (name, row["nameascii"]) if n):
            continue
        if len(country) != 2 or not country.isalpha():
            country = STATES.get(row["adm0name"], "")
        ref = "gn:%d" % key if key > 0 else "ne-town:%s-%s" % (
            country.lower(), fold(name).replace(" ", "-"))
        others = {row["nameascii"], row["namealt"], row["namepar"]} - {""}
        collection.add(Place(ref, name, lat, lon, "PPL", country,
                             division(collection, areas, lat, lon), "", "",
                             others, "naturalearth"))
