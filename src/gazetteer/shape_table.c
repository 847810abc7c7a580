/* Rows of a table of shapes. The cell `geometry` is text:
 *
 *     3 +e~FmA?oBcD?... -uUmV... +...
 *     ^ ^ ring          ^ hole in it
 *     decimals of a degree
 *
 * a sign for each ring: + an outline, - a hole in the outline before it,
 * / a line; then its points as steps from one to the next, latitude before
 * longitude, in the letters of Google's Encoded Polyline Algorithm Format: a
 * number doubled, inverted if it is negative, cut into groups of five bits,
 * the low ones first, each plus 32 if another follows, plus 63. Each ring
 * begins at 0, 0; closed rings come without their last point. */
#include <math.h>

#include "gazetteer/build.h"
#include "gazetteer/shape_pack.h"

/* A cell that is being read. */
typedef struct cell {
  gm_build *build;
  const gm_table *table;
  double scale; /* steps of a degree */
} cell;

static gm_status bad_ring(const cell *from, gm_str ring) {
  int shown = ring.size < 20 ? (int)ring.size : 20;
  return gm_lines_fault(from->build->ws, &from->table->lines,
                        "has \"%.*s\" for a ring", shown, ring.bytes);
}

/* Cuts a number off the front. @return false: there is none */
static bool cut_number(gm_str *rest, int64_t *out) {
  uint64_t value = 0;
  for (unsigned shift = 0; shift < 35 && rest->size; shift += 5) {
    int bits = *rest->bytes - 63;
    if (bits < 0 || bits > 63) return false;
    rest->bytes++;
    rest->size--;
    value |= (uint64_t)(bits & 31) << shift;
    if (bits >= 32) continue;
    *out = (int64_t)(value >> 1) ^ -(int64_t)(value & 1);
    return true;
  }
  return false;
}

/* Reads a ring's points; a point has two letters at least. */
static gm_status read_points(const cell *from, gm_str text, gm_ring *ring) {
  gm_str rest = text;
  int64_t lat = 0, lon = 0, north, east;
  gm_point *points =
      gm_take_array(from->build->ws, text.size / 2 + 1, sizeof *points);
  if (!points) return GM_NO_MEMORY;
  while (rest.size) {
    if (!cut_number(&rest, &north) || !cut_number(&rest, &east))
      return bad_ring(from, text);
    lat += north;
    lon += east;
    points[ring->count++] =
        (gm_point){(double)lat / from->scale, (double)lon / from->scale};
  }
  ring->points = points;
  return GM_OK;
}

static uint32_t count_rings(gm_str text) {
  uint32_t count = 0;
  for (; text.size; count++) gm_str_cut(&text, ' ');
  return count;
}

/* Reads a ring with its sign; all of a shape are lines, or none is. */
static gm_status read_ring(const cell *from, gm_str text, gm_shape *shape,
                           gm_ring *ring) {
  char sign = text.size ? *text.bytes : 0;
  gm_shape_type type = sign == '/' ? GM_SHAPE_LINE : GM_SHAPE_POLYGON;
  bool fits = shape->count ? type == shape->type : sign != '-';
  if ((sign != '/' && sign != '+' && sign != '-') || !fits)
    return bad_ring(from, text);
  shape->type = type;
  shape->count++;
  ring->hole = sign == '-';
  return read_points(from, (gm_str){text.bytes + 1, text.size - 1}, ring);
}

static gm_status read_shape(cell *from, gm_shape *shape, int *decimals) {
  gm_str text = from->table->cells[GM_SHAPES_GEOMETRY];
  gm_str digits = gm_str_cut(&text, ' ');
  uint64_t number = GM_SHAPE_MOST_DECIMALS + 1;
  gm_ring *rings =
      gm_take_array(from->build->ws, count_rings(text), sizeof *rings);
  if (!rings) return GM_NO_MEMORY;
  if (!gm_str_to_u64(digits, &number) || number > GM_SHAPE_MOST_DECIMALS ||
      !text.size)
    return gm_lines_fault(from->build->ws, &from->table->lines,
                          "has a geometry without decimals and rings");
  *decimals = (int)number;
  from->scale = pow(10, *decimals);
  *shape = (gm_shape){.rings = rings};
  while (text.size) {
    gm_str ring = gm_str_cut(&text, ' ');
    gm_status status = read_ring(from, ring, shape, &rings[shape->count]);
    if (status) return status;
  }
  return GM_OK;
}

gm_status gm_shape_table_row(gm_build *build, gm_table *table) {
  gm_str ref = table->cells[GM_SHAPES_REF];
  uint32_t place;
  uint16_t source;
  int decimals = 0;
  gm_shape shape;
  cell from = {build, table, 1};
  if (!gm_build_find_place(build, ref, &place))
    return gm_lines_fault(build->ws, &table->lines,
                          "draws %.*s, which no table of places has",
                          GM_PRINT(ref));
  gm_status status =
      gm_source_of(build, table, table->cells[GM_SHAPES_SOURCE], &source);
  if (!status) status = read_shape(&from, &shape, &decimals);
  if (status) return status;
  status = gm_build_add_shape(build, place, &shape, decimals, source, 0);
  if (status != GM_BAD_INPUT) return status;
  gm_str why = gm_str_copy(build->ws, gm_str_of(build->ws->message));
  return gm_lines_fault(build->ws, &table->lines, "is wrong: %.*s",
                        GM_PRINT(why));
}
