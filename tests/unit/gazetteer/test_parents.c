/* Countries and divisions of places. */
#include "unit/gazetteer/tables.h"

static gm_place place(uint32_t geonameid) {
  uint32_t index = gm_gazetteer_by_geonameid(t.gazetteer, geonameid);
  return gm_gazetteer_place(t.gazetteer, index);
}

static void finds_parents_by_codes(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Paris,33.66,-95.55,PPLA2,US,TX,277,24782,,\n"
             "gn:2,Lamar County,33.6,-95.5,ADM2,US,TX,277,,,\n"
             "gn:3,Texas,31,-100,ADM1,US,TX,,,,\n"
             "gn:4,United States,39,-98,PCLI,US,,,,,\n");
  tables_gazetteer(&t);
  assert_int_equal(place(1).admin2_place, place(2).index);
  assert_int_equal(place(1).admin1_place, place(3).index);
  assert_int_equal(place(1).country_place, place(4).index);
  assert_int_equal(place(2).admin1_place, place(3).index);
}

static void lets_divisions_and_countries_be_their_own(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:3,Texas,31,-100,ADM1,US,TX,x,,,\n"
             "gn:4,United States,39,-98,PCLI,US,00,,,,\n");
  tables_gazetteer(&t);
  assert_int_equal(place(3).admin1_place, place(3).index);
  assert_int_equal(place(3).admin2_place, GM_NO_PLACE);
  assert_int_equal(place(4).country_place, place(4).index);
  assert_int_equal(place(4).admin1_place, GM_NO_PLACE);
}

static void does_not_mix_codes_of_two_countries(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Alpha,1,1,PPL,AA,01,,,,\n"
             "gn:2,Beta,1,1,ADM1,BB,01,,,,\n");
  tables_gazetteer(&t);
  assert_int_equal(place(1).admin1_place, GM_NO_PLACE);
  assert_int_equal(place(1).country_place, GM_NO_PLACE);
}

static void prefers_the_state_to_its_territories(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Old Land,1,1,PCLH,AA,,,900,,\n"
             "gn:2,Far Land,1,1,TERR,AA,,,800,,\n"
             "gn:3,Land,1,1,PCLI,AA,,,100,,\n"
             "gn:4,Town,1,1,PPL,AA,,,50,,\n");
  tables_gazetteer(&t);
  assert_int_equal(place(4).country_place, place(3).index);
}

static void prefers_the_larger_of_two_equals(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Small,1,1,ADM1,AA,01,,10,,\n"
             "gn:2,Large,1,1,ADM1,AA,01,,20,,\n"
             "gn:3,Town,1,1,PPL,AA,01,,50,,\n");
  tables_gazetteer(&t);
  assert_int_equal(place(3).admin1_place, place(2).index);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(finds_parents_by_codes),
      TEST(lets_divisions_and_countries_be_their_own),
      TEST(does_not_mix_codes_of_two_countries),
      TEST(prefers_the_state_to_its_territories),
      TEST(prefers_the_larger_of_two_equals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
