/* Shapes on the globe: what they hold and how large they are. */

/* cmocka wants the others before it. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include "earth/shape.h"

/* Ten degrees square with a hole in the middle. */
static const gm_point outline[] = {{0, 0}, {0, 10}, {10, 10}, {10, 0}, {0, 0}};
static const gm_point hole[] = {{4, 4}, {6, 4}, {6, 6}, {4, 6}, {4, 4}};
static const gm_ring rings[] = {{outline, 5, false}, {hole, 5, true}};
static const gm_shape square = {GM_SHAPE_POLYGON, rings, 2};

/* Two parts of an island that 180 degrees cut, as in Fiji. */
static const gm_point west[] = {
    {-17, 179}, {-17, 180}, {-16, 180}, {-16, 179}, {-17, 179}};
static const gm_point east[] = {
    {-17, -180}, {-17, -179}, {-16, -179}, {-16, -180}, {-17, -180}};
static const gm_ring parts[] = {{west, 5, false}, {east, 5, false}};
static const gm_shape island = {GM_SHAPE_POLYGON, parts, 2};

static void holds_what_is_inside_and_not_in_a_hole(void **state) {
  (void)state;
  assert_true(gm_shape_holds(&square, (gm_point){1, 9}));
  assert_false(gm_shape_holds(&square, (gm_point){5, 5}));
  assert_false(gm_shape_holds(&square, (gm_point){5, 11}));
  assert_false(gm_shape_holds(&square, (gm_point){11, 5}));
  assert_false(gm_shape_holds(&square, (gm_point){-1, -1}));
}

static void a_corner_s_latitude_is_crossed_once(void **state) {
  (void)state;
  assert_true(gm_shape_holds(&square, (gm_point){4, 1}));
  assert_true(gm_shape_holds(&square, (gm_point){6, 1}));
  assert_false(gm_shape_holds(&square, (gm_point){4, -1}));
  assert_false(gm_shape_holds(&square, (gm_point){10, -1}));
}

static void holds_on_both_sides_of_the_180th_meridian(void **state) {
  (void)state;
  assert_true(gm_shape_holds(&island, (gm_point){-16.5, 179.5}));
  assert_true(gm_shape_holds(&island, (gm_point){-16.5, -179.5}));
  assert_true(gm_shape_holds(&island, (gm_point){-16.5, 180}));
  assert_true(gm_shape_holds(&island, (gm_point){-16.5, -180}));
  assert_false(gm_shape_holds(&island, (gm_point){-16.5, 0}));
  assert_false(gm_shape_holds(&island, (gm_point){-15.5, 180}));
}

static void a_line_holds_nothing_and_has_no_area(void **state) {
  (void)state;
  gm_shape line = {GM_SHAPE_LINE, rings, 1};
  assert_false(gm_shape_holds(&line, (gm_point){1, 1}));
  assert_float_equal(gm_shape_area_km2(&line), 0, 0);
}

/* A zone of the sphere between two parallels has an exact area. */
static void area_is_that_of_the_sphere(void **state) {
  (void)state;
  const double ten_by_ten = 1230170; /* R^2 * 10 degrees * sin 10 degrees */
  gm_shape whole = {GM_SHAPE_POLYGON, rings, 1};
  assert_float_equal(gm_shape_area_km2(&whole), ten_by_ten, 10);
  double less = gm_shape_area_km2(&whole) - gm_shape_area_km2(&square);
  assert_float_equal(less, 49266, 10);
  assert_float_equal(gm_shape_area_km2(&island), 2 * 11855, 10);
}

static void the_box_does_not_cross_180_degrees(void **state) {
  (void)state;
  gm_box box = gm_shape_box(&square);
  assert_float_equal(box.south_deg, 0, 0);
  assert_float_equal(box.north_deg, 10, 0);
  assert_float_equal(box.west_deg, 0, 0);
  assert_float_equal(box.east_deg, 10, 0);
  box = gm_shape_box(&island);
  assert_float_equal(box.west_deg, -180, 0);
  assert_float_equal(box.east_deg, 180, 0);
}

static void a_ring_turns_left_or_right(void **state) {
  (void)state;
  assert_true(gm_ring_turn(&rings[0]) > 0);
  assert_true(gm_ring_turn(&rings[1]) < 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(holds_what_is_inside_and_not_in_a_hole),
      cmocka_unit_test(a_corner_s_latitude_is_crossed_once),
      cmocka_unit_test(holds_on_both_sides_of_the_180th_meridian),
      cmocka_unit_test(a_line_holds_nothing_and_has_no_area),
      cmocka_unit_test(area_is_that_of_the_sphere),
      cmocka_unit_test(the_box_does_not_cross_180_degrees),
      cmocka_unit_test(a_ring_turns_left_or_right),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
