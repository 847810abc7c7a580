#!/usr/bin/env python3
"""What is each family of the recogniser's features worth? Learns without it and scores.

    bench/ablate_names.py BUILD CORPORA WORK [NAME...]

BUILD     the build folder: geomention, geomention-train, world.gaz
CORPORA   a folder with lgl-dev.jsonl, trnews-dev.jsonl and gwn-dev.jsonl
WORK      the folder that `find_unseen.py ... left` has worked in: articles, words, and a model without each corpus
NAME      only these families, or corpora (lgl, trnews, gwn); without any, all of both

For each corpus and family a recogniser is learnt that has seen neither the corpus nor a feature that looks at the family (train/family.h);
the weights of evidence beside it stay those of the left-out model. Learnt in one run rather than three, without uses: the row "nothing" is
made the same way, so rows compare with it and not with other tables. A recogniser that is there is not learnt again: remove WORK/ablate-*
where the trainer has changed. Prints F1, exact span, no demonyms. Two at a time; standard library only.
"""
import concurrent.futures, os, shutil, subprocess, sys

from find_unseen import Bench, ROOT, THREE, counts, demonyms_of, f1

NOTHING = "nothing"
FAMILIES = "words shapes affixes classes gazetteer lists document position runs".split()
SIDE_BY_SIDE = 2


class Ablation(Bench):
    """A bench that takes what another has made."""

    def __init__(self, build, corpora, work):
        self.build, self.corpora, self.work = build, corpora, work
        self.articles, self.words = os.path.join(work, "articles"), os.path.join(work, "words.model")
        self.demonyms = demonyms_of(corpora)
        missing = [path for path in [self.articles, self.words] + [self.text(c) for c in THREE] if not os.path.exists(path)]
        if missing:
            sys.exit("%s is missing: run bench/find_unseen.py with the step left first" % missing[0])

    def text(self, left):
        return os.path.join(self.work, "model-" + left, "geomention.model")

    def without(self, left, family):
        """The folder of a model that has not seen the corpus `left` nor what the family looks at."""
        folder = os.path.join(self.work, "ablate-%s-%s" % (left, family))
        if not os.path.exists(os.path.join(folder, "recogniser.model")):
            command = [os.path.join(self.build, "geomention-train"), "model", "--gazetteer", os.path.join(self.build, "world.gaz"),
                       "--words", self.words, "--alone", "1", "--runs", "1", "--jobs", "1", "-o", folder]
            command += [] if family == NOTHING else ["--without", family]
            done = subprocess.run(command + self.taught(left), stderr=subprocess.PIPE, text=True)
            if done.returncode:
                sys.exit(done.stderr)
        shutil.copy(self.text(left), folder)
        return folder

    def score_without(self, left, family):
        found = self.found(self.without(left, family), self.gold(left), left)
        return f1(counts(self.gold(left), found, self.demonyms))


def main(argv):
    names = argv[4:]
    if len(argv) < 4 or any(name not in FAMILIES + list(THREE) for name in names):
        sys.exit(__doc__)
    bench = Ablation(*argv[1:4])
    corpora = [c for c in THREE if c in names] or list(THREE)
    families = [NOTHING] + ([f for f in FAMILIES if f in names] or FAMILIES)
    print("\n## Without a family of features: F1 exact, corpora left out\n\n| without | %s |\n|---%s|" % (
        " | ".join(corpora), "|--:" * len(corpora)), flush=True)
    with concurrent.futures.ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        rows = [[pool.submit(bench.score_without, corpus, family) for corpus in corpora] for family in families]
        for family, row in zip(families, rows):
            print("| %s | %s |" % (family, " | ".join("%.3f" % cell.result() for cell in row)), flush=True)


if __name__ == "__main__":
    main(sys.argv)
