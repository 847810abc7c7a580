/* Boxes (gm_box) between two parallels and two meridians, also across 180
 * degrees.
 *
 *       west 170        180        -170 east
 *          +-------------+-------------+
 *          |   Fiji      |      Samoa  |        west > east: the box
 *          +-------------+-------------+        crosses the 180th meridian
 *
 * As in RFC 7946, section 5.2: the box runs eastwards from west to east. */
#ifndef GM_EARTH_BOX_H
#define GM_EARTH_BOX_H

#include "geomention.h"

/* The box of one point: no height and no width. */
gm_box gm_box_of(gm_point point);

/* Widens a box, towards whichever side is nearer, so that it holds `point`.
 * Fed with points from west to east it stays the smallest that holds all. */
gm_box gm_box_with(gm_box box, gm_point point);

/* Whether the point is inside or on the edge. */
bool gm_box_holds(gm_box box, gm_point point);

/* How far it reaches from west to east: 0 to 360. */
double gm_box_width_deg(gm_box box);

#endif
