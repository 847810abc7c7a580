#!/usr/bin/env python3
"""Articles of our own (train/own), in which names are marked, as training articles (JSON lines, see train/corpus.h). Standard
library only.

    own.py TEXT... > own.jsonl

An article ends where a line is `---`. A mark is `[name|kind]`; one may stand inside another: `[University of [Vermont|E]|O]`.

    L  a place, meant as such             P  a person
    A  a place, for those who act there   O  an organisation, a firm, a team
    E  a place inside another name        M  a name of another kind, a language
    D  a demonym, an adjective of a place

Every name is marked. What is wrong with a text is told, and the exit code is 1; its other articles are written.
"""
import json, os, re, sys

TYPES = {"L": "PLACE", "A": "PLACE", "E": "PLACE", "D": "DEMO", "P": "PER", "O": "ORG", "M": "MISC"}
MARK = re.compile(r"\[|\|([LAEDPOM])\]")
JUDGED = 0.2  # our names are plainer than those of the news: they teach less of how much evidence weighs


class Wrong(Exception):
    pass


def around(text, at):
    return text[max(0, at - 30):at + 30].replace("\n", " ")


def read(marked):
    """The text without marks, and its names: (begin, end, kind), of which one may stand inside another."""
    text, names, begun, last = "", [], [], 0
    for mark in MARK.finditer(marked):
        text += marked[last:mark.start()]
        last = mark.end()
        if mark.group() == "[":
            begun.append(len(text))
            continue
        if not begun:
            raise Wrong("a mark ends that has not begun: " + around(text, len(text)))
        begin, kind = begun.pop(), mark.group(1)
        if text[begin:].strip() != text[begin:] or begin == len(text):
            raise Wrong("an empty name, or one with blanks around it: " + around(text, begin))
        if (kind == "E") != bool(begun):
            raise Wrong("E stands inside another mark, and nothing else does: " + around(text, begin))
        names.append((begin, len(text), kind))
    text += marked[last:]
    check(text, names, begun)
    return text, sorted(names)


def check(text, names, begun):
    stray = re.search(r"[\[\]|]", text)
    if begun or stray:
        raise Wrong("a mark without an end, or a stray sign of one: " + around(text, begun[0] if begun else stray.start()))
    for name in {text[b:e] for b, e, _ in names}:
        for again in re.finditer(r"\b" + re.escape(name) + r"\b", text):
            if not any(b <= again.start() and again.end() <= e for b, e, _ in names):
                raise Wrong("marked elsewhere, but not here: " + around(text, again.start()))


def articles(path, wrong):
    """Training articles; what is wrong is added to the list."""
    stem = os.path.splitext(os.path.basename(path))[0]
    for number, marked in enumerate(re.split(r"^---\s*$", open(path, encoding="utf-8").read(), flags=re.M), 1):
        if not marked.strip():
            continue
        try:
            text, names = read(marked.strip())
        except Wrong as what:
            wrong.append(f"{path}, article {number}: {what}")
            continue
        yield {"id": f"own-{stem}-{number}", "text": text, "spans": [[b, e, TYPES[k]] for b, e, k in names],
               "partial": False, "judged": JUDGED}


def main():
    wrong = []
    for path in sys.argv[1:]:
        for one in articles(path, wrong):
            print(json.dumps(one, ensure_ascii=False))
    print("\n".join(wrong), end="\n" if wrong else "", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
