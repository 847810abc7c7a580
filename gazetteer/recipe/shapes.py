"""Plane geometry on longitude and latitude, enough to label a polygon.

A polygon is a list of rings, a ring a list of (lon, lat); the first ring is
the outline, the others are holes. Good for one point inside an area, no more.
"""

import math


def polygons(geometry):
    """The polygons of a GeoJSON geometry."""
    kind, parts = geometry["type"], geometry["coordinates"]
    if kind == "Polygon":
        return [parts]
    return list(parts) if kind == "MultiPolygon" else []


def topology(table, name):
    """(id, properties, polygons) for each object of a TopoJSON collection.
    Arcs are runs of whole-number steps; ~i is arc i walked backwards."""
    sx, sy = table["transform"]["scale"]
    dx, dy = table["transform"]["translate"]
    arcs = []
    for arc in table["arcs"]:
        x = y = 0
        line = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            line.append((x * sx + dx, y * sy + dy))
        arcs.append(line)

    def ring(numbers):
        line = []
        for i in numbers:
            line += (arcs[i] if i >= 0 else arcs[~i][::-1])[:-1]
        return line

    for one in table["objects"][name]["geometries"]:
        parts = one.get("arcs", [])
        if one["type"] == "Polygon":
            parts = [parts]
        yield (one.get("id"), one["properties"],
               [[ring(r) for r in part] for part in parts])


def ring_area(ring):
    """Signed area in square degrees, narrowed by the cosine of latitude."""
    twice = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        twice += x1 * y2 - x2 * y1
    return twice / 2 * math.cos(math.radians(ring[0][1]))


def centroid(ring):
    """Centre of area of one ring; (x, y)."""
    x0, y0 = ring[0][0], ring[0][1]
    twice = sx = sy = 0.0
    for p, q in zip(ring, ring[1:] + ring[:1]):
        ax, ay, bx, by = p[0] - x0, p[1] - y0, q[0] - x0, q[1] - y0
        cross = ax * by - bx * ay
        twice += cross
        sx += (ax + bx) * cross
        sy += (ay + by) * cross
    if abs(twice) < 1e-14:
        return (x0, y0)
    return (x0 + sx / (3 * twice), y0 + sy / (3 * twice))


def box(polygon):
    """(west, south, east, north) of the outline."""
    xs = [p[0] for p in polygon[0]]
    ys = [p[1] for p in polygon[0]]
    return (min(xs), min(ys), max(xs), max(ys))


def inside(polygon, x, y):
    """Even-odd rule over all the rings."""
    odd = False
    for ring in polygon:
        for p, q in zip(ring, ring[1:] + ring[:1]):
            if (p[1] > y) != (q[1] > y):
                if x < (q[0] - p[0]) * (y - p[1]) / (q[1] - p[1]) + p[0]:
                    odd = not odd
    return odd


def scan(polygon, y):
    """Widest stretch of the line of latitude y inside; (width, middle)."""
    cuts = []
    for ring in polygon:
        for p, q in zip(ring, ring[1:] + ring[:1]):
            if (p[1] > y) != (q[1] > y):
                cuts.append((q[0] - p[0]) * (y - p[1]) / (q[1] - p[1]) + p[0])
    cuts.sort()
    return max(((b - a, (a + b) / 2) for a, b in zip(cuts[::2], cuts[1::2])),
               default=(0.0, None))


def label_point(parts):
    """(lat, lon) inside the largest polygon: its centre where that lies
    inside, else the middle of the widest of nine lines across it."""
    polygon = max(parts, key=lambda p: abs(ring_area(p[0])))
    polygon = [[(c[0], c[1]) for c in ring] for ring in polygon]
    x, y = centroid(polygon[0])
    if inside(polygon, x, y):
        return (y, x)
    _, south, _, north = box(polygon)
    best = (0.0, None, None)
    for i in range(1, 10):
        at = south + (north - south) * i / 10.0
        width, middle = scan(polygon, at)
        if middle is not None and width > best[0]:
            best = (width, middle, at)
    return (best[2], best[1]) if best[1] is not None else (y, x)


def common_point(members):
    """(lat, lon) for several areas taken as one: their common centre, moved
    into the nearest of them if it lies outside all."""
    total = sx = sy = 0.0
    for parts in members:
        for polygon in parts:
            size = abs(ring_area(polygon[0]))
            x, y = centroid(polygon[0])
            total, sx, sy = total + size, sx + size * x, sy + size * y
    x, y = sx / total, sy / total
    for parts in members:
        if any(inside(p, x, y) for p in parts):
            return (y, x)
    points = [label_point(parts) for parts in members]
    return min(points, key=lambda p: (p[0] - y) ** 2 + (p[1] - x) ** 2)
