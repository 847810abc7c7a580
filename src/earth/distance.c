/* See distance.h. This file alone calls geod_*, PROJ's implementation of
 * Karney (2013), Algorithms for geodesics, doi:10.1007/s00190-012-0578-z,
 * which converges for all pairs of points, antipodes too. */
#include "earth/distance.h"

#include <geodesic.h>
#include <math.h>

/* WGS 84: equatorial radius and flattening; and the mean radius of the
 * sphere, (2a + b) / 3, of the IUGG. */
static const double EQUATOR_RADIUS_M = 6378137.0;
static const double FLATTENING = 1 / 298.257223563;
static const double MEAN_RADIUS_KM = 6371.0088;

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
  return 2 * MEAN_RADIUS_KM * asin(sqrt(fmin(1, square)));
}

gm_direction gm_direction_of(gm_point point) {
  double lat = radians(point.lat_deg), lon = radians(point.lon_deg);
  return (gm_direction){cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)};
}

/* The arc of a chord c is c + c^3/24 + 3c^5/640 and so on: the rest is less
 * than a metre here. An arc is longer than its chord, so that most pairs are
 * told to be too far without a root. */
double gm_direction_near_km(gm_direction a, gm_direction b, double most_km) {
  double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
  double square = x * x + y * y + z * z;
  double most = most_km / MEAN_RADIUS_KM;
  if (square >= most * most) return most_km;
  double arc = sqrt(square) * (1 + square * (1 / 24.0 + square * 3 / 640));
  return fmin(MEAN_RADIUS_KM * arc, most_km);
}
