/* See wkb.h. Numbers are little-endian, as flags and byte orders say. */
#include "write/wkb.h"

#include <string.h>

enum {
  POINT = 1,
  LINE = 2,
  POLYGON = 3,
  MULTI_LINE = 5,
  MULTI_POLYGON = 6,
  LITTLE_ENDIAN_FLAG = 1,
  ENVELOPE_FLAG = 2, /* four numbers */
};

gm_extent gm_extent_of(const gm_shape *shape) {
  gm_extent extent = {0};
  for (uint32_t i = 0; i < shape->count; i++)
    for (uint32_t k = 0; k < shape->rings[i].count; k++) {
      gm_point at = shape->rings[i].points[k];
      gm_extent_widen(&extent, (gm_extent){at.lon_deg, at.lat_deg, at.lon_deg,
                                           at.lat_deg, true});
    }
  return extent;
}

void gm_extent_widen(gm_extent *extent, gm_extent by) {
  if (!extent->any) *extent = by;
  if (!by.any) return;
  if (by.min_x < extent->min_x) extent->min_x = by.min_x;
  if (by.min_y < extent->min_y) extent->min_y = by.min_y;
  if (by.max_x > extent->max_x) extent->max_x = by.max_x;
  if (by.max_y > extent->max_y) extent->max_y = by.max_y;
}

static void put_u32(gm_buffer *out, uint32_t number) {
  char bytes[4];
  for (int i = 0; i < 4; i++) bytes[i] = (char)(number >> 8 * i);
  gm_buffer_append(out, (gm_str){bytes, sizeof bytes});
}

static void put_f64(gm_buffer *out, double number) {
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  put_u32(out, (uint32_t)bits);
  put_u32(out, (uint32_t)(bits >> 32));
}

static void put_type(gm_buffer *out, uint32_t type) {
  gm_buffer_append(out, (gm_str){"\1", 1});
  put_u32(out, type);
}

static void put_points(gm_buffer *out, const gm_ring *ring) {
  for (uint32_t i = 0; i < ring->count; i++) {
    put_f64(out, ring->points[i].lon_deg);
    put_f64(out, ring->points[i].lat_deg);
  }
}

static void put_ring(gm_buffer *out, const gm_ring *ring) {
  put_u32(out, ring->count);
  put_points(out, ring);
}

static void put_lines(gm_buffer *out, const gm_shape *shape) {
  put_type(out, MULTI_LINE);
  put_u32(out, shape->count);
  for (uint32_t i = 0; i < shape->count; i++) {
    put_type(out, LINE);
    put_ring(out, &shape->rings[i]);
  }
}

/* An outline with the holes that follow it. */
static void put_polygons(gm_buffer *out, const gm_shape *shape) {
  uint32_t outlines = 0;
  for (uint32_t i = 0; i < shape->count; i++) outlines += !shape->rings[i].hole;
  put_type(out, MULTI_POLYGON);
  put_u32(out, outlines);
  for (uint32_t i = 0; i < shape->count;) {
    uint32_t end = i + 1;
    while (end < shape->count && shape->rings[end].hole) end++;
    put_type(out, POLYGON);
    put_u32(out, end - i);
    for (; i < end; i++) put_ring(out, &shape->rings[i]);
  }
}

static void put_head(gm_buffer *out, bool envelope, int32_t srs_id,
                     gm_extent extent) {
  char head[] = {'G', 'P', 0,
                 (char)(LITTLE_ENDIAN_FLAG | (envelope ? ENVELOPE_FLAG : 0))};
  gm_buffer_append(out, (gm_str){head, sizeof head});
  put_u32(out, (uint32_t)srs_id);
  if (!envelope) return;
  put_f64(out, extent.min_x);
  put_f64(out, extent.max_x);
  put_f64(out, extent.min_y);
  put_f64(out, extent.max_y);
}

void gm_wkb_print(const gm_shape *shape, int32_t srs_id, gm_extent extent,
                  gm_buffer *out) {
  put_head(out, shape->type != GM_SHAPE_POINT, srs_id, extent);
  if (shape->type == GM_SHAPE_POLYGON) {
    put_polygons(out, shape);
  } else if (shape->type == GM_SHAPE_LINE) {
    put_lines(out, shape);
  } else {
    put_type(out, POINT);
    put_points(out, &shape->rings[0]);
  }
}
