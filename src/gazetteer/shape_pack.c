/* See shape_pack.h. */
#include "gazetteer/shape_pack.h"

#include <math.h>

/* Steps of one degree. They divide: 18,000,000 times 0.00001 is more than 180.
 */
static const double scales[] = {1, 10, 100, 1e3, 1e4, 1e5};

/* ------------------------------------------------------------- reading -- */

static uint64_t read_number(gm_shape_walk *walk) {
  uint64_t value = 0;
  for (unsigned shift = 0; shift < 35; shift += 7) {
    if (walk->at >= walk->bytes.size) break;
    unsigned char byte = (unsigned char)walk->bytes.bytes[walk->at++];
    value |= (uint64_t)(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  walk->broken = true;
  return 0;
}

static int64_t read_step(gm_shape_walk *walk) {
  uint64_t value = read_number(walk);
  return (int64_t)(value >> 1) ^ -(int64_t)(value & 1);
}

gm_shape_walk gm_shape_walk_begin(gm_str outlines,
                                  const gm_format_shape *shape) {
  gm_shape_walk walk = {.bytes =
                            gm_bytes_str(outlines, shape->offset, shape->size)};
  walk.broken = shape->decimals > GM_SHAPE_MOST_DECIMALS;
  walk.scale = walk.broken ? 1 : scales[shape->decimals];
  uint64_t rings = read_number(&walk);
  /* A ring has three bytes at least: one that says more is broken. */
  walk.broken |= rings > walk.bytes.size / 3;
  walk.rings = walk.broken ? 0 : (uint32_t)rings;
  return walk;
}

void gm_shape_walk_ring(gm_shape_walk *walk) {
  uint64_t head = read_number(walk);
  walk->hole = head & 1;
  walk->broken |= (head >> 1) > (walk->bytes.size - walk->at) / 2;
  walk->left = walk->broken ? 0 : (uint32_t)(head >> 1);
}

gm_point gm_shape_walk_point(gm_shape_walk *walk) {
  walk->lat += read_step(walk);
  walk->lon += read_step(walk);
  if (walk->left) walk->left--;
  gm_point point = {(double)walk->lat / walk->scale,
                    (double)walk->lon / walk->scale};
  walk->broken |= fabs(point.lat_deg) > 90 || fabs(point.lon_deg) > 180;
  return walk->broken ? (gm_point){0, 0} : point;
}

/* Unpacks a ring, and closes that of a polygon. */
static gm_status read_ring(gm_workspace *ws, gm_shape_walk *walk, bool closed,
                           gm_ring *out) {
  gm_shape_walk_ring(walk);
  uint32_t count = walk->left;
  gm_point *points = gm_take_array(ws, (size_t)count + 1, sizeof *points);
  if (!points) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < count; i++) points[i] = gm_shape_walk_point(walk);
  if (closed && count) points[count++] = points[0];
  *out = (gm_ring){points, count, walk->hole};
  return GM_OK;
}

gm_status gm_shape_unpack(gm_workspace *ws, gm_str outlines,
                          const gm_format_shape *record, gm_shape *out) {
  gm_shape_walk walk = gm_shape_walk_begin(outlines, record);
  gm_ring *rings = gm_take_array(ws, walk.rings, sizeof *rings);
  if (!rings) return GM_NO_MEMORY;
  gm_shape shape = {.rings = rings};
  bool closed = record->type == GM_SHAPE_POLYGON;
  shape.type = closed ? GM_SHAPE_POLYGON : GM_SHAPE_LINE;
  for (; shape.count < walk.rings; shape.count++) {
    gm_status status = read_ring(ws, &walk, closed, &rings[shape.count]);
    if (status) return status;
  }
  *out = shape;
  return GM_OK;
}

/* ------------------------------------------------------------ checking -- */

static bool in_box(const gm_format_shape *shape, gm_point point) {
  int32_t lat_e5 = (int32_t)lround(point.lat_deg * 1e5);
  int32_t lon_e5 = (int32_t)lround(point.lon_deg * 1e5);
  return lat_e5 >= shape->south_e5 && lat_e5 <= shape->north_e5 &&
         lon_e5 >= shape->west_e5 && lon_e5 <= shape->east_e5;
}

bool gm_shape_sound(gm_str outlines, const gm_format_shape *shape) {
  uint32_t fewest = shape->type == GM_SHAPE_POLYGON ? 3 : 2;
  gm_shape_walk walk = gm_shape_walk_begin(outlines, shape);
  if (shape->type != GM_SHAPE_POLYGON && shape->type != GM_SHAPE_LINE)
    return false;
  for (uint32_t i = 0; i < walk.rings; i++) {
    gm_shape_walk_ring(&walk);
    bool may = !walk.hole || (i && shape->type == GM_SHAPE_POLYGON);
    if (walk.left < fewest || !may) return false;
    while (walk.left && !walk.broken)
      if (!in_box(shape, gm_shape_walk_point(&walk))) return false;
  }
  return walk.rings && !walk.broken && walk.at == walk.bytes.size;
}

/* ------------------------------------------------------------- packing -- */

/* Where bytes go; without memory they are only counted. */
typedef struct packer {
  char *bytes;
  size_t size;
  double scale;
  int64_t lat, lon;
} packer;

static void put_number(packer *out, uint64_t value) {
  do {
    unsigned char byte = value & 0x7F;
    value >>= 7;
    if (value) byte |= 0x80;
    if (out->bytes) out->bytes[out->size] = (char)byte;
    out->size++;
  } while (value);
}

static void put_step(packer *out, int64_t step) {
  put_number(out, (uint64_t)step << 1 ^ (uint64_t)(step < 0 ? -1 : 0));
}

static void put_point(packer *out, gm_point point) {
  int64_t lat = llround(point.lat_deg * out->scale);
  int64_t lon = llround(point.lon_deg * out->scale);
  put_step(out, lat - out->lat);
  put_step(out, lon - out->lon);
  out->lat = lat;
  out->lon = lon;
}

static void put_shape(packer *out, const gm_shape *shape) {
  uint32_t closing = shape->type == GM_SHAPE_POLYGON;
  put_number(out, shape->count);
  for (uint32_t i = 0; i < shape->count; i++) {
    uint32_t points = shape->rings[i].count - closing;
    put_number(out, (uint64_t)points << 1 | shape->rings[i].hole);
    for (uint32_t j = 0; j < points; j++)
      put_point(out, shape->rings[i].points[j]);
  }
}

gm_str gm_shape_pack(gm_workspace *ws, const gm_shape *shape, int decimals) {
  packer out = {.scale = scales[decimals]};
  put_shape(&out, shape);
  char *bytes = gm_take(ws, out.size);
  if (!bytes) return (gm_str){0};
  out = (packer){.bytes = bytes, .scale = out.scale};
  put_shape(&out, shape);
  return (gm_str){bytes, out.size};
}
