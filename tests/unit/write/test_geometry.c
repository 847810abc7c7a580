/* Geometries as GeoJSON has them. */
#include "unit/write/run.h"
#include "write/geometry.h"

static const gm_point square[] = {{0, 0}, {0, 4}, {4, 4}, {4, 0}, {0, 0}};
static const gm_point hole[] = {{1, 1}, {2, 1}, {2, 2.5}, {1, 1}};

static void assert_prints(gm_shape shape, const char *wanted) {
  gm_buffer out = {0};
  gm_geometry_print(&shape, &out);
  assert_text(gm_buffer_str(&out), wanted);
  gm_buffer_close(&out);
}

static void a_point_has_longitude_first(void **state) {
  (void)state;
  static const gm_point at = {55.7522, 37.6156};
  static const gm_ring ring = {&at, 1, false};
  assert_prints((gm_shape){GM_SHAPE_POINT, &ring, 1},
                "{\"type\":\"Point\",\"coordinates\":[37.6156,55.7522]}");
}

static void one_line_is_no_multi(void **state) {
  (void)state;
  static const gm_ring lines[] = {{square, 2, false}, {hole, 2, false}};
  assert_prints((gm_shape){GM_SHAPE_LINE, lines, 1},
                "{\"type\":\"LineString\",\"coordinates\":"
                "[[0.0,0.0],[4.0,0.0]]}");
  assert_prints((gm_shape){GM_SHAPE_LINE, lines, 2},
                "{\"type\":\"MultiLineString\",\"coordinates\":"
                "[[[0.0,0.0],[4.0,0.0]],[[1.0,1.0],[1.0,2.0]]]}");
}

#define SQUARE "[[0.0,0.0],[4.0,0.0],[4.0,4.0],[0.0,4.0],[0.0,0.0]]"
#define HOLE "[[1.0,1.0],[1.0,2.0],[2.5,2.0],[1.0,1.0]]"

static void a_hole_stands_with_its_outline(void **state) {
  (void)state;
  static const gm_ring rings[] = {{square, 5, false},
                                  {hole, 4, true},
                                  {square, 5, false},
                                  {square, 5, false},
                                  {hole, 4, true}};
  assert_prints((gm_shape){GM_SHAPE_POLYGON, rings, 1},
                "{\"type\":\"Polygon\",\"coordinates\":[" SQUARE "]}");
  assert_prints((gm_shape){GM_SHAPE_POLYGON, rings, 2},
                "{\"type\":\"Polygon\",\"coordinates\":[" SQUARE "," HOLE "]}");
  assert_prints((gm_shape){GM_SHAPE_POLYGON, rings, 5},
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[" SQUARE "," HOLE
                "],[" SQUARE "],[" SQUARE "," HOLE "]]}");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_point_has_longitude_first),
      cmocka_unit_test(one_line_is_no_multi),
      cmocka_unit_test(a_hole_stands_with_its_outline),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
