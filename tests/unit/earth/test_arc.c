/* The shortest way between two points, as a line for maps. */

/* cmocka wants the others before it. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include <math.h>

#include "earth/arc.h"
#include "earth/distance.h"

static const gm_point tokyo = {35.69, 139.69}, francisco = {37.77, -122.42},
                      paris = {48.85, 2.35}, lyon = {45.75, 4.85};

static gm_workspace *ws;

static gm_shape arc(gm_point from, gm_point to) {
  gm_shape shape;
  gm_workspace_reset(ws);
  assert_int_equal(GM_OK, gm_arc_of(ws, from, to, &shape));
  assert_int_equal(GM_SHAPE_LINE, shape.type);
  return shape;
}

static double length_km(const gm_shape *shape) {
  double sum = 0;
  for (uint32_t i = 0; i < shape->count; i++)
    for (uint32_t j = 1; j < shape->rings[i].count; j++)
      sum += gm_distance_fast_km(shape->rings[i].points[j - 1],
                                 shape->rings[i].points[j]);
  return sum;
}

static void assert_point(gm_point wanted, gm_point got) {
  assert_true(fabs(wanted.lat_deg - got.lat_deg) < 1e-9);
  assert_true(fabs(wanted.lon_deg - got.lon_deg) < 1e-9);
}

static void a_short_way_is_straight(void **state) {
  (void)state;
  gm_shape shape = arc(paris, (gm_point){49, 3});
  assert_int_equal(1, shape.count);
  assert_int_equal(2, shape.rings[0].count);
}

static void begins_and_ends_at_the_points(void **state) {
  (void)state;
  gm_shape shape = arc(paris, lyon);
  assert_int_equal(1, shape.count);
  assert_point(paris, shape.rings[0].points[0]);
  assert_point(lyon, shape.rings[0].points[shape.rings[0].count - 1]);
}

static void is_as_long_as_the_distance(void **state) {
  (void)state;
  gm_shape shape = arc(paris, francisco);
  double wanted = gm_distance_fast_km(paris, francisco);
  assert_true(fabs(length_km(&shape) - wanted) < wanted * 1e-6);
}

static void is_cut_at_the_180th_meridian(void **state) {
  (void)state;
  gm_shape shape = arc(tokyo, francisco);
  assert_int_equal(2, shape.count);
  gm_ring west = shape.rings[0], east = shape.rings[1];
  assert_point(tokyo, west.points[0]);
  assert_point(francisco, east.points[east.count - 1]);
  assert_true(west.points[west.count - 1].lon_deg == 180);
  assert_true(east.points[0].lon_deg == -180);
  assert_true(west.points[west.count - 1].lat_deg == east.points[0].lat_deg);
  for (uint32_t i = 0; i < shape.count; i++)
    for (uint32_t j = 1; j < shape.rings[i].count; j++)
      assert_true(fabs(shape.rings[i].points[j].lon_deg -
                       shape.rings[i].points[j - 1].lon_deg) <= 180);
  double wanted = gm_distance_fast_km(tokyo, francisco);
  assert_true(fabs(length_km(&shape) - wanted) < wanted * 1e-3);
}

static void is_the_same_both_ways(void **state) {
  (void)state;
  gm_shape there = arc(tokyo, francisco);
  double length = length_km(&there);
  gm_point cut = there.rings[0].points[there.rings[0].count - 1];
  gm_shape back = arc(francisco, tokyo);
  assert_int_equal(2, back.count);
  assert_true(fabs(length_km(&back) - length) < 1e-6);
  assert_true(fabs(back.rings[1].points[0].lat_deg - cut.lat_deg) < 1e-6);
}

static void who_stands_on_the_edge_has_one_line(void **state) {
  (void)state;
  gm_shape shape = arc((gm_point){0, 180}, (gm_point){0, -170});
  assert_int_equal(1, shape.count);
  shape = arc((gm_point){0, -170}, (gm_point){0, 180});
  assert_int_equal(1, shape.count);
}

static void has_no_line_from_a_point_to_itself(void **state) {
  (void)state;
  assert_int_equal(0, arc(paris, paris).count);
}

static void goes_over_the_pole_to_the_opposite(void **state) {
  (void)state;
  gm_shape shape = arc((gm_point){10, 20}, (gm_point){-10, -160});
  double most = 0;
  for (uint32_t i = 0; i < shape.count; i++)
    for (uint32_t j = 0; j < shape.rings[i].count; j++)
      most = fmax(most, shape.rings[i].points[j].lat_deg);
  assert_true(most > 88);
  assert_true(fabs(length_km(&shape) - 20015) < 20);
}

static int open_workspace(void **state) {
  (void)state;
  ws = gm_workspace_open(0);
  return ws ? 0 : -1;
}

static int close_workspace(void **state) {
  (void)state;
  gm_workspace_close(ws);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_short_way_is_straight),
      cmocka_unit_test(begins_and_ends_at_the_points),
      cmocka_unit_test(is_as_long_as_the_distance),
      cmocka_unit_test(is_cut_at_the_180th_meridian),
      cmocka_unit_test(is_the_same_both_ways),
      cmocka_unit_test(who_stands_on_the_edge_has_one_line),
      cmocka_unit_test(has_no_line_from_a_point_to_itself),
      cmocka_unit_test(goes_over_the_pole_to_the_opposite),
  };
  return cmocka_run_group_tests_name("earth/arc", tests, open_workspace,
                                     close_workspace);
}
