/* Rows packed and unpacked again. */
#include "unit/write/rows.h"
#include "unit/write/run.h"
#include "write/pack.h"

static gm_unpacked round_trip(gm_workspace *ws, const gm_layer *layer,
                              const rows_values *values, const gm_shape *shape,
                              gm_buffer *packed) {
  gm_layer_row row = {values->items, shape};
  gm_unpacked got;
  gm_row_pack(layer, &row, packed);
  gm_row_pack(layer, &row, packed);
  assert_false(packed->failed);
  gm_str rows = gm_buffer_str(packed);
  assert_int_equal(gm_row_unpack(ws, layer, &rows, &got), GM_OK);
  assert_int_equal(rows.size, packed->size / 2);
  assert_int_equal(gm_row_unpack(ws, layer, &rows, &got), GM_OK);
  assert_int_equal(rows.size, 0);
  return got;
}

static void values_come_back(void **state) {
  gm_layer layer = rows_layer(GM_LAYER_POINT);
  rows_values values = rows_values_of("Łódź, odd");
  gm_buffer packed = {0};
  gm_unpacked got = round_trip(*state, &layer, &values, &rows_point, &packed);
  assert_text(got.values[0].text, "Łódź, odd");
  assert_int_equal(got.values[1].integer, -9007199254740993);
  assert_true(got.values[2].real == 0.5);
  assert_int_equal(got.values[2].decimals, 4);
  assert_text(got.values[3].text, "2026-01-02T03:04:05Z");
  for (int i = 0; i < ROWS_FIELDS; i++) assert_false(got.values[i].null);
  gm_buffer_close(&packed);
}

static void nulls_come_back(void **state) {
  gm_layer layer = rows_layer(GM_LAYER_NONE);
  rows_values values = rows_values_of(NULL);
  gm_buffer packed = {0};
  gm_unpacked got = round_trip(*state, &layer, &values, NULL, &packed);
  for (int i = 0; i < ROWS_FIELDS; i++) assert_true(got.values[i].null);
  assert_int_equal(got.shape.count, 0);
  gm_buffer_close(&packed);
}

static void shapes_come_back(void **state) {
  gm_layer layer = rows_layer(GM_LAYER_POLYGON);
  rows_values values = rows_values_of("x");
  gm_buffer packed = {0};
  gm_unpacked got =
      round_trip(*state, &layer, &values, &rows_polygons, &packed);
  assert_int_equal(got.shape.type, GM_SHAPE_POLYGON);
  assert_int_equal(got.shape.count, 3);
  for (uint32_t i = 0; i < 3; i++) {
    assert_int_equal(got.shape.rings[i].count, rows_rings[i].count);
    assert_int_equal(got.shape.rings[i].hole, rows_rings[i].hole);
    assert_memory_equal(got.shape.rings[i].points, rows_rings[i].points,
                        rows_rings[i].count * sizeof(gm_point));
  }
  gm_buffer_close(&packed);
}

static void numbers_are_rounded_as_in_the_text_formats(void **state) {
  gm_layer layer = rows_layer(GM_LAYER_NONE);
  rows_values values = rows_values_of("x");
  values.items[2].real = (double)0.90457928F;
  gm_buffer packed = {0};
  gm_unpacked got = round_trip(*state, &layer, &values, NULL, &packed);
  assert_true(got.values[2].real == 0.9046);
  gm_buffer_close(&packed);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(values_come_back),
      TEST(nulls_come_back),
      TEST(shapes_come_back),
      TEST(numbers_are_rounded_as_in_the_text_formats),
  };
  return cmocka_run_group_tests_name("write/pack", tests, NULL, NULL);
}
