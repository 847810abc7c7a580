/* Positions as files count them: in Unicode code points of the title or of the
 * text, where the library counts bytes of both together.
 *
 *     bytes         0         1024       2048       3072     ...
 *                   |----------|----------|----------|---
 *     code points   0          998        1951       2975
 *
 * Every thousandth byte has a milestone that knows how many code points stand
 * before it, so that each position costs at most one stretch, in any order:
 * given spans may be nested, and repeat. */
#ifndef GM_WRITE_POSITION_H
#define GM_WRITE_POSITION_H

#include "base/workspace.h"

typedef struct gm_positions {
  gm_str text;
  const uint32_t *milestones;
} gm_positions;

/* @return GM_NO_MEMORY. @cost linear in the text. */
gm_status gm_positions_of(gm_workspace *ws, gm_str text, gm_positions *out);

/* How many code points begin in `text` before `byte`. @cost constant. */
uint32_t gm_positions_at(const gm_positions *positions, size_t byte);

#endif
