/* What a gazetteer holds, counted. */
#include "tables.h"

static void counts_kinds_sources_and_countries(void **state) {
  (void)state;
  tables_put(&t, "sources.tsv",
             SOURCES
             "s,p,1,2020,CC0,me,all\n"
             "hand,q,2,2021,MIT,us,some\n");
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Arland,10,10,PCLI,AA,,,,,s\n"
             "gn:2,Beeland,11,11,PCLI,BB,,,,,hand\n"
             "gn:3,Milton,11,12,PPL,AA,,,300,Old Mill|Mill,s\n"
             "gn:4,Great Sea,0,0,SEA,,,,,,\n");
  tables_put(&t, "names.tsv", NAMES "gn:1,Arlandish,en,adjective,s\n");
  const gm_gazetteer *g = tables_gazetteer(&t);
  gm_gazetteer_counts counts;
  assert_int_equal(gm_gazetteer_count(t.ws, g, &counts), GM_OK);
  assert_int_equal(counts.places_of_kind[GM_PLACE_COUNTRY], 2);
  assert_int_equal(counts.places_of_kind[GM_PLACE_CITY], 1);
  assert_int_equal(counts.places_of_kind[GM_PLACE_WATER], 1);
  assert_int_equal(counts.places_of_kind[GM_PLACE_REGION], 0);
  assert_int_equal(counts.names_of_kind[GM_NAME_OFFICIAL], 4);
  assert_int_equal(counts.names_of_kind[GM_NAME_ALTERNATE], 2);
  assert_int_equal(counts.names_of_kind[GM_NAME_ADJECTIVE], 1);
  assert_int_equal(counts.countries, 2);
  assert_int_equal(counts.source_count, 3); /* the last: an overlay */
  assert_str_equal(counts.sources[0].code, "s");
  assert_int_equal(counts.sources[0].places, 2);
  assert_str_equal(counts.sources[1].licence, "MIT");
  assert_int_equal(counts.sources[1].places, 1);
  assert_int_equal(counts.sources[2].places, 0);
}

static void counts_what_an_overlay_adds(void **state) {
  (void)state;
  tables_put(&t, "sources.tsv", SOURCES "s,p,1,2020,CC0,me,all\n");
  tables_put(&t, "places.tsv", PLACES "gn:1,Arland,10,10,PCLI,AA,,,,,s\n");
  const char *text = "name,lat,lon,alternates\nNova,1,1,New\n";
  const char *path = tables_bytes(&t, "mine.csv", text, strlen(text));
  gm_gazetteer *over;
  gm_gazetteer_counts counts;
  assert_int_equal(
      gm_gazetteer_overlay(t.ws, tables_gazetteer(&t), path, &over), GM_OK);
  assert_int_equal(gm_gazetteer_count(t.ws, over, &counts), GM_OK);
  assert_int_equal(counts.places_of_kind[GM_PLACE_CITY], 1);
  assert_int_equal(counts.names_of_kind[GM_NAME_OFFICIAL], 2);
  assert_int_equal(counts.names_of_kind[GM_NAME_ALTERNATE], 1);
  assert_int_equal(counts.sources[counts.source_count - 1].places, 1);
  gm_gazetteer_close(over);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(counts_kinds_sources_and_countries),
      TEST(counts_what_an_overlay_adds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
