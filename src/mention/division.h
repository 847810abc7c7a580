/* The divisions that an article is about: the states that most of its sure
 * names lie in. A local paper writes of the towns of its state, and a word that
 * is no town there (Henderson, in Ohio) is rather a person. */
#ifndef GM_MENTION_DIVISION_H
#define GM_MENTION_DIVISION_H

#include "mention/scan.h"

/* Sets `at_home` of the matches. Needs their scores. @cost linear in matches */
void gm_divisions_mark(const gm_context *context, gm_matches matches);

#endif
