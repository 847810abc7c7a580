#!/usr/bin/env python3
"""How well places are told apart in articles that the weights never saw.

    bench/resolve_unseen.py BUILD CORPORA [--gazetteer FILE] [--pull N]
                            [--raw] [--curve] [--ablation]
                            [--measure FILE...]

BUILD holds geomention and geomention-train, CORPORA lgl-dev.jsonl,
trnews-dev.jsonl and gwn-dev.jsonl. Each corpus is left out in turn, and each
fifth of all (crc32 of the id modulo 5); the rest is learnt from and the left
out part is scored, gold mentions given (--raw: from the text). The weights of
finding are the model's. The tables are Markdown. Standard library only; takes
two minutes of a core, with --curve and --ablation ten.
"""

import argparse
import collections
import json
import os
import shutil
import sys
import tempfile
import zlib

import unseen

CORPORA = (("LGL", "lgl-dev"), ("TR-News", "trnews-dev"),
           ("GeoWebNews", "gwn-dev"))
FOLDS = 5
NEAR_KM = 161


def fold_of(article):
    """The fold of an article."""
    return zlib.crc32(str(article["id"]).encode()) % FOLDS


class Bench:
    """Programs, corpora, and a folder for what is made of them."""

    def __init__(self, given, folder):
        """Reads the corpora."""
        self.given, self.folder = given, folder
        self.names = [name for name, _ in CORPORA]
        self.corpora = {
            name: unseen.read_lines(os.path.join(given.corpora,
                                                 file + ".jsonl"))
            for name, file in CORPORA}
        self.gazetteer = given.gazetteer or os.path.join(given.build,
                                                         "world.gaz")
        self.model = os.path.join(given.build, "geomention.model")
        self.files = 0
        beside = os.path.join(given.build, "recogniser.model")
        if os.path.exists(beside):  # each model looks for it in its folder
            shutil.copy(beside, folder)

    def path(self, ending):
        """A new file's path."""
        self.files += 1
        return os.path.join(self.folder, "%d%s" % (self.files, ending))

    def write(self, articles):
        """Articles as a file."""
        return unseen.write_lines(self.path(".jsonl"), articles)

    def train(self, articles, without=""):
        """Weights learnt from articles."""
        out = self.path(".model")
        here = os.path.dirname(os.path.abspath(__file__))
        unseen.run(os.path.join(self.given.build, "geomention-train"), "rank",
                   "--gazetteer", self.gazetteer, "--from", self.model,
                   "--believed", os.path.join(here, "..", "train",
                                              "believed_places.model"),
                   "--pull", str(self.given.pull), "--without", without,
                   "-o", out, self.write(articles))
        return out

    def mentions(self, model, articles):
        """What a model makes of each gold mention that has a place."""
        gold, out = self.write(articles), self.path(".geojsonl")
        unseen.run(os.path.join(self.given.build, "geomention"), "map", "-q",
                   "--gazetteer", self.gazetteer, "--model", model, "--from",
                   "jsonl", "--mentions", "given", "--to", "geojsonseq", gold,
                   "-o", out)
        options = unseen.run(
            os.path.join(self.given.build, "geomention-train"), "options",
            "--gazetteer", self.gazetteer, "--from", model, gold)
        return unseen.pair(articles, out, options)

    def raw(self):
        """`geomention score` of whole articles, each corpus left out."""
        program = os.path.join(self.given.build, "geomention")
        whole, every = self.path(".geojsonl"), []
        with open(whole, "w", encoding="utf-8") as out:
            for name in self.names:
                rest = [a for other in self.names if other != name
                        for a in self.corpora[other]]
                part = self.path(".geojsonl")
                unseen.run(program, "map", "-q", "--gazetteer",
                           self.gazetteer, "--model", self.train(rest),
                           "--from", "jsonl", "--to", "geojsonseq",
                           self.write(self.corpora[name]), "-o", part)
                with open(part, encoding="utf-8") as lines:
                    out.write(lines.read())
                every += self.corpora[name]
        return unseen.run(program, "score", "--gazetteer", self.gazetteer,
                          self.write(every), whole)

    def left_out(self, without="", share=1.0):
        """Each corpus by weights that were learnt from the other ones."""
        found = {}
        for name in self.names:
            rest = [a for other in self.names if other != name
                    for a in self.corpora[other]]
            rest = [a for a in rest
                    if zlib.crc32(str(a["id"]).encode()) % 100 < share * 100]
            found[name] = self.mentions(self.train(rest, without),
                                        self.corpora[name])
        return found

    def folds(self):
        """Each article by weights learnt from the other four fifths."""
        found = {name: [] for name in self.names}
        for fold in range(FOLDS):
            rest = [a for name in self.names for a in self.corpora[name]
                    if fold_of(a) != fold]
            model = self.train(rest)
            for name in self.names:
                found[name] += self.mentions(
                    model, [a for a in self.corpora[name]
                            if fold_of(a) == fold])
        return found

    def population(self):
        """Each corpus by the rule that the largest place is meant."""
        rule = self.path(".model")
        with open(self.model, encoding="utf-8") as text, \
                open(rule, "w", encoding="utf-8") as out:
            for line in text:
                name = line.split(" ")[0]
                if name.startswith("resolve."):
                    value = {"resolve.population": 100,
                             "resolve.none": -1000,
                             "resolve.sharpness": 1, "resolve.slope": 1}.get(name, 0)
                    line = "%s %d\n" % (name, value)
                out.write(line)
        return {name: self.mentions(rule, self.corpora[name])
                for name in self.names}


