/* Outlines: the points, lines or rings of a feature that Natural Earth drew,
 * and the one point that stands for it: on the land, in the water, on the
 * river; never the middle of a box, which for a crescent lies outside.
 *
 *         ____________
 *        /            \        A line of latitude is cut by the rings into
 *       /   .------.   \       stretches inside and outside. The middle of the
 *      |---x|      |----|      longest stretch inside is taken, of several such
 *      |    |      |    |      lines.
 */
#ifndef GM_GAZETTEER_OUTLINE_H
#define GM_GAZETTEER_OUTLINE_H

#include "base/workspace.h"

typedef enum gm_outline_kind {
  GM_OUTLINE_NONE,
  GM_OUTLINE_POINTS,
  GM_OUTLINE_LINES,
  GM_OUTLINE_RINGS, /* of one area or many, with their holes, in any order */
} gm_outline_kind;

typedef struct gm_outline {
  gm_outline_kind kind;
  gm_point *points;
  size_t count, capacity;
  size_t *ends; /* of each part: one behind its last point */
  size_t parts, parts_capacity;
} gm_outline;

/* Empties it, and keeps its memory for the next feature. */
void gm_outline_clear(gm_outline *outline);

/* Adds a point to the last part that is open, and closes that part. */
gm_status gm_outline_add(gm_workspace *ws, gm_outline *outline, gm_point point);
gm_status gm_outline_end_part(gm_workspace *ws, gm_outline *outline);

/* A point that stands for it. @return false in `found`: there is none, or it
 * is not on the Earth. @cost n log n */
gm_status gm_outline_point(gm_workspace *ws, const gm_outline *outline,
                           gm_point *out, bool *found);

/* outline_shape.c: the lines or areas that it draws, with the points rounded to
 * so many decimals of a degree; areas with their holes behind them, whatever
 * the order of the rings is.
 * @return `out` has no rings where it draws none, or leaves the Earth: what
 * crosses the 180th meridian must be cut already. @cost rings squared */
gm_status gm_outline_shape(gm_workspace *ws, const gm_outline *outline,
                           int decimals, gm_shape *out);

#endif
