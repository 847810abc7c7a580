/* Shapes on the globe: what they hold, and how large they are. A shape is cut
 * at the 180th meridian, so that within it longitudes are plain numbers. */
#ifndef GM_EARTH_SHAPE_H
#define GM_EARTH_SHAPE_H

#include "earth/box.h"

/* Whether a polygon holds a point; lines and points hold none. What lies on
 * the edge may be in or out. @cost linear. */
bool gm_shape_holds(const gm_shape *shape, gm_point point);

/* The area of a polygon in square kilometres on the sphere; 0 for others. */
double gm_shape_area_km2(const gm_shape *shape);

/* The smallest box from west to east that does not cross the 180th meridian;
 * a shape that was cut there reaches from -180 to 180. */
gm_box gm_shape_box(const gm_shape *shape);

/* Twice the signed area of a closed ring on the plane of degrees: positive
 * where it runs anticlockwise. */
double gm_ring_turn(const gm_ring *ring);

#endif
