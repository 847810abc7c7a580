/* The parts of an article's digest; gm_summarise (digest.c) calls them one
 * after the other. */
#ifndef GM_SUMMARY_DIGEST_H
#define GM_SUMMARY_DIGEST_H

#include "base/workspace.h"

enum {
  GM_LINKED_MOST = 30,   /* places of an article that are linked */
  GM_LEANINGS_MOST = 16, /* of a level */
  GM_LEVELS = 3,
};

/* Pairs of the article's places; needs digest->places.
 * @cost linear in the mentions, and the square of GM_LINKED_MOST. */
gm_status gm_pairs_find(gm_workspace *ws, const gm_gazetteer *gazetteer,
                        gm_digest *digest);

/* What the article leans to. @cost linear in mentions and candidates, but for
 * a sort. */
gm_status gm_leanings_find(gm_workspace *ws, const gm_gazetteer *gazetteer,
                           gm_digest *digest);

#endif
