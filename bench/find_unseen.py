#!/usr/bin/env python3
"""How well are names found that the model has not seen? Trains and scores, from one build.

    bench/find_unseen.py BUILD CORPORA NER WORDS WORK [STEP...]

BUILD     the build folder: geomention, geomention-train, world.gaz
CORPORA   a folder with lgl-dev.jsonl, trnews-dev.jsonl, gwn-dev.jsonl and relocar-train.jsonl
NER       a folder with the named-entity sets (*.conll.zst; train/README.md)
WORDS     word classes: a table, or a recogniser.model, of which nothing else is taken
WORK      gets models and maps; what is there is not made again: without its file "done" a model keeps its recognisers only

Each STEP prints a table; without any, all are done:

    left      each of the three corpora left out of all training in turn
    fifths    five folds of the three together (crc32 of the id modulo 5)
    altered   the left-out corpora in capitals, in small letters, and as a scanner misreads them
    uses      literal, associative, demonym, embedded, by the folds
    sure      calibration of confidence_mention on the left-out corpora
    seen      names that the training data has as places, and those that it has not
    errors    what goes wrong on the left-out corpora, counted

What is scored was never learnt from. Intervals are of 95 %, by drawing articles anew 1,000 times. Standard library only.
"""
import collections, json, os, random, subprocess, sys, zlib

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
THREE = ("lgl", "trnews", "gwn")
SETS = "redocred wikigold uner_ewt_devtest uner_pud btc wnut17 gum_open own".split()
FOLDS, DRAWS, BINS = 5, 1000, 15


def fold_of(ident):
    return zlib.crc32(str(ident).encode()) % FOLDS


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line.strip("\x1e \n")) for line in file if line.strip("\x1e \n")]


