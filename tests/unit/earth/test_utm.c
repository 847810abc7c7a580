/* UTM: the way back to degrees. */
#include "earth/distance.h"
#include "earth/utm.h"
#include "unit/base/common.h"

static void assert_at(int zone, double east_m, double north_m, double lat_deg,
                      double lon_deg, double within_km) {
  gm_point got = gm_utm_point(zone, east_m, north_m);
  double km = gm_distance_km(got, (gm_point){lat_deg, lon_deg});
  if (km > within_km)
    fail_msg("zone %d, %.0f, %.0f is %.7f, %.7f", zone, east_m, north_m,
             got.lat_deg, got.lon_deg);
}

static void the_middle_of_a_zone_lies_on_its_meridian(void **state) {
  (void)state;
  assert_at(31, 500000, 0, 0, 3, 1e-9);
  assert_at(1, 500000, 0, 0, -177, 1e-9);
  assert_at(60, 500000, 0, 0, 177, 1e-9);
}

/* A quarter of a meridian is 10,001,965.729 m, less the scale of 0.9996. */
static void the_pole_is_a_quarter_of_a_meridian_away(void **state) {
  (void)state;
  assert_at(31, 500000, 10001965.729 * 0.9996, 90, 0, 1e-5);
}

static void north_and_south_mirror_each_other(void **state) {
  (void)state;
  gm_point north = gm_utm_point(37, 412345, 5567890);
  gm_point south = gm_utm_point(37, 412345, -5567890);
  assert_true(north.lat_deg + south.lat_deg < 1e-12 &&
              north.lat_deg + south.lat_deg > -1e-12);
  assert_true(north.lon_deg == south.lon_deg);
}

static void knows_towers(void **state) {
  (void)state;
  assert_at(31, 448251, 5411932, 48.85824, 2.29450, 0.05);
  assert_at(18, 323394, 4307395, 38.89770, -77.03650, 0.05);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(the_middle_of_a_zone_lies_on_its_meridian),
      TEST(the_pole_is_a_quarter_of_a_meridian_away),
      TEST(north_and_south_mirror_each_other),
      TEST(knows_towers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
