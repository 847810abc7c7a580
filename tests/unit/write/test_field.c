/* The list of fields, and their values. */
#include <math.h>
#include <strings.h>

#include "unit/write/run.h"
#include "unit/write/stub.h"
#include "write/field.h"

/* ------------------------------------------------------------- the list -- */

static void dbf_names_are_unique_and_have_ten_bytes_at_most(void **state) {
  (void)state;
  for (int i = 0; i < GM_FIELD_COUNT; i++) {
    size_t size = strlen(gm_fields[i].dbf);
    assert_in_range(size, 1, 10);
    for (int k = 0; k < i; k++)
      assert_int_not_equal(strcasecmp(gm_fields[i].dbf, gm_fields[k].dbf), 0);
  }
}

static void names_are_unique_and_none_that_qgis_keeps(void **state) {
  (void)state;
  static const char *const kept[] = {"id", "fid", "geom", "featureType"};
  for (int i = 0; i < GM_FIELD_COUNT; i++) {
    for (int k = 0; k < i; k++)
      assert_int_not_equal(strcasecmp(gm_fields[i].name, gm_fields[k].name), 0);
    for (size_t k = 0; k < sizeof kept / sizeof *kept; k++)
      assert_int_not_equal(strcasecmp(gm_fields[i].name, kept[k]), 0);
  }
}

static void each_has_a_meaning_and_numbers_have_units(void **state) {
  (void)state;
  for (int i = 0; i < GM_FIELD_COUNT; i++) {
    assert_true(strlen(gm_fields[i].meaning) > 8);
    if (gm_fields[i].type == GM_FIELD_REAL)
      assert_true(strlen(gm_fields[i].unit) > 0);
  }
}

/* ----------------------------------------------------------- the values -- */

static gm_positions positions;

static gm_row row_at(gm_workspace *ws, const stub_article *article,
                     uint32_t i) {
  assert_int_equal(gm_positions_of(ws, article->document.text, &positions),
                   GM_OK);
  return gm_row_of(ws, &stub_gazetteer, &article->document, &positions,
                   stub_mentions(article), stub_resolutions(article), i);
}

#define VALUE(row, name) gm_field_value(&(row), GM_FIELD_AT_##name)

static void positions_count_from_the_part(void **state) {
  stub_article article = stub_article_of();
  gm_row title = row_at(*state, &article, 0);
  assert_text(VALUE(title, part).text, "title");
  assert_int_equal(VALUE(title, begin).integer, 9);
  assert_int_equal(VALUE(title, end).integer, 14);
  gm_row text = row_at(*state, &article, 1);
  assert_text(VALUE(text, part).text, "text");
  assert_int_equal(VALUE(text, begin).integer, 20);
  assert_int_equal(VALUE(text, end).integer, 25);
}

static void a_placed_mention_has_its_place_and_parents(void **state) {
  stub_article article = stub_article_of();
  gm_row row = row_at(*state, &article, 1);
  assert_text(VALUE(row, mention_id).text, "a12-2");
  assert_text(VALUE(row, text).text, "Paris");
  assert_text(VALUE(row, sentence).text,
              "The river 😀 rose in Paris, Texas on Tuesday.");
  assert_text(VALUE(row, use).text, "associative");
  assert_text(VALUE(row, name).text, "Paris");
  assert_int_equal(VALUE(row, geonameid).integer, 4717560);
  assert_text(VALUE(row, kind).text, "city");
  assert_text(VALUE(row, country_name).text, "United States");
  assert_text(VALUE(row, admin1).text, "Texas");
  assert_true(VALUE(row, admin2).null);
  assert_int_equal(VALUE(row, population).integer, 24782);
  assert_text(VALUE(row, runner_up).text, "Paris, France");
  assert_int_equal(VALUE(row, runner_up_id).integer, 2988507);
}

/* "rose in", as if it were a distance. */
static gm_modifier stub_modifier(const stub_article *article) {
  return (gm_modifier){.kind = GM_MODIFIER_DISTANCE,
                       .span = stub_find(article->document.text, "rose in", 1),
                       .has_bearing = true,
                       .bearing_deg = 22.5F,
                       .far_km = 48.28032F};
}

