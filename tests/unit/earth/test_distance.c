/* Distances whose true values follow from the ellipsoid itself: a quarter of a
 * meridian is 10 001.965729 km, half the equator 20 037.508343 km. */

/* cmocka wants the others before it. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include <math.h>

#include "earth/distance.h"

static void assert_km(double got, double wanted, double within) {
  if (!(fabs(got - wanted) <= within))
    fail_msg("%.6f km where %.6f are right", got, wanted);
}

static void of_a_point_to_itself_is_nothing(void **state) {
  (void)state;
  gm_point kyiv = {50.45466, 30.5238};
  assert_km(gm_distance_km(kyiv, kyiv), 0, 0);
  assert_km(gm_distance_fast_km(kyiv, kyiv), 0, 0);
}

static void from_the_equator_to_a_pole_is_a_quarter_meridian(void **state) {
  (void)state;
  gm_point equator = {0, 17}, pole = {90, 0}, other = {-90, 100};
  assert_km(gm_distance_km(equator, pole), 10001.965729, 1e-5);
  assert_km(gm_distance_km(pole, other), 2 * 10001.965729, 1e-5);
}

static void at_a_pole_all_meridians_are_one(void **state) {
  (void)state;
  gm_point here = {90, -120}, there = {90, 60};
  assert_km(gm_distance_km(here, there), 0, 1e-9);
  assert_km(gm_distance_fast_km(here, there), 0, 1e-9);
}

static void along_the_equator_is_an_arc_of_its_radius(void **state) {
  (void)state;
  double degree_km = 6378.137 * 3.14159265358979323846 / 180;
  assert_km(gm_distance_km((gm_point){0, 10}, (gm_point){0, 11}), degree_km,
            1e-6);
}

static void knows_the_180th_meridian(void **state) {
  (void)state;
  gm_point west = {0, 179.5}, east = {0, -179.5};
  gm_point zero = {0, -0.5}, one = {0, 0.5};
  assert_km(gm_distance_km(west, east), gm_distance_km(zero, one), 1e-9);
  assert_km(gm_distance_fast_km(west, east), gm_distance_fast_km(zero, one),
            1e-6);
}

static void by_directions_is_the_same_where_near(void **state) {
  (void)state;
  const double most_km = 1500;
  gm_point here = {50.45466, 30.5238};
  for (double d = 0.001; d < 40; d *= 1.7) {
    gm_point there = {50.45466 - d, 30.5238 + d / 3};
    double km = gm_distance_fast_km(here, there);
    double got = gm_direction_near_km(gm_direction_of(here),
                                      gm_direction_of(there), most_km);
    assert_km(got, km < most_km ? km : most_km, 1e-3);
  }
  assert_km(gm_direction_near_km(gm_direction_of(here), gm_direction_of(here),
                                 most_km),
            0, 0);
}

static void is_the_same_both_ways(void **state) {
  (void)state;
  gm_point tehran = {35.69439, 51.42151}, lima = {-12.04318, -77.02824};
  assert_km(gm_distance_km(tehran, lima), gm_distance_km(lima, tehran), 1e-6);
}

static void never_fails_for_antipodes(void **state) {
  (void)state;
  gm_point here = {1e-9, 0}, there = {0, 180};
  assert_km(gm_distance_km(here, there), 20003.931, 0.01);
  assert_km(gm_distance_fast_km(here, there), 20015.115, 0.01);
}

static void fast_is_within_six_thousandths(void **state) {
  (void)state;
  for (double lat = -90; lat <= 90; lat += 7.5)
    for (double lon = 0.5; lon < 180; lon += 7.25)
      for (double from = -85; from <= 85; from += 17) {
        gm_point a = {from, 3}, b = {lat, lon};
        double right = gm_distance_km(a, b);
        assert_km(gm_distance_fast_km(a, b), right, 0.006 * right);
      }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(of_a_point_to_itself_is_nothing),
      cmocka_unit_test(from_the_equator_to_a_pole_is_a_quarter_meridian),
      cmocka_unit_test(at_a_pole_all_meridians_are_one),
      cmocka_unit_test(along_the_equator_is_an_arc_of_its_radius),
      cmocka_unit_test(knows_the_180th_meridian),
      cmocka_unit_test(by_directions_is_the_same_where_near),
      cmocka_unit_test(is_the_same_both_ways),
      cmocka_unit_test(never_fails_for_antipodes),
      cmocka_unit_test(fast_is_within_six_thousandths),
  };
  return cmocka_run_group_tests_name("earth/distance", tests, NULL, NULL);
}
