#!/usr/bin/env python3
"""How well are uses told apart? Standard library only.

    uses.py GOLD.jsonl MENTIONS.geojsonl [DEMONYMS.txt]

GOLD is GeoWebNews or ReLocaR as JSON lines; MENTIONS what geomention wrote for it. Only mentions at the exact span of a gold one
count. Words of DEMONYMS are gold demonyms whatever their type, as in score.py. Prints the accuracy of literal against the rest and, for
GeoWebNews, F1 of each use and their mean.
"""
import json, sys

LITERAL = {"Literal", "Literal_Modifier", "Mixed", "Coercion", "literal", "mix"}
ASSOCIATIVE = {"Metonymic", "Non_Literal_Modifier", "metonymic"}


def use_of(kind):
    if kind in LITERAL:
        return "literal"
    if kind in ASSOCIATIVE:
        return "associative"
    return "embedded" if kind.startswith("Embedded") else "demonym" if kind == "Demonym" else None


def gold(path, demonyms):
    for line in open(path, encoding="utf-8"):
        d = json.loads(line)
        for m in d["mentions"]:
            kind = str(m.get("type"))
            use = use_of(kind)
            if use:
                shown = "demonym" if m["surface"] in demonyms else use
                yield (str(d["id"]), m["start"], m["end"]), (kind in LITERAL, shown)


def found(path):
    for line in open(path, encoding="utf-8"):
        line = line.strip("\x1e \n")
        if line:
            p = json.loads(line)["properties"]
            if p["part"] != "title":
                yield (str(p["document"]), p["begin"], p["end"]), p["use"]


def pairs(argv):
    said = dict(found(argv[2]))
    demonyms = {w.strip() for w in open(argv[3], encoding="utf-8")} if len(argv) > 3 else set()
    return [(*use, said[key]) for key, use in gold(argv[1], demonyms) if key in said]


def f1(both, use):
    hit = sum(a == b == use for a, b in both)
    total = sum(a == use for a, _ in both) + sum(b == use for _, b in both)
    return 2 * hit / total if total else 0


def main():
    both = pairs(sys.argv)
    right = sum(literal == (said == "literal") for literal, _, said in both)
    both = [(use, said) for _, use, said in both]
    print(f"uses {len(both)}  literal against the rest {right / len(both):.3f}", end="")
    uses = ["literal", "associative", "demonym", "embedded"]
    if any(a == "embedded" for a, _ in both):
        scores = [f1(both, u) for u in uses]
        print("  F1", "  ".join(f"{u} {s:.3f}" for u, s in zip(uses, scores)), f" mean {sum(scores) / 4:.3f}", end="")
    print()


if __name__ == "__main__":
    main()
