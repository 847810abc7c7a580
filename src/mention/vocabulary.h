/* The vocabulary of a document: its terms, the different words, numbered in the
 * order in which they first occur.
 *
 *     tokens    Paris  ,  Texas  ,  and  Paris  ,  Maine
 *     terms     0      1  2      1  3    0      1  4
 *
 * News uses a word about twice an article, and a book far more often. What
 * depends on the word alone is asked once a term: what the gazetteer knows of
 * it, its features, and as what the document has shown it. */
#ifndef GM_MENTION_VOCABULARY_H
#define GM_MENTION_VOCABULARY_H

#include "document/token.h"
#include "gazetteer/gazetteer.h"

/* As what a document shows a word, somewhere. */
typedef enum gm_shown {
  GM_SHOWN_SMALL = 1,        /* in small letters */
  GM_SHOWN_PERSON = 2,       /* as a person's last name */
  GM_SHOWN_PLACE = 4,        /* as a place, once judged */
  GM_SHOWN_READ_PLACE = 8,   /* the recogniser is sure of a place */
  GM_SHOWN_READ_PERSON = 16, /* likewise of a person */
} gm_shown;

typedef struct gm_vocabulary {
  uint32_t count;           /* of terms; each array has one item a term */
  const gm_str *words;      /* folded */
  const gm_name_walk *walks; /* each after one step, along the word */
  const gm_entry *entries;  /* of the word alone; zeros: it has none */
  const bool *in_phrase;    /* of a phrase that speaks of a country */
  uint8_t *shown;           /* sets of gm_shown */
  const uint32_t *of_token; /* index of each token's term */
} gm_vocabulary;

/* @cost linear */
gm_status gm_vocabulary_make(gm_workspace *ws, const gm_gazetteer *gazetteer,
                             gm_tokens tokens, gm_vocabulary *out);

#endif
