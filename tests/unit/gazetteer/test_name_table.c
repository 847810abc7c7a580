/* Rows of tables of names. */
#include "unit/gazetteer/tables.h"

static void put_places(void) {
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Texas,31,-100,ADM1,US,TX,,,,\n"
             "gn:2,United States,39,-98,PCLI,US,,,,,\n"
             "own:a,Sea,1,1,SEA,,,,,,\n");
}

static void finds_places_by_ref_and_by_code(void **state) {
  (void)state;
  put_places();
  tables_put(&t, "names.tsv",
             NAMES
             "admin1:US.TX,Lone Star State,en,colloquial,\n"
             "country:US,America,en,short,\n"
             "own:a,Blue Sea,en,alternate,\n"
             "gn:1,Tejas,es,alternate,\n");
  tables_gazetteer(&t);
  assert_string_equal(tables_refs(&t, "Lone Star State"), "gn:1");
  assert_string_equal(tables_refs(&t, "America"), "gn:2");
  assert_string_equal(tables_refs(&t, "blue sea"), "own:a");
  assert_string_equal(tables_refs(&t, "tejas"), "gn:1");
}

static void assert_row_fault(const char *row, const char *fault) {
  char text[256];
  put_places();
  snprintf(text, sizeof text, "%s%s\n", NAMES, row);
  tables_put(&t, "names.tsv", text);
  tables_fail(&t, fault);
}

static void names_a_ref_that_is_not_there(void **state) {
  (void)state;
  assert_row_fault("gn:7,Nowhere,,short,",
                   "names.tsv line 2 names gn:7, which no table of places has");
  assert_row_fault("country:UA,Ukraine,,short,",
                   "line 2 names country:UA, which no table of places has");
  assert_row_fault("admin1:US.OK,Oklahoma,,short,",
                   "line 2 names admin1:US.OK, which no table of places has");
}

static void names_what_is_wrong_with_a_row(void **state) {
  (void)state;
  assert_row_fault("gn:1,Texas,en,nickname,",
                   "line 2 has the kind \"nickname\", which no name has");
  assert_row_fault("gn:1,,en,short,", "line 2 has no name");
  assert_row_fault("gn:1,Texas,en,short,web",
                   "line 2 names the source web, which no sources.tsv has");
}

static void keeps_the_kind_of_a_name(void **state) {
  const gm_meaning *meanings;
  uint32_t count;
  (void)state;
  put_places();
  tables_put(&t, "names.tsv", NAMES "gn:1,Texan,en,demonym,\n");
  tables_gazetteer(&t);
  assert_int_equal(gm_gazetteer_look_up(t.ws, t.gazetteer, GM_STR("TEXAN"),
                                        &meanings, &count),
                   GM_OK);
  assert_int_equal(count, 1);
  assert_int_equal(meanings[0].kind, GM_NAME_DEMONYM);
  assert_str_equal(meanings[0].written, "Texan");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(finds_places_by_ref_and_by_code),
      TEST(names_a_ref_that_is_not_there),
      TEST(names_what_is_wrong_with_a_row),
      TEST(keeps_the_kind_of_a_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
