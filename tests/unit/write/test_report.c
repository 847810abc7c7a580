/* The page as a file: its data are JSON, whole, and cannot get out of their
 * element. What it does in a browser, tests/web tells. */
#include <string.h>

#include "unit/write/map.h"
#include "write/report_embedded.h"

/* The data between head and tail, parsed. */
static cJSON *data_of(char *page) {
  static const char opening[] =
      "<script type=\"application/json\" id=\"data\">";
  char *begin = strstr(page, opening);
  assert_non_null(begin);
  begin += sizeof opening - 1;
  char *end = strstr(begin, "</script>");
  assert_non_null(end);
  *end = '\0';
  cJSON *data = cJSON_Parse(begin);
  assert_non_null(data);
  return data;
}

static cJSON *written(gm_workspace *ws, stub_article *article, int times) {
  char *page = map_text(ws, "html", article, times);
  cJSON *data = data_of(page);
  free(page);
  return data;
}

static const cJSON *get(const cJSON *object, const char *name) {
  const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, name);
  assert_non_null(member);
  return member;
}

static int number_at(const cJSON *list, int at) {
  const cJSON *item = cJSON_GetArrayItem(list, at);
  assert_true(cJSON_IsNumber(item));
  return (int)item->valuedouble;
}

static void holds_title_text_and_mentions(void **state) {
  stub_article article = stub_article_of();
  cJSON *data = written(*state, &article, 1);
  const cJSON *one = cJSON_GetArrayItem(get(data, "articles"), 0);
  assert_string_equal(get(one, "title")->valuestring, STUB_TITLE);
  assert_string_equal(get(one, "text")->valuestring, STUB_BODY);
  assert_true(cJSON_IsTrue(get(one, "apart")));
  const cJSON *mentions = get(one, "mentions");
  assert_int_equal(cJSON_GetArraySize(mentions), STUB_MENTIONS);
  const cJSON *title = cJSON_GetArrayItem(mentions, 0);
  assert_int_equal(number_at(title, 0), GM_PART_TITLE);
  assert_int_equal(number_at(title, 1), 9); /* "Łódź and " */
  assert_int_equal(number_at(title, 2), 14);
  assert_int_equal(number_at(title, 4), STUB_PARIS);
  assert_int_equal(number_at(title, 5), 8100);
  const cJSON *unresolved = cJSON_GetArrayItem(mentions, 3);
  assert_int_equal(number_at(unresolved, 4), -1);
  cJSON_Delete(data);
}

static void tells_modifiers_where_there_are_any(void **state) {
  enum { POINT = 10, MODIFIER = 11 };
  stub_article article = stub_article_of();
  article.mentions[0].modifier =
      (gm_modifier){GM_MODIFIER_DISTANCE, {0, 7}, true, 22.5F, 20};
  cJSON *data = written(*state, &article, 1);
  const cJSON *one = cJSON_GetArrayItem(get(data, "articles"), 0);
  const cJSON *with = cJSON_GetArrayItem(get(one, "mentions"), 0);
  const cJSON *without = cJSON_GetArrayItem(get(one, "mentions"), 1);
  assert_int_equal(cJSON_GetArraySize(without), POINT);
  assert_int_equal(cJSON_GetArraySize(with), MODIFIER + 1);
  assert_true(cJSON_IsNull(cJSON_GetArrayItem(with, POINT)));
  const cJSON *said = cJSON_GetArrayItem(with, MODIFIER);
  assert_string_equal(cJSON_GetArrayItem(said, 0)->valuestring, "Łódź");
  assert_string_equal(cJSON_GetArrayItem(said, 1)->valuestring, "distance");
  assert_true(cJSON_GetArrayItem(said, 2)->valuedouble == 22.5);
  assert_int_equal(number_at(said, 3), 20);
  cJSON_Delete(data);
}

static void tells_each_place_once(void **state) {
  stub_article article = stub_article_of();
  cJSON *data = written(*state, &article, 3);
  const cJSON *places = get(data, "places");
  assert_int_equal(cJSON_GetArraySize(places), 3);
  const cJSON *paris = get(places, "2");
  assert_string_equal(cJSON_GetArrayItem(paris, 0)->valuestring, "gn:4717560");
  assert_string_equal(cJSON_GetArrayItem(paris, 2)->valuestring,
                      "Texas, United States");
  assert_int_equal((int)get(data, "whole")->valuedouble, 3);
  cJSON_Delete(data);
}

