/* From written names to keys. */
#include "gazetteer/name.h"
#include "unit/gazetteer/tables.h"

static gm_workspace *ws;

static int open_workspace(void **state) {
  (void)state;
  ws = gm_workspace_open(0);
  return ws == NULL;
}

static int close_workspace(void **state) {
  (void)state;
  gm_workspace_close(ws);
  return 0;
}

static gm_name read_name(const char *name) {
  gm_name out;
  assert_int_equal(gm_name_read(ws, gm_str_of(name), &out), GM_OK);
  return out;
}

static void assert_key(const char *name, const char *key) {
  assert_str_equal(gm_name_key(ws, gm_str_of(name)), key);
}

static void joins_folded_words_by_one_space(void **state) {
  (void)state;
  assert_key("New York  City", "new york city");
  assert_key("Côte d’Ivoire", "cote divoire");
  assert_key("10th of Ramadan", "10th of ramadan");
}

/* Plain names take a shorter way to the same key. */
static void folds_plain_names_as_any_other(void **state) {
  static const char *const names[] = {
      "Paris", "New York", "usa",     "McAllen",   "A b C", "St Louis",
      " Rome", "Rome ",    "La  Paz", "USA today", ""};
  (void)state;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    gm_str long_way = read_name(names[i]).key;
    assert_true(gm_str_equal(long_way, gm_name_key(ws, gm_str_of(names[i]))));
  }
}

static void drops_marks(void **state) {
  (void)state;
  assert_key("Stratford-upon-Avon", "stratford upon avon");
  assert_key("Washington, D.C.", "washington dc");
  assert_key("Saint-Louis-du-Ha! Ha!", "saint louis du ha ha");
}

static void keeps_the_s_of_a_possessive_as_a_word(void **state) {
  (void)state;
  assert_key("Martha's Vineyard", "martha s vineyard");
  assert_key("Land’s End", "land s end");
  assert_key("Kings' Island", "kings island");
}

static void has_no_key_for_marks_alone(void **state) {
  (void)state;
  assert_key("--", "");
  assert_key("", "");
  assert_int_equal(read_name("?").words, 0);
}

static void counts_words(void **state) {
  (void)state;
  assert_int_equal(read_name("Trinidad and Tobago").words, 3);
  assert_int_equal(read_name("Martha's Vineyard").words, 3);
}

static void sees_full_stops_of_abbreviations_only(void **state) {
  (void)state;
  assert_true(read_name("Calif.").dotted);
  assert_true(read_name("U.S.").dotted);
  assert_true(read_name("Washington D.C").dotted);
  assert_false(read_name("St. Louis").dotted);
  assert_false(read_name("California").dotted);
}

static void sees_names_that_are_all_capitals(void **state) {
  (void)state;
  assert_true(read_name("UK").capital);
  assert_true(read_name("U.S.").capital);
  assert_true(read_name("ÉU").capital);
  assert_false(read_name("Å").capital);
  assert_false(read_name("Us").capital);
  assert_false(read_name("LA Paz").capital);
  assert_false(read_name("北京").capital);
}

static void tells_codes_from_names(void **state) {
  (void)state;
  assert_true(gm_name_is_code(GM_STR("75001")));
  assert_true(gm_name_is_code(GM_STR("FR75")));
  assert_true(gm_name_is_code(GM_STR("https://example.org/Paris")));
  assert_true(gm_name_is_code(GM_STR("mail@example.org")));
  assert_false(gm_name_is_code(GM_STR("UK")));
  assert_false(gm_name_is_code(GM_STR("6th of October City")));
  assert_false(gm_name_is_code(GM_STR("10 Алматы")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(joins_folded_words_by_one_space),
      cmocka_unit_test(folds_plain_names_as_any_other),
      cmocka_unit_test(drops_marks),
      cmocka_unit_test(keeps_the_s_of_a_possessive_as_a_word),
      cmocka_unit_test(has_no_key_for_marks_alone),
      cmocka_unit_test(counts_words),
      cmocka_unit_test(sees_full_stops_of_abbreviations_only),
      cmocka_unit_test(sees_names_that_are_all_capitals),
      cmocka_unit_test(tells_codes_from_names),
  };
  return cmocka_run_group_tests(tests, open_workspace, close_workspace);
}
