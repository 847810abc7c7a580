/* The point that stands for an outline, and the shape that it draws. */
#include "gazetteer/outline.h"
#include "unit/gazetteer/tables.h"

/* Adds a part from pairs of longitude and latitude. */
static void part(gm_outline *outline, size_t count, const double (*pairs)[2]) {
  for (size_t i = 0; i < count; i++)
    assert_int_equal(
        gm_outline_add(t.ws, outline, (gm_point){pairs[i][1], pairs[i][0]}),
        GM_OK);
  assert_int_equal(gm_outline_end_part(t.ws, outline), GM_OK);
}

#define PART(outline, ...)                              \
  do {                                                  \
    static const double pairs[][2] = __VA_ARGS__;       \
    part(outline, sizeof pairs / sizeof *pairs, pairs); \
  } while (0)

static gm_point point(const gm_outline *outline) {
  gm_point out = {0};
  bool found;
  assert_int_equal(gm_outline_point(t.ws, outline, &out, &found), GM_OK);
  assert_true(found);
  return out;
}

static void lies_inside_of_a_crescent(void **state) {
  gm_outline outline = {.kind = GM_OUTLINE_RINGS};
  (void)state;
  /* A C whose middle is outside: open to the east. */
  PART(&outline, {{0, 0},
                  {10, 0},
                  {10, 2},
                  {2, 2},
                  {2, 8},
                  {10, 8},
                  {10, 10},
                  {0, 10},
                  {0, 0}});
  gm_point at = point(&outline);
  bool in_lower = at.lat_deg > 0 && at.lat_deg < 2 && at.lon_deg > 0;
  bool in_upper = at.lat_deg > 8 && at.lat_deg < 10 && at.lon_deg > 0;
  bool in_back = at.lon_deg > 0 && at.lon_deg < 2;
  assert_true(in_lower || in_upper || in_back);
  assert_true(at.lon_deg < 10);
}

static void keeps_out_of_holes(void **state) {
  gm_outline outline = {.kind = GM_OUTLINE_RINGS};
  (void)state;
  PART(&outline, {{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}});
  PART(&outline, {{1, 1}, {8, 1}, {8, 9}, {1, 9}, {1, 1}});
  gm_point at = point(&outline);
  assert_false(at.lon_deg > 1 && at.lon_deg < 8 && at.lat_deg > 1 &&
               at.lat_deg < 9);
}

static void lies_on_the_main_island(void **state) {
  gm_outline outline = {.kind = GM_OUTLINE_RINGS};
  (void)state;
  PART(&outline, {{0, 0}, {0.1, 0}, {0.1, 0.1}, {0, 0.1}, {0, 0}});
  PART(&outline, {{5, 5}, {6, 5}, {6, 6}, {5, 6}, {5, 5}});
  PART(&outline, {{9, 20}, {9.1, 20}, {9.1, 20.1}, {9, 20.1}, {9, 20}});
  gm_point at = point(&outline);
  assert_float_equal(at.lat_deg, 5.5, 0.01);
  assert_float_equal(at.lon_deg, 5.5, 0.01);
}

static void lies_on_the_longest_line(void **state) {
  gm_outline outline = {.kind = GM_OUTLINE_LINES};
  (void)state;
  PART(&outline, {{50, 50}, {50, 51}});
  PART(&outline, {{0, 0}, {0, 3}, {0, 6}, {0, 10}});
  gm_point at = point(&outline);
  assert_float_equal(at.lat_deg, 6, 1e-9);
  assert_float_equal(at.lon_deg, 0, 1e-9);
}

static void comes_back_from_beyond_the_180th_meridian(void **state) {
  gm_outline outline = {.kind = GM_OUTLINE_RINGS};
  (void)state;
  PART(&outline, {{178, 0}, {190, 0}, {190, 4}, {178, 4}, {178, 0}});
  assert_float_equal(point(&outline).lon_deg, -176, 1e-9);
}

