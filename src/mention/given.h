/* Given mentions: spans that someone else found, taken as they are. Only the
 * part that the gazetteer lists (the head) and the kind that the words demand
 * remain to be found. */
#ifndef GM_MENTION_GIVEN_H
#define GM_MENTION_GIVEN_H

#include "mention/context.h"

/* One mention a given span, in the order of begin and end. */
gm_status gm_given_take(gm_workspace *ws, const gm_context *context,
                        gm_mentions *out);

/* The part of a span that the gazetteer lists, the kind that the words beside
 * it demand (or -1), and whether it is a demonym. Where nothing is listed, the
 * head is the span. */
gm_status gm_given_head(gm_workspace *ws, const gm_context *context,
                        gm_span span, gm_span *out, int *kind_hint,
                        bool *peoples);

#endif