class Bench:
    """Where things are, and what has been made."""

    def __init__(self, build, corpora, ner, words, work):
        self.build, self.corpora, self.work = build, corpora, work
        self.articles = os.path.join(work, "articles")
        os.makedirs(work, exist_ok=True)
        self.words = os.path.join(work, "words.model")
        subprocess.run([os.path.join(build, "geomention-train"), "words", words, "-o", self.words], check=True)
        if not os.path.isdir(self.articles):
            subprocess.run([sys.executable, os.path.join(ROOT, "train", "recipe", "prepare.py"), self.articles, "--ner", ner,
                            "--geo", corpora, "--gazetteer", os.path.join(ROOT, "gazetteer", "world")], check=True,
                           stdout=subprocess.DEVNULL)

    def gold(self, name):
        return os.path.join(self.corpora, name + ("-train" if name == "relocar" else "-dev") + ".jsonl")

    def article(self, name):
        return os.path.join(self.articles, name + ".jsonl")

    def taught(self, left):
        """The articles that names are learnt from where a corpus is left out."""
        return [self.article(s) for s in SETS] + [self.article(c) for c in THREE if c != left]

    def model(self, left=None, fold=-1):
        """The folder of a model that has not seen the corpus `left`, nor that fold."""
        folder = os.path.join(self.work, "model-%s%s" % (left or "all", "" if fold < 0 else fold))
        if os.path.exists(os.path.join(folder, "done")):
            return folder
        uses = ["relocar"] + ([] if left == "gwn" else ["gwn"])
        command = [os.path.join(self.build, "geomention-train"), "model", "--gazetteer", os.path.join(self.build, "world.gaz"),
                   "--words", self.words, "--believed", os.path.join(ROOT, "train", "believed.model"),
                   "--from", os.path.join(ROOT, "models", "geomention.model"), "--but-fold", str(fold), "--kept", "1", "-o", folder]
        for use in uses:
            command += ["--uses", self.article("use_" + use)]
        subprocess.run(command + self.taught(left), check=True, stderr=subprocess.DEVNULL)
        self.learn_resolver(folder, left, fold)
        open(os.path.join(folder, "done"), "w").close()
        return folder

    def learn_resolver(self, folder, left, fold):
        """The weights of the resolver, from the same articles, so that figures from raw text are of unseen articles too."""
        text, learnt = os.path.join(folder, "geomention.model"), os.path.join(folder, "learnt.part")
        subprocess.run([os.path.join(self.build, "geomention-train"), "rank", "--gazetteer",
                        os.path.join(self.build, "world.gaz"), "--from", text, "--believed",
                        os.path.join(ROOT, "train", "believed_places.model"), "--pull", "300", "-o", learnt,
                        "--but-fold", str(fold)] + [self.gold(c) for c in THREE if c != left], check=True,
                       stderr=subprocess.DEVNULL)
        os.replace(learnt, text)

    def found(self, folder, gold, name, given=False):
        """What a model finds in a corpus: the path of the map."""
        path = os.path.join(folder, name + ".geojsonl")
        subprocess.run([os.path.join(self.build, "geomention"), "map", "--quiet", "--gazetteer",
                        os.path.join(self.build, "world.gaz"), "--model", os.path.join(folder, "geomention.model"), "--from",
                        "jsonl", "--to", "geojsonseq", "--mentions", "given" if given else "found", gold, "-o", path], check=True)
        return path

    def score(self, gold, path):
        run = subprocess.run([os.path.join(self.build, "geomention"), "score", "--json", gold, path], check=True,
                             capture_output=True, text=True)
        return json.loads(run.stdout)

    def part(self, name, fold):
        """The articles of one fold as a file."""
        path = os.path.join(self.work, "%s.%d.jsonl" % (name, fold))
        with open(self.gold(name), encoding="utf-8") as source, open(path, "w", encoding="utf-8") as to:
            to.writelines(line for line in source if fold_of(json.loads(line)["id"]) == fold)
        return path

    def left_out(self, name):
        return self.found(self.model(name), self.gold(name), name)

    def by_fifths(self, name, given=False):
        """What five models find, each in the fold that it has not seen, as one file."""
        path = os.path.join(self.work, "%s.fifths%s.geojsonl" % (name, ".given" if given else ""))
        with open(path, "w", encoding="utf-8") as to:
            for fold in range(FOLDS):
                found = self.found(self.model(None, fold), self.part(name, fold), name + str(given), given)
                to.write(open(found, encoding="utf-8").read())
        return path

    def pool(self, paths, name):
        path = os.path.join(self.work, name)
        with open(path, "w", encoding="utf-8") as to:
            for one in paths:
                to.write(open(one, encoding="utf-8").read())
        return path


# ---- what is counted here and not by `geomention score` ----

def mentions(path):
    """Of each document what was found, by its span."""
    found = collections.defaultdict(dict)
    for feature in lines(path):
        p = feature["properties"]
        if p["part"] != "title":
            found[str(p["document"])][p["begin"], p["end"]] = p
    return found


def golds(path, demonyms):
    """Of each document its gold places: no demonyms, and what is no place apart."""
    for d in lines(path):
        places, others = {}, set()
        for m in d["mentions"]:
            span, kind = (m["start"], m["end"]), str(m.get("type"))
            if kind in ("Homonym", "Language"):
                others.add(span)
            elif kind == "Demonym" or m["surface"] in demonyms:
                others.add(span)
            else:
                places[span] = m
        yield str(d["id"]), d["text"], places, others


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def counts(gold, path, demonyms):
    """A row a document: found and gold, found, gold; exact span, no demonyms."""
    found, rows = mentions(path), []
    for ident, _, places, others in golds(gold, demonyms):
        said = [s for s, p in found[ident].items() if p["use"] != "demonym" and not any(overlap(s, o) for o in others)]
        rows.append((sum(s in places for s in said), len(said), len(places)))
    return rows


def f1(rows):
    hit, said, gold = (sum(column) for column in zip(*rows))
    return 2 * hit / (said + gold) if said + gold else 0


