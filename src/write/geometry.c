/* See geometry.h.
 *
 *     {"type":"LineString","coordinates":[[8.1,47.9],[8.5,47.9]]}
 *     {"type":"MultiPolygon","coordinates":[[outline,hole],[outline]]}
 *
 * Printed as text and not built with cJSON, for which Russia would be a tree
 * of sixty thousand pieces. */
#include "write/geometry.h"

#include "base/str.h"
#include "write/number.h"

static void print_point(gm_point point, gm_buffer *out) {
  gm_buffer_print(out, "[%s,%s]",
                  gm_number_of(point.lon_deg, GM_COORDINATE_DECIMALS).digits,
                  gm_number_of(point.lat_deg, GM_COORDINATE_DECIMALS).digits);
}

static void print_line(const gm_ring *line, gm_buffer *out) {
  gm_buffer_append(out, GM_STR("["));
  for (uint32_t i = 0; i < line->count; i++) {
    if (i) gm_buffer_append(out, GM_STR(","));
    print_point(line->points[i], out);
  }
  gm_buffer_append(out, GM_STR("]"));
}

static void print_lines(const gm_shape *shape, gm_buffer *out) {
  for (uint32_t i = 0; i < shape->count; i++) {
    if (i) gm_buffer_append(out, GM_STR(","));
    print_line(&shape->rings[i], out);
  }
}

/* Outlines with their holes, each in brackets of its own. */
static void print_polygons(const gm_shape *shape, gm_buffer *out) {
  for (uint32_t i = 0; i < shape->count; i++) {
    if (i && shape->rings[i].hole)
      gm_buffer_append(out, GM_STR(","));
    else
      gm_buffer_append(out, i ? GM_STR("],[") : GM_STR("["));
    print_line(&shape->rings[i], out);
  }
  gm_buffer_append(out, GM_STR("]"));
}

/* How many polygons, lines or points a shape is. A damaged gazetteer may begin
 * with a hole, or have one among lines: it is printed as what it is not. */
static uint32_t count_parts(const gm_shape *shape) {
  uint32_t count = 0;
  if (shape->type != GM_SHAPE_POLYGON) return shape->count;
  for (uint32_t i = 0; i < shape->count; i++)
    count += i == 0 || !shape->rings[i].hole;
  return count;
}

void gm_geometry_print(const gm_shape *shape, gm_buffer *out) {
  static const char *const types[] = {"Point", "LineString", "Polygon"};
  bool many = count_parts(shape) > 1;
  gm_buffer_print(out, "{\"type\":\"%s%s\",\"coordinates\":%s",
                  many ? "Multi" : "", types[shape->type], many ? "[" : "");
  if (shape->type == GM_SHAPE_POLYGON)
    print_polygons(shape, out);
  else if (shape->type == GM_SHAPE_LINE)
    print_lines(shape, out);
  else
    print_point(shape->rings[0].points[0], out);
  gm_buffer_append(out, many ? GM_STR("]}") : GM_STR("}"));
}
