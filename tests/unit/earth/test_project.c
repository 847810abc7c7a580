/* Coordinate systems: which there are, and where points lie in them. */
#include <math.h>
#include <string.h>

#include "earth/project.h"
#include "unit/write/run.h"

static gm_crs crs_of(gm_workspace *ws, const char *said) {
  gm_crs crs;
  assert_int_equal(gm_crs_find(ws, said, &ws->arena, &crs), GM_OK);
  return crs;
}

/* Moves the points of one ring. */
static gm_shape moved(gm_workspace *ws, const gm_crs *crs, gm_shape_type type,
                      const gm_point *points, uint32_t count,
                      uint32_t *outside) {
  gm_ring *ring = gm_take(ws, sizeof *ring);
  *ring = (gm_ring){points, count, false};
  gm_shape shape = {type, ring, 1}, out;
  *outside = 0;
  assert_int_equal(gm_project(ws, crs, &shape, &out, outside), GM_OK);
  return out;
}

static void systems_say_what_they_are(void **state) {
  gm_crs crs = crs_of(*state, "EPSG:3857");
  assert_string_equal(crs.authority, "EPSG");
  assert_int_equal(crs.code, 3857);
  assert_non_null(strstr(crs.wkt, "PROJCS[\"WGS 84 / Pseudo-Mercator\""));
  assert_non_null(strstr(crs.esri_wkt, "PROJCS["));
  assert_null(strchr(crs.esri_wkt, '\n'));
}

static void a_system_without_a_number_is_one_too(void **state) {
  gm_crs crs = crs_of(*state, "+proj=laea +lat_0=50 +lon_0=20");
  uint32_t outside;
  static const gm_point middle = {50, 20};
  assert_null(crs.authority);
  gm_shape shape = moved(*state, &crs, GM_SHAPE_POINT, &middle, 1, &outside);
  assert_true(fabs(shape.rings[0].points[0].lat_deg) < 0.001);
  assert_true(fabs(shape.rings[0].points[0].lon_deg) < 0.001);
}

static void what_is_none_is_told(void **state) {
  static const char *const wrong[] = {"EPSG:99999", "nonsense", "", "EPSG:5773",
                                      "EPSG:4978"};
  gm_crs crs;
  gm_workspace *ws = *state;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    assert_int_equal(gm_crs_find(ws, wrong[i], &ws->arena, &crs), GM_MISUSE);
    assert_non_null(strstr(gm_workspace_message(ws), "no coordinate system"));
  }
}

/* Web Mercator by its formula: y = R ln tan(45 degrees + lat / 2). */
static void east_is_x_and_north_is_y(void **state) {
  gm_crs crs = crs_of(*state, "EPSG:3857");
  static const gm_point odesa = {46.47747, 30.73262};
  uint32_t outside;
  gm_shape shape = moved(*state, &crs, GM_SHAPE_POINT, &odesa, 1, &outside);
  const double radius = 6378137, degree = acos(-1) / 180;
  double x = radius * odesa.lon_deg * degree;
  double y = radius * log(tan((90 + odesa.lat_deg) / 2 * degree));
  assert_int_equal(outside, 0);
  assert_true(fabs(shape.rings[0].points[0].lon_deg - x) < 0.01);
  assert_true(fabs(shape.rings[0].points[0].lat_deg - y) < 0.01);
}

static void systems_with_the_latitude_first_are_turned(void **state) {
  gm_crs crs = crs_of(*state, "EPSG:4258");
  static const gm_point paris = {48.85, 2.35};
  uint32_t outside;
  gm_shape shape = moved(*state, &crs, GM_SHAPE_POINT, &paris, 1, &outside);
  assert_true(fabs(shape.rings[0].points[0].lat_deg - 48.85) < 0.001);
  assert_true(fabs(shape.rings[0].points[0].lon_deg - 2.35) < 0.001);
}

/* Lima is no place for a zone of Russia, but has coordinates there; the pole
 * has none in Mercator. */
static void points_out_of_reach_are_counted(void **state) {
  gm_crs utm = crs_of(*state, "EPSG:32637");
  gm_crs mercator = crs_of(*state, "EPSG:3857");
  static const gm_point lima = {-12.05, -77.04}, moscow = {55.75, 37.62};
  static const gm_point pole = {90, 0};
  uint32_t outside;
  gm_shape shape = moved(*state, &utm, GM_SHAPE_POINT, &lima, 1, &outside);
  assert_int_equal(shape.count, 1);
  assert_int_equal(outside, 1);
  shape = moved(*state, &utm, GM_SHAPE_POINT, &moscow, 1, &outside);
  assert_int_equal(shape.count, 1);
  assert_int_equal(outside, 0);
  shape = moved(*state, &mercator, GM_SHAPE_POINT, &pole, 1, &outside);
  assert_int_equal(shape.count, 0);
  assert_int_equal(outside, 1);
}

static void polygons_are_cut_and_closed(void **state) {
  gm_crs mercator = crs_of(*state, "EPSG:3857");
  static const gm_point antarctic[] = {{-70, -180}, {-90, -180}, {-90, 180},
                                       {-70, 180},  {-65, 0},    {-70, -180}};
  uint32_t outside;
  gm_shape shape =
      moved(*state, &mercator, GM_SHAPE_POLYGON, antarctic, 6, &outside);
  assert_int_equal(outside, 2);
  assert_int_equal(shape.count, 1);
  const gm_ring *ring = &shape.rings[0];
  assert_int_equal(ring->count, 4);
  assert_memory_equal(&ring->points[0], &ring->points[3], sizeof(gm_point));
}

static void a_workspace_may_change_its_system(void **state) {
  gm_crs one = crs_of(*state, "EPSG:3857"), other = crs_of(*state, "EPSG:4258");
  static const gm_point paris = {48.85, 2.35};
  uint32_t outside;
  for (int i = 0; i < 2; i++) {
    gm_shape far = moved(*state, &one, GM_SHAPE_POINT, &paris, 1, &outside);
    gm_shape near = moved(*state, &other, GM_SHAPE_POINT, &paris, 1, &outside);
    assert_true(far.rings[0].points[0].lat_deg > 1e6);
    assert_true(near.rings[0].points[0].lat_deg < 90);
  }
}

/* One system in the memory of another, as where one map follows another. */
static void a_system_is_known_by_what_it_says(void **state) {
  gm_crs crs = crs_of(*state, "EPSG:3857");
  static const gm_point paris = {48.85, 2.35};
  uint32_t outside;
  gm_shape far = moved(*state, &crs, GM_SHAPE_POINT, &paris, 1, &outside);
  crs = crs_of(*state, "EPSG:4258");
  gm_shape near = moved(*state, &crs, GM_SHAPE_POINT, &paris, 1, &outside);
  assert_true(far.rings[0].points[0].lat_deg > 1e6);
  assert_true(near.rings[0].points[0].lat_deg < 90);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(systems_say_what_they_are),
      TEST(a_system_without_a_number_is_one_too),
      TEST(what_is_none_is_told),
      TEST(east_is_x_and_north_is_y),
      TEST(systems_with_the_latitude_first_are_turned),
      TEST(points_out_of_reach_are_counted),
      TEST(polygons_are_cut_and_closed),
      TEST(a_workspace_may_change_its_system),
      TEST(a_system_is_known_by_what_it_says),
  };
  return cmocka_run_group_tests_name("earth/project", tests, NULL, NULL);
}
