/* Borders with fewer points: neighbours must still fit together. */
#include "unit/write/run.h"
#include "write/border.h"

/* Two squares side by side; their common border, from (0,1) to (1,1), has a
 * small bend, and each has one on its own far side. */
static const gm_point west[] = {{0, 0}, {0, 1},       {0.5, 1.01}, {1, 1},
                                {1, 0}, {0.5, 0.01}, {0, 0}};
static const gm_point east[] = {{1, 1},      {0.5, 1.01}, {0, 1}, {0, 2},
                                {0.5, 2.01}, {1, 2},      {1, 1}};

static gm_ring simplified(gm_workspace *ws, const gm_ring *ring,
                          const gm_ring *other, double tolerance) {
  gm_borders borders;
  gm_ring out;
  assert_int_equal(gm_borders_open(ws, ring->count + other->count, &borders),
                   GM_OK);
  gm_borders_note(&borders, ring);
  gm_borders_note(&borders, other);
  assert_int_equal(gm_borders_simplify(ws, &borders, ring, tolerance, &out),
                   GM_OK);
  return out;
}

static bool has(const gm_ring *ring, double lat, double lon) {
  for (uint32_t i = 0; i < ring->count; i++)
    if (ring->points[i].lat_deg == lat && ring->points[i].lon_deg == lon)
      return true;
  return false;
}

static void assert_closed(const gm_ring *ring) {
  gm_point first = ring->points[0], last = ring->points[ring->count - 1];
  assert_true(first.lat_deg == last.lat_deg && first.lon_deg == last.lon_deg);
}

static void keeps_the_points_where_borders_meet(void **state) {
  const gm_ring a = {west, 7, false}, b = {east, 7, false};
  gm_ring left = simplified(*state, &a, &b, 0.1);
  assert_closed(&left);
  assert_true(has(&left, 0, 1));
  assert_true(has(&left, 1, 1));
  assert_false(has(&left, 0.5, 0.01));
}

static void leaves_no_gap_between_neighbours(void **state) {
  const gm_ring a = {west, 7, false}, b = {east, 7, false};
  for (double tolerance = 0.001; tolerance < 0.2; tolerance *= 3) {
    gm_ring left = simplified(*state, &a, &b, tolerance);
    gm_ring right = simplified(*state, &b, &a, tolerance);
    assert_int_equal(has(&left, 0.5, 1.01), has(&right, 0.5, 1.01));
  }
}

/* A country in a hole of another: both rings are one loop without a node. */
static void fills_a_hole_exactly(void **state) {
  static const gm_point inner[] = {{0, 0},      {0, 1}, {0.5, 1.02}, {1, 1},
                                   {1.03, 0.5}, {1, 0}, {0.5, 0.02}, {0, 0}};
  gm_point hole[8];
  for (int i = 0; i < 8; i++) hole[i] = inner[(7 - i + 3) % 7];
  const gm_ring a = {inner, 8, false}, b = {hole, 8, true};
  gm_ring one = simplified(*state, &a, &b, 0.025);
  gm_ring two = simplified(*state, &b, &a, 0.025);
  assert_int_equal(one.count, two.count);
  for (uint32_t i = 0; i < one.count; i++)
    assert_true(has(&two, one.points[i].lat_deg, one.points[i].lon_deg));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(keeps_the_points_where_borders_meet),
      TEST(leaves_no_gap_between_neighbours),
      TEST(fills_a_hole_exactly),
  };
  return cmocka_run_group_tests_name("write/border", tests, NULL, NULL);
}