static void tells_that_there_is_none(void **state) {
  gm_outline outline = {.kind = GM_OUTLINE_RINGS};
  gm_point at;
  bool found = true;
  (void)state;
  assert_int_equal(gm_outline_point(t.ws, &outline, &at, &found), GM_OK);
  assert_false(found);
  outline.kind = GM_OUTLINE_POINTS;
  PART(&outline, {{0, 91}});
  assert_int_equal(gm_outline_point(t.ws, &outline, &at, &found), GM_OK);
  assert_false(found);
}

static gm_shape shape_of(const gm_outline *outline, int decimals) {
  gm_shape shape = {.count = 99};
  assert_int_equal(gm_outline_shape(t.ws, outline, decimals, &shape), GM_OK);
  return shape;
}

/* In the wrong order and turned as they like: a square, a hole in it, an island
 * in the hole, another square beside them with a side in common. */
static void tells_areas_and_holes_by_where_they_lie(void **state) {
  gm_outline outline = {.kind = GM_OUTLINE_RINGS};
  (void)state;
  PART(&outline, {{4, 4}, {6, 4}, {6, 6}, {4, 6}, {4, 4}});
  PART(&outline, {{2, 2}, {2, 8}, {8, 8}, {8, 2}, {2, 2}});
  PART(&outline, {{10, 0}, {13, 0}, {13, 10}, {10, 10}});
  PART(&outline, {{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}});
  gm_shape shape = shape_of(&outline, 1);
  assert_int_equal(shape.type, GM_SHAPE_POLYGON);
  assert_int_equal(shape.count, 4);
  assert_float_equal(shape.rings[0].points[0].lon_deg, 0, 1e-9);
  assert_float_equal(shape.rings[1].points[0].lon_deg, 2, 1e-9);
  for (uint32_t i = 0; i < shape.count; i++) {
    assert_int_equal(shape.rings[i].count, 5); /* closed */
    assert_int_equal(shape.rings[i].hole, i == 1);
  }
}

static void rounds_and_drops_what_vanishes(void **state) {
  gm_outline outline = {.kind = GM_OUTLINE_RINGS};
  (void)state;
  PART(&outline, {{0, 0}, {4.04, 0}, {4.01, 0}, {4, 4}, {0, 4}});
  PART(&outline, {{1, 1}, {1.01, 1}, {1.01, 1.01}, {1, 1.01}, {1, 1}});
  PART(&outline, {{1, 1}, {2, 2}, {3, 3}, {1, 1}});
  gm_shape shape = shape_of(&outline, 1);
  assert_int_equal(shape.count, 1);
  assert_int_equal(shape.rings[0].count, 5);
  assert_float_equal(shape.rings[0].points[1].lon_deg, 4, 1e-9);
}

static void draws_lines_as_they_are(void **state) {
  gm_outline outline = {.kind = GM_OUTLINE_LINES};
  (void)state;
  PART(&outline, {{0, 0}, {1, 1}, {2, 0}, {0, 0}});
  PART(&outline, {{5, 5}, {5.01, 5}});
  gm_shape shape = shape_of(&outline, 1);
  assert_int_equal(shape.type, GM_SHAPE_LINE);
  assert_int_equal(shape.count, 1);
  assert_int_equal(shape.rings[0].count, 4);
}

static void draws_nothing_that_is_not_on_the_earth(void **state) {
  gm_outline outline = {.kind = GM_OUTLINE_RINGS};
  (void)state;
  assert_int_equal(shape_of(&outline, 4).count, 0);
  PART(&outline, {{170, 0}, {190, 0}, {190, 5}, {170, 5}});
  assert_int_equal(shape_of(&outline, 4).count, 0);
  outline.kind = GM_OUTLINE_POINTS;
  assert_int_equal(shape_of(&outline, 4).count, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(lies_inside_of_a_crescent),
      TEST(keeps_out_of_holes),
      TEST(lies_on_the_main_island),
      TEST(lies_on_the_longest_line),
      TEST(comes_back_from_beyond_the_180th_meridian),
      TEST(tells_that_there_is_none),
      TEST(tells_areas_and_holes_by_where_they_lie),
      TEST(rounds_and_drops_what_vanishes),
      TEST(draws_lines_as_they_are),
      TEST(draws_nothing_that_is_not_on_the_earth),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
