/* See shape.h. Whether a point is inside is found by the even-odd rule, on all
 * rings at once: a line from the point to the east crosses the border an odd
 * number of times. */
#include "earth/shape.h"

#include <math.h>

static const double MEAN_RADIUS_KM = 6371.0088;
static const double INSIDE = 180 - 1e-7; /* just this side of the edge */

/* Whether the line from the point to the east crosses the edge from a to b.
 * An edge holds its lower end and not its upper one, so that a corner is
 * crossed once. */
static bool crosses(gm_point a, gm_point b, gm_point point) {
  if ((a.lat_deg > point.lat_deg) == (b.lat_deg > point.lat_deg)) return false;
  double share = (point.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg);
  return point.lon_deg < a.lon_deg + share * (b.lon_deg - a.lon_deg);
}

static bool rings_hold(const gm_shape *shape, gm_point point) {
  bool odd = false;
  for (uint32_t i = 0; i < shape->count; i++) {
    const gm_ring *ring = &shape->rings[i];
    for (uint32_t j = 1; j < ring->count; j++)
      odd ^= crosses(ring->points[j - 1], ring->points[j], point);
  }
  return odd;
}

bool gm_shape_holds(const gm_shape *shape, gm_point point) {
  if (shape->type != GM_SHAPE_POLYGON) return false;
  if (fabs(point.lon_deg) < INSIDE) return rings_hold(shape, point);
  /* 180 and -180 are one meridian, of which a ring has only one side. */
  return rings_hold(shape, (gm_point){point.lat_deg, INSIDE}) ||
         rings_hold(shape, (gm_point){point.lat_deg, -INSIDE});
}

double gm_ring_turn(const gm_ring *ring) {
  double twice = 0;
  for (uint32_t i = 1; i < ring->count; i++) {
    gm_point a = ring->points[i - 1], b = ring->points[i];
    twice += a.lon_deg * b.lat_deg - b.lon_deg * a.lat_deg;
  }
  return twice;
}

static double radians(double degrees) {
  return degrees * (3.14159265358979323846 / 180);
}

/* The area between an edge and the equator, taken for one along which the
 * sine of the latitude is even: good for the short edges that shapes have. */
static double below(gm_point a, gm_point b) {
  double middle = (sin(radians(a.lat_deg)) + sin(radians(b.lat_deg))) / 2;
  return radians(a.lon_deg - b.lon_deg) * middle;
}

double gm_shape_area_km2(const gm_shape *shape) {
  double sum = 0;
  if (shape->type != GM_SHAPE_POLYGON) return 0;
  for (uint32_t i = 0; i < shape->count; i++)
    for (uint32_t j = 1; j < shape->rings[i].count; j++)
      sum += below(shape->rings[i].points[j - 1], shape->rings[i].points[j]);
  return fabs(sum) * MEAN_RADIUS_KM * MEAN_RADIUS_KM;
}

gm_box gm_shape_box(const gm_shape *shape) {
  gm_box box = {90, 180, -90, -180};
  for (uint32_t i = 0; i < shape->count; i++)
    for (uint32_t j = 0; j < shape->rings[i].count; j++) {
      gm_point point = shape->rings[i].points[j];
      box.south_deg = fmin(box.south_deg, point.lat_deg);
      box.north_deg = fmax(box.north_deg, point.lat_deg);
      box.west_deg = fmin(box.west_deg, point.lon_deg);
      box.east_deg = fmax(box.east_deg, point.lon_deg);
    }
  return box;
}
