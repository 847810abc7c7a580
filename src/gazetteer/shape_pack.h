/* The points of a shape, packed: steps from point to point, small numbers in
 * few bytes.
 *
 *     [rings] [points * 2 + hole] [lat lon] [lat lon] ...  next ring ...
 *
 * All are LEB128; a step may be negative and goes zigzag: 0, -1, 1, -2 is
 * 0, 1, 2, 3. The first step of a shape is from 0, 0; that of a later ring is
 * from the last point of the ring before it. A closed ring is stored without
 * its last point, which is its first.
 *
 * A walk reads it back without any memory, so that a check can too. */
#ifndef GM_GAZETTEER_SHAPE_PACK_H
#define GM_GAZETTEER_SHAPE_PACK_H

#include "base/workspace.h"
#include "gazetteer/format.h"

enum { GM_SHAPE_MOST_DECIMALS = 5 };

/* A walk along packed points. */
typedef struct gm_shape_walk {
  gm_str bytes;
  size_t at;
  double scale;         /* steps of one degree */
  int64_t lat, lon;     /* of the last point, in steps */
  uint32_t rings, left; /* rings in all; points left in this ring */
  bool hole;
  bool broken; /* it ended too early, or left the world */
} gm_shape_walk;

/* Begins a walk: `rings` is known then. */
gm_shape_walk gm_shape_walk_begin(gm_str outlines,
                                  const gm_format_shape *shape);

/* Goes on to the next ring: `left` and `hole` are known then. */
void gm_shape_walk_ring(gm_shape_walk *walk);

/* The next point of the ring; zeros once the walk is broken. */
gm_point gm_shape_walk_point(gm_shape_walk *walk);

/* Whether a shape is whole: of a known type, with rings that have points
 * enough, in its box, and nothing behind them. */
bool gm_shape_sound(gm_str outlines, const gm_format_shape *shape);

/* Unpacks a shape: closed rings come closed. A broken one gives fewer points,
 * or other ones. */
gm_status gm_shape_unpack(gm_workspace *ws, gm_str outlines,
                          const gm_format_shape *record, gm_shape *out);

/* Packs rings whose points are degrees; closed rings come closed.
 * @return bytes is NULL after gm_fail */
gm_str gm_shape_pack(gm_workspace *ws, const gm_shape *shape, int decimals);

#endif
