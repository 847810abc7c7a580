/* From an outline to a shape: see outline.h. Natural Earth gives rings in any
 * order and turned in several ways, so what is a hole is told by where a ring
 * lies:
 *
 *      ______________
 *     |  0   ______  |     0 lies in none: an area
 *     |     | 1    | |     1 lies in one: a hole of 0
 *     |     | [2]  | |     2 lies in two: an island, an area again
 *     |     |______| |
 *     |______________|
 *
 * Points are rounded at first, as they will be in the file: what vanishes then
 * is left out. */
#include <math.h>
#include <stdlib.h>

#include "earth/point.h"
#include "earth/shape.h"
#include "gazetteer/outline.h"

/* A ring while its place among the others is looked for. */
typedef struct draft {
  gm_ring ring;
  gm_box box;
  gm_point inside; /* it */
  double area;     /* twice that on the plane of degrees */
  size_t part;     /* of the outline */
  uint32_t depth;  /* how many rings it lies in */
  uint32_t owner;  /* the area that it is, or that it is a hole of */
} draft;

static bool same(gm_point a, gm_point b) {
  return a.lat_deg == b.lat_deg && a.lon_deg == b.lon_deg;
}

/* Rounds the points of a part, without those that become the same.
 * @return GM_OK with count 0 where it has a point that is not on the Earth */
static gm_status round_part(gm_workspace *ws, const gm_outline *outline,
                            size_t part, double scale, gm_ring *out) {
  size_t begin = part ? outline->ends[part - 1] : 0;
  size_t end = outline->ends[part];
  gm_point *points = gm_take_array(ws, end - begin + 1, sizeof *points);
  uint32_t count = 0;
  if (!points) return GM_NO_MEMORY;
  *out = (gm_ring){points, 0, false};
  for (size_t i = begin; i < end; i++) {
    gm_point at = outline->points[i];
    at = (gm_point){round(at.lat_deg * scale) / scale,
                    round(at.lon_deg * scale) / scale};
    if (!gm_point_valid(at)) return GM_OK;
    if (!count || !same(points[count - 1], at)) points[count++] = at;
  }
  out->count = count;
  return GM_OK;
}

/* -------------------------------------------------------------- rings -- */

/* Closes a ring, and finds a point in it. @return false in `good`: it is none
 */
static gm_status close_ring(gm_workspace *ws, draft *own, bool *good) {
  gm_point *points = (gm_point *)own->ring.points;
  size_t count = own->ring.count;
  if (count && !same(points[0], points[count - 1])) points[count++] = points[0];
  own->ring.count = (uint32_t)count;
  own->area = fabs(gm_ring_turn(&own->ring));
  own->box = gm_shape_box(&(gm_shape){GM_SHAPE_POLYGON, &own->ring, 1});
  *good = count >= 4 && own->area > 0;
  if (!*good) return GM_OK;
  const gm_outline alone = {.kind = GM_OUTLINE_RINGS,
                            .points = points,
                            .count = count - 1,
                            .ends = (size_t[]){count - 1},
                            .parts = 1};
  return gm_outline_point(ws, &alone, &own->inside, good);
}

static bool box_holds(const gm_box *outer, const gm_box *inner) {
  return outer->south_deg <= inner->south_deg &&
         outer->north_deg >= inner->north_deg &&
         outer->west_deg <= inner->west_deg &&
         outer->east_deg >= inner->east_deg;
}

/* Whether a ring lies in another. Its corners do not tell: they may lie on the
 * other's edge. */
static bool lies_in(const draft *inner, const draft *outer) {
  gm_shape shape = {GM_SHAPE_POLYGON, &outer->ring, 1};
  return box_holds(&outer->box, &inner->box) &&
         gm_shape_holds(&shape, inner->inside);
}

/* The larger first, so that what a ring lies in comes before it. */
static int compare_areas(const void *a, const void *b) {
  const draft *x = a, *y = b;
  if (x->area != y->area) return x->area > y->area ? -1 : 1;
  return (x->part > y->part) - (x->part < y->part);
}

/* How deep each ring lies, and whose it is: a hole's is the smallest ring that
 * it lies in. */
static void nest(draft *rings, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    rings[i].owner = i;
    uint32_t around = i;
    for (uint32_t j = 0; j < i; j++) {
      if (!lies_in(&rings[i], &rings[j])) continue;
      rings[i].depth++;
      around = j;
    }
    rings[i].ring.hole = rings[i].depth % 2;
    if (rings[i].ring.hole) rings[i].owner = around;
  }
}

/* Each area with its holes behind it. */
static int compare_owners(const void *a, const void *b) {
  const draft *x = a, *y = b;
  if (x->owner != y->owner) return x->owner < y->owner ? -1 : 1;
  return compare_areas(a, b);
}

static gm_status shape_of_rings(gm_workspace *ws, const gm_outline *outline,
                                double scale, gm_shape *out) {
  draft *rings = gm_take_array(ws, outline->parts, sizeof *rings);
  gm_ring *sorted = gm_take_array(ws, outline->parts, sizeof *sorted);
  uint32_t count = 0;
  bool good;
  if (!rings || !sorted) return GM_NO_MEMORY;
  for (size_t i = 0; i < outline->parts; i++) {
    draft own = {.part = i};
    gm_status status = round_part(ws, outline, i, scale, &own.ring);
    if (status) return status;
    if (!own.ring.count) return GM_OK; /* half an area would mislead */
    status = close_ring(ws, &own, &good);
    if (status) return status;
    if (good) rings[count++] = own;
  }
  qsort(rings, count, sizeof *rings, compare_areas);
  nest(rings, count);
  qsort(rings, count, sizeof *rings, compare_owners);
  for (uint32_t i = 0; i < count; i++) sorted[i] = rings[i].ring;
  *out = (gm_shape){GM_SHAPE_POLYGON, sorted, count};
  return GM_OK;
}

/* -------------------------------------------------------------- lines -- */

static gm_status shape_of_lines(gm_workspace *ws, const gm_outline *outline,
                                double scale, gm_shape *out) {
  gm_ring *lines = gm_take_array(ws, outline->parts, sizeof *lines);
  uint32_t count = 0;
  if (!lines) return GM_NO_MEMORY;
  for (size_t i = 0; i < outline->parts; i++) {
    gm_status status = round_part(ws, outline, i, scale, &lines[count]);
    if (status) return status;
    if (!lines[count].count) return GM_OK;
    count += lines[count].count >= 2;
  }
  *out = (gm_shape){GM_SHAPE_LINE, lines, count};
  return GM_OK;
}

gm_status gm_outline_shape(gm_workspace *ws, const gm_outline *outline,
                           int decimals, gm_shape *out) {
  double scale = pow(10, decimals);
  *out = (gm_shape){0};
  if (outline->kind == GM_OUTLINE_RINGS)
    return shape_of_rings(ws, outline, scale, out);
  if (outline->kind == GM_OUTLINE_LINES)
    return shape_of_lines(ws, outline, scale, out);
  return GM_OK;
}