def head(columns):
    """The head of a table."""
    print("| | %s |" % " | ".join(columns))
    print("|---|" + "--:|" * len(columns))


def row(name, cells):
    """A row of it."""
    print("| %s | %s |" % (name, " | ".join(cells)))


def share(rows):
    """The share of mentions that are right."""
    return ("%.3f" % (sum(r["right"] for r in rows) / len(rows))
            if rows else "-")


def both(share_of, rows):
    """A share and how many it is of."""
    return "%s (%d)" % (share_of(rows), len(rows))


def seen_names(bench, name):
    """The names that the other corpora have."""
    return {m["surface"].lower() for other in bench.names if other != name
            for a in bench.corpora[other] for m in a["mentions"]}


def main_table(bench, runs):
    """Each corpus and all of them, by every way of measuring."""
    head(bench.names + ["all three"])
    for title, found in runs:
        rows = [found[name] for name in bench.names]
        row(title, [share(r) for r in rows] + [share(sum(rows, []))])
    print()


def slices_table(bench, found, rule):
    """Where the right place is a candidate; ambiguous; unseen names."""
    head(bench.names + ["all three"])
    parts = [
        ("right place among the candidates", lambda r, n: r["covered"]),
        ("ambiguous: two candidates over 161 km apart",
         lambda r, n: r["far_km"] > NEAR_KM),
        ("ambiguous, right place among the candidates",
         lambda r, n: r["far_km"] > NEAR_KM and r["covered"]),
        ("name seen in training", lambda r, n: r["words"] in n),
        ("name unseen in training", lambda r, n: r["words"] not in n),
    ]
    names = {name: seen_names(bench, name) for name in bench.names}
    for title, keep in parts:
        for label, runs in (("", found), (", population rule", rule)):
            kept = [[r for r in runs[name]
                     if keep(r, names[name])]
                    for name in bench.names]
            row(title + label, [both(share, r) for r in
                                kept + [sum(kept, [])]])
    print()


def groups_table(found, key, least):
    """By country or kind of the gold."""
    groups = collections.defaultdict(list)
    for rows in found.values():
        for r in rows:
            groups[r[key] or "unknown"].append(r)
    head(["mentions", "A161"])
    for name in sorted(groups, key=lambda g: -len(groups[g])):
        if len(groups[name]) >= least:
            row(name, [str(len(groups[name])), share(groups[name])])
    print()