def interval(rows):
    dice = random.Random(1)
    drawn = sorted(f1(dice.choices(rows, k=len(rows))) for _ in range(DRAWS))
    return "%.3f-%.3f" % (drawn[DRAWS // 40], drawn[-DRAWS // 40])


HEAD = ("| | P exact | R exact | F1 exact | 95 % | F1 overlap | demonyms P | R | F1 | A161 | F161 |\n"
        "|---|--:|--:|--:|:-:|--:|--:|--:|--:|--:|--:|")


def row(bench, name, gold, path, demonyms):
    got = bench.score(gold, path)
    exact, people = got["recognition exact, no demonyms"], got["recognition exact, demonyms"]
    whole = got["end to end, no demonyms"]
    print("| %s | %.3f | %.3f | **%.3f** | %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |" % (
        name, exact["P"], exact["R"], exact["F1"], interval(counts(gold, path, demonyms)),
        got["recognition overlap, no demonyms"]["F1"], people["P"], people["R"], people["F1"], whole["A161"], whole["F161"]),
        flush=True)


def left(bench, demonyms):
    print("\n## Each corpus left out\n\n" + HEAD)
    paths = [bench.left_out(c) for c in THREE]
    for name, path in zip(THREE, paths):
        row(bench, name, bench.gold(name), path, demonyms)
    row(bench, "all", bench.pool([bench.gold(c) for c in THREE], "all.jsonl"), bench.pool(paths, "all.left.geojsonl"), demonyms)


def fifths(bench, demonyms):
    print("\n## Five folds\n\n" + HEAD)
    paths = [bench.by_fifths(c) for c in THREE]
    for name, path in zip(THREE, paths):
        row(bench, name, bench.gold(name), path, demonyms)
    row(bench, "all", bench.pool([bench.gold(c) for c in THREE], "all.jsonl"), bench.pool(paths, "all.fifths.geojsonl"), demonyms)


# What scanners take for what, and how many of 100 such places they misread; blanks go astray less often.
MISREAD = {"l": "1", "O": "0", "I": "l", "rn": "m", "m": "rn", "cl": "d", "e": "c", "S": "5", "h": "b", " ": ""}
MISREAD_PERCENT, BLANKS_PERCENT = 4, 1  # together some 1.5 in 100 characters


def in_capitals(text):
    return [c.upper() if len(c.upper()) == 1 else c for c in text]


def in_small_letters(text):
    return [c.lower() if len(c.lower()) == 1 else c for c in text]


def misread(text):
    """What each character becomes: a list of strings. Always the same for the same text."""
    dice, out, at = random.Random(zlib.crc32(text.encode())), [], 0
    while at < len(text):
        size = 2 if text[at:at + 2] in MISREAD else 1
        found = text[at:at + size]
        percent = BLANKS_PERCENT if found == " " else MISREAD_PERCENT
        hit = found in MISREAD and dice.randrange(100) < percent
        out += [MISREAD[found]] + [""] * (size - 1) if hit else list(found)
        at += size
    return out


WAYS = {"capitals": in_capitals, "small": in_small_letters, "misread": misread}


def rewritten(bench, name, how):
    """A corpus in other letters; mentions move with their text."""
    path = os.path.join(bench.work, "%s.%s.jsonl" % (name, how))
    with open(path, "w", encoding="utf-8") as to:
        for d in lines(bench.gold(name)):
            parts, begins = WAYS[how](d["text"]), [0]
            for part in parts:
                begins.append(begins[-1] + len(part))
            d["text"] = "".join(parts)
            for m in d["mentions"]:
                m["start"], m["end"] = begins[m["start"]], begins[m["end"]]
            d.pop("title", None)
            to.write(json.dumps(d, ensure_ascii=False) + "\n")
    return path


def altered(bench, demonyms):
    print("\n## In other letters, corpora left out: F1 exact\n\n| | as written | capitals | small letters | misread |\n"
          "|---|--:|--:|--:|--:|")
    for name in THREE:
        shown = [f1(counts(bench.gold(name), bench.left_out(name), demonyms))]
        for how in WAYS:
            path = rewritten(bench, name, how)
            shown.append(f1(counts(path, bench.found(bench.model(name), path, how), demonyms)))
        print("| %s | %.3f | %.3f | %.3f | %.3f |" % (name, *shown), flush=True)


def uses(bench, _):
    print("\n## Uses by five folds, spans given\n")
    for name in ("gwn", "relocar"):
        path = bench.by_fifths(name, given=True)
        lists = demonym_list(bench.corpora)
        command = [sys.executable, os.path.join(HERE, "uses.py"), bench.gold(name), path]
        print(name, subprocess.run(command + ([lists] if os.path.exists(lists) else []), capture_output=True, text=True,
                                   check=True).stdout.strip(), flush=True)


def sure(bench, demonyms):
    print("\n## Expected calibration error of confidence_mention, 15 bins, corpora left out\n")
    for name in THREE:
        found, pairs = mentions(bench.left_out(name)), []
        for ident, _, places, others in golds(bench.gold(name), demonyms):
            pairs += [(p["confidence_mention"], s in places) for s, p in found[ident].items()
                      if p["use"] != "demonym" and not any(overlap(s, o) for o in others)]
        pairs.sort()
        error = 0
        for b in range(BINS):
            some = pairs[b * len(pairs) // BINS:(b + 1) * len(pairs) // BINS]
            error += abs(sum(c for c, _ in some) - sum(ok for _, ok in some)) / len(pairs)
        print("%s %.3f" % (name, error), flush=True)


def seen(bench, demonyms):
    print("\n## Recall of names seen and not seen as places in training, corpora left out\n")
    for name in THREE:
        known = set()
        for other in SETS + [c for c in THREE if c != name]:
            for d in lines(bench.article(other)):
                known.update(d["text"][b:e].lower() for b, e, kind in d["spans"] if kind == "PLACE")
        found, tally = mentions(bench.left_out(name)), collections.Counter()
        for ident, text, places, _ in golds(bench.gold(name), demonyms):
            for span in places:
                was = text[span[0]:span[1]].lower() in known
                tally[was, span in found[ident]] += 1
        for was in (True, False):
            all_of = tally[was, True] + tally[was, False]
            print("%s %s: %d, found %.3f" % (name, "seen" if was else "not seen", all_of, tally[was, True] / max(1, all_of)))


def errors(bench, demonyms):
    print("\n## Errors, corpora left out\n")
    for name in THREE:
        tally, found = collections.Counter(), mentions(bench.left_out(name))
        for ident, text, places, others in golds(bench.gold(name), demonyms):
            said = found[ident]
            for span in places:
                if span in said:
                    continue
                near = [s for s in said if overlap(s, span)]
                wider = any(s[0] <= span[0] and s[1] >= span[1] for s in near)
                tally["missed" if not near else "found too wide" if wider else "found too narrow"] += 1
            for span, p in said.items():
                if span in places or p["use"] == "demonym" or any(overlap(span, g) for g in list(places) + list(others)):
                    continue
                tally["no place: " + ("inside a name" if p["use"] == "embedded" else "unlisted" if not p.get("geonameid") else
                                      "listed")] += 1
        print(name, ", ".join("%s %d" % pair for pair in tally.most_common()), flush=True)


STEPS = {f.__name__: f for f in (left, fifths, altered, uses, sure, seen, errors)}


def demonym_list(corpora):
    """The file of words that the scorer counts as demonyms whatever their type; it may be missing."""
    return os.path.join(os.path.dirname(corpora.rstrip("/")), "eval", "demonyms.txt")


def demonyms_of(corpora):
    """Those words; none where there is no list."""
    lists = demonym_list(corpora)
    return {w.strip() for w in open(lists, encoding="utf-8")} if os.path.exists(lists) else set()


def main(argv):
    if len(argv) < 6 or any(s not in STEPS for s in argv[6:]):
        sys.exit(__doc__)
    bench = Bench(*argv[1:6])
    demonyms = demonyms_of(bench.corpora)
    for step in argv[6:] or list(STEPS):
        STEPS[step](bench, demonyms)


if __name__ == "__main__":
    main(sys.argv)
