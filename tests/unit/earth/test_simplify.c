/* Lines with fewer points: which stay. */
/* cmocka wants the others before it. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include "earth/simplify.h"

static void assert_kept(const gm_point *points, uint32_t count,
                        const double (*wanted)[2], uint32_t wanted_count) {
  assert_int_equal(count, wanted_count);
  for (uint32_t i = 0; i < count; i++) {
    assert_true(points[i].lat_deg == wanted[i][0]);
    assert_true(points[i].lon_deg == wanted[i][1]);
  }
}

static void keeps_the_ends_of_a_straight_line(void **state) {
  (void)state;
  gm_point line[] = {{0, 0}, {0, 1}, {0.001, 2}, {0, 3}};
  uint32_t count = gm_line_simplify(line, 4, 0.01);
  assert_kept(line, count, (const double[][2]){{0, 0}, {0, 3}}, 2);
}

static void keeps_a_corner_that_stands_out(void **state) {
  (void)state;
  gm_point line[] = {{0, 0}, {0, 1}, {0.5, 2}, {0, 3}, {0, 4}};
  uint32_t count = gm_line_simplify(line, 5, 0.3);
  assert_kept(line, count, (const double[][2]){{0, 0}, {0.5, 2}, {0, 4}}, 3);
}

static void keeps_the_far_side_of_a_loop(void **state) {
  (void)state;
  gm_point loop[] = {{0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}};
  uint32_t count = gm_line_simplify(loop, 5, 0.1);
  assert_int_equal(count, 5);
  count = gm_line_simplify(loop, 5, 5);
  assert_int_equal(count, 2);
}

/* One degree of longitude is half as wide at 60 degrees as at the equator. */
static void knows_that_meridians_meet(void **state) {
  (void)state;
  gm_point south[] = {{-1, 0}, {0, 0.15}, {1, 0}};
  gm_point north[] = {{59, 0}, {60, 0.15}, {61, 0}};
  assert_int_equal(gm_line_simplify(south, 3, 0.1), 3);
  assert_int_equal(gm_line_simplify(north, 3, 0.1), 2);
}

static void leaves_short_lines_alone(void **state) {
  (void)state;
  gm_point line[] = {{1, 2}, {3, 4}};
  assert_int_equal(gm_line_simplify(line, 0, 1), 0);
  assert_int_equal(gm_line_simplify(line, 1, 1), 1);
  assert_int_equal(gm_line_simplify(line, 2, 1), 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_the_ends_of_a_straight_line),
      cmocka_unit_test(keeps_a_corner_that_stands_out),
      cmocka_unit_test(keeps_the_far_side_of_a_loop),
      cmocka_unit_test(knows_that_meridians_meet),
      cmocka_unit_test(leaves_short_lines_alone),
  };
  return cmocka_run_group_tests_name("earth/simplify", tests, NULL, NULL);
}
