/* Tables of shapes: what they may say, and what becomes of it. */
#include "unit/gazetteer/shapes.h"

static gm_shape shape_of(uint32_t place) {
  gm_shape shape = {0};
  assert_int_equal(gm_gazetteer_shape(t.ws, t.gazetteer, place, &shape), GM_OK);
  return shape;
}

static void assert_point(gm_point point, double lat, double lon) {
  assert_float_equal(point.lat_deg, lat, 1e-9);
  assert_float_equal(point.lon_deg, lon, 1e-9);
}

static void compile_shapes(const char *rows) {
  shapes_put_places();
  tables_put(&t, "shapes.tsv", rows);
  tables_gazetteer(&t);
}

static void gives_back_the_rings_closed(void **state) {
  (void)state;
  compile_shapes(SHAPES "gn:1,0 " LAND " " HOLE ",a\n");
  gm_shape shape = shape_of(0);
  assert_int_equal(shape.type, GM_SHAPE_POLYGON);
  assert_int_equal(shape.count, 2);
  assert_int_equal(shape.rings[0].count, 5);
  assert_false(shape.rings[0].hole);
  assert_point(shape.rings[0].points[1], 0, 10);
  assert_point(shape.rings[0].points[2], 10, 10);
  assert_point(shape.rings[0].points[4], 0, 0);
  assert_true(shape.rings[1].hole);
  assert_point(shape.rings[1].points[0], 2, 2);
  assert_point(shape.rings[1].points[1], 4, 2);
}

static void turns_rings_as_the_rfc_wants_them(void **state) {
  (void)state;
  compile_shapes(SHAPES "gn:1,0 +??S??SR? -CC?CC??B,a\n"); /* the wrong ways */
  gm_shape shape = shape_of(0);
  assert_point(shape.rings[0].points[1], 0, 10);
  assert_point(shape.rings[0].points[3], 10, 0);
  assert_point(shape.rings[1].points[1], 4, 2);
  assert_int_equal(gm_gazetteer_verify(t.ws, t.gazetteer), GM_OK);
}

static void a_line_stays_open(void **state) {
  (void)state;
  compile_shapes(SHAPES "gn:3,1 /??SS /S?CC,a\n");
  gm_shape shape = shape_of(2);
  assert_int_equal(shape.type, GM_SHAPE_LINE);
  assert_int_equal(shape.count, 2);
  assert_int_equal(shape.rings[0].count, 2);
  assert_point(shape.rings[0].points[1], 1, 1); /* ten steps of 0.1 degree */
  assert_point(shape.rings[1].points[0], 1, 0);
}

static void a_country_or_division_may_go_by_its_code(void **state) {
  (void)state;
  compile_shapes(SHAPES "country:SQ,0 " LAND ",a\nadmin1:SQ.01,0 +???CC?,\n");
  assert_int_equal(shape_of(0).type, GM_SHAPE_POLYGON);
  assert_int_equal(shape_of(1).type, GM_SHAPE_POLYGON);
  assert_int_equal(shape_of(1).rings[0].count, 4);
}

static void a_place_without_a_shape_is_its_point(void **state) {
  (void)state;
  compile_shapes(SHAPES "gn:1,0 " LAND ",a\n");
  gm_shape shape = shape_of(3);
  assert_int_equal(shape.type, GM_SHAPE_POINT);
  assert_int_equal(shape.count, 1);
  assert_point(shape.rings[0].points[0], 3.2, 3.1);
  assert_int_equal(shape_of(GM_NO_PLACE).count, 0);
}

static void the_first_shape_of_a_place_is_kept(void **state) {
  (void)state;
  tables_put(&t, "shapes2.tsv", SHAPES "gn:1,0 +???CC?,a\n");
  compile_shapes(SHAPES "gn:1,0 " LAND ",a\n");
  assert_int_equal(shape_of(0).rings[0].count, 5);
  assert_int_equal(gm_gazetteer_verify(t.ws, t.gazetteer), GM_OK);
}

static void what_is_wrong_is_told_with_its_line(void **state) {
  (void)state;
  static const struct {
    const char *row, *why;
  } cases[] = {
      {"gn:9,0 " LAND ",a\n",
       "line 2 draws gn:9, which no table of places has"},
      {"gn:1,0 " LAND ",b\n",
       "line 2 names the source b, which no sources.tsv has"},
      {"gn:1,6 " LAND ",a\n",
       "line 2 has a geometry without decimals and rings"},
      {"gn:1,0,a\n", "line 2 has a geometry without decimals and rings"},
      {"gn:1,0 " HOLE ",a\n", "line 2 has \"" HOLE "\" for a ring"},
      {"gn:1,0 " LAND " /??SS,a\n", "line 2 has \"/??SS\" for a ring"},
      {"gn:1,0 +???SS??,a\n", "line 2 has \"???SS??\" for a ring"},
      {"gn:1,0 +?5?SS?,a\n", "line 2 has \"?5?SS?\" for a ring"},
      {"gn:1,0 +???S,a\n",
       "line 2 is wrong: a shape has a ring of 2 different points"},
      {"gn:1,0 /??,a\n",
       "line 2 is wrong: a shape has a line of 1 different points"},
      {"gn:1,0 /??_I?,a\n",
       "line 2 is wrong: a shape has a point at latitude 160, longitude 0"},
  };
  shapes_put_places();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char table[256];
    snprintf(table, sizeof table, SHAPES "%s", cases[i].row);
    tables_put(&t, "shapes.tsv", table);
    tables_fail(&t, cases[i].why);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(gives_back_the_rings_closed),
      TEST(turns_rings_as_the_rfc_wants_them),
      TEST(a_line_stays_open),
      TEST(a_country_or_division_may_go_by_its_code),
      TEST(a_place_without_a_shape_is_its_point),
      TEST(the_first_shape_of_a_place_is_kept),
      TEST(what_is_wrong_is_told_with_its_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
