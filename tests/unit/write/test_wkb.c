/* Geometries of a GeoPackage, byte by byte. */
#include "unit/write/rows.h"
#include "unit/write/run.h"
#include "write/wkb.h"

static uint32_t u32_at(const gm_buffer *blob, size_t at) {
  uint32_t number;
  assert_true(at + sizeof number <= blob->size);
  memcpy(&number, blob->bytes + at, sizeof number);
  return number;
}

static double f64_at(const gm_buffer *blob, size_t at) {
  double number;
  assert_true(at + sizeof number <= blob->size);
  memcpy(&number, blob->bytes + at, sizeof number);
  return number;
}

static void a_point_has_no_envelope(void **state) {
  gm_buffer blob = {0};
  (void)state;
  gm_wkb_print(&rows_point, 4326, gm_extent_of(&rows_point), &blob);
  assert_int_equal(blob.size, 8 + 5 + 16);
  assert_memory_equal(blob.bytes, "GP\0\1", 4);
  assert_int_equal(u32_at(&blob, 4), 4326);
  assert_int_equal(blob.bytes[8], 1);
  assert_int_equal(u32_at(&blob, 9), 1);
  assert_true(f64_at(&blob, 13) == 2.3488);
  assert_true(f64_at(&blob, 21) == 48.85341);
  gm_buffer_close(&blob);
}

static void an_envelope_goes_from_west_to_east_first(void **state) {
  gm_buffer blob = {0};
  (void)state;
  gm_wkb_print(&rows_polygons, 3857, gm_extent_of(&rows_polygons), &blob);
  assert_memory_equal(blob.bytes, "GP\0\3", 4);
  double wanted[] = {0, 180, 0, 10};
  for (size_t i = 0; i < 4; i++)
    assert_true(f64_at(&blob, 8 + 8 * i) == wanted[i]);
  gm_buffer_close(&blob);
}

/* A head of 40 bytes, then MultiPolygon of 2: of 2 rings and of 1. */
static void holes_belong_to_their_outline(void **state) {
  gm_buffer blob = {0};
  (void)state;
  gm_wkb_print(&rows_polygons, 4326, gm_extent_of(&rows_polygons), &blob);
  assert_int_equal(u32_at(&blob, 41), 6);
  assert_int_equal(u32_at(&blob, 45), 2);
  assert_int_equal(u32_at(&blob, 50), 3);
  assert_int_equal(u32_at(&blob, 54), 2);
  size_t second = 58 + 2 * (4 + 5 * 16);
  assert_int_equal(u32_at(&blob, second + 1), 3);
  assert_int_equal(u32_at(&blob, second + 5), 1);
  assert_int_equal(blob.size, second + 9 + 4 + 5 * 16);
  gm_buffer_close(&blob);
}

static void an_extent_grows_on_all_sides(void **state) {
  (void)state;
  gm_extent extent = gm_extent_of(&rows_lines);
  assert_true(extent.min_x == 0 && extent.max_x == 180);
  assert_true(extent.min_y == 0 && extent.max_y == 10);
  gm_extent_widen(&extent, (gm_extent){0});
  assert_true(extent.max_x == 180);
  gm_extent_widen(&extent, (gm_extent){-5, -6, 0, 20, true});
  assert_true(extent.min_x == -5 && extent.min_y == -6);
  assert_true(extent.max_x == 180 && extent.max_y == 20);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(a_point_has_no_envelope),
      TEST(an_envelope_goes_from_west_to_east_first),
      TEST(holes_belong_to_their_outline),
      TEST(an_extent_grows_on_all_sides),
  };
  return cmocka_run_group_tests_name("write/wkb", tests, NULL, NULL);
}
