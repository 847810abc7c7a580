#!/usr/bin/env python3
"""Measures how often the program is right and prints docs/accuracy.md's tables.

    bench/accuracy.py build/geomention CORPORA-FOLDER

The folder holds lgl-dev.jsonl, trnews-dev.jsonl and gwn-dev.jsonl. Where there
is none, nothing is measured. Standard library only.
"""

import json
import os
import subprocess
import sys
import tempfile

CORPORA = (("LGL", "lgl-dev"), ("TR-News", "trnews-dev"),
           ("GeoWebNews", "gwn-dev"))


def score(program, *arguments):
    """The figures of one run, as score --json prints them."""
    run = subprocess.run([program, "score", *arguments], check=True,
                         capture_output=True, text=True)
    return run.stdout


def found(program, path):
    """A row of the table of finding."""
    row = json.loads(score(program, "--json", path))
    exact = row["recognition exact, no demonyms"]
    whole = row["end to end, no demonyms"]
    return "%.3f | %.3f | **%.3f** | %.3f | %.3f | %.3f | **%.3f** | %.3f" % (
        exact["P"], exact["R"], exact["F1"],
        row["recognition overlap, no demonyms"]["F1"],
        row["recognition exact, demonyms"]["R"],
        whole["exact id"], whole["A161"], whole["F161"])


def given(program, path):
    """A row of the table of resolving."""
    row = json.loads(score(program, "--json", "--given", path))
    every = row["resolution, all"]
    covered = score(program, "--coverage", path).split("\n")[-2].split()[1]
    return "%d | %.3f | **%.3f** | %.3f | %.3f | %s" % (
        every["golds"], every["exact id"], every["A161"],
        row["resolution, no demonyms"]["A161"], every["ECE"], covered)


def table(program, paths, head, row):
    """A table in Markdown, a line a corpus."""
    print("| | %s |" % head)
    print("|---|" + "--:|" * (head.count("|") + 1))
    for name, path in paths:
        print("| %s | %s |" % (name, row(program, path)))
    print()


def main(program, folder):
    """Each corpus, then all of them as one."""
    paths = [(name, os.path.join(folder, file + ".jsonl"))
             for name, file in CORPORA]
    if not all(os.path.exists(path) for _, path in paths):
        sys.exit("no corpora in %s: nothing is measured" % folder)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl",
                                     dir=folder if os.access(folder, os.W_OK)
                                     else None) as pool:
        for _, path in paths:
            pool.write(open(path, encoding="utf-8").read())
        pool.flush()
        paths.append(("all three", pool.name))
        table(program, paths, "P exact | R exact | F1 exact | F1 overlap | "
              "demonyms R | exact id | A161 | F161", found)
        table(program, paths, "gold mentions | exact id | A161 | A161 without "
              "demonyms | calibration error | right place among candidates",
              given)


if __name__ == "__main__":
    main(*sys.argv[1:])
