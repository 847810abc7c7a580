"""Areas that share their borders: simplified once, joined without seams.

Natural Earth draws each area as rings of its own, but neighbours have the
same vertices along their common border. Here those borders become arcs:

    A-------B          arcs: A-B (shared), B..A of the left area,
    |  left |  right   B..A of the right one. Each is simplified once,
    A'------B'         so neighbours go on fitting each other.

A vertex where the way on differs from area to area is a node, and arcs run
from node to node. Several areas are joined by taking away every edge that
two of them walk in opposite directions; what is left is their outline.

Points are whole numbers of 1/1000 degree, so that equal means equal.
Simplification is that of Douglas and Peucker (1973).
"""

from collections import Counter, defaultdict

STEPS = 1000  # of a degree


def to_grid(ring):
    """A ring of (lon, lat) in whole steps, closed implicitly, without
    repetition."""
    line = []
    for x, y in ring:
        point = (round(x * STEPS), round(y * STEPS))
        if not line or line[-1] != point:
            line.append(point)
    while len(line) > 1 and line[0] == line[-1]:
        line.pop()
    return line


def twice_area(ring):
    """Signed, positive if anticlockwise; in square steps."""
    return sum(p[0] * q[1] - q[0] * p[1]
               for p, q in zip(ring, ring[1:] + ring[:1]))


def simple_loops(ring):
    """A ring cut where it touches itself: loops without a repeated vertex."""
    loops, stack, seen = [], [], {}
    for point in ring:
        if point in seen:
            at = seen[point]
            loop = stack[at:]
            for gone in loop:
                del seen[gone]
            del stack[at:]
            if len(loop) > 2:
                loops.append(loop)
        seen[point] = len(stack)
        stack.append(point)
    if len(stack) > 2:
        loops.append(stack)
    return [loop for loop in loops if twice_area(loop)]


def thin(line, tolerance):
    """Douglas and Peucker, keeping both ends; no recursion."""
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        a, b = stack.pop()
        (ax, ay), (bx, by) = line[a], line[b]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        worst, where = tolerance * tolerance, None
        for i in range(a + 1, b):
            px, py = line[i][0] - ax, line[i][1] - ay
            t = (px * dx + py * dy) / length if length else 0.0
            t = 0.0 if t < 0 else 1.0 if t > 1 else t
            ex, ey = px - t * dx, py - t * dy
            far = ex * ex + ey * ey
            if far > worst:
                worst, where = far, i
        if where is not None:
            keep.add(where)
            stack += [(a, where), (where, b)]
    return [line[i] for i in sorted(keep)]


class Topology:
    """Rings by key, cut into arcs."""

    def __init__(self):
        self.rings = {}  # key -> [ring]

    def add(self, key, polygons):
        """Takes the polygons of an area in: outlines and holes, turned so
        that the inside is on the left."""
        for polygon in polygons:
            for number, ring in enumerate(polygon):
                for loop in simple_loops(to_grid([c[:2] for c in ring])):
                    if (twice_area(loop) > 0) == (number > 0):
                        loop.reverse()
                    self.rings.setdefault(key, []).append(loop)

    def nodes(self):
        """Vertices where rings part: their neighbours differ."""
        beside, found = {}, set()
        for rings in self.rings.values():
            for ring in rings:
                for i, point in enumerate(ring):
                    a, b = ring[i - 1], ring[(i + 1) % len(ring)]
                    pair = (a, b) if a < b else (b, a)
                    if beside.setdefault(point, pair) != pair:
                        found.add(point)
                    if abs(point[0]) == 180 * STEPS:
                        found.add(point)
        return found

    def cut(self):
        """Makes self.arcs (canonical lines) and self.walks: for each ring,
        its (arc, reversed) pairs."""
        nodes, numbers = self.nodes(), {}
        self.arcs, self.walks = [], {}
        for key, rings in self.rings.items():
            for ring in rings:
                walk = [self.arc_of(line, numbers)
                        for line in lines_between(ring, nodes)]
                self.walks.setdefault(key, []).append(walk)

    def arc_of(self, line, numbers):
        """The number of an arc and whether it is walked backwards."""
        back = line[::-1]
        turned = back < line
        key = tuple(back if turned else line)
        if key not in numbers:
            numbers[key] = len(self.arcs)
            self.arcs.append(list(key))
        return numbers[key], turned

    def simplify(self, tolerance, rounds=7):
        """Simplifies all arcs; those that then cross another are done again
        with half the tolerance, until none crosses."""
        size = [tolerance * STEPS] * len(self.arcs)
        for key, walks in self.walks.items():
            for ring, walk in zip(self.rings[key], walks):
                limit = extent(ring) / 40.0
                for arc, _ in walk:
                    size[arc] = min(size[arc], limit)
        self.lines = [thin(a, s) for a, s in zip(self.arcs, size)]
        for _ in range(rounds):
            crossing = self.crossing()
            if not crossing:
                break
            for arc in crossing:
                size[arc] = size[arc] / 2 if size[arc] > 0.3 else 0.0
                self.lines[arc] = thin(self.arcs[arc], size[arc])

    def crossing(self, cell=100):
        """Arcs of which a segment crosses another's, or touches its inside,
        by a grid of cells."""
        grid = defaultdict(list)
        for number, line in enumerate(self.lines):
            for p, q in zip(line, line[1:]):
                for c in cells(p, q, cell):
                    grid[c].append((p, q, number))
        found = set()
        for segments in grid.values():
            for i, (p, q, a) in enumerate(segments):
                for r, s, b in segments[i + 1:]:
                    if touching(p, q, r, s):
                        found.update((a, b))
        return found

    def edges(self, keys):
        """The directed edges of the areas, without those walked both ways."""
        count = Counter()
        for key in keys:
            for walk in self.walks.get(key, ()):
                for p, q in steps(self.lines, walk):
                    if count[q, p] > 0:
                        count[q, p] -= 1
                    else:
                        count[p, q] += 1
        return sorted(edge for edge, n in count.items() if n > 0)

    def joined(self, keys):
        """Polygons of the areas taken together, as lists of rings."""
        return polygons_of(loops_of(self.edges(keys)))


