/* Settling: of matches that overlap, which are mentions. */
#ifndef GM_MENTION_SETTLE_H
#define GM_MENTION_SETTLE_H

#include "mention/judge.h"

/* Leaves in `matches` those that pass and win against all that overlap them:
 * the longer cover first, then the higher score. They stay ordered by their
 * begin. @cost n log n. */
gm_status gm_settle(gm_workspace *ws, const gm_context *context,
                    gm_passes passes, gm_matches *matches);

#endif
