"""Shapes as cells of a table, and the rows of shapes.tsv.

The text is told in gazetteer/FORMAT.md: decimals, then for each ring a sign
and its steps in the letters of Google's Encoded Polyline Algorithm Format.
"""

from common import compress, order
from shapes_topology import twice_area

DECIMALS = 3
COLUMNS = ["ref", "geometry", "source"]


def letters(step):
    """One number in letters."""
    value = ~(step << 1) if step < 0 else step << 1
    text = ""
    while value >= 32:
        text += chr((32 | value & 31) + 63)
        value >>= 5
    return text + chr(value + 63)


def ring_text(sign, ring):
    """A ring or line of (x, y) in whole steps."""
    text, at = sign, (0, 0)
    for x, y in ring:
        text += letters(y - at[1]) + letters(x - at[0])
        at = (x, y)
    return text


def polygons_text(polygons):
    """Polygons, the largest first, without their closing points."""
    parts = [str(DECIMALS)]
    for polygon in sorted(polygons, key=lambda p: -twice_area(p[0])):
        for number, ring in enumerate(polygon):
            low = ring.index(min(ring))
            parts.append(ring_text("-" if number else "+",
                                   ring[low:] + ring[:low]))
    return " ".join(parts)


def lines_text(lines):
    """Lines."""
    return " ".join([str(DECIMALS)] + [ring_text("/", l) for l in lines])


def write(path, cells):
    """cells: ref -> (text, source)."""
    rows = [[ref, *cells[ref]] for ref in sorted(cells, key=order)]
    compress(path, COLUMNS, rows)


def without_islets(polygons, least):
    """Without outlines below `least` square steps, but with the largest;
    and without holes that small."""
    polygons = sorted(polygons, key=lambda p: -twice_area(p[0]))
    kept = [p for n, p in enumerate(polygons)
            if not n or twice_area(p[0]) >= 2 * least]
    return [[p[0]] + [h for h in p[1:] if -twice_area(h) >= 2 * least]
            for p in kept]
