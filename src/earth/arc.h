/* The shortest way between two points, as a line for maps.
 *
 *     Tokyo --- --- --- --- 180 | -180 --- --- --- San Francisco
 *                             cut
 *
 * On a map the shortest way is bent, so it needs points in between; and where
 * it crosses the 180th meridian it is cut in two (RFC 7946, section 3.1.9), or
 * programs draw a line round the world the other way. */
#ifndef GM_EARTH_ARC_H
#define GM_EARTH_ARC_H

#include "base/workspace.h"

/* A great circle of the sphere, with a point every 250 km or oftener: nowhere
 * more than 2 km beside the curve. One line, or two where it was cut; none
 * where the points are the same. Of two points opposite each other the way over
 * the North Pole is taken.
 * @return GM_NO_MEMORY. @cost 100 ns a point */
gm_status gm_arc_of(gm_workspace *ws, gm_point from, gm_point to,
                    gm_shape *out);

#endif
