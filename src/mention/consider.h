/* Considering: every stretch of a document that may be a place, judged. Finding
 * mentions and learning the weights of evidence both begin so. */
#ifndef GM_MENTION_CONSIDER_H
#define GM_MENTION_CONSIDER_H

#include "mention/judge.h"

/* Scans a document and, with a recogniser, reads it: the first steps, which
 * fill in context->reading. */
gm_status gm_consider_read(gm_workspace *ws, gm_context *context,
                           const gm_recogniser *recogniser, gm_matches *out);

/* @param recogniser  NULL: the lists alone
 * @cost linear in the text */
gm_status gm_consider(gm_workspace *ws, gm_context *context,
                      const gm_recogniser *recogniser,
                      const gm_mention_weights *weights, gm_matches *out);

#endif