static void a_modifier_is_words_kind_bearing_and_kilometres(void **state) {
  stub_article article = stub_article_of();
  article.mentions[1].modifier = stub_modifier(&article);
  gm_row row = row_at(*state, &article, 1);
  assert_text(VALUE(row, modifier).text, "rose in");
  assert_text(VALUE(row, modifier_kind).text, "distance");
  assert_true(VALUE(row, modifier_bearing).real == 22.5);
  assert_int_equal(VALUE(row, modifier_bearing).decimals, 1);
  assert_int_equal(lround(VALUE(row, modifier_km).real * 1000), 48280);
  assert_int_equal(VALUE(row, modifier_km).decimals, 3);
}

static void what_a_modifier_does_not_say_is_null(void **state) {
  stub_article article = stub_article_of();
  gm_row none = row_at(*state, &article, 1);
  assert_true(VALUE(none, modifier).null);
  assert_true(VALUE(none, modifier_kind).null);
  assert_true(VALUE(none, modifier_bearing).null);
  assert_true(VALUE(none, modifier_km).null);
  article.mentions[1].modifier = stub_modifier(&article);
  article.mentions[1].modifier.bearing_deg = 0; /* north */
  article.mentions[1].modifier.far_km = 0;
  gm_row north = row_at(*state, &article, 1);
  assert_false(VALUE(north, modifier_bearing).null);
  assert_true(VALUE(north, modifier_bearing).real == 0);
  assert_true(VALUE(north, modifier_km).null);
}

static void what_is_unknown_is_null(void **state) {
  stub_article article = stub_article_of();
  gm_row row = row_at(*state, &article, 2);
  assert_true(row.placed);
  assert_true(VALUE(row, geonameid).null);
  assert_true(VALUE(row, population).null);
  assert_true(VALUE(row, country).null);
  assert_true(VALUE(row, country_name).null);
  assert_true(VALUE(row, url).null);
  assert_true(VALUE(row, reasons).null);
  assert_true(VALUE(row, runner_up).null);
  assert_true(VALUE(row, runner_up_id).null);
}

static void an_unresolved_mention_has_no_place_and_says_so(void **state) {
  stub_article article = stub_article_of();
  gm_row row = row_at(*state, &article, 3);
  assert_false(row.placed);
  assert_text(VALUE(row, text).text, "Atlantis");
  assert_true(VALUE(row, name).null);
  assert_true(VALUE(row, geonameid).null);
  assert_true(VALUE(row, kind).null);
  assert_true(VALUE(row, lat).null);
  assert_true(VALUE(row, lon).null);
  assert_true(VALUE(row, country_name).null);
  assert_text(VALUE(row, reasons).text,
              "unresolved: the gazetteer has no such place");
}

static void unresolved_is_not_said_twice_nor_left_unsaid(void **state) {
  stub_article article = stub_article_of();
  article.resolutions[3].reasons = GM_STR("unresolved: too far away");
  gm_row row = row_at(*state, &article, 3);
  assert_text(VALUE(row, reasons).text, "unresolved: too far away");
  article.resolutions[3].reasons = GM_STR("");
  assert_text(VALUE(row, reasons).text, "unresolved: no place fits");
}

static void a_place_with_broken_coordinates_is_no_place(void **state) {
  stub_article article = stub_article_of();
  article.resolutions[1].place = STUB_NOWHERE;
  gm_row row = row_at(*state, &article, 1);
  assert_false(row.placed);
  assert_true(VALUE(row, name).null);
}

static void says_when_there_is_no_memory(void **state) {
  stub_article article = stub_article_of();
  gm_row row = row_at(*state, &article, 1);
  gm_workspace *poor = gm_workspace_open(1);
  row.ws = poor;
  assert_true(VALUE(row, mention_id).failed);
  assert_true(VALUE(row, sentence).failed);
  assert_int_equal(poor->status, GM_NO_MEMORY);
  gm_workspace_close(poor);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(dbf_names_are_unique_and_have_ten_bytes_at_most),
      TEST(names_are_unique_and_none_that_qgis_keeps),
      TEST(each_has_a_meaning_and_numbers_have_units),
      TEST(positions_count_from_the_part),
      TEST(a_placed_mention_has_its_place_and_parents),
      TEST(a_modifier_is_words_kind_bearing_and_kilometres),
      TEST(what_a_modifier_does_not_say_is_null),
      TEST(what_is_unknown_is_null),
      TEST(an_unresolved_mention_has_no_place_and_says_so),
      TEST(unresolved_is_not_said_twice_nor_left_unsaid),
      TEST(a_place_with_broken_coordinates_is_no_place),
      TEST(says_when_there_is_no_memory),
  };
  return cmocka_run_group_tests_name("write/field", tests, NULL, NULL);
}
