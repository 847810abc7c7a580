/* GeoJSON, read back by cJSON. */
#include "unit/write/map.h"
#include "unit/write/run.h"
#include "unit/write/stub.h"
#include "write/field.h"

static const cJSON *property(const cJSON *feature, const char *name) {
  const cJSON *properties =
      cJSON_GetObjectItemCaseSensitive(feature, "properties");
  const cJSON *item = cJSON_GetObjectItemCaseSensitive(properties, name);
  assert_non_null(item);
  return item;
}

static void assert_string(const cJSON *feature, const char *name,
                          const char *wanted) {
  const cJSON *item = property(feature, name);
  assert_true(cJSON_IsString(item));
  assert_string_equal(item->valuestring, wanted);
}

/* ------------------------------------------------------------ the features --
 */

static void reads_back_as_it_was(void **state) {
  stub_article article = stub_article_of();
  cJSON *map = map_of(*state, "geojson", &article, 1);
  const cJSON *features = cJSON_GetObjectItem(map, "features");
  assert_int_equal(cJSON_GetArraySize(features), STUB_MENTIONS);
  const cJSON *feature = cJSON_GetArrayItem(features, 1);
  assert_string_equal(cJSON_GetObjectItem(feature, "type")->valuestring,
                      "Feature");
  const cJSON *geometry = cJSON_GetObjectItem(feature, "geometry");
  assert_string_equal(cJSON_GetObjectItem(geometry, "type")->valuestring,
                      "Point");
  const cJSON *pair = cJSON_GetObjectItem(geometry, "coordinates");
  assert_float_equal(cJSON_GetArrayItem(pair, 0)->valuedouble, -95.55551, 0);
  assert_float_equal(cJSON_GetArrayItem(pair, 1)->valuedouble, 33.66094, 0);
  assert_string(feature, "document", "wire/7");
  assert_string(feature, "title", STUB_TITLE);
  assert_string(feature, "date", "2026-01-02T03:04:05Z");
  assert_string(feature, "reasons", "Texas is named beside it");
  assert_float_equal(property(feature, "confidence")->valuedouble, 0.81, 0);
  assert_float_equal(property(feature, "lat")->valuedouble, 33.66094, 0);
  assert_true(cJSON_IsNull(property(feature, "url")));
  cJSON_Delete(map);
}

static void has_every_field_in_the_order_of_the_list(void **state) {
  stub_article article = stub_article_of();
  cJSON *map = map_of(*state, "geojson", &article, 1);
  const cJSON *feature = NULL;
  cJSON_ArrayForEach(feature, cJSON_GetObjectItem(map, "features")) {
    const cJSON *item = cJSON_GetObjectItem(feature, "properties")->child;
    for (int i = 0; i < GM_FIELD_COUNT; i++, item = item->next) {
      assert_non_null(item);
      assert_string_equal(item->string, gm_fields[i].name);
      bool text = gm_fields[i].type == GM_FIELD_TEXT ||
                  gm_fields[i].type == GM_FIELD_TIME;
      assert_true(cJSON_IsNull(item) ||
                  (text ? cJSON_IsString(item) : cJSON_IsNumber(item)));
      assert_false(cJSON_IsString(item) && !*item->valuestring);
    }
    assert_null(item);
    assert_null(cJSON_GetObjectItem(feature, "id"));
  }
  cJSON_Delete(map);
}

static void an_unresolved_mention_has_no_geometry(void **state) {
  stub_article article = stub_article_of();
  cJSON *map = map_of(*state, "geojson", &article, 1);
  const cJSON *feature =
      cJSON_GetArrayItem(cJSON_GetObjectItem(map, "features"), 3);
  assert_true(cJSON_IsNull(cJSON_GetObjectItem(feature, "geometry")));
  assert_true(cJSON_IsNull(property(feature, "geonameid")));
  assert_string(feature, "reasons",
                "unresolved: the gazetteer has no such place");
  cJSON_Delete(map);
}

static void odd_characters_survive(void **state) {
  static const char odd[] = "\"Łódź\" \\ \x01 \x7F \xF4\x8F\xBF\xBF 😀\r\n\tx";
  stub_article article = stub_article_of();
  article.document.title = gm_str_of(odd);
  cJSON *map = map_of(*state, "geojson", &article, 1);
  const cJSON *features = cJSON_GetObjectItem(map, "features");
  assert_string(cJSON_GetArrayItem(features, 0), "title", odd);
  assert_string(cJSON_GetArrayItem(features, 2), "sentence",
                "It said \"Caspian\" <twice> & left.");
  cJSON_Delete(map);
}

static void a_zero_byte_does_not_end_a_text(void **state) {
  stub_article article = stub_article_of();
  article.document.title = GM_STR("a\0b\0");
  cJSON *map = map_of(*state, "geojson", &article, 1);
  assert_string(cJSON_GetArrayItem(cJSON_GetObjectItem(map, "features"), 0),
                "title",
                "a\xEF\xBF\xBD"
                "b\xEF\xBF\xBD");
  cJSON_Delete(map);
}

/* ---------------------------------------------------------- the collection --
 */

static void says_first_what_it_is_and_last_who_made_it(void **state) {
  stub_article article = stub_article_of();
  char *text = map_text(*state, "geojson", &article, 1);
  static const char first[] = "{\"type\":\"FeatureCollection\",\"features\":[";
  assert_memory_equal(text, first, sizeof first - 1);
  const char *behind = strstr(text, "\n],\n\"generator\":\"geomention ");
  assert_non_null(behind);
  assert_non_null(strstr(behind, "\"hash\":\"0123456789abcdef\""));
  assert_non_null(strstr(behind, "\"licence\":\"CC BY 4.0\""));
  assert_non_null(strstr(behind, "\"date\":\"2026-01-02\""));
  assert_non_null(
      strstr(behind, "\"attribution\":\"A \\\"quoted\\\" source\""));
  assert_null(strstr(text, "\"crs\""));
  free(text);
}

