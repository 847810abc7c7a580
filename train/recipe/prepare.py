#!/usr/bin/env python3
"""Makes training articles (JSON lines, see train/corpus.h) from public corpora and our own texts (own.py). Standard library
only (and the program zstd for compressed files).

    prepare.py OUT_FOLDER --ner FOLDER --geo FOLDER [--gazetteer gazetteer/world]

--ner        *.conll.zst: token TAB tag, `-DOCSTART-` TAB id before a document, an empty line behind a sentence
--geo        lgl-dev.jsonl, trnews-dev.jsonl, gwn-dev.jsonl: and relocar-train.jsonl:
             {"id", "text", "mentions": [{"start", "end", "surface", "type"}]}
--gazetteer  its demonyms.tsv says which marked words are demonyms; its places.tsv.zst names large places

Sentences become text again: blanks are put between tokens as printers put them. Sentences of GUM in which a country, a state or
a large city goes unmarked are left out: they teach the wrong thing.
"""
import argparse, glob, json, os, subprocess, sys

import own

HERE = os.path.dirname(os.path.abspath(__file__))
NER = "redocred wikigold uner_ewt_devtest uner_pud btc wnut17 gum_open".split()
GEO = "lgl trnews gwn".split()
FILTERED = {"gum_open"}
TYPES = {"LOC": "PLACE", "GPE": "PLACE", "FAC": "PLACE", "ORG": "ORG", "PER": "PER", "NORP": "DEMO"}
SENTENCES_A_DOCUMENT = 60
LARGE_CITY = 1_000_000
NO_BLANK_BEFORE = set(", . ; : ! ? ) ] } % 's ’s n't 're 've 'll 'd 'm '' ” …".split())
NO_BLANK_BEHIND = set("( [ { $ # “ ‘".split())


def unpacked(path):
    return subprocess.run(["zstdcat", path], capture_output=True, check=True, text=True, encoding="utf-8").stdout.split("\n")


def documents(path):
    """(id, sentences), each sentence a list of (token, tag)."""
    name, sentences, tokens = "", [], []
    for line in unpacked(path) + ["", "-DOCSTART-"]:
        if line.startswith("-DOCSTART-"):
            if sentences:
                yield name, sentences
            sentences, name = [], line.split("\t")[1] if "\t" in line else ""
        elif line.strip():
            tokens.append(tuple(line.split("\t")[:2]))
        elif tokens:
            sentences.append(tokens)
            tokens = []


