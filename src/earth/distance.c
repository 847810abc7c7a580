/* See distance.h. This file alone calls geod_*, PROJ's implementation of
 * Karney (2013), Algorithms for geodesics, doi:10.1007/s00190-012-0578-z,
 * which converges for all pairs of points, antipodes too. */
#include "earth/distance.h"

#include <geodesic.h>
#include <math.h>

/* WGS 84: equatorial radius and flattening. */
static const double EQUATOR_RADIUS_M = 6378137.0;
static const double FLATTENING = 1 / 298.257223563;

double gm_distance_km(gm_point a, gm_point b) {
  struct geod_geodesic ellipsoid;
  double far_m = 0;
  geod_init(&ellipsoid, EQUATOR_RADIUS_M, FLATTENING);
  geod_inverse(&ellipsoid, a.lat_deg, a.lon_deg, b.lat_deg, b.lon_deg, &far_m,
               NULL, NULL);
  return far_m / 1000;
}

static double radians(double degrees) {
  return degrees * (3.14159265358979323846 / 180);
}

/* The haversine formula, which unlike the law of cosines keeps its digits
 * where the points are near each other. */
double gm_distance_fast_km(gm_point a, gm_point b) {
  double north = sin(radians(b.lat_deg - a.lat_deg) / 2);
  double east = sin(radians(b.lon_deg - a.lon_deg) / 2);
  double shrink = cos(radians(a.lat_deg)) * cos(radians(b.lat_deg));
  double square = north * north + shrink * east * east;
  return 2 * GM_MEAN_RADIUS_KM * asin(sqrt(fmin(1, square)));
}

gm_direction gm_direction_of(gm_point point) {
  double lat = radians(point.lat_deg), lon = radians(point.lon_deg);
  return (gm_direction){cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)};
}
