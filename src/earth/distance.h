/* How far two points are apart. */
#ifndef GM_EARTH_DISTANCE_H
#define GM_EARTH_DISTANCE_H

#include <math.h>

#include "geomention.h"

/* Of the sphere of the IUGG: (2a + b) / 3. */
#define GM_MEAN_RADIUS_KM 6371.0088

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
 * at most. The arc of a chord c is c + c^3/24 + 3c^5/640 and so on: the rest is
 * less than a metre here. An arc is longer than its chord, so that most pairs
 * are told to be too far without a root. @cost about 2 ns */
static inline double gm_direction_near_km(gm_direction a, gm_direction b,
                                          double most_km) {
  double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
  double square = x * x + y * y + z * z;
  double most = most_km / GM_MEAN_RADIUS_KM;
  if (square >= most * most) return most_km;
  double arc = sqrt(square) * (1 + square * (1 / 24.0 + square * 3 / 640));
  double km = GM_MEAN_RADIUS_KM * arc;
  return km < most_km ? km : most_km;
}

#endif
