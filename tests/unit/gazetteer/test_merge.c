/* The same place in two sources. */
#include "unit/gazetteer/publisher_files.h"

#define TWO_SOURCES \
  SOURCES "tiger,p,1,2016,free,them,x\nhand,p,1,2026,MIT,us,y\n"

static void puts_together_by_id(void **state) {
  char text[2048] = "";
  (void)state;
  tables_put(&t, "sources.tsv", TWO_SOURCES);
  tables_put(&t, "places.tsv",
             PLACES
             "gn:12,Kelmo,1,1,PPL,LV,07,,100,Ours,tiger\n"
             "gn:13,Handmo,1,1,PPL,LV,07,,100,,hand\n");
  row(text, sizeof text, 12, "Kelmo", "Theirs", "2", "2", "PPLA", "LV", "07",
      "200", "2024-01-01");
  row(text, sizeof text, 13, "Handmo", "", "2", "2", "PPLA", "LV", "07", "200",
      "2024-01-01");
  put_text("LV.txt", text);
  gm_compiled told = compile_told();
  assert_int_equal(told.merged, 2);
  assert_int_equal(gm_gazetteer_about(t.gazetteer).places, 2);
  gm_place place = place_of(12);
  assert_str_equal(place.source, "tiger+geonames.org");
  assert_float_equal(place.at.lat_deg, 2, 1e-9);
  assert_int_equal(place.population, 200);
  assert_string_equal(tables_refs(&t, "Ours"), "gn:12");
  assert_string_equal(tables_refs(&t, "Theirs"), "gn:12");
  /* What was written by hand keeps its point. */
  assert_float_equal(place_of(13).at.lat_deg, 1, 1e-9);
}

static void gives_an_id_to_the_nearest_of_that_name(void **state) {
  char text[2048] = "";
  (void)state;
  tables_put(&t, "sources.tsv", TWO_SOURCES);
  tables_put(&t, "places.tsv",
             PLACES "tiger:1,Kelmo,10,10,PPL,LV,07,,,,tiger\n");
  tables_put(&t, "names.tsv",
             NAMES
             "gn:12,Old Kelmo,en,historic,hand\n"
             "tiger:1,New Kelmo,en,short,hand\n");
  row(text, sizeof text, 11, "Kelmo", "", "10.1", "10", "PPL", "LV", "07", "",
      "");
  row(text, sizeof text, 12, "Kelmo", "", "10.01", "10", "PPL", "LV", "07", "",
      "");
  row(text, sizeof text, 13, "Kelmo", "", "10", "10", "ADM2", "LV", "07", "",
      "");
  row(text, sizeof text, 14, "Kelmo", "", "10", "10", "PPL", "XX", "07", "",
      "");
  row(text, sizeof text, 15, "Kelma", "", "10", "10", "PPL", "LV", "07", "",
      "");
  put_text("LV.txt", text);
  gm_compiled told = compile_told();
  assert_int_equal(told.merged, 1);
  assert_int_equal(gm_gazetteer_about(t.gazetteer).places, 5);
  assert_str_equal(place_of(12).source, "tiger+geonames.org");
  assert_str_equal(place_of(11).source, "geonames.org");
  /* Tables of names may call it by either ref. */
  assert_string_equal(tables_refs(&t, "Old Kelmo"), "gn:12");
  assert_string_equal(tables_refs(&t, "New Kelmo"), "gn:12");
}

static void keeps_far_towns_apart(void **state) {
  char text[2048] = "";
  (void)state;
  tables_put(&t, "sources.tsv", TWO_SOURCES);
  tables_put(&t, "places.tsv",
             PLACES "tiger:1,Kelmo,10,10,PPL,LV,07,,,,tiger\n");
  row(text, sizeof text, 12, "Kelmo", "", "10.2", "10", "PPL", "LV", "07", "",
      "");
  put_text("LV.txt", text);
  assert_int_equal(compile_told().merged, 0);
  assert_int_equal(gm_gazetteer_about(t.gazetteer).places, 2);
}

/* Of rivers the one with more names is meant, though another is nearer. */
static void takes_the_best_known_river(void **state) {
  char text[2048] = "";
  (void)state;
  tables_put(&t, "sources.tsv", TWO_SOURCES);
  tables_put(&t, "places.tsv", PLACES "ne:1,Vesk,10,10,STM,,,,,,hand\n");
  row(text, sizeof text, 11, "Vesk River", "", "10", "10", "STM", "LV", "", "",
      "");
  row(text, sizeof text, 12, "Vesk", "Veska|Weska|Vescus", "13", "10", "STM",
      "LV", "", "", "");
  put_text("LV.txt", text);
  assert_int_equal(compile_told().merged, 1);
  assert_str_equal(place_of(12).source, "hand+geonames.org");
}

/* India's divisions had other codes in older tables: towns find them by both */
static void finds_a_division_by_either_code(void **state) {
  char text[2048] = "";
  (void)state;
  tables_put(&t, "sources.tsv", TWO_SOURCES);
  tables_put(&t, "places.tsv",
             PLACES
             "gn:11,Norda,1,1,ADM1,LV,07,,,,tiger\n"
             "gn:12,Kelmo,1,1,PPL,LV,07,,,,tiger\n");
  tables_put(&t, "names.tsv", NAMES "admin1:LV.07,Nordaland,en,short,hand\n");
  row(text, sizeof text, 11, "Norda", "", "1", "1", "ADM1", "LV", "99", "", "");
  row(text, sizeof text, 13, "Oldtown", "", "1", "1", "PPL", "LV", "99", "",
      "");
  put_text("LV.txt", text);
  compile_told();
  assert_int_equal(place_of(12).admin1_place, place_of(11).index);
  assert_int_equal(place_of(13).admin1_place, place_of(11).index);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(puts_together_by_id),
      TEST(gives_an_id_to_the_nearest_of_that_name),
      TEST(keeps_far_towns_apart),
      TEST(takes_the_best_known_river),
      TEST(finds_a_division_by_either_code),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
