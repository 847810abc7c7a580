/* Tokens: the words, numbers and marks of a text, in order.
 *
 *     Russia's  "U.S."  drones,  20  km  Russia-Iran
 *     [Russia]['s] ["] [U.S.] ["] [drones] [,] [20] [km] [Russia] [-] [Iran]
 *
 * A word is a run of letters, digits and marks; an apostrophe between letters
 * belongs to it (O'Keeffe, Xi'an) but a possessive 's (or ' behind an s) is a
 * token of its own. Letters with full stops between (U.S., D.C.) are one
 * token with its last full stop. Letters of scripts without spaces (Han, Kana,
 * Hangul) form one word a run. Everything else is a token a character. */
#ifndef GM_DOCUMENT_TOKEN_H
#define GM_DOCUMENT_TOKEN_H

#include "base/workspace.h"

typedef enum gm_token_kind {
  GM_TOKEN_WORD,       /* has a letter */
  GM_TOKEN_NUMBER,     /* begins with a digit: 20, 20th, 2,000, 3.5 */
  GM_TOKEN_POSSESSIVE, /* 's or ' */
  GM_TOKEN_MARK,       /* one character of punctuation or symbol, or a whole
                          address (https://example.org/Paris, @handle): it
                          names no place */
} gm_token_kind;

typedef enum gm_token_case {
  GM_CASE_NONE,    /* no letter with a case: numbers, marks, Arabic, Chinese */
  GM_CASE_LOWER,   /* drones */
  GM_CASE_CAPITAL, /* Moscow, and a single capital: A */
  GM_CASE_UPPER,   /* MOSCOW, U.S., UN: two capitals or more and no small one */
  GM_CASE_MIXED,   /* McDonald, iPhone, O'Keeffe; "al" of al-Assad is LOWER */
} gm_token_case;

typedef struct gm_token {
  gm_span span;    /* bytes of the document's text */
  gm_str folded;   /* gm_fold of a word or number; the mark itself otherwise */
  uint8_t kind;    /* gm_token_kind */
  uint8_t letters; /* gm_token_case */
  bool spaced;     /* white space stands before it */
  bool line_start; /* it is the first of its line */
  bool dotted;     /* a word with full stops in it: U.S. */
} gm_token;

typedef struct gm_tokens {
  const gm_token *items;
  uint32_t count;
} gm_tokens;

/* Cuts `text[within)` into tokens. Positions are those of `text`.
 * @return GM_NO_MEMORY. @cost linear. */
gm_status gm_tokenise(gm_workspace *ws, gm_str text, gm_span within,
                      gm_tokens *out);

#endif
