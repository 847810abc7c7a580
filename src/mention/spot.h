/* Spotting: the places that the recogniser marks become matches too, beside
 * those of the gazetteer.
 *
 *     marked                          becomes
 *     [the Fenwick Valley]            [Fenwick Valley], which nobody lists
 *     [Rivne, Lviv]                   [Rivne] and [Lviv]
 *     [Russia-Iran]                   [Russia] and [Iran]
 *     [East Bank Middle School]       nothing new: East Bank is listed
 *     [Clark], covered as one with    [Clark] beside [Clark County]
 *     "County" by the lists
 */
#ifndef GM_MENTION_SPOT_H
#define GM_MENTION_SPOT_H

#include "mention/reading.h"

/* Marks the matches that are segments, and adds those that are missing. Needs
 * the covers. @cost linear in matches and segments. */
gm_status gm_spot(gm_workspace *ws, const gm_context *context,
                  gm_matches *matches);

#endif