def written(token):
    return {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"'}.get(token, token)


def joined(sentence, demonyms):
    """The text of one sentence and its spans."""
    text, spans, quoted, before, current = "", [], False, "", None
    for token, tag in sentence:
        word = written(token)
        blank = text and word not in NO_BLANK_BEFORE and before not in NO_BLANK_BEHIND
        if word == '"':
            blank, quoted = blank and not quoted, not quoted
        elif before == '"' and quoted:
            blank = False
        text += " " if blank else ""
        begin = len(text)
        text += word
        if tag.startswith("B-") or (tag.startswith("I-") and not current):
            current = [begin, len(text), TYPES.get(tag[2:], "MISC")]
            spans.append(current)
        elif tag.startswith("I-"):
            current[1] = len(text)
        else:
            current = None
        before = word
    for span in spans:
        if span[2] in ("PLACE", "MISC") and text[span[0]:span[1]] in demonyms:
            span[2] = "DEMO"
    return text, spans


def article(name, sentences, demonyms):
    text, spans = "", []
    for sentence in sentences:
        text += "\n" if text else ""
        line, found = joined(sentence, demonyms)
        spans += [[b + len(text), e + len(text), t] for b, e, t in found]
        text += line
    return {"id": name, "text": text, "spans": spans, "partial": False}


def from_ner(name, folder, demonyms, large):
    for ident, sentences in documents(os.path.join(folder, name + ".conll.zst")):
        if name in FILTERED:
            sentences = [s for s in sentences if not any(tag == "O" and word in large for word, tag in s)]
        for i in range(0, len(sentences), SENTENCES_A_DOCUMENT):
            yield article(f"{name}-{ident}-{i}", sentences[i:i + SENTENCES_A_DOCUMENT], demonyms)


def from_geo(path, demonyms):
    for line in open(path, encoding="utf-8"):
        d, spans, end = json.loads(line), [], -1
        for m in sorted(d["mentions"], key=lambda m: (m["start"], -m["end"])):
            if m["start"] < end:
                continue
            end, kind = m["end"], str(m.get("type"))
            label = "MISC" if kind in ("Homonym", "Language") else "DEMO" if m["surface"] in demonyms or kind == "Demonym" else "PLACE"
            spans.append([m["start"], end, label])
        yield {"id": str(d["id"]), "text": d["text"], "spans": spans, "partial": True}


def use_of(mention):
    """Of GeoWebNews by its types, of ReLocaR by its own; "" says nothing."""
    kind = str(mention.get("type"))
    if kind.startswith("Embedded"):
        return "EMBEDDED"
    if kind in ("Metonymic", "Non_Literal_Modifier", "metonymic"):
        return "ASSOCIATIVE"
    return "LITERAL" if kind in ("Literal", "Literal_Modifier", "Mixed", "Coercion", "literal", "mix") else ""


def noun_use_of(span):
    """GeoWebNews marks nouns too ("the city", "politicians"): what they mean is told by the same words around."""
    return {"Literal_Expression": "LITERAL_NOUN", "Non_Lit_Expression": "ASSOCIATIVE_NOUN"}.get(span["type"], "")


def uses(path):
    for line in open(path, encoding="utf-8"):
        d = json.loads(line)
        spans = [[m["start"], m["end"], use_of(m)] for m in d["mentions"] if use_of(m)]
        spans += [[s["start"], s["end"], noun_use_of(s)] for s in d.get("other_spans", []) if noun_use_of(s)]
        yield {"id": str(d["id"]), "text": d["text"], "spans": spans, "partial": True}


def table(path):
    lines = unpacked(path) if path.endswith(".zst") else open(path, encoding="utf-8").read().split("\n")
    head = lines[0].lstrip("#").split("\t")
    for line in lines[1:]:
        if line and not line.startswith("#"):
            yield dict(zip(head, line.split("\t") + [""] * len(head)))


def write(path, articles):
    count = 0
    with open(path, "w", encoding="utf-8") as out:
        for a in articles:
            if a["text"].strip():
                out.write(json.dumps(a, ensure_ascii=False) + "\n")
                count += 1
    print(f"{path}: {count} articles")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--ner", required=True)
    parser.add_argument("--geo", required=True)
    parser.add_argument("--gazetteer", default="gazetteer/world")
    given = parser.parse_args()
    os.makedirs(given.out, exist_ok=True)
    demonyms = {r["name"] for r in table(os.path.join(given.gazetteer, "demonyms.tsv")) if r["kind"] in ("demonym", "adjective")}
    large = {r["name"] for r in table(os.path.join(given.gazetteer, "places.tsv.zst"))
             if r["feature"].startswith("PCL") or (r["feature"] == "ADM1" and r["country"] == "US")
             or int(r["population"] or 0) > LARGE_CITY}
    for name in NER:
        write(os.path.join(given.out, name + ".jsonl"), from_ner(name, given.ner, demonyms, large))
    wrong = []
    texts = sorted(glob.glob(os.path.join(os.path.dirname(HERE), "own", "*.txt")))
    write(os.path.join(given.out, "own.jsonl"), (a for path in texts for a in own.articles(path, wrong)))
    for name in GEO:
        write(os.path.join(given.out, name + ".jsonl"), from_geo(os.path.join(given.geo, name + "-dev.jsonl"), demonyms))
    write(os.path.join(given.out, "use_gwn.jsonl"), uses(os.path.join(given.geo, "gwn-dev.jsonl")))
    write(os.path.join(given.out, "use_relocar.jsonl"), uses(os.path.join(given.geo, "relocar-train.jsonl")))
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
