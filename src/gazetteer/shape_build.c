/* Shapes while a gazetteer is compiled: see build.h. A shape comes as the
 * source drew it. Here it gets into the form that readers count on: rings
 * closed and turned, points rounded, its box known, one shape a place. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "earth/point.h"
#include "earth/shape.h"
#include "gazetteer/build.h"
#include "gazetteer/shape_pack.h"

static bool same(gm_point a, gm_point b) {
  return a.lat_deg == b.lat_deg && a.lon_deg == b.lon_deg;
}

static void turn_round(gm_point *points, uint32_t count) {
  for (uint32_t i = 0, j = count - 1; i < j; i++, j--) {
    gm_point kept = points[i];
    points[i] = points[j];
    points[j] = kept;
  }
}

/* Copies a ring's points, without repetition, and closes and turns the ring
 * of a polygon. */
static gm_status copy_ring(gm_build *build, const gm_ring *ring, bool closed,
                           gm_ring *out) {
  gm_point *points =
      gm_take_array(build->ws, (size_t)ring->count + 1, sizeof *points);
  uint32_t count = 0;
  if (!points) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < ring->count; i++) {
    if (!gm_point_valid(ring->points[i]))
      return gm_fail(build->ws, GM_BAD_INPUT, 0,
                     "a shape has a point at latitude %g, longitude %g",
                     ring->points[i].lat_deg, ring->points[i].lon_deg);
    if (!count || !same(points[count - 1], ring->points[i]))
      points[count++] = ring->points[i];
  }
  if (closed && count && !same(points[0], points[count - 1]))
    points[count++] = points[0];
  if (count < (closed ? 4 : 2))
    return gm_fail(build->ws, GM_BAD_INPUT, 0,
                   "a shape has a %s of %u different points",
                   closed ? "ring" : "line", (unsigned)(count - closed));
  *out = (gm_ring){points, count, closed && ring->hole};
  if (closed && (gm_ring_turn(out) > 0) == out->hole) turn_round(points, count);
  return GM_OK;
}

static int32_t e5(double degrees, int direction) {
  double steps = degrees * 1e5;
  return (int32_t)(direction < 0 ? floor(steps + 1e-6) : ceil(steps - 1e-6));
}

/* The box of the points as they are once they are rounded. */
static void give_box(gm_format_shape *record, const gm_shape *shape,
                     int decimals) {
  double half = decimals < 5 ? 0.5 * pow(10, -decimals) : 0.5e-5;
  gm_box box = gm_shape_box(shape);
  record->south_e5 = e5(fmax(box.south_deg - half, -90), -1);
  record->west_e5 = e5(fmax(box.west_deg - half, -180), -1);
  record->north_e5 = e5(fmin(box.north_deg + half, 90), 1);
  record->east_e5 = e5(fmin(box.east_deg + half, 180), 1);
}

static gm_status keep(gm_build *build, const gm_draft_shape *draft) {
  gm_draft_shape *shapes =
      gm_grow(build->ws, build->shapes, build->shapes_count,
              &build->shapes_capacity, sizeof *shapes);
  if (!shapes) return GM_NO_MEMORY;
  build->shapes = shapes;
  shapes[build->shapes_count++] = *draft;
  return GM_OK;
}

/* Packs the points, and finds the box around them. */
static gm_status pack(gm_build *build, const gm_shape *shape,
                      gm_draft_shape *draft) {
  int decimals = draft->record.decimals;
  draft->packed = gm_shape_pack(build->ws, shape, decimals);
  if (!draft->packed.bytes) return GM_NO_MEMORY;
  if (draft->packed.size > UINT32_MAX)
    return gm_fail(build->ws, GM_TOO_LARGE, 0, "a shape has %zu bytes",
                   draft->packed.size);
  draft->record.size = (uint32_t)draft->packed.size;
  give_box(&draft->record, shape, decimals);
  return GM_OK;
}

gm_status gm_build_add_shape(gm_build *build, uint32_t place,
                             const gm_shape *shape, int decimals,
                             uint16_t source, uint32_t file) {
  gm_ring *rings = gm_take_array(build->ws, shape->count, sizeof *rings);
  gm_shape own = {shape->type, rings, shape->count};
  bool closed = shape->type == GM_SHAPE_POLYGON;
  if (!rings) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < shape->count; i++) {
    gm_status status = copy_ring(build, &shape->rings[i], closed, &rings[i]);
    if (status) return status;
  }
  gm_draft_shape draft = {.record = {.place = place,
                                     .source = source,
                                     .type = (uint8_t)shape->type,
                                     .decimals = (uint8_t)decimals},
                          .file = file,
                          .area_km2 = file ? gm_shape_area_km2(&own) : 0};
  gm_status status = pack(build, &own, &draft);
  return status ? status : keep(build, &draft);
}

