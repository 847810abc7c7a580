/* Rows of tables of places. */
#include "unit/gazetteer/tables.h"

#define SOURCE_ROW "made,none,1,2024-05-01,CC0,nobody,all\n"

/* A table of one row, under the other cells that the test does not care for. */
static void assert_row_fault(const char *row, const char *fault) {
  char text[512];
  snprintf(text, sizeof text, "%s%s\n", PLACES, row);
  tables_put(&t, "places.tsv", text);
  tables_fail(&t, fault);
}

static void reads_every_cell(void **state) {
  (void)state;
  tables_put(&t, "sources.tsv", SOURCES SOURCE_ROW);
  tables_put(&t, "places.tsv",
             PLACES
             "gn:524901,Moscow,55.75222,-37.61556,PPLC,RU,48,,10381222,"
             "Moskva|Москва,made\n");
  const gm_gazetteer *gazetteer = tables_gazetteer(&t);
  gm_place place = gm_gazetteer_place(gazetteer, 0);
  assert_int_equal(place.index, 0);
  assert_int_equal(place.geonameid, 524901);
  assert_str_equal(place.ref, "gn:524901");
  assert_str_equal(place.name, "Moscow");
  assert_int_equal(place.kind, GM_PLACE_CITY);
  assert_str_equal(place.feature_code, "PPLC");
  assert_str_equal(place.country, "RU");
  assert_int_equal(place.population, 10381222);
  assert_int_equal(place.names, 3);
  assert_true(place.at.lat_deg == 55.75222);
  assert_true(place.at.lon_deg == -37.61556);
  assert_str_equal(place.source, "made");
  assert_string_equal(tables_refs(&t, "москва"), "gn:524901");
}

static void takes_a_place_with_empty_cells(void **state) {
  (void)state;
  tables_put(&t, "places.tsv", PLACES "own:sea,Sea,1,2,SEA,,,,,,\n");
  gm_place place = gm_gazetteer_place(tables_gazetteer(&t), 0);
  assert_int_equal(place.geonameid, 0);
  assert_int_equal(place.population, 0);
  assert_int_equal(place.country.size, 0);
  assert_int_equal(place.source.size, 0);
  assert_int_equal(place.country_place, GM_NO_PLACE);
}

static void names_the_line_of_a_bad_cell(void **state) {
  (void)state;
  assert_row_fault("gn:1,A b,x,2,PPL,,,,,,",
                   "places.tsv line 2 has \"x\" for degrees of latitude");
  assert_row_fault("gn:1,A b,90.1,2,PPL,,,,,,",
                   "line 2 has \"90.1\" for degrees of latitude");
  assert_row_fault("gn:1,A b,1,,PPL,,,,,,",
                   "line 2 has \"\" for degrees of longitude");
  assert_row_fault("gn:1,A b,1,-181,PPL,,,,,,",
                   "line 2 has \"-181\" for degrees of longitude");
  assert_row_fault(
      "gn:1,A b,1,2,PPX,,,,,,",
      "line 2 has the feature code \"PPX\", which GeoNames has not");
  assert_row_fault("gn:1,A b,1,2,PPL,Ru,,,,,",
                   "line 2 has \"Ru\" for a country, not two capitals");
  assert_row_fault("gn:1,A b,1,2,PPL,RU,,,-5,,",
                   "line 2 has \"-5\" for a number of inhabitants");
  assert_row_fault("gn:x,A b,1,2,PPL,,,,,,",
                   "line 2 has the ref gn:x, which is no GeoNames id");
  assert_row_fault(",A b,1,2,PPL,,,,,,", "line 2 has no ref");
  assert_row_fault("gn:1,,1,2,PPL,,,,,,", "line 2 has no name");
  assert_row_fault("gn:1,A b,1,2,PPL,,,,,,made",
                   "line 2 names the source made, which no sources.tsv has");
  assert_row_fault("gn:1,A b,1,2,PPL,,,,", "line 2 has 9 columns, not 11");
}

static void refuses_a_ref_twice_in_a_table(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,One,1,2,PPL,,,,,,\n"
             "gn:1,Won,1,2,PPL,,,,,,\n");
  tables_fail(&t, "places.tsv line 3 has gn:1 a second time");
}

static void adds_names_to_a_place_of_an_earlier_table(void **state) {
  (void)state;
  tables_put(&t, "a.tsv", PLACES "gn:1,One,1,2,PPL,,,,100,,\n");
  tables_put(&t, "b.tsv", PLACES "gn:1,Two,5,5,PPLX,,,,200,Three,\n");
  gm_place place = gm_gazetteer_place(tables_gazetteer(&t), 0);
  assert_int_equal(gm_gazetteer_about(t.gazetteer).places, 1);
  assert_str_equal(place.name, "One");
  assert_int_equal(place.population, 100);
  assert_int_equal(place.kind, GM_PLACE_CITY);
  assert_string_equal(tables_refs(&t, "two"), "gn:1");
  assert_string_equal(tables_refs(&t, "three"), "gn:1");
}

static void refuses_a_ref_of_its_own_in_two_tables(void **state) {
  (void)state;
  tables_put(&t, "a.tsv", PLACES "own:a,One,1,2,PPL,,,,,,\n");
  tables_put(&t, "b.tsv", PLACES "own:a,Two,1,2,PPL,,,,,,\n");
  tables_fail(&t, "b.tsv line 2 has own:a, which another table has too");
}

static void leaves_out_names_that_no_text_has(void **state) {
  (void)state;
  tables_put(
      &t, "a.tsv",
      PLACES
      "gn:1,One,1,2,PPL,,,,,Y|75001|FR75|--|a b c d e f g h i j k l m,\n");
  const gm_gazetteer *gazetteer = tables_gazetteer(&t);
  assert_int_equal(gm_gazetteer_about(gazetteer).names, 1);
  assert_string_equal(tables_refs(&t, "y"), "");
  assert_string_equal(tables_refs(&t, "75001"), "");
}

static void gives_the_short_forms_that_news_writes(void **state) {
  (void)state;
  tables_put(&t, "a.tsv",
             PLACES
             "gn:1,Al Qamishli,37,41,PPL,SY,,,,,\n"
             "gn:2,Al Capone,37,-91,PPL,US,,,,,\n"
             "gn:3,Middlesex County,43,-81,ADM2,CA,08,3539,,,\n"
             "gn:4,Orange County,43,-81,PPL,US,,,,,\n");
  tables_gazetteer(&t);
  assert_string_equal(tables_refs(&t, "qamishli"), "gn:1");
  assert_string_equal(tables_refs(&t, "capone"), "");
  assert_string_equal(tables_refs(&t, "middlesex"), "gn:3");
  assert_string_equal(tables_refs(&t, "orange"), "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(reads_every_cell),
      TEST(takes_a_place_with_empty_cells),
      TEST(names_the_line_of_a_bad_cell),
      TEST(refuses_a_ref_twice_in_a_table),
      TEST(adds_names_to_a_place_of_an_earlier_table),
      TEST(refuses_a_ref_of_its_own_in_two_tables),
      TEST(leaves_out_names_that_no_text_has),
      TEST(gives_the_short_forms_that_news_writes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
