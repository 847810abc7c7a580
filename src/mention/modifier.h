/* Spatial modifiers: what the words before a name say of where is meant.
 *
 *     outside [Aleppo]                          outside
 *     about 20 km (12 miles) north of [Kharkiv]  distance, 20 km, bearing 0
 *     off the southern coast of [Libya]         outside, bearing 180
 *     northern [Syria], downtown [Boston]       part
 *     near the Syrian city of [Aleppo]          near: "near" alone
 *     near the [Syrian] border                  near
 *     between [Kyiv] and [Lviv]                 between, both
 *
 * A mention stays what it is, and so does its place: to move the point would
 * feign a precision that the words do not have. */
#ifndef GM_MENTION_MODIFIER_H
#define GM_MENTION_MODIFIER_H

#include "mention/context.h"

/* Fills in the modifiers of mentions, which are in the order of the text and
 * have their uses. @cost linear in the tokens; of a mention constant. */
void gm_modifiers_tell(const gm_context *context, gm_mentions mentions);

#endif