def lines_between(ring, nodes):
    """A ring as lines from node to node; without a node from its least
    vertex round to it."""
    at = [i for i, p in enumerate(ring) if p in nodes]
    if not at:
        at = [ring.index(min(ring))]
        ring = ring[at[0]:] + ring[:at[0]]
        # a ring alone is cut in two, for a line needs two ends
        middle = max(range(1, len(ring)), key=lambda i: (
            (ring[i][0] - ring[0][0]) ** 2 + (ring[i][1] - ring[0][1]) ** 2,
            ring[i]))
        return [ring[:middle + 1], ring[middle:] + ring[:1]]
    ring = ring[at[0]:] + ring[:at[0]] + [ring[at[0]]]
    marks = [i - at[0] for i in at] + [len(ring) - 1]
    return [ring[a:b + 1] for a, b in zip(marks, marks[1:])]


def extent(ring):
    """The longer side of its box, in steps."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def cells(p, q, cell):
    """The cells of the grid that a segment's box touches."""
    x0, x1 = sorted((p[0] // cell, q[0] // cell))
    y0, y1 = sorted((p[1] // cell, q[1] // cell))
    if (x1 - x0) * (y1 - y0) > 400:
        return []  # the long straight edges of Antarctica and the poles
    return [(x, y) for x in range(x0, x1 + 1) for y in range(y0, y1 + 1)]


def side(p, q, r):
    """Where r lies to the line from p to q: -1, 0, 1."""
    cross = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    return (cross > 0) - (cross < 0)


def within(p, q, r):
    """Is r, which is on the line, between p and q and neither of them?"""
    return r != p and r != q and (
        min(p[0], q[0]) <= r[0] <= max(p[0], q[0])
        and min(p[1], q[1]) <= r[1] <= max(p[1], q[1]))


def touching(p, q, r, s):
    """Do two segments meet otherwise than with a common end?"""
    if (max(p[0], q[0]) < min(r[0], s[0]) or max(r[0], s[0]) < min(p[0], q[0])
            or max(p[1], q[1]) < min(r[1], s[1])
            or max(r[1], s[1]) < min(p[1], q[1])):
        return False
    if {p, q} == {r, s}:
        return True
    a, b = side(p, q, r), side(p, q, s)
    c, d = side(r, s, p), side(r, s, q)
    if a * b < 0 and c * d < 0:
        return True
    return ((not a and within(p, q, r)) or (not b and within(p, q, s))
            or (not c and within(r, s, p)) or (not d and within(r, s, q)))


def steps(lines, walk):
    """The directed edges of a walk along arcs."""
    for number, turned in walk:
        line = lines[number][::-1] if turned else lines[number]
        yield from zip(line, line[1:])


def loops_of(edges):
    """Closed loops without a repeated vertex out of directed edges."""
    onward = defaultdict(list)
    for p, q in edges:
        onward[p].append(q)
    loops = []
    for start in sorted(onward):
        while onward[start]:
            ring, at = [start], onward[start].pop()
            while at != start and onward[at]:
                ring.append(at)
                at = onward[at].pop()
            loops += simple_loops(ring) if at == start else []
    return loops


def holds(ring, point):
    """Is a point inside a ring? Even-odd rule."""
    x, y = point
    odd = False
    for p, q in zip(ring, ring[1:] + ring[:1]):
        if (p[1] > y) != (q[1] > y):
            if x < (q[0] - p[0]) * (y - p[1]) / (q[1] - p[1]) + p[0]:
                odd = not odd
    return odd


def inner_point(ring):
    """A point strictly inside a simple ring: half way between the first two
    crossings of a line between vertices' latitudes."""
    ys = sorted({p[1] for p in ring})
    best = max(range(len(ys) - 1), key=lambda i: ys[i + 1] - ys[i])
    y = (ys[best] + ys[best + 1]) / 2.0
    cuts = sorted((q[0] - p[0]) * (y - p[1]) / (q[1] - p[1]) + p[0]
                  for p, q in zip(ring, ring[1:] + ring[:1])
                  if (p[1] > y) != (q[1] > y))
    return ((cuts[0] + cuts[1]) / 2.0, y)


def polygons_of(loops):
    """Loops put together: anticlockwise ones are outlines, and each
    clockwise one is a hole of the smallest outline around it."""
    outlines = sorted((l for l in loops if twice_area(l) > 0),
                      key=twice_area, reverse=True)
    polygons = [[outline] for outline in outlines]
    for hole in (l for l in loops if twice_area(l) < 0):
        point = inner_point(hole)
        for polygon in reversed(polygons):
            if twice_area(polygon[0]) > -twice_area(hole) and holds(
                    polygon[0], point):
                polygon.append(hole)
                break
    return polygons
