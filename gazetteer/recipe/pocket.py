"""The pocket gazetteer: a few hundred ambiguous places for the unit tests.

    python3 pocket.py WORLD-FOLDER POCKET-FOLDER

Takes from the world tables every place with a name in pocket.names, the
countries and first-level divisions they lie in, waters and regions from the
hand-written tables, and the names of all these; few alternates a place, so
that a person can read the files.
"""

import os
import sys

from common import (NAME_COLUMNS, PLACE_COLUMNS, fold, order, read_table,
                    write_table)

MOST = 30          # places a name
ALTERNATES = 6     # a place
LANGUAGES = ("", "en", "fr", "de", "es", "ru", "uk", "ar")
RANK = ("PCL", "TER", "ADM1", "PPLC", "PPLA", "ADM2", "PPL", "AIRP")


def wishes():
    """Folded names: (main only, main or other, from the hand tables)."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                        "pocket.names")
    lists = ([], [], [])
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.strip()
            if line and line[0] != "#":
                which = {"=": 1, "~": 2}.get(line[0], 0)
                lists[which].append(fold(line.lstrip("=~")))
    return lists


def weight(row):
    """Sorting key: countries, divisions, then the most people first."""
    rank = min((i for i, code in enumerate(RANK)
                if row["feature"].startswith(code)), default=len(RANK))
    return (rank > 2, -int(row["population"] or 0), rank, order(row["ref"]))


def choose(places, english):
    """The rows that bear a wanted name, MOST a name."""
    main, other, _ = wishes()
    found = {name: [] for name in main + other}
    for row in places:
        own = {fold(row["name"])} | {fold(n) for n in english.get(
            row["ref"], ())}
        more = {fold(n) for n in row["alternates"].split("|")}
        for name in own | more:
            if name in found and (name in own or name in other):
                found[name].append(row)
    chosen = {}
    for rows in found.values():
        for row in sorted(rows, key=weight)[:MOST]:
            chosen[row["ref"]] = row
    return chosen


def parents(places, chosen):
    """Adds the countries and first-level divisions of the chosen."""
    states = {(r["country"], r["admin1"]) for r in chosen.values()}
    countries = {r["country"] for r in chosen.values()}
    for row in places:
        if ((row["feature"][:3] == "PCL" or row["feature"] == "TERR")
                and row["country"] in countries) or (
                    row["feature"] == "ADM1"
                    and (row["country"], row["admin1"]) in states):
            chosen[row["ref"]] = row


def shorten(row):
    """Keeps a few alternates: those in KEEP, then plain letters, short."""
    others = [n for n in row["alternates"].split("|") if n]
    others.sort(key=lambda n: (n not in KEEP, not n.isascii(), len(n), n))
    return dict(row, alternates="|".join(sorted(others[:ALTERNATES])))


KEEP = {"Odessa", "Kiev", "Alabuga", "Kharkov", "Lvov", "Rovno", "Kabul",
        "Teheran", "Byzantium", "Halab", "Kuwait City", "Ciudad de México"}


def by_hand(world, names):
    """Rows of regions.tsv and waters.tsv with a wanted name."""
    found = []
    for table in ("regions.tsv", "waters.tsv", "terrain.tsv"):
        path = os.path.join(world, table)
        if os.path.exists(path):
            found += [row for row in read_table(path)
                      if fold(row["name"]) in names]
    return found


def pick_names(world, refs):
    """Names of the chosen refs: of the big table a few languages, of the
    hand-written tables all."""
    rows = {}
    for table in ("names.tsv.zst", "usual.tsv", "historic_names.tsv",
                  "demonyms.tsv", "abbreviations.tsv"):
        path = os.path.join(world, table)
        if not os.path.exists(path):
            continue
        for row in read_table(path):
            if row["ref"] in refs and (table[:5] != "names"
                                       or row["language"] in LANGUAGES):
                key = (row["ref"], row["name"], row["language"], row["kind"])
                rows.setdefault(key, row)
    return [rows[key] for key in sorted(rows)]


def main(world, pocket):
    """Reads the world, writes the pocket."""
    places = list(read_table(os.path.join(world, "places.tsv.zst")))
    english = {}
    for row in read_table(os.path.join(world, "names.tsv.zst")):
        if row["language"] == "en":
            english.setdefault(row["ref"], []).append(row["name"])
    chosen = choose(places, english)
    parents(places, chosen)
    areas = by_hand(world, set(wishes()[2]))
    refs = set(chosen) | {row["ref"] for row in areas}
    for row in chosen.values():
        if row["feature"][:3] == "PCL":
            refs.add("country:" + row["country"])
        if row["feature"] == "ADM1":
            refs.add("admin1:%s.%s" % (row["country"], row["admin1"]))
    rows = [shorten(chosen[ref]) for ref in sorted(chosen, key=order)]
    names = pick_names(world, refs)
    used = {row["source"] for row in rows + areas + names}
    save(pocket, "places.tsv", PLACE_COLUMNS, rows)
    save(pocket, "regions.tsv", PLACE_COLUMNS, areas)
    save(pocket, "names.tsv", NAME_COLUMNS, names)
    sources = list(read_table(os.path.join(world, "sources.tsv")))
    save(pocket, "sources.tsv", list(sources[0]),
         [row for row in sources if row["code"] in used])
    print("%d places, %d regions, %d names" % (len(rows), len(areas),
                                               len(names)))


def save(folder, name, columns, rows):
    """One plain table."""
    write_table(os.path.join(folder, name), columns,
                [[row.get(c, "") for c in columns] for row in rows])


if __name__ == "__main__":
    main(*sys.argv[1:])