/* ------------------------------------------------------ one for a place -- */

/* By place and file; those of one file by area, for it may draw a part beside
 * the whole, then in the order of reading, which the offset is until now. */
static int compare_shapes(const void *a, const void *b) {
  const gm_draft_shape *x = a, *y = b;
  if (x->record.place != y->record.place)
    return x->record.place < y->record.place ? -1 : 1;
  if (x->file != y->file) return x->file < y->file ? -1 : 1;
  if (x->area_km2 != y->area_km2) return x->area_km2 > y->area_km2 ? -1 : 1;
  return (x->record.offset > y->record.offset) -
         (x->record.offset < y->record.offset);
}

/* Whether two drafts are pieces of one line. Areas might overlap. */
static bool are_pieces(const gm_draft_shape *a, const gm_draft_shape *b) {
  return a->file && a->file == b->file && a->record.type == GM_SHAPE_LINE &&
         b->record.type == GM_SHAPE_LINE &&
         a->record.decimals == b->record.decimals;
}

static gm_status unpack(gm_build *build, const gm_draft_shape *draft,
                        gm_shape *out) {
  gm_format_shape record = draft->record;
  record.offset = 0;
  return gm_shape_unpack(build->ws, draft->packed, &record, out);
}

/* Puts a piece to the shape that stays. */
static gm_status join(gm_build *build, gm_draft_shape *kept,
                      const gm_draft_shape *piece) {
  gm_shape a, b;
  gm_status status = unpack(build, kept, &a);
  if (!status) status = unpack(build, piece, &b);
  if (status) return status;
  gm_ring *rings =
      gm_take_array(build->ws, (size_t)a.count + b.count, sizeof *rings);
  if (!rings) return GM_NO_MEMORY;
  memcpy(rings, a.rings, a.count * sizeof *rings);
  memcpy(rings + a.count, b.rings, b.count * sizeof *rings);
  return pack(build, &(gm_shape){a.type, rings, a.count + b.count}, kept);
}

/* Sorts the shapes and leaves one a place. */
static gm_status sort_shapes(gm_build *build, size_t *count) {
  size_t kept = 0;
  gm_status status = GM_OK;
  gm_draft_shape *shapes = build->shapes;
  for (size_t i = 0; i < build->shapes_count; i++)
    shapes[i].record.offset = (uint32_t)i;
  if (build->shapes_count)
    qsort(shapes, build->shapes_count, sizeof *shapes, compare_shapes);
  for (size_t i = 0; i < build->shapes_count && !status; i++) {
    gm_draft_shape *last = kept ? &shapes[kept - 1] : NULL;
    if (!last || last->record.place != shapes[i].record.place)
      shapes[kept++] = shapes[i];
    else if (are_pieces(last, &shapes[i]))
      status = join(build, last, &shapes[i]);
  }
  *count = kept;
  return status;
}

gm_status gm_shapes_lay(gm_build *build, gm_str *shapes, gm_str *outlines) {
  size_t count, size = 0;
  gm_status status = sort_shapes(build, &count);
  if (status) return status;
  for (size_t i = 0; i < count; i++) size += build->shapes[i].packed.size;
  if (size > UINT32_MAX)
    return gm_fail(build->ws, GM_TOO_LARGE, 0, "all shapes have %zu bytes",
                   size);
  char *records = gm_take_array(build->ws, count, GM_RECORD_SHAPES);
  char *bytes = gm_take(build->ws, size);
  if (!records || !bytes) return GM_NO_MEMORY;
  *shapes = (gm_str){records, count * GM_RECORD_SHAPES};
  *outlines = (gm_str){bytes, size};
  size = 0;
  for (size_t i = 0; i < count; i++) {
    gm_draft_shape *draft = &build->shapes[i];
    draft->record.offset = (uint32_t)size;
    memcpy(records + i * GM_RECORD_SHAPES, &draft->record, GM_RECORD_SHAPES);
    memcpy(bytes + size, draft->packed.bytes, draft->packed.size);
    size += draft->packed.size;
  }
  return GM_OK;
}
