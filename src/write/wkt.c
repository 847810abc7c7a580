/* See wkt.h. */
#include "write/wkt.h"

#include "base/str.h"
#include "write/number.h"

static void print_points(const gm_ring *ring, gm_buffer *out) {
  gm_buffer_append(out, GM_STR("("));
  for (uint32_t i = 0; i < ring->count; i++) {
    gm_point at = ring->points[i];
    gm_buffer_print(out, "%s%s %s", i ? "," : "",
                    gm_number_of(at.lon_deg, GM_COORDINATE_DECIMALS).digits,
                    gm_number_of(at.lat_deg, GM_COORDINATE_DECIMALS).digits);
  }
  gm_buffer_append(out, GM_STR(")"));
}

/* Lines, or outlines with their holes in brackets of their own. */
static void print_parts(const gm_shape *shape, gm_buffer *out) {
  bool polygons = shape->type == GM_SHAPE_POLYGON;
  gm_buffer_append(out, GM_STR("("));
  for (uint32_t i = 0; i < shape->count; i++) {
    bool opens = polygons && !shape->rings[i].hole;
    if (i) gm_buffer_append(out, opens ? GM_STR("),") : GM_STR(","));
    if (opens) gm_buffer_append(out, GM_STR("("));
    print_points(&shape->rings[i], out);
  }
  gm_buffer_append(out, polygons ? GM_STR("))") : GM_STR(")"));
}

void gm_wkt_print(const gm_shape *shape, gm_buffer *out) {
  if (shape->type == GM_SHAPE_POINT) {
    gm_buffer_append(out, GM_STR("POINT "));
    print_points(&shape->rings[0], out);
    return;
  }
  gm_buffer_append(out, shape->type == GM_SHAPE_LINE
                            ? GM_STR("MULTILINESTRING ")
                            : GM_STR("MULTIPOLYGON "));
  print_parts(shape, out);
}
