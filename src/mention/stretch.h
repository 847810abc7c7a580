/* Stretches: the tokens that are worth a trained eye. Names are written with
 * capitals, so in ordinary text only capitalised words are read, with the
 * numbers and the small words that tie them together; five tokens of six are
 * passed over. Where capitals say nothing, every token is read.
 *
 *     The  Bank of England  said on  Monday  that Route 61 ...
 *     [-]  [-------------]           [----]       [------]
 */
#ifndef GM_MENTION_STRETCH_H
#define GM_MENTION_STRETCH_H

#include "mention/context.h"

typedef struct gm_stretch {
  uint32_t begin, end; /* tokens of one sentence, half-open */
} gm_stretch;

/* The next stretch at or behind token `from`, at most GM_LATTICE_MOST long.
 * @return false: there is none. @cost linear in what it passes over. */
bool gm_stretch_next(const gm_context *context, uint32_t from, gm_stretch *out);

#endif
