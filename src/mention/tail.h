/* Words behind a name that say which part of it, or which edge, is meant:
 *
 *     [Ukraine]'s east             part, bearing 90
 *     [Aleppo]'s eastern suburbs   part, bearing 90
 *     the [Libyan] coast           along
 */
#ifndef GM_MENTION_TAIL_H
#define GM_MENTION_TAIL_H

#include "mention/context.h"

/* Whether the border or coast of the name that ends before token `end` is meant
 * rather than the name: "near the [Syrian] border", "off [Libya]'s coast". */
bool gm_tail_is_edge(const gm_context *context, uint32_t end);

/* What the words behind the name say; of no kind: nothing. */
gm_modifier gm_tail_read(const gm_context *context, uint32_t end);

#endif
