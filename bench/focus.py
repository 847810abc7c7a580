#!/usr/bin/env python3
"""Measures how often an article's focus is right, from raw text.

    bench/focus.py build/geomention CORPORA-FOLDER [--errors NAME] [--models WORK]

The gold focus of an article is the country, and the first-level division, that
most of its gold mentions lie in; where two are equal, the article is left out.
What a gold mention lies in is looked up by its GeoNames id: in our gazetteer
(`geomention show`), else as the corpus tells it. Beside the program's focus
stand two rules: the country or division most often found among the mentions
("most often"), and the program's where every article has a publisher of its
own ("alone"), so that it cannot learn from the others.

--models: each corpus is mapped by WORK/model-NAME, which find_unseen.py made
without it. --errors shows the errors of a corpus, but only of the fifth of its articles
that may be read (crc32(id) % 5 == 0). The folder is as in accuracy.py.
"""

import collections
import json
import os
import subprocess
import sys
import tempfile
import zlib

CORPORA = (("LGL", "lgl-dev"), ("TR-News", "trnews-dev"),
           ("GeoWebNews", "gwn-dev"))
LEVELS = ("country", "division")


def rows(path):
    """The properties of a file with a Feature a line."""
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line)["properties"] for line in lines]


def mapped(program, articles, model):
    """The mentions and the focus of each article, by its number in the run."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "in.jsonl")
        with open(source, "w", encoding="utf-8") as out:
            for article in articles:
                out.write(json.dumps(article) + "\n")
        subprocess.run([program, "map", "-q", source, "-o",
                        os.path.join(folder, "out.geojsonl"),
                        "--layers", "articles", *model], check=True)
        mentions = collections.defaultdict(list)
        for row in rows(os.path.join(folder, "out.geojsonl")):
            mentions[row["mention_id"].split("-")[0]].append(row)
        focus = rows(os.path.join(folder, "out_articles.geojsonl"))
        return [(mentions[row["article_id"]], row) for row in focus]


class Gazetteer:
    """Which country and division a GeoNames id lies in."""

    def __init__(self, program):
        self.program = program
        self.known = {}

    def lies_in(self, geonameid):
        """(country, division), each None where it is not known."""
        if not geonameid:
            return (None, None)
        if geonameid not in self.known:
            run = subprocess.run([self.program, "show", "--to", "geojson",
                                  "--id", str(geonameid)],
                                 capture_output=True, text=True, check=False)
            features = json.loads(run.stdout or "{}").get("features") or []
            place = features[0]["properties"] if features else {}
            self.known[geonameid] = (place.get("country_name"),
                                     place.get("admin1"))
        return self.known[geonameid]

    def of_mention(self, mention):
        """What a gold mention lies in: by its own id, else by its parents'."""
        country, division = self.lies_in(mention.get("geonameid"))
        if not country:
            country = self.lies_in(mention.get("country_geonameid"))[0]
        if not division:
            division = self.lies_in(mention.get("admin1_geonameid"))[1]
        return country, division


def winner(counts):
    """What is counted most; None where two are equal."""
    best = counts.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def gold_of(gazetteer, article):
    """The gold country and division of an article; None: it has no one."""
    counts = [collections.Counter(), collections.Counter()]
    for mention in article["mentions"]:
        for count, one in zip(counts, gazetteer.of_mention(mention)):
            if one:
                count[one] += 1
    return [winner(count) for count in counts]


def most_often(mentions, field):
    """The rule to beat."""
    counts = collections.Counter(row[field] for row in mentions if row[field])
    return counts.most_common(1)[0][0] if counts else None


def measure(program, gazetteer, path, shown, model):
    """How many articles count, and how many each way gets right."""
    with open(path, encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    articles = [{key: article.get(key) or "" for key in
                 ("id", "title", "text", "date", "url", "source")}
                for article in gold]
    alone = [dict(article, url="", source=f"paper {number}")
             for number, article in enumerate(articles)]
    runs = zip(gold, mapped(program, articles, model),
               mapped(program, alone, model))
    result = {level: collections.Counter() for level in LEVELS}
    for article, (mentions, focus), (_, single) in runs:
        answers = {
            "country": ("country_name", "focus_country_name"),
            "division": ("admin1", "focus_division")}
        for level, right in zip(LEVELS, gold_of(gazetteer, article)):
            if right is None:
                continue
            field, about = answers[level]
            count = result[level]
            count["articles"] += 1
            count["most often"] += most_often(mentions, field) == right
            count["alone"] += single[about] == right
            count["focus"] += focus[about] == right
            readable = zlib.crc32(article["id"].encode()) % 5 == 0
            if shown and readable and focus[about] != right:
                print(level, article["id"], article["source"], "gold", right,
                      "focus", focus[about], focus["place_names"])
    return result


def main():
    program, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    shown = sys.argv[sys.argv.index("--errors") + 1] \
        if "--errors" in sys.argv else None
    models = sys.argv[sys.argv.index("--models") + 1] \
        if "--models" in sys.argv else None
    gazetteer = Gazetteer(program)
    print("| | articles | most often | focus, alone | focus |")
    print("|---|--:|--:|--:|--:|")
    for name, file in CORPORA:
        path = os.path.join(folder, file + ".jsonl")
        if not os.path.exists(path) or (shown and shown != name):
            continue
        model = ["--model", os.path.join(
            models, "model-" + file.removesuffix("-dev"),
            "geomention.model")] if models else []
        for level, count in measure(program, gazetteer, path, shown,
                                    model).items():
            whole = count["articles"]
            print(f"| {name}, {level} | {whole} | "
                  + " | ".join(f"{count[way] / whole:.3f}" for way in
                               ("most often", "alone", "focus")) + " |")


if __name__ == "__main__":
    main()
