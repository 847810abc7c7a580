/* Which pairs of numbers are a point. */

/* cmocka wants the others before it. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include <math.h>

#include "earth/point.h"

static void takes_the_edges_of_the_world(void **state) {
  (void)state;
  assert_true(gm_point_valid((gm_point){90, 180}));
  assert_true(gm_point_valid((gm_point){-90, -180}));
  assert_true(gm_point_valid((gm_point){0, 0}));
}

static void refuses_what_lies_beyond_them(void **state) {
  (void)state;
  assert_false(gm_point_valid((gm_point){90.000001, 0}));
  assert_false(gm_point_valid((gm_point){-91, 0}));
  assert_false(gm_point_valid((gm_point){0, 180.5}));
  assert_false(gm_point_valid((gm_point){0, -181}));
}

static void refuses_what_is_no_number(void **state) {
  (void)state;
  assert_false(gm_point_valid((gm_point){(double)NAN, 0}));
  assert_false(gm_point_valid((gm_point){0, (double)INFINITY}));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(takes_the_edges_of_the_world),
      cmocka_unit_test(refuses_what_lies_beyond_them),
      cmocka_unit_test(refuses_what_is_no_number),
  };
  return cmocka_run_group_tests_name("earth/point", tests, NULL, NULL);
}
