"""Universities and colleges of the United States: the directory of the
National Center for Education Statistics (IPEDS), a work of the United States
government in the public domain, as npm us-colleges has it (package ISC; it
does not name its source, but names, order and points are the directory's. Its
Chinese names, made by a machine, are not used).

    GEOMENTION_SCRATCH=... python3 colleges.py OUTPUT-FOLDER

Writes colleges.tsv.zst. The directory writes a campus behind a hyphen
("University of California-Los Angeles"); people write a comma or "at". What
they call the oldest campus of a state's university, and the letters that
stand for the well-known ones, is in colleges.tsv, by hand.
"""

import csv
import os
import re
import sys

from common import PLACE_COLUMNS, clean, compress, fold, number, read_table, \
    unpacked

TABLE = ("npm", "us-colleges", "data", "us-colleges.csv")
MAIN = re.compile(r"[- ]((Main|Central) )?Campus$")


def plain(name):
    """Without "The", "Main Campus" and the blanks around "&"."""
    name = re.sub(r"\b([A-Z]) & ([A-Z])\b", r"\1&\2", clean(name))
    return MAIN.sub("", re.sub(r"^The ", "", name))


def main_name(name):
    """"University of California-Los Angeles" with a comma."""
    system, hyphen, campus = name.partition("-")
    if not hyphen or " " not in system or " at " in system:
        return name
    return system + ", " + campus.strip()


def others(name):
    """What else people write."""
    system, comma, campus = name.partition(", ")
    found = set()
    if comma and "," not in campus:
        found |= {system + " at " + campus, system + " " + campus,
                  system + "-" + campus}
    if " at " in name:
        found.add(name.replace(" at ", ", ", 1))
    for long, short in (("Saint ", "St. "), ("St ", "St. ")):
        if name.startswith(long):
            found.add(short + name[len(long):])
    if name.startswith("St "):
        found.add("Saint " + name[3:])
    return found - {name}


def slug(name):
    """The key of a reference."""
    return fold(name).replace(" ", "-")


def by_hand():
    """Name -> other names."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                        "colleges.tsv")
    return {row["name"]: row["alternates"].split("|")
            for row in read_table(path)}


def feature(name):
    """A university, or a college."""
    return "UNIV" if "Universit" in name or "Institute" in name else "SCHC"


def main(folder):
    """Writes the table."""
    known, rows, more = set(), [], by_hand()
    with open(unpacked(*TABLE), encoding="utf-8") as table:
        for college in csv.DictReader(table):
            name = main_name(plain(college["name"]))
            state = college["state_abbreviation"].replace("NA", "DC")
            ref = "college:%s-%s" % (state.lower(), slug(name))
            if ref in known or len(name.split()) < 2:
                continue
            known.add(ref)
            names = others(name) | set(more.pop(name, ()))
            rows.append([ref, name, number(float(college["latitude"])),
                         number(float(college["longitude"])), feature(name),
                         "US", state, "", "", "|".join(sorted(names)),
                         "ipeds"])
    if more:
        raise ValueError("not in the directory: %s" % ", ".join(sorted(more)))
    rows.sort()
    compress(os.path.join(folder, "colleges.tsv"), PLACE_COLUMNS, rows)
    print("%d colleges" % len(rows))


if __name__ == "__main__":
    main(sys.argv[1])
