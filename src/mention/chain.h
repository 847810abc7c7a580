/* The chain of words before a name that say where from it something is: links
 * that are read outwards, from the name to the left. */
#ifndef GM_MENTION_CHAIN_H
#define GM_MENTION_CHAIN_H

#include "mention/phrase.h"

/* What is read so far: tokens [begin, end), none at first, and what they say
 * but for its span. */
typedef struct gm_chain {
  const gm_context *context;
  uint32_t first; /* of the sentence: nothing before it is read */
  uint32_t begin, end;
  gm_modifier said;
} gm_chain;

/* Whether the token before `end` is this word. */
bool gm_chain_has(const gm_chain *by, uint32_t end, gm_str word);

/* Reads the words of a part that end before token `end` and begin from `low`
 * on: "northern and central", "north-central", "downtown". Joined by "and" they
 * have no bearing.
 * @return where they begin; `end`: there are none */
uint32_t gm_chain_parts(gm_chain *by, uint32_t low, uint32_t end);

/* Reads relations, what they are measured by and what is a part of them:
 * "20 km off the southern coast of". What the name is called may stand between
 * them and token `end`. */
void gm_chain_relations(gm_chain *by, uint32_t end);

/* Where what the name at `end` is called begins: "the", "the Syrian city of",
 * "the capital,"; `end`: nothing such stands before it. */
uint32_t gm_chain_title(const gm_chain *by, uint32_t end);

#endif
