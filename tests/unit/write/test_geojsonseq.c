/* One Feature a line. */
#include "unit/write/map.h"
#include "unit/write/run.h"
#include "unit/write/stub.h"

static void every_line_is_a_feature(void **state) {
  stub_article article = stub_article_of();
  char *text = map_text(*state, "geojsonseq", &article, 2);
  int lines = 0;
  char *rest = text;
  for (char *line; (line = strsep(&rest, "\n")) && *line; lines++) {
    cJSON *feature = cJSON_Parse(line);
    assert_non_null(feature);
    assert_string_equal(cJSON_GetObjectItem(feature, "type")->valuestring,
                        "Feature");
    cJSON_Delete(feature);
  }
  assert_int_equal(lines, 2 * STUB_MENTIONS);
  free(text);
}

static void ends_with_one_newline(void **state) {
  stub_article article = stub_article_of();
  char *text = map_text(*state, "geojsonseq", &article, 1);
  size_t size = strlen(text);
  assert_true(size > 2 && text[size - 1] == '\n' && text[size - 2] == '}');
  assert_int_equal(text[0], '{'); /* no record separator */
  free(text);
}

static void without_a_mention_it_is_empty(void **state) {
  stub_article article = stub_article_of();
  char *text = map_text(*state, "geojsonseq", &article, 0);
  assert_string_equal(text, "");
  free(text);
}

static void says_the_same_as_geojson(void **state) {
  stub_article article = stub_article_of();
  char *lines = map_text(*state, "geojsonseq", &article, 1);
  char *map = map_text(*state, "geojson", &article, 1);
  char *rest = lines;
  for (char *line; (line = strsep(&rest, "\n")) && *line;)
    assert_non_null(strstr(map, line));
  free(map);
  free(lines);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(every_line_is_a_feature),
      TEST(ends_with_one_newline),
      TEST(without_a_mention_it_is_empty),
      TEST(says_the_same_as_geojson),
  };
  return cmocka_run_group_tests_name("write/geojsonseq", tests, open_folder,
                                     close_folder);
}
