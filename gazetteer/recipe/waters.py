"""Rivers of Natural Earth: the lesser ones, behind the hand-written table.

The centre lines come from Debian's libmagics++-data. Lines of one name
whose middles lie within 600 km are one river; its point is the vertex half
way along all of them. A bare name (Albany) would compete with the town, so
these rivers are named with their word: Albany River, River Albany.
"""

import re

import shapefile
from common import Place, fold, km, unpacked

RIVERS = ("deb", "libmagics++-data", "usr", "share", "magics", "10m",
          "ne_10m_rivers_lake_centerlines")
NOT_RIVERS = ("canal", "delta", "lake", "lago", "laguna", "reservoir")
SAYS_SO = ("river", "rio", "wadi", "creek", "fork", "nahr", "oued", "he",
           "jiang", "gol", "darya", "rud", "fiume", "fleuve", "riviere",
           "nile")
ASIDE = re.compile(r"\s*\(([^)]*)\)\s*")


def length(line):
    """Kilometres along a line of (lon, lat)."""
    return sum(km(a[1], a[0], b[1], b[0]) for a, b in zip(line, line[1:]))


def halfway(lines):
    """(lat, lon) of the vertex half way along the lines, west to east by
    their first points."""
    ordered = sorted(lines)
    rest = sum(map(length, ordered)) / 2
    for line in ordered:
        for a, b in zip(line, line[1:]):
            rest -= km(a[1], a[0], b[1], b[0])
            if rest <= 0:
                return (b[1], b[0])
    return (ordered[0][0][1], ordered[0][0][0])


def load_rivers():
    """Name -> [(set of other names, lines)], apart if far apart."""
    found = {}
    path = unpacked(*RIVERS)
    for own, parts in zip(shapefile.attributes(path + ".dbf"),
                          shapefile.lines(path + ".shp")):
        name = own["name"]
        if not name or not parts or own["featurecla"] != "River":
            continue
        lat, lon = halfway(parts)
        for river in found.setdefault(name, []):
            if km(lat, lon, *halfway(river[1])) < 600:
                river[0].add(own["name_alt"])
                river[1].extend(parts)
                break
        else:
            found[name].append(({own["name_alt"]}, list(parts)))
    return found


def spell(raw):
    """`Argun? (Ergun)` -> ("Argun", ["Ergun"]): a question mark stands for a
    sign lost on the way."""
    raw = raw.replace("?", "")
    return ASIDE.sub(" ", raw).strip(), ASIDE.findall(raw)


def forms(name):
    """The name with its word, or as it is if it has one."""
    if any(word in SAYS_SO for word in fold(name).split()):
        return [name]
    return [name + " River", "River " + name]


def add_rivers(collection):
    """One place a river."""
    for raw, rivers in sorted(load_rivers().items()):
        name, aside = spell(raw)
        if any(word in fold(name).split() for word in NOT_RIVERS):
            continue
        for number, (others, parts) in enumerate(rivers):
            lat, lon = halfway(parts)
            if any(collection.near(n, "", lat, lon, 400, "S")
                   for n in forms(name)):
                continue
            key = "%s-%d" % (fold(name).replace(" ", "-"), number + 1)
            own, *more = forms(name)
            for other in aside + [spell(o)[0] for o in sorted(others) if o]:
                more += forms(other)
            collection.add(Place("ne-river:" + key, own, lat, lon, "STM", "",
                                 "", "", "", more, "naturalearth"))