static void counts_articles_behind_the_thousandth(void **state) {
  stub_article article = stub_article_of();
  gm_write_options options = {.format = "html", .gazetteer = &stub_gazetteer};
  gm_writer *writer = NULL;
  assert_int_equal(
      gm_writer_open(*state, path_of("map.json"), &options, &writer), GM_OK);
  gm_rendering *rendering = gm_rendering_open();
  for (uint64_t ordinal = 999; ordinal <= 1003; ordinal++) {
    article.document.ordinal = ordinal;
    assert_int_equal(
        gm_render(*state, writer, &article.document, stub_mentions(&article),
                  stub_resolutions(&article), rendering),
        GM_OK);
    assert_int_equal(gm_write(*state, writer, rendering), GM_OK);
  }
  gm_rendering_close(rendering);
  assert_int_equal(gm_writer_close(*state, writer), GM_OK);
  char *page = read_text("map.json");
  cJSON *data = data_of(page);
  free(page);
  assert_int_equal(cJSON_GetArraySize(get(data, "articles")), 2);
  assert_int_equal((int)get(data, "whole")->valuedouble, 5);
  const cJSON *cells = get(data, "cells");
  assert_int_equal(cJSON_GetArraySize(cells), STUB_MENTIONS);
  assert_int_equal(number_at(cJSON_GetArrayItem(cells, 0), 4), 3);
  cJSON_Delete(data);
}

static void an_empty_page_is_whole_too(void **state) {
  stub_article article = stub_article_of();
  cJSON *data = written(*state, &article, 0);
  assert_int_equal(cJSON_GetArraySize(get(data, "articles")), 0);
  assert_int_equal(cJSON_GetArraySize(get(data, "cells")), 0);
  cJSON_Delete(data);
}

/* The only ends of elements of scripts are the template's own. */
static void hostile_texts_stay_in_their_element(void **state) {
  stub_article article = stub_article_of();
  static const char hostile[] = "</script><img src=x onerror=alert(1)>";
  article.document.id = GM_STR("</script><!--");
  article.document.text = (gm_str){hostile, sizeof hostile - 1};
  article.document.title_part = (gm_span){0};
  article.document.text_part = (gm_span){0, sizeof hostile - 1};
  for (int i = 0; i < STUB_MENTIONS; i++)
    article.mentions[i] = (gm_mention){.span = {2, 8},
                                       .head = {2, 8},
                                       .sentence = {0, sizeof hostile - 1},
                                       .part = GM_PART_TEXT};
  char *page = map_text(*state, "html", &article, 1);
  assert_null(strstr(page, "<img"));
  assert_null(strstr(page, "<!--"));
  cJSON_Delete(data_of(page));
  free(page);
}

static void asks_for_nothing_from_elsewhere(void **state) {
  stub_article article = stub_article_of();
  char *page = map_text(*state, "html", &article, 1);
  static const char *const asks[] = {"<link rel=\"style", " src=", "@import",
                                     "url(", "sourceMappingURL"};
  for (size_t i = 0; i < sizeof asks / sizeof *asks; i++) {
    const char *head_end = strstr(page, "<script type=\"application/json\"");
    const char *found = strstr(page, asks[i]);
    assert_true(!found || found > head_end);
  }
  assert_non_null(strstr(page, "default-src 'none'; script-src 'sha256-"));
  free(page);
}

static int has_leaflet(void) {
  if (gm_report_embedded) return 1;
  print_message("built without Leaflet: there is no page to test\n");
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(holds_title_text_and_mentions),
      TEST(tells_modifiers_where_there_are_any),
      TEST(tells_each_place_once),
      TEST(counts_articles_behind_the_thousandth),
      TEST(an_empty_page_is_whole_too),
      TEST(hostile_texts_stay_in_their_element),
      TEST(asks_for_nothing_from_elsewhere),
  };
  if (!has_leaflet()) return 0;
  return cmocka_run_group_tests_name("write/report", tests, open_folder,
                                     close_folder);
}
