/* Sentences: runs of tokens that end at a full stop, a question or exclamation
 * mark that is no part of an abbreviation, or at an empty line. A line of its
 * own without a final mark (a headline, a caption) is a sentence too.
 *
 * The rule for a full stop follows Kiss and Strunk's observation (2006,
 * doi:10.1162/coli.2006.32.4.485) that an abbreviation is a short word whose
 * full stop stands inside sentences: known abbreviations and single capitals
 * do not end one, nor does a full stop before a lower-case word. */
#ifndef GM_DOCUMENT_SENTENCE_H
#define GM_DOCUMENT_SENTENCE_H

#include "document/token.h"

typedef struct gm_sentence {
  gm_span span;        /* bytes, without white space at the ends */
  uint32_t begin, end; /* tokens, half-open */
  bool shouted;        /* nearly all words are in capitals */
  bool titled;         /* a headline: nearly all long words are capitalised */
} gm_sentence;

typedef struct gm_sentences {
  const gm_sentence *items;
  uint32_t count;
} gm_sentences;

/* Groups tokens into sentences; each token is in exactly one.
 * @return GM_NO_MEMORY. @cost linear. */
gm_status gm_sentences_of(gm_workspace *ws, gm_str text, gm_tokens tokens,
                          gm_sentences *out);

#endif
