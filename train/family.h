/* Families of the recogniser's features: what its templates look at. To learn
 * without a family shows what it is worth: a feature that was never learnt has
 * no weights, so that finding need not know of it.
 *
 *     words      the word, those beside it, and the ends of its run
 *     shapes     letters, digits, capitals, length
 *     affixes    beginnings and ends of the word
 *     classes    word classes, learnt from the company that words keep
 *     gazetteer  names of the gazetteer, with kind, size and container
 *     lists      word lists of the gazetteer: titles, verbs, kinds of places
 *     document   neighbours of the word's other occurrences, and whether it is
 *                written small elsewhere
 *     position   opens a sentence or line; in a headline; shouted
 *     runs       runs of capitalised words: beginning, end, kind, size
 *
 * A template that looks at two things ("the word before and the shape of this
 * one") is of both families, and is left out with either. */
#ifndef TRAIN_FAMILY_H
#define TRAIN_FAMILY_H

#include "base/str.h"

/* X(NAME, name as the user writes it) */
#define FAMILIES(X)         \
  X(WORDS, "words")         \
  X(SHAPES, "shapes")       \
  X(AFFIXES, "affixes")     \
  X(CLASSES, "classes")     \
  X(GAZETTEER, "gazetteer") \
  X(LISTS, "lists")         \
  X(DOCUMENT, "document")   \
  X(POSITION, "position")   \
  X(RUNS, "runs")

enum family_number {
#define FAMILY_NUMBER(upper, lower) FAMILY_NUMBER_##upper,
  FAMILIES(FAMILY_NUMBER)
#undef FAMILY_NUMBER
      FAMILY_COUNT
};

/* Several families: a bit each. */
typedef uint32_t family_set;

enum family_bit {
#define FAMILY_BIT(upper, lower) FAMILY_##upper = 1 << FAMILY_NUMBER_##upper,
  FAMILIES(FAMILY_BIT)
#undef FAMILY_BIT
};

/* Names parted by commas become a set; NULL is the empty one.
 * @return GM_BAD_INPUT: there is no such family */
gm_status family_read(gm_workspace *ws, const char *names, family_set *out);

/* The families of a template, by its number in src/mention/feature.c. Empty:
 * that of what is always there, or a number that no template has. */
family_set family_of(uint32_t template);

/* Takes those features out whose template is of a family of `without`.
 * @return how many stay, at the front */
uint32_t family_leave_out(family_set without, const uint16_t *templates,
                          uint32_t *features, uint32_t count);

#endif
