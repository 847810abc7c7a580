/* Geometries as text. */
#include "unit/write/rows.h"
#include "unit/write/run.h"
#include "write/wkt.h"

static void assert_wkt(const gm_shape *shape, const char *wanted) {
  gm_buffer out = {0};
  gm_wkt_print(shape, &out);
  assert_text(gm_buffer_str(&out), wanted);
  gm_buffer_close(&out);
}

static void points_have_the_longitude_first(void **state) {
  (void)state;
  assert_wkt(&rows_point, "POINT (2.3488 48.85341)");
}

static void lines_are_many(void **state) {
  (void)state;
  assert_wkt(&rows_lines,
             "MULTILINESTRING ((0.0 0.0,10.0 0.0,10.0 10.0),"
             "(170.0 0.0,180.0 0.0))");
}

static void holes_stand_in_their_outline(void **state) {
  (void)state;
  assert_wkt(&rows_polygons,
             "MULTIPOLYGON (((0.0 0.0,10.0 0.0,10.0 10.0,0.0 10.0,0.0 0.0),"
             "(2.0 2.0,2.0 4.0,4.0 4.0,4.0 2.0,2.0 2.0)),"
             "((170.0 0.0,180.0 0.0,180.0 5.0,170.0 5.0,170.0 0.0)))");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(points_have_the_longitude_first),
      TEST(lines_are_many),
      TEST(holes_stand_in_their_outline),
  };
  return cmocka_run_group_tests_name("write/wkt", tests, NULL, NULL);
}
