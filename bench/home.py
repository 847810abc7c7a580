#!/usr/bin/env python3
"""Measures what an outlet's home is worth, on news of small American towns.

    bench/home.py build/geomention CORPORA-FOLDER [MODEL]

LGL (lgl-dev.jsonl in the folder) without homes, with those that are learnt
from its articles, and with bench/outlets_lgl.tsv: the gold's spans given, and
from raw text. The table was written from what the outlets are; so that the
weights are unseen too, MODEL must not be trained on LGL. Standard library
only.
"""

import json
import os
import subprocess
import sys

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                     "outlets_lgl.tsv")


def figures(program, options, gold, *known):
    """A161 of given mentions; exact id, A161 and F161 from raw text."""
    def score(*more):
        run = subprocess.run(
            [program, "score", "--json", *options, *known, *more, gold],
            check=True, capture_output=True, text=True)
        return json.loads(run.stdout)
    given = score("--given")["resolution, all"]
    found = score()["end to end, no demonyms"]
    return (given["A161"], given["ECE"], found["exact id"], found["A161"],
            found["F161"])


def outlets_of(gold):
    """The outlets of the gold, and those that the table lacks."""
    listed = {line.split("\t")[0] for line in open(TABLE, encoding="utf-8")}
    named = {json.loads(line).get("source", "")
             for line in open(gold, encoding="utf-8")}
    return named, named - listed


def main(program, folder, *model):
    """All rows."""
    gold = os.path.join(folder, "lgl-dev.jsonl")
    if not os.path.exists(gold):
        sys.exit("no lgl-dev.jsonl in %s: nothing is measured" % folder)
    options = ["--model", *model] if model else []
    named, lacking = outlets_of(gold)
    without = figures(program, options, gold, "--homes", "given")
    learnt = figures(program, options, gold)
    known = figures(program, options, gold, "--outlets", TABLE)
    print("%d outlets, %d of them without a home" % (len(named), len(lacking)))
    print("| LGL | given: A161 | ECE | from raw text: exact id | A161 | F161 |")
    print("|---|--:|--:|--:|--:|--:|")
    for name, row in (("without homes", without), ("homes learnt", learnt),
                      ("homes given", known)):
        print("| %s | %s |" % (name, " | ".join("%.3f" % one for one in row)))


if __name__ == "__main__":
    main(*sys.argv[1:])
