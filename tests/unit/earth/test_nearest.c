/* The curve along which places are sorted, and the windows on it. */

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
#include "earth/nearest.h"

static uint32_t key_of(gm_point point) {
  return gm_nearest_key((int32_t)lround(point.lat_deg * 1e5),
                        (int32_t)lround(point.lon_deg * 1e5));
}

static bool window_has(const gm_nearest_window *window, gm_point point) {
  uint32_t key = key_of(point);
  for (uint32_t i = 0; i < window->rows; i++)
    for (uint32_t j = 0; j < window->columns; j++) {
      gm_nearest_run run = gm_nearest_cell(window, i, j);
      if (key >= run.first && key <= run.last) return true;
    }
  return false;
}

static void keys_halve_the_world(void **state) {
  (void)state;
  assert_true(gm_nearest_key(-1, -1) < gm_nearest_key(-1, 1));
  assert_true(gm_nearest_key(-1, 1) < gm_nearest_key(1, -1));
  assert_true(gm_nearest_key(1, -1) < gm_nearest_key(1, 1));
  assert_int_equal(gm_nearest_key(-9000000, -18000000), 0);
  assert_int_equal(gm_nearest_key(9000000, 18000000), UINT32_MAX);
}

static void broken_points_get_a_key_too(void **state) {
  (void)state;
  assert_int_equal(gm_nearest_key(INT32_MIN, INT32_MIN), 0);
  assert_int_equal(gm_nearest_key(INT32_MAX, INT32_MAX), UINT32_MAX);
}

/* Numbers that look like chance and are the same each time. */
static double next(uint32_t *seed, double most) {
  *seed = *seed * 1664525 + 1013904223;
  return ((double)*seed / 4294967296.0 * 2 - 1) * most;
}

/* Every point of a circle must be in the window; most points must not be. */
static void check_circle(gm_point at, double radius_km) {
  uint32_t seed = 7;
  gm_nearest_window window = gm_nearest_around(at, radius_km);
  for (int i = 0; i < 300; i++) {
    gm_point near = {at.lat_deg + next(&seed, radius_km / 100),
                     at.lon_deg + next(&seed, fmin(180, radius_km))};
    if (fabs(near.lat_deg) > 90) continue;
    near.lon_deg = remainder(near.lon_deg, 360);
    if (gm_distance_fast_km(at, near) <= radius_km)
      assert_true(window_has(&window, near));
  }
}

static void a_window_holds_the_whole_circle(void **state) {
  (void)state;
  static const double lats[] = {0, 12.3, -45, 61, 79.9, 89.5, 90, -90};
  static const double lons[] = {0, 100.5, 179.99, 180, -180, -179.9};
  static const double radii[] = {0, 0.5, 4, 36, 324, 3000, 12000, 20100};
  for (size_t i = 0; i < sizeof lats / sizeof *lats; i++)
    for (size_t j = 0; j < sizeof lons / sizeof *lons; j++)
      for (size_t k = 0; k < sizeof radii / sizeof *radii; k++)
        check_circle((gm_point){lats[i], lons[j]}, radii[k]);
}

static void a_window_is_not_much_larger_than_the_circle(void **state) {
  (void)state;
  gm_nearest_window window = gm_nearest_around((gm_point){48, 2}, 10);
  assert_true(window.rows * window.columns <= 15);
  assert_false(window_has(&window, (gm_point){49, 2}));
  assert_false(window_has(&window, (gm_point){48, 4}));
  assert_true(gm_nearest_around((gm_point){-90, 0}, 4).columns <= 256);
}

/* A cell that is met twice would count its places twice. */
static void the_cells_of_a_window_are_different(void **state) {
  (void)state;
  gm_nearest_window window = gm_nearest_around((gm_point){89, 0}, 9000);
  assert_true(window.columns <= (uint32_t)1 << window.level);
  assert_true(window.row + window.rows <= (uint32_t)1 << window.level);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keys_halve_the_world),
      cmocka_unit_test(broken_points_get_a_key_too),
      cmocka_unit_test(a_window_holds_the_whole_circle),
      cmocka_unit_test(a_window_is_not_much_larger_than_the_circle),
      cmocka_unit_test(the_cells_of_a_window_are_different),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
