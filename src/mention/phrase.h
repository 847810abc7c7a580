/* Small words before a place in the text: read backwards, since what is known
 * is where they end. A phrase is words with single spaces, as folded. */
#ifndef GM_MENTION_PHRASE_H
#define GM_MENTION_PHRASE_H

#include "mention/context.h"

/* Where the phrase begins that ends before token `end` and does not reach
 * before `first`; `end`: it does not stand there. */
uint32_t gm_phrase_before(const gm_context *context, uint32_t first,
                          uint32_t end, gm_str phrase);

/* A phrase and what it says, as its table tells. */
typedef struct gm_phrase {
  gm_str words;
  float number;
  uint8_t kind;
  uint8_t flags;
} gm_phrase;

#define GM_PHRASE(words, number, kind, flags) \
  { {words, sizeof(words) - 1}, number, kind, flags }

/* The longest of some phrases that end there, or NULL. @param begin  set where
 * one is found */
const gm_phrase *gm_phrase_longest(const gm_context *context, uint32_t first,
                                   uint32_t end, const gm_phrase *phrases,
                                   size_t count, uint32_t *begin);

/* Whether the word of a token is this one. */
bool gm_phrase_is(const gm_context *context, uint32_t token, gm_str word);

/* Whether the token before `end` is a hyphen or a dash between letters. */
bool gm_phrase_hyphen(const gm_context *context, uint32_t first, uint32_t end);

#endif
