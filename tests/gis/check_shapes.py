"""Asks GEOS, by way of GDAL, whether shapes are valid.

    check_shapes.py MAP.geojson      of a map with areas
    check_shapes.py SHAPES.tsv       of a gazetteer's table, see FORMAT.md

Exit 0: all are, 1: not.
"""
import json
import sys

from osgeo import ogr

ogr.UseExceptions()


def numbers(text):
    """The numbers of a ring in letters."""
    value = shift = 0
    for letter in text:
        bits = ord(letter) - 63
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            yield ~(value >> 1) if value & 1 else value >> 1
            value = shift = 0


def ring_of(text, unit):
    """The points of a ring, each [lon, lat]."""
    steps, lat, lon, points = list(numbers(text[1:])), 0, 0, []
    for north, east in zip(steps[::2], steps[1::2]):
        lat, lon = lat + north, lon + east
        points.append([lon * unit, lat * unit])
    return points if text[0] == "/" else points + points[:1]


def geometry_of(cell):
    """GeoJSON's geometry for a cell of the table."""
    decimals, *texts = cell.split(" ")
    rings = [(t[0], ring_of(t, 10.0 ** -int(decimals))) for t in texts]
    if rings[0][0] == "/":
        return {"type": "MultiLineString",
                "coordinates": [line for _, line in rings]}
    polygons = []
    for sign, ring in rings:
        if sign == "+":
            polygons.append([ring])
        else:
            polygons[-1].append(ring)
    return {"type": "MultiPolygon", "coordinates": polygons}


def shapes(path):
    """(name, geometry) of a map's or a table's."""
    with open(path, encoding="utf-8") as file:
        if path.endswith(".geojson"):
            for feature in json.load(file)["features"]:
                yield feature["properties"]["name"], feature["geometry"]
            return
        next(file)
        for line in file:
            ref, cell, _ = line.rstrip("\n").split("\t")
            yield ref, geometry_of(cell)


def turn(ring):
    """Twice the signed area: positive if anticlockwise."""
    return sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(ring, ring[1:]))


def polygons_of(geometry):
    """The polygons of a geometry, each a list of rings."""
    parts = geometry["coordinates"]
    return {"Polygon": [parts], "MultiPolygon": parts}.get(
        geometry["type"], [])


def faults(geometry):
    """Yields what is wrong with a geometry."""
    shape = ogr.CreateGeometryFromJson(json.dumps(geometry))
    if shape is None or not shape.IsValid():
        yield "not valid"
        return
    west, east, south, north = shape.GetEnvelope()
    if west < -180 or east > 180 or south < -90 or north > 90:
        yield "outside of the world"
    for polygon in polygons_of(geometry):
        for number, ring in enumerate(polygon):
            if ring[0] != ring[-1]:
                yield "a ring is open"
            if (turn(ring) > 0) == (number > 0):
                yield "a ring runs the wrong way"
            if any(abs(p[0] - q[0]) > 180 and abs(p[1]) < 89
                   for p, q in zip(ring, ring[1:])):
                yield "an edge runs round the world"


def main(path):
    """Prints what is wrong, at most twenty lines of it."""
    count, wrong = 0, []
    for name, geometry in shapes(path):
        count += 1
        wrong += ["%s: %s" % (name, fault) for fault in faults(geometry)]
    print("%s: %d shapes, %d faults" % (path, count, len(wrong)))
    print("\n".join(wrong[:20]))
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
