"""The whole recipe: packages in, places.tsv.zst and names.tsv.zst out.

    GEOMENTION_SCRATCH=... python3 build.py OUTPUT-FOLDER [HAND-TABLE ...]

The earlier source wins: GeoNames' towns, countries, divisions, then the
Census, Australia, Natural Earth, airports, waters. Waters and islands that
a hand-written table (regions, waters, terrain) has are dropped at the end.
"""

import sys

import airports
import australia
import counties
import countries
import divisions
import earth_towns
import languages
import tiger
import towns
import waters
from common import Collection, fold, km, read_table


WIDE = ("SEA", "OCN", "STM", "GULF")


def iso_refs(refs, areas):
    """ISO 3166-2 code in lower case, no hyphen -> ref of the division."""
    known = set(refs.values())
    found = {}
    for country, entries in divisions.load_iso().items():
        for ref, _, code in entries:
            if ref in known:
                found[(country + code).lower()] = ref
    for area in areas:
        if area.gn in known and len(area.iso) > 3:
            found[area.iso.replace("-", "").lower()] = area.gn
    return found


def same_word(name):
    """The folded name without what is often left away: River, the."""
    words = [w for w in fold(name).split() if w not in (
        "river", "the", "lake", "island", "islands", "mount", "of")]
    return " ".join(words) or fold(name)


def load_hand(paths):
    """Refs of the hand tables, and name -> points."""
    points, refs = {}, set()
    for row in [r for path in paths for r in read_table(path)]:
        refs.add(row["ref"])
        for name in filter(None, [row["name"]]
                           + row["alternates"].split("|")):
            points.setdefault(same_word(name), []).append(
                (float(row["lat"]), float(row["lon"])))
    return refs, points


def drop_known(collection, paths):
    """Takes out what the hand tables have: the same ref; waters and terrain
    of the same name within 500 km (seas, rivers: 1,500). Divisions stay."""
    refs, points = load_hand(paths)
    gone = []
    for ref, place in collection.places.items():
        far = 1500 if place.feature in WIDE else 500
        if natural(place) and (ref in refs or any(
                km(place.lat, place.lon, *point) < far
                for name in {place.name} | place.alternates
                for point in points.get(same_word(name), ()))):
            gone.append(ref)
        elif ref in refs:
            print("also in a hand table, kept:", ref, place.name)
    for ref in gone:
        del collection.places[ref]
    collection.names = {key: rank for key, rank in collection.names.items()
                        if key[0] not in set(gone)}
    return gone


def natural(place):
    """Water, terrain or region: what the hand table may hold too."""
    return place.feature[:3] not in ("PPL", "ADM", "PCL", "STL", "AIR") and (
        place.feature != "TERR")


def report(collection, lost):
    """Counts by source and kind, for the README."""
    for key, count in sorted(collection.counts.items()):
        print("%8d  %s %s" % ((count,) + key))
    for what, codes in lost.items():
        print("%s: %d: %s" % (what, len(codes), " ".join(codes[:60])))
    alternates = sum(len(p.alternates) for p in collection.places.values())
    print("%d places, %d alternates, %d names" % (
        len(collection.places), alternates, len(collection.names)))


def main(folder, *hand):
    """Every source in turn."""
    everything, lost = Collection(), {}
    towns.add(everything)
    nations = countries.add(everything)
    states, spare, areas, lost["no point, level 1"] = divisions.add(everything)
    divisions.add_former(everything, areas, states)
    spare = [a for a in spare if a.gn not in everything.places]
    numbers = counties.load_states()
    polygons = tiger.load_counties(numbers)
    lost["no point, level 2"] = counties.add(
        everything, spare, polygons, australia.divisions())
    everything.index_alternates()
    tiger.add_places(everything, numbers, polygons)
    australia.add(everything)
    everything.index_alternates()
    earth_towns.add(everything, areas)
    iso = iso_refs(states, areas)
    airports.add(everything, {key: everything.places[ref].admin1
                              for key, ref in iso.items()})
    waters.add_rivers(everything)
    languages.catalogues(everything)
    languages.territories(everything, nations)
    languages.subdivisions(everything, iso)
    lost["in a hand table"] = drop_known(everything, hand)
    everything.write(folder)
    report(everything, lost)


if __name__ == "__main__":
    main(*sys.argv[1:])
