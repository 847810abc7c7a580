/* KML, looked at as text; tests/gis lets GDAL read it. */
#include "unit/write/rows.h"
#include "unit/write/run.h"

static char *written(gm_workspace *ws, gm_layer_geometry geometry,
                     const gm_shape *shape, const char *text) {
  const char *texts[] = {text, NULL};
  gm_layer layer = rows_layer(geometry);
  assert_int_equal(rows_write(ws, "map.kml", NULL, &layer, shape, texts),
                   GM_OK);
  char *kml = read_text("map_things.kml");
  assert_non_null(kml);
  return kml;
}

static void assert_has(gm_workspace *ws, gm_layer_geometry geometry,
                       const gm_shape *shape, const char *text,
                       const char *wanted) {
  char *kml = written(ws, geometry, shape, text);
  if (!strstr(kml, wanted)) fail_msg("no %s in %s", wanted, kml);
  free(kml);
}

static void texts_are_escaped(void **state) {
  assert_has(*state, GM_LAYER_POINT, &rows_point, "<b>&",
             "<name>&lt;b&gt;&amp;</name>");
}

static void a_name_that_kml_keeps_gets_the_layer_s(void **state) {
  assert_has(*state, GM_LAYER_POINT, &rows_point, "x",
             "<SimpleField type=\"string\" name=\"things_name\"/>");
  assert_has(*state, GM_LAYER_POINT, &rows_point, "x",
             "<SimpleData name=\"things_name\">x</SimpleData>"
             "<SimpleData name=\"count\">-9007199254740993</SimpleData>");
}

static void times_are_those_of_the_slider(void **state) {
  assert_has(*state, GM_LAYER_POINT, &rows_point, "x",
             "<TimeStamp><when>2026-01-02T03:04:05Z</when></TimeStamp>");
}

static void shapes_have_the_longitude_first(void **state) {
  assert_has(*state, GM_LAYER_POINT, &rows_point, "x",
             "<Point><coordinates>2.3488,48.85341</coordinates></Point>");
  assert_has(*state, GM_LAYER_POLYGON, &rows_polygons, "x",
             "</LinearRing></innerBoundaryIs></Polygon><Polygon>"
             "<outerBoundaryIs><LinearRing><coordinates>170.0,0.0 180.0,0.0");
}

static void balloons_escape_twice(void **state) {
  gm_workspace *ws = *state;
  stub_article article = stub_article_of();
  gm_writer *writer = open_writer(ws, "kml");
  write_articles(ws, writer, &article, 1);
  assert_int_equal(gm_writer_close(ws, writer), GM_OK);
  char *kml = read_text("map.json");
  assert_non_null(strstr(kml, "&amp;lt;twice&amp;gt; &amp;amp; left."));
  free(kml);
}

static void an_empty_map_is_whole(void **state) {
  const char *texts[] = {NULL};
  gm_layer layer = rows_layer(GM_LAYER_POINT);
  assert_int_equal(rows_write(*state, "map.kml", NULL, &layer, NULL, texts),
                   GM_OK);
  char *kml = read_text("map_things.kml");
  assert_non_null(strstr(kml, "<Schema name=\"things\""));
  assert_non_null(strstr(kml, "</Document></kml>\n"));
  assert_null(strstr(kml, "<Placemark>"));
  free(kml);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(texts_are_escaped),
      TEST(a_name_that_kml_keeps_gets_the_layer_s),
      TEST(times_are_those_of_the_slider),
      TEST(shapes_have_the_longitude_first),
      TEST(balloons_escape_twice),
      TEST(an_empty_map_is_whole),
  };
  return cmocka_run_group_tests_name("write/kml", tests, open_folder,
                                     close_folder);
}
