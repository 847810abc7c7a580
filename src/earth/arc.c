/* See arc.h. Points are turned into vectors from the middle of the Earth: the
 * points between two of them are sums of the two, with weights that keep the
 * length (Shoemake 1985, "slerp", doi:10.1145/325334.325242).
 *
 *     between(t) = (sin((1-t) angle) from + sin(t angle) to) / sin(angle)    */
#include "earth/arc.h"

#include <math.h>

#include "earth/distance.h"

enum { POINTS_MOST = 96, LINES_MOST = 2 };

static const double STEP_KM = 250;
static const double PI = 3.14159265358979323846;

typedef struct vector {
  double x, y, z;
} vector;

static vector vector_of(gm_point point) {
  double lat = point.lat_deg * PI / 180, lon = point.lon_deg * PI / 180;
  return (vector){cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)};
}

static gm_point point_of(vector v) {
  return (gm_point){atan2(v.z, hypot(v.x, v.y)) * 180 / PI,
                    atan2(v.y, v.x) * 180 / PI};
}

static vector sum(vector a, double a_times, vector b, double b_times) {
  return (vector){a.x * a_times + b.x * b_times, a.y * a_times + b.y * b_times,
                  a.z * a_times + b.z * b_times};
}

/* The angle between two unit vectors, exact for small and large ones. */
static double angle_of(vector a, vector b) {
  vector less = sum(a, 1, b, -1), more = sum(a, 1, b, 1);
  return 2 * atan2(sqrt(less.x * less.x + less.y * less.y + less.z * less.z),
                   sqrt(more.x * more.x + more.y * more.y + more.z * more.z));
}

/* The way from `from` to `to`, both ends as given. */
static uint32_t walk(gm_point from, gm_point to, gm_point *points) {
  const vector north = {0, 0, 1};
  double steps = ceil(gm_distance_fast_km(from, to) / STEP_KM);
  uint32_t count = (uint32_t)fmax(steps, 1);
  vector a = vector_of(from), b = vector_of(to);
  double angle = angle_of(a, b);
  bool opposite = PI - angle < 1e-9;
  points[0] = from;
  for (uint32_t i = 1; i < count; i++) {
    double t = (double)i / count, s = sin(angle);
    vector v = opposite
                   ? sum(a, cos(t * PI), north, sin(t * PI))
                   : sum(a, sin((1 - t) * angle) / s, b, sin(t * angle) / s);
    points[i] = point_of(v);
  }
  points[count] = to;
  return count + 1;
}

/* Where the way from a to b crosses the 180th meridian, on a's side of it. */
static gm_point edge(gm_point a, gm_point b) {
  double side = a.lon_deg < 0 ? -180 : 180;
  double before = fabs(side - a.lon_deg), behind = 180 - fabs(b.lon_deg);
  double t = before + behind > 0 ? before / (before + behind) : 0;
  return (gm_point){a.lat_deg + t * (b.lat_deg - a.lat_deg), side};
}

/* The step that crosses the 180th meridian; 0: none does. The shortest way
 * crosses it once at most. */
static uint32_t crossing(const gm_point *points, uint32_t count) {
  for (uint32_t i = 1; i < count; i++)
    if (fabs(points[i].lon_deg - points[i - 1].lon_deg) > 180) return i;
  return 0;
}

/* Who stands on the 180th meridian has no way to go to it. */
static void drop_empty(gm_shape *shape, gm_ring *lines) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < shape->count; i++) {
    gm_point first = lines[i].points[0];
    gm_point last = lines[i].points[lines[i].count - 1];
    if (lines[i].count == 2 && first.lat_deg == last.lat_deg &&
        first.lon_deg == last.lon_deg)
      continue;
    lines[kept++] = lines[i];
  }
  shape->count = kept;
}

gm_status gm_arc_of(gm_workspace *ws, gm_point from, gm_point to,
                    gm_shape *out) {
  gm_point *points = gm_take_array(ws, POINTS_MOST + 2, sizeof *points);
  gm_ring *lines = gm_take_array(ws, LINES_MOST, sizeof *lines);
  if (!points || !lines) return ws->status;
  *out = (gm_shape){GM_SHAPE_LINE, lines, 0};
  if (from.lat_deg == to.lat_deg && from.lon_deg == to.lon_deg) return GM_OK;
  uint32_t count = walk(from, to, points), at = crossing(points, count);
  lines[0] = (gm_ring){points, at ? at + 1 : count, false};
  out->count = at ? 2 : 1;
  if (!at) return GM_OK;
  gm_point out_at = edge(points[at - 1], points[at]);
  for (uint32_t i = count; i > at; i--) points[i + 1] = points[i - 1];
  points[at] = out_at;
  points[at + 1] = (gm_point){out_at.lat_deg, -out_at.lon_deg};
  lines[1] = (gm_ring){points + at + 1, count - at + 1, false};
  drop_empty(out, lines);
  return GM_OK;
}
