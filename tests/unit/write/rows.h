/* A small layer of the tests' own, with a row of every kind of value, and what
 * it takes to write it in any format. */
#ifndef GM_TESTS_WRITE_ROWS_H
#define GM_TESTS_WRITE_ROWS_H

#include "unit/write/map.h"
#include "write/format.h"
#include "write/writer.h"

static const gm_field rows_fields[] = {
    {"name", "NAME", GM_FIELD_TEXT, "", "a text"},
    {"count", "COUNT", GM_FIELD_INTEGER, "", "a whole number"},
    {"share", "SHARE", GM_FIELD_REAL, "", "a number"},
    {"date", "DATE", GM_FIELD_TIME, "", "a time"},
};

enum { ROWS_FIELDS = 4 };

static inline gm_layer rows_layer(gm_layer_geometry geometry) {
  return (gm_layer){"things", "Things",    "things of a test",
                    geometry, rows_fields, ROWS_FIELDS,
                    3};
}

/* Values of one row; the text may be NULL for a row of nulls. */
typedef struct rows_values {
  gm_value items[ROWS_FIELDS];
} rows_values;

static inline rows_values rows_values_of(const char *text) {
  rows_values values = {{{.text = gm_str_of(text ? text : "")},
                         {.integer = -9007199254740993},
                         {.real = 0.5, .decimals = 4},
                         {.text = GM_STR("2026-01-02T03:04:05Z")}}};
  for (int i = 0; i < ROWS_FIELDS; i++) values.items[i].null = !text;
  return values;
}

/* Two squares, the first with a hole, and two lines; as GeoJSON turns them. */
static const gm_point rows_square[] = {
    {0, 0}, {0, 10}, {10, 10}, {10, 0}, {0, 0}};
static const gm_point rows_hole[] = {{2, 2}, {4, 2}, {4, 4}, {2, 4}, {2, 2}};
static const gm_point rows_other[] = {
    {0, 170}, {0, 180}, {5, 180}, {5, 170}, {0, 170}};
static const gm_ring rows_rings[] = {
    {rows_square, 5, false}, {rows_hole, 5, true}, {rows_other, 5, false}};
static const gm_shape rows_polygons = {GM_SHAPE_POLYGON, rows_rings, 3};
static const gm_ring rows_parts[] = {{rows_square, 3, false},
                                     {rows_other, 2, false}};
static const gm_shape rows_lines = {GM_SHAPE_LINE, rows_parts, 2};
static const gm_point rows_place = {48.85341, 2.3488};
static const gm_ring rows_dot = {&rows_place, 1, false};
static const gm_shape rows_point = {GM_SHAPE_POINT, &rows_dot, 1};

/* Writes a map with the layer, and one row for each text; returns the status of
 * its end. The layer's file is called map_things.EXT. */
static inline gm_status rows_write(gm_workspace *ws, const char *name,
                                   const char *format, const gm_layer *layer,
                                   const gm_shape *shape, const char **texts) {
  gm_write_options options = {.format = format, .gazetteer = &stub_gazetteer};
  gm_writer *writer = NULL;
  gm_status status = gm_writer_open(ws, path_of(name), &options, &writer);
  assert_int_equal(status, GM_OK);
  assert_int_equal(gm_writer_layer(ws, writer, layer), GM_OK);
  for (; *texts; texts++) {
    rows_values values = rows_values_of(**texts ? *texts : NULL);
    gm_layer_row row = {values.items, **texts ? shape : NULL};
    assert_int_equal(gm_writer_add(ws, writer, layer, &row), GM_OK);
  }
  return gm_writer_close(ws, writer);
}

#endif
