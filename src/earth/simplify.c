/* See simplify.h. Ramer (1972) and Douglas and Peucker (1973,
 * doi:10.3138/FM57-6770-U75U-7727): the point farthest from the chord stays,
 * and the line on either side of it is looked at in the same way.
 *
 *          *  farthest                 *
 *     .  .   .                        / \
 *     A--------B  chord     -->      A   B
 *
 * Degrees of longitude shrink towards the poles, so they are weighed by the
 * cosine of the latitude. A point that goes is marked by a latitude that no
 * point has. */
#include "earth/simplify.h"

#include <math.h>

static const double radians = 3.14159265358979323846 / 180;
static const double gone = 999;

/* How far p is from the stretch between a and b, in degrees, squared. */
static double far_from(gm_point p, gm_point a, gm_point b) {
  double shrink = cos(p.lat_deg * radians);
  double x = (b.lon_deg - a.lon_deg) * shrink, y = b.lat_deg - a.lat_deg;
  double px = (p.lon_deg - a.lon_deg) * shrink, py = p.lat_deg - a.lat_deg;
  double length = x * x + y * y;
  double along = length > 0 ? (px * x + py * y) / length : 0;
  along = along < 0 ? 0 : along > 1 ? 1 : along;
  double dx = px - along * x, dy = py - along * y;
  return dx * dx + dy * dy;
}

/* Marks what goes between two points that stay. The shorter side is done by a
 * call, the longer one by the loop: so calls nest no deeper than log n. */
static void mark(gm_point *points, uint32_t first, uint32_t last,
                 double limit) {
  while (last > first + 1) {
    uint32_t farthest = first;
    double most = -1;
    for (uint32_t i = first + 1; i < last; i++) {
      double far = far_from(points[i], points[first], points[last]);
      if (far > most) most = far, farthest = i;
    }
    if (most <= limit) {
      for (uint32_t i = first + 1; i < last; i++) points[i].lat_deg = gone;
      return;
    }
    if (farthest - first < last - farthest) {
      mark(points, first, farthest, limit);
      first = farthest;
    } else {
      mark(points, farthest, last, limit);
      last = farthest;
    }
  }
}

uint32_t gm_line_simplify(gm_point *points, uint32_t count,
                          double tolerance_deg) {
  uint32_t kept = 0;
  if (count > 2) mark(points, 0, count - 1, tolerance_deg * tolerance_deg);
  for (uint32_t i = 0; i < count; i++)
    if (points[i].lat_deg != gone) points[kept++] = points[i];
  return kept;
}