def calibration_table(found):
    """What confidence says and what was right, in 15 bins of equal count."""
    rows = sorted((r for part in found.values() for r in part
                   if r["confidence"] is not None),
                  key=lambda r: r["confidence"])
    error, bins = 0.0, 15
    head(["mentions", "confidence", "right"])
    for b in range(bins):
        part = rows[b * len(rows) // bins:(b + 1) * len(rows) // bins]
        said = sum(r["confidence"] for r in part) / len(part)
        right = sum(r["right"] for r in part) / len(part)
        error += abs(said - right) * len(part) / len(rows)
        row(str(b + 1), [str(len(part)), "%.3f" % said, "%.3f" % right])
    covered = [r for part in found.values() for r in part if r["covered"]]
    sure = [r for r in covered if (r["confidence"] or 0) >= 0.7]
    print("\nExpected calibration error %.3f. Of mentions whose right place "
          "is a candidate, confidence 0.7 and more holds %.1f %% at %.1f %% "
          "right.\n" % (error, 100 * len(sure) / len(covered),
                        100 * sum(r["right"] for r in sure) / len(sure)))


def curve_table(bench):
    """The learning curve."""
    head(bench.names)
    for part in (0.1, 0.25, 0.5, 1.0):
        found = bench.left_out(share=part)
        row("%d %% of the articles" % (part * 100),
            [share(found[name]) for name in bench.names])
    print()


# Evidence that says much the same: to leave out one piece of it shows little.
FAMILIES = (
    ("size and fame", "population,large_by_other_name,smaller,fame,"
     "less_famous,is_unpeopled"),
    ("what it is", "is_country,is_division,is_lesser_division,"
     "is_named_after_city,is_capital,is_seat,is_county_seat,is_quarter,"
     "is_nature,is_facility"),
    ("how it is called", "main_name,old_name,nickname,foreign_name"),
    ("words beside it", "kind_fits,kind_clashes,composed_name"),
    ("words and address of a country", "country_words,outlet_country"),
    ("where the others lie", "country_share,division_share,county_share,"
     "holds_others"),
    ("what the others are", "country_named,division_named,named_beside,"
     "kind_beside"),
    ("how near the others are", "near_others,near_neighbours"),
    ("containers and full names", "container_behind,container_clashes,"
     "contained_before,full_mention"),
)


def ablation_table(bench, found):
    """What is lost without each family of evidence."""
    head(bench.names)
    row("all evidence", [share(found[name]) for name in bench.names])
    for title, pieces in FAMILIES:
        less = bench.left_out(without=pieces)
        row("without " + title, [share(less[name]) for name in bench.names])
    print()


def measure(bench, files):
    """Other corpora, by weights learnt from all three."""
    model = bench.train([a for name in bench.names
                         for a in bench.corpora[name]])
    head(["mentions", "A161"])
    for path in files:
        rows = bench.mentions(model, unseen.read_lines(path))
        row(os.path.basename(path), [str(len(rows)), share(rows)])
    print()


def main():
    """All tables."""
    ask = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("build"), ask.add_argument("corpora")
    ask.add_argument("--gazetteer")
    ask.add_argument("--pull", type=float, default=300)
    ask.add_argument("--raw", action="store_true")
    ask.add_argument("--curve", action="store_true")
    ask.add_argument("--ablation", action="store_true")
    ask.add_argument("--measure", nargs="*", default=[])
    given = ask.parse_args()
    if not os.path.exists(os.path.join(given.corpora, "lgl-dev.jsonl")):
        sys.exit("no corpora in %s: nothing is measured" % given.corpora)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(given, folder)
        out, fifths, rule = (bench.left_out(), bench.folds(),
                             bench.population())
        main_table(bench, (("corpus left out", out),
                           ("fifth left out", fifths),
                           ("population alone", rule)))
        slices_table(bench, out, rule)
        groups_table(out, "kind", 20)
        groups_table(out, "country", 40)
        calibration_table(out)
        if given.raw:
            print("```\n%s```\n" % bench.raw())
        if given.curve:
            curve_table(bench)
        if given.ablation:
            ablation_table(bench, out)
        if given.measure:
            measure(bench, given.measure)


if __name__ == "__main__":
    main()
