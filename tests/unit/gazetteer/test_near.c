/* What is near a point, and what is around it. */
#include "earth/distance.h"
#include "unit/gazetteer/shapes.h"

static void compile_all(void) {
  shapes_put_places();
  tables_put(&t, "shapes.tsv",
             SHAPES "gn:1,0 " LAND " " HOLE
                    ",a\n"
                    "gn:2,0 +???EE??D,a\n" /* 0 to 3 degrees square */
                    "gn:3,0 /??SS,a\n"
                    "gn:5,0 +CcJ?CC??B" /* 178 to 180 */
                    ",a\n");
  tables_gazetteer(&t);
}

/* The places in their order, such as "3 1 0". */
static const char *near(gm_point at, double radius_km, uint32_t most) {
  static char said[128];
  const gm_nearby *found;
  uint32_t count;
  said[0] = 0;
  assert_int_equal(
      gm_gazetteer_near(t.ws, t.gazetteer, at, radius_km, most, &found, &count),
      GM_OK);
  for (uint32_t i = 0; i < count; i++) {
    size_t size = strlen(said);
    snprintf(said + size, sizeof said - size, "%s%u", i ? " " : "",
             (unsigned)found[i].place);
    gm_point there = gm_gazetteer_place(t.gazetteer, found[i].place).at;
    assert_float_equal(found[i].far_km, gm_distance_fast_km(at, there), 1e-9);
  }
  return said;
}

static const char *around(gm_point at) {
  static char said[128];
  const uint32_t *found;
  uint32_t count;
  said[0] = 0;
  assert_int_equal(gm_gazetteer_around(t.ws, t.gazetteer, at, &found, &count),
                   GM_OK);
  for (uint32_t i = 0; i < count; i++) {
    size_t size = strlen(said);
    snprintf(said + size, sizeof said - size, "%s%u", i ? " " : "",
             (unsigned)found[i]);
  }
  return said;
}

static void the_nearest_goes_first(void **state) {
  (void)state;
  compile_all();
  assert_string_equal(near((gm_point){3, 3}, 1000, 9), "3 0 1");
  assert_string_equal(near((gm_point){3, 3}, 1000, 2), "3 0");
  assert_string_equal(near((gm_point){3, 3}, 30, 9), "3");
  assert_string_equal(near((gm_point){3, 3}, 0, 9), "");
  assert_string_equal(near((gm_point){3, 3}, 1000, 0), "");
}

static void nearness_goes_across_180_degrees(void **state) {
  (void)state;
  compile_all();
  assert_string_equal(near((gm_point){5, 179.95}, 50, 9), "5 4");
  assert_string_equal(near((gm_point){5, -180}, 50, 9), "4 5");
}

static void the_whole_world_is_near_enough(void **state) {
  (void)state;
  compile_all();
  const gm_nearby *found;
  uint32_t count;
  assert_int_equal(gm_gazetteer_near(t.ws, t.gazetteer, (gm_point){-90, 0},
                                     1e300, 100, &found, &count),
                   GM_OK);
  assert_int_equal(count, 6);
  assert_int_equal(found[0].place, 1);
}

static void what_is_no_circle_is_misuse(void **state) {
  (void)state;
  compile_all();
  const gm_nearby *found;
  uint32_t count;
  assert_int_equal(gm_gazetteer_near(t.ws, t.gazetteer, (gm_point){91, 0}, 1, 1,
                                     &found, &count),
                   GM_MISUSE);
  assert_int_equal(gm_gazetteer_near(t.ws, t.gazetteer, (gm_point){0, 0}, -1, 1,
                                     &found, &count),
                   GM_MISUSE);
}

static void the_smallest_around_goes_first(void **state) {
  (void)state;
  compile_all();
  assert_string_equal(around((gm_point){1, 1}), "1 0");
  assert_string_equal(around((gm_point){9, 9}), "0");
  assert_string_equal(around((gm_point){2.5, 2.5}), "1"); /* in the hole */
  assert_string_equal(around((gm_point){20, 20}), "");
}

/* It runs up to the 180th meridian, which has two names. */
static void the_180th_meridian_is_one(void **state) {
  (void)state;
  compile_all();
  assert_string_equal(around((gm_point){3, 179}), "4");
  assert_string_equal(around((gm_point){3, -180}), "4");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(the_nearest_goes_first),
      TEST(nearness_goes_across_180_degrees),
      TEST(the_whole_world_is_near_enough),
      TEST(what_is_no_circle_is_misuse),
      TEST(the_smallest_around_goes_first),
      TEST(the_180th_meridian_is_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
