/* How far two points are apart. */
#ifndef GM_EARTH_DISTANCE_H
#define GM_EARTH_DISTANCE_H

#include "geomention.h"

/* Along the geodesic of WGS 84, exact to nanometres. @cost about 1 us. */
double gm_distance_km(gm_point a, gm_point b);

/* On a sphere of the Earth's mean radius: at most 0.6 % wrong, which no score
 * can tell from right. For loops over pairs of places. @cost about 50 ns. */
double gm_distance_fast_km(gm_point a, gm_point b);

/* A point as the direction that it lies in from the middle of the sphere: of
 * length 1. What is compared with many others keeps its direction. */
typedef struct gm_direction {
  double x, y, z;
} gm_direction;

gm_direction gm_direction_of(gm_point point);

/* The same distance where it is below `most_km`, else `most_km`; that is 1,500
 * at most. @cost about 2 ns: no sines are needed for points so near. */
double gm_direction_near_km(gm_direction a, gm_direction b, double most_km);

#endif
