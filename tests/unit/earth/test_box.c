/* Boxes, on this side of the 180th meridian and across it. */

/* cmocka wants the others before it. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include "earth/box.h"

static const gm_point moscow = {55.75, 37.62}, tehran = {35.69, 51.42},
                      kazan = {55.79, 49.12}, suva = {-18.14, 178.44},
                      apia = {-13.83, -171.77}, london = {51.51, -0.13};

static void assert_near(double got, double wanted) {
  assert_float_equal(got, wanted, 1e-9);
}

static void of_one_point_has_no_size(void **state) {
  (void)state;
  gm_box box = gm_box_of(moscow);
  assert_near(gm_box_width_deg(box), 0);
  assert_true(gm_box_holds(box, moscow));
  assert_false(gm_box_holds(box, kazan));
}

static void grows_to_hold_each_point(void **state) {
  (void)state;
  gm_box box = gm_box_with(gm_box_of(moscow), tehran);
  assert_near(box.west_deg, moscow.lon_deg);
  assert_near(box.east_deg, tehran.lon_deg);
  assert_near(box.south_deg, tehran.lat_deg);
  assert_near(box.north_deg, moscow.lat_deg);
  assert_false(gm_box_holds(box, kazan)); /* a little too far north */
  assert_true(gm_box_holds(gm_box_with(box, kazan), kazan));
}

static void crosses_the_180th_meridian_where_that_is_shorter(void **state) {
  (void)state;
  gm_box box = gm_box_with(gm_box_of(suva), apia);
  assert_near(box.west_deg, suva.lon_deg);
  assert_near(box.east_deg, apia.lon_deg);
  assert_near(gm_box_width_deg(box), 9.79);
  assert_true(gm_box_holds(box, (gm_point){-15, 180}));
  assert_true(gm_box_holds(box, (gm_point){-15, -180}));
  assert_false(gm_box_holds(box, (gm_point){-15, 0}));
}

static void grows_westwards_across_it_too(void **state) {
  (void)state;
  gm_box box = gm_box_with(gm_box_of(apia), suva);
  assert_near(box.west_deg, suva.lon_deg);
  assert_near(box.east_deg, apia.lon_deg);
}

static void does_not_cross_it_in_europe(void **state) {
  (void)state;
  gm_box box = gm_box_with(gm_box_of(moscow), london);
  assert_near(box.west_deg, london.lon_deg);
  assert_near(box.east_deg, moscow.lon_deg);
  assert_false(gm_box_holds(box, (gm_point){53, 180}));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(of_one_point_has_no_size),
      cmocka_unit_test(grows_to_hold_each_point),
      cmocka_unit_test(crosses_the_180th_meridian_where_that_is_shorter),
      cmocka_unit_test(grows_westwards_across_it_too),
      cmocka_unit_test(does_not_cross_it_in_europe),
  };
  return cmocka_run_group_tests_name("earth/box", tests, NULL, NULL);
}
