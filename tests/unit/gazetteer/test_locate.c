/* The one place that a person's words name, or a sentence that helps. */
#include "tables.h"

static tables t;

static int open_tables(void **state) {
  (void)state;
  tables_open(&t);
  tables_put(&t, "sources.tsv", SOURCES "s,p,1,2020,CC0,me,all\n");
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Arland,10,10,PCLI,AA,,,9000000,Arish,s\n"
             "gn:2,Bestate,11,11,ADM1,AA,01,,,,s\n"
             "gn:3,Western,12,8,ADM1,AA,02,,,Wn.,s\n"
             "gn:4,Northtown,11,11.5,PPL,AA,01,,20000,,s\n"
             "gn:5,Northtown,12,8.5,PPL,AA,02,,30000,,s\n"
             "gn:6,Bigtown,11,12,PPL,AA,01,,900000,,s\n"
             "gn:7,Bigtown,12,8.9,PPL,AA,02,,3000,,s\n"
             "gn:8,Western,11.5,12.5,PPL,AA,01,,700,Bigtown,s\n"
             "gn:9,Twin,10,11,PPL,AA,01,,500,,s\n"
             "gn:10,Twin,10,12,PPL,AA,01,,600,,s\n");
  tables_gazetteer(&t);
  return 0;
}

static int close_tables(void **state) {
  (void)state;
  tables_close(&t);
  return 0;
}

/* The ref of the place, or the sentence. */
static const char *located(const char *words) {
  static char told[512];
  uint32_t place = 77;
  gm_status status =
      gm_gazetteer_locate(t.ws, t.gazetteer, gm_str_of(words), &place);
  gm_str text = gm_gazetteer_place(t.gazetteer, place).ref;
  if (status) {
    assert_int_equal(status, GM_BAD_INPUT);
    assert_int_equal(place, 77); /* untouched */
    text = gm_str_of(gm_workspace_message(t.ws));
  }
  snprintf(told, sizeof told, "%.*s", GM_PRINT(text));
  return told;
}

static void believes_what_stands_behind_the_comma(void **state) {
  (void)state;
  assert_string_equal(located("Northtown, Bestate"), "gn:4");
  assert_string_equal(located("northtown , WESTERN"), "gn:5");
  assert_string_equal(located("Northtown, Wn."), "gn:5");
  assert_string_equal(located("Northtown, Western, Arland"), "gn:5");
  assert_string_equal(located("Northtown, Western, aa"), "gn:5");
}

static void takes_a_town_before_a_division(void **state) {
  (void)state;
  assert_string_equal(located("Western"), "gn:8");
  assert_string_equal(located("Western, Arland"), "gn:8");
  assert_string_equal(located("Bestate"), "gn:2");
}

static void takes_one_that_is_ten_times_larger(void **state) {
  (void)state;
  assert_string_equal(located("Bigtown"), "gn:6");
}

static void takes_a_number(void **state) {
  (void)state;
  assert_string_equal(located("gn:10"), "gn:10");
  assert_string_equal(located(" 9 "), "gn:9");
  assert_string_equal(located("gn:11"),
                      "the gazetteer has no place of the number \"gn:11\"");
}

static void refuses_what_is_not_clear_with_words_that_are(void **state) {
  (void)state;
  assert_string_equal(located("Northtown"),
                      "\"Northtown\" is the name of 2 places; write which, "
                      "such as \"Northtown, Western\" or \"Northtown, "
                      "Bestate\"");
  assert_string_equal(located("Northtown, Western"), "gn:5");
  assert_string_equal(located("Twin, Bestate"),
                      "\"Twin, Bestate\" is the name of 2 places; write "
                      "which, such as \"gn:10\" or \"gn:9\"");
}

static void suggests_for_what_it_does_not_know(void **state) {
  (void)state;
  assert_string_equal(located("Bigtwon"),
                      "the gazetteer has no place \"Bigtwon\"; did you mean "
                      "Bigtown?");
  assert_string_equal(located("Twin, Western"),
                      "the gazetteer has no place \"Twin, Western\"; did you "
                      "mean \"gn:10\" or \"gn:9\"?");
  assert_string_equal(located("Northtown, Nowhere"),
                      "the gazetteer has no place \"Northtown, Nowhere\"; did "
                      "you mean \"Northtown, Western\" or \"Northtown, "
                      "Bestate\"?");
  assert_string_equal(located("Qqqqqq"),
                      "the gazetteer has no place \"Qqqqqq\"");
  assert_string_equal(located(""), "the gazetteer has no place \"\"");
}

static void passes_over_empty_parts(void **state) {
  (void)state;
  assert_string_equal(located("Twin, , Bestate"), located("Twin, Bestate"));
}

/* Words for a place, which must be located again. */
static const char *words_of(uint32_t geonameid) {
  static char told[64];
  gm_str words;
  uint32_t place = gm_gazetteer_by_geonameid(t.gazetteer, geonameid);
  assert_int_equal(gm_gazetteer_words(t.ws, t.gazetteer, place, &words), GM_OK);
  snprintf(told, sizeof told, "%.*s", GM_PRINT(words));
  return told;
}

static void finds_words_that_it_understands(void **state) {
  (void)state;
  assert_string_equal(words_of(4), "Northtown, Bestate");
  assert_string_equal(words_of(5), "Northtown, Western");
  assert_string_equal(words_of(6), "Bigtown, Bestate");
  assert_string_equal(words_of(2), "Bestate");
  assert_string_equal(words_of(1), "Arland");
  assert_string_equal(words_of(9), "gn:9"); /* there is another Twin */
  assert_string_equal(words_of(3), "gn:3"); /* a town is called so too */
  assert_string_equal(words_of(11), "");    /* there is no such place */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(believes_what_stands_behind_the_comma),
      cmocka_unit_test(takes_a_town_before_a_division),
      cmocka_unit_test(takes_one_that_is_ten_times_larger),
      cmocka_unit_test(takes_a_number),
      cmocka_unit_test(refuses_what_is_not_clear_with_words_that_are),
      cmocka_unit_test(suggests_for_what_it_does_not_know),
      cmocka_unit_test(passes_over_empty_parts),
      cmocka_unit_test(finds_words_that_it_understands),
  };
  return cmocka_run_group_tests(tests, open_tables, close_tables);
}