static void has_a_feature_a_line(void **state) {
  stub_article article = stub_article_of();
  char *text = map_text(*state, "geojson", &article, 3);
  int features = 0;
  for (const char *at = text; (at = strstr(at, "\n{\"type\":\"Feature\","));
       at++)
    features++;
  assert_int_equal(features, 3 * STUB_MENTIONS);
  free(text);
}

static void without_a_mention_it_is_an_empty_collection(void **state) {
  stub_article article = stub_article_of();
  cJSON *map = map_of(*state, "geojson", &article, 0);
  assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(map, "features")), 0);
  assert_non_null(cJSON_GetObjectItem(map, "generator"));
  cJSON_Delete(map);
}

static void stops_when_asked_to(void **state) {
  gm_workspace *ws = *state;
  stub_article article = stub_article_of();
  volatile int stop = 1;
  gm_writer *writer = open_writer(ws, "geojson");
  gm_rendering *rendering = gm_rendering_open();
  gm_workspace_watch(ws, &stop);
  assert_int_equal(
      gm_render(ws, writer, &article.document, stub_mentions(&article),
                stub_resolutions(&article), rendering),
      GM_CANCELLED);
  gm_rendering_close(rendering);
  gm_writer_abandon(writer);
}

static void says_when_there_is_no_memory(void **state) {
  stub_article article = stub_article_of();
  gm_writer *writer = open_writer(*state, "geojson");
  gm_rendering *rendering = gm_rendering_open();
  gm_workspace *poor = gm_workspace_open(1);
  assert_int_equal(
      gm_render(poor, writer, &article.document, stub_mentions(&article),
                stub_resolutions(&article), rendering),
      GM_NO_MEMORY);
  assert_non_null(strstr(gm_workspace_message(poor), "no room for"));
  gm_workspace_close(poor);
  gm_rendering_close(rendering);
  gm_writer_abandon(writer);
}

/* The sea is drawn as wide as it is; Paris, which has no shape, is a point,
 * and so is lat and lon of both. */
static void areas_are_drawn_where_they_are_known(void **state) {
  gm_write_options options = {.format = "geojson",
                              .gazetteer = &stub_gazetteer,
                              .geometry = GM_GEOMETRY_AREA};
  static const char *const types[] = {"Point", "Point", "MultiPolygon"};
  stub_article article = stub_article_of();
  gm_writer *writer = NULL;
  assert_int_equal(
      gm_writer_open(*state, path_of("map.json"), &options, &writer), GM_OK);
  write_articles(*state, writer, &article, 1);
  assert_int_equal(gm_writer_close(*state, writer), GM_OK);
  char *text = read_text("map.json");
  cJSON *map = cJSON_Parse(text);
  const cJSON *features = cJSON_GetObjectItem(map, "features");
  for (int i = 0; i < 3; i++) {
    const cJSON *feature = cJSON_GetArrayItem(features, i);
    const cJSON *geometry = cJSON_GetObjectItem(feature, "geometry");
    assert_string_equal(cJSON_GetObjectItem(geometry, "type")->valuestring,
                        types[i]);
    assert_true(cJSON_IsNumber(property(feature, "lat")));
  }
  const cJSON *sea =
      cJSON_GetObjectItem(cJSON_GetArrayItem(features, 2), "geometry");
  const cJSON *polygons = cJSON_GetObjectItem(sea, "coordinates");
  assert_int_equal(cJSON_GetArraySize(polygons), 2);
  assert_int_equal(cJSON_GetArraySize(cJSON_GetArrayItem(polygons, 0)), 2);
  assert_true(cJSON_IsNull(
      cJSON_GetObjectItem(cJSON_GetArrayItem(features, 3), "geometry")));
  cJSON_Delete(map);
  free(text);
}

/* The title alone is larger than the workspace, so that it is a feature half
 * built that finds no room. */
static void a_feature_without_memory_leaves_nothing_behind(void **state) {
  static char title[90000];
  memset(title, 'x', sizeof title);
  stub_article article = stub_article_of();
  article.document.title = (gm_str){title, sizeof title};
  gm_writer *writer = open_writer(*state, "geojson");
  gm_rendering *rendering = gm_rendering_open();
  gm_workspace *poor = gm_workspace_open(80 * 1024);
  assert_int_equal(
      gm_render(poor, writer, &article.document, stub_mentions(&article),
                stub_resolutions(&article), rendering),
      GM_NO_MEMORY);
  assert_int_equal(gm_write(poor, writer, rendering), GM_OK);
  gm_workspace_close(poor);
  gm_rendering_close(rendering);
  assert_int_equal(gm_writer_close(*state, writer), GM_OK);
  char *text = read_text("map.json");
  assert_null(strstr(text, "\"Feature\""));
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(reads_back_as_it_was),
      TEST(has_every_field_in_the_order_of_the_list),
      TEST(an_unresolved_mention_has_no_geometry),
      TEST(areas_are_drawn_where_they_are_known),
      TEST(odd_characters_survive),
      TEST(a_zero_byte_does_not_end_a_text),
      TEST(says_first_what_it_is_and_last_who_made_it),
      TEST(has_a_feature_a_line),
      TEST(without_a_mention_it_is_an_empty_collection),
      TEST(stops_when_asked_to),
      TEST(says_when_there_is_no_memory),
      TEST(a_feature_without_memory_leaves_nothing_behind),
  };
  return cmocka_run_group_tests_name("write/geojson", tests, open_folder,
                                     close_folder);
}
