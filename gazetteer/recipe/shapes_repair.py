"""Areas made valid: no ring crosses itself or another one.

The common arcs are simplified until none crosses another (shapes_topology),
but Natural Earth's own borders do not always meet: a sum of divisions may
keep a sliver, and a sea that was cut at 180 degrees a seam. What is small is
cut off here; a shape that does not come right is given back as it is.
"""

from collections import defaultdict

from shapes_topology import (cells, holds, inner_point, polygons_of,
                             simple_loops, touching, twice_area)


def valid(polygons):
    """The polygons without crossings and without outlines in outlines."""
    rings = [ring for polygon in polygons for ring in polygon]
    for _ in range(200):
        found = crossing(rings)
        if not found:
            break
        rings = mended(rings, *found)
    return without_nested(polygons_of(rings))


def edges(rings):
    """(p, q, ring, place in the ring) for each edge."""
    for number, ring in enumerate(rings):
        for i, p in enumerate(ring):
            yield p, ring[(i + 1) % len(ring)], number, i


def crossing(rings, cell=150):
    """The first two edges that meet otherwise than at a common end: (ring,
    place), (ring, place); None if there are none."""
    grid = defaultdict(list)
    for edge in edges(rings):
        for c in cells(edge[0], edge[1], cell):
            for other in grid[c]:
                if touching(edge[0], edge[1], other[0], other[1]):
                    return other[2:], edge[2:]
            grid[c].append(edge)
    return None


def mended(rings, one, two):
    """The rings without a crossing: the smaller of the two loops that it
    makes of a ring is cut off; of two rings the smaller loses a corner."""
    (a, i), (b, j) = one, two
    if a == b:
        ring, (i, j) = rings[a], sorted((i, j))
        inner, outer = ring[i + 1:j + 1], ring[:i + 1] + ring[j + 1:]
        kept = max((outer, inner), key=lambda r: abs(twice_area(r)))
        new = kept if len(kept) < len(ring) else ring[:i] + ring[i + 1:]
        return replaced(rings, a, new)
    if abs(twice_area(rings[a])) < abs(twice_area(rings[b])):
        b, j = a, i
    return replaced(rings, b, rings[b][:j] + rings[b][j + 1:])


def replaced(rings, number, new):
    """The rings with another one at a place, or none if it is no ring."""
    turned = twice_area(rings[number]) > 0
    loops = [loop if (twice_area(loop) > 0) == turned else loop[::-1]
             for loop in simple_loops(new)]
    return rings[:number] + loops + rings[number + 1:]


def without_nested(polygons):
    """Without an outline inside a larger outline and none of its holes."""
    kept = []
    for polygon in sorted(polygons, key=lambda p: -twice_area(p[0])):
        point = inner_point(polygon[0])
        if not any(holds(other[0], point)
                   and not any(holds(hole, point) for hole in other[1:])
                   for other in kept):
            kept.append(polygon)
    return kept
