/* Features: what the recogniser sees of a token, as hashed numbers.
 *
 * A feature is a template ("the word before") and a value ("in"); its hash
 * finds a row of weights (Weinberger et al. 2009, "the hashing trick",
 * doi:10.1145/1553374.1553516). Training and use call this code alike, so that
 * they cannot drift apart. */
#ifndef GM_MENTION_FEATURE_H
#define GM_MENTION_FEATURE_H

#include "mention/recogniser.h"
#include "mention/scan.h"

enum { GM_FEATURES_MOST = 160 };

/* What the templates ask of one token, found once. */
typedef struct gm_cue {
  gm_str word;        /* folded; every digit of a number is 0 */
  uint32_t hash;      /* of the word */
  uint32_t shape;     /* kind, case and length */
  gm_company company; /* its classes */
  gm_word_classes lists;
  uint32_t match;  /* the longest name of the gazetteer there: its kind,
                      size, and the token's place in it; 0: none */
  uint32_t before; /* neighbours of another occurrence of the word in the */
  uint32_t behind; /* document, hashed; 0: there is no other */
  bool lower;      /* the document writes it in small letters too */
  uint8_t lies;       /* 1: the name's container stands behind it; 2: it is one
                         of the name before it */
  uint8_t opens;   /* it opens its sentence or line; a headline; shouted */
} gm_cue;

typedef struct gm_cues {
  gm_cue *items; /* one a token */
  uint32_t count;
} gm_cues;

/* @param matches  what gm_scan found. @cost linear. */
gm_status gm_cues_make(gm_workspace *ws, const gm_context *context,
                       gm_matches matches, const gm_recogniser *recogniser,
                       gm_cues *out);

/* The features of one token.
 * @param templates  gets the number of each one's template, so that a trainer
 *                   can leave families of them out; NULL in use
 * @return how many were written to `out`, at most GM_FEATURES_MOST */
uint32_t gm_features_of(const gm_context *context, const gm_cues *cues,
                        uint32_t token, uint32_t out[GM_FEATURES_MOST],
                        uint16_t *templates);

/* Two numbers become one. Never 0. */
uint32_t gm_feature_mix(uint32_t a, uint32_t b);

/* The hash of a word, as the word table has it. Never 0. */
uint32_t gm_feature_word_hash(gm_str word);

#endif
