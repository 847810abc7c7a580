"""United States: the Census Bureau's TIGER 2016 polygons (npm boundaries).

One JSON file an area, in a package of 40,000: USA-48.json a state,
USA-48113.json a county, USA-4835000.json a place (incorporated or
census-designated). Files with a letter code (USA-TX-...) are Zillow's
neighbourhoods and are never opened. Each area is boiled down to a label
point; county polygons are kept to tell in which county a place lies.
"""

import json
import os
import re

import shapes
from common import Place, unpacked

FOLDER = ("npm", "boundaries", "files")
COUNTY = re.compile(r"USA-(\d{2})(\d{3})\.json$")
TOWN = re.compile(r"USA-(\d{2})(\d{5})\.json$")


class County:
    """A county: its codes, its label point, its polygons."""

    def __init__(self, geoid, name, parts):
        self.geoid, self.name, self.parts = geoid, name, parts
        self.lat, self.lon = shapes.label_point(parts)
        self.boxes = [shapes.box(p) for p in parts]
        self.used = False

    def holds(self, lat, lon):
        """Is the point inside?"""
        return any(w <= lon <= e and s <= lat <= n
                   and shapes.inside(part, lon, lat)
                   for part, (w, s, e, n) in zip(self.parts, self.boxes))


def read(name):
    """(name, polygons) of one file."""
    with open(unpacked(*FOLDER, name), encoding="utf-8") as file:
        area = json.load(file)
    return area["name"], shapes.polygons(area["area"])


def load_counties(states):
    """(state, county code) -> County."""
    found = {}
    for file in sorted(os.listdir(unpacked(*FOLDER))):
        match = COUNTY.match(file)
        if match and match.group(1) in states:
            name, parts = read(file)
            found[states[match.group(1)], match.group(2)] = County(
                match.group(1) + match.group(2), name, parts)
    return found


def county_of(counties, state, lat, lon):
    """County code of a point, or an empty cell."""
    for number, county in counties.get(state, ()):
        if county.holds(lat, lon):
            return number
    return ""


def add_places(collection, states, counties):
    """Places that are not there yet by name within 15 km; not the rest of a
    city united with its county ("Indianapolis city (balance)")."""
    by_state = {}
    for (state, number), county in sorted(counties.items()):
        by_state.setdefault(state, []).append((number, county))
    for file in sorted(os.listdir(unpacked(*FOLDER))):
        match = TOWN.match(file)
        state = match and states.get(match.group(1))
        if not state or state in ("AS", "GU", "MP", "PR", "VI"):
            continue
        name, parts = read(file)
        lat, lon = shapes.label_point(parts)
        if "(balance)" in name or collection.near(name, "US", lat, lon, 15):
            continue
        collection.add(Place(
            "tiger:" + match.group(1) + match.group(2), name, lat, lon,
            "PPL", "US", state, county_of(by_state, state, lat, lon), "", (),
            "tiger"))
