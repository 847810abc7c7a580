"""From packages to gazetteer/world/shapes.tsv.zst.

    GEOMENTION_SCRATCH=... python3 shapes_build.py WORLD-FOLDER

Reads places.tsv.zst and the hand-written tables of the folder, and draws
the places that the packages, regions_members.tsv and regions_drawn.tsv have
shapes for. Islets of less than 4 square kilometres are left out where their
area has something larger.
"""

import os
import sys

import shapes_land
import shapes_repair
import shapes_text
import shapes_water
from common import read_table
from shapes_topology import STEPS, polygons_of, simple_loops, twice_area

ISLET = 0.0004 * STEPS * STEPS  # square steps: 4 km2 or less


def read_rows(folder, name):
    """The rows of a table of places, with their folded names."""
    rows = list(read_table(os.path.join(folder, name)))
    for row in rows:
        row["folded"] = shapes_water.folded(row)
    return rows


def drawn(known):
    """ref -> polygons of the hand-drawn regions."""
    path = os.path.join(shapes_land.HERE, "regions_drawn.tsv")
    found = {}
    for row in read_table(path):
        if row["ref"] not in known:
            print("no row for the region", row["ref"])
            continue
        loops = []
        for text in row["ring"].split("|"):
            ring = [tuple(round(float(c) * STEPS) for c in pair.split(","))
                    for pair in text.split()]
            loops += simple_loops(ring if twice_area(ring) > 0
                                  else ring[::-1])
        found[row["ref"]] = polygons_of(loops)
    return found


def land_cells(land, known, terrain):
    """Countries, divisions, regions, islands."""
    cells = {}
    land.add_countries()
    land.add_divisions()
    land.add_regions()
    for ref in land.members:
        if ref in known:
            put(cells, ref, land.polygons(ref), "naturalearth")
    for ref, polygons in land.islands(
            [r for r in terrain if r["feature"] in ("ISL", "ISLS")]):
        if ref not in cells:
            put(cells, ref, polygons, "naturalearth")
    return cells


def put(cells, ref, polygons, source):
    """Adds a shape, if anything is left of it."""
    polygons = shapes_repair.valid(
        shapes_text.without_islets(polygons, ISLET))
    if polygons:
        cells[ref] = (shapes_text.polygons_text(polygons), source)


def report(cells, known):
    """Counts, and which countries have none."""
    kinds = {}
    for ref, (text, _) in cells.items():
        kind = known[ref]["feature"]
        counts = kinds.setdefault(kind, [0, 0])
        counts[0] += 1
        counts[1] += len(text)
    for kind, (count, size) in sorted(kinds.items()):
        print("%6d %9d bytes  %s" % (count, size, kind))
    for code in ("PCLI", "ADM1"):
        bare = [r["name"] for r in known.values()
                if r["feature"] == code and r["ref"] not in cells]
        print("%s without a shape: %d: %s" % (code, len(bare), bare[:80]))


def main(folder):
    """Land, then water, then what is drawn by hand."""
    places = read_rows(folder, "places.tsv.zst")
    regions, water, terrain = (read_rows(folder, name + ".tsv") for name in
                               ("regions", "waters", "terrain"))
    known = {r["ref"]: r for r in places + regions + water + terrain}
    cells = land_cells(shapes_land.Land(places), known, terrain)
    for ref, (polygons, source) in sorted(shapes_water.lakes(water).items()):
        put(cells, ref, polygons, source)
    for ref, (polygons, source) in sorted(shapes_water.seas(water).items()):
        put(cells, ref, polygons, source)
    for row in water:
        if row["name"] == "Caspian Sea":
            put(cells, row["ref"], shapes_water.caspian(water),
                "naturalearth")
    streams = water + [p for p in places if p["feature"] == "STM"]
    for ref, (lines, source) in sorted(shapes_water.rivers(streams).items()):
        cells[ref] = (shapes_text.lines_text(lines), source)
    for ref, polygons in sorted(drawn(known).items()):
        put(cells, ref, polygons, "hand")
    shapes_text.write(os.path.join(folder, "shapes.tsv"), cells)
    report(cells, known)


if __name__ == "__main__":
    main(*sys.argv[1:])
