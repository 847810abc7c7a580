/* How well known places are. */
#include "unit/gazetteer/tables.h"

static int prominence(uint32_t geonameid) {
  uint32_t index = gm_gazetteer_by_geonameid(t.gazetteer, geonameid);
  return gm_gazetteer_site(t.gazetteer, index).prominence;
}

static void grows_with_the_people_of_a_place(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Hamlet,1,1,PPL,,,,999,,\n"
             "gn:2,Million,1,1,PPL,,,,1000000,,\n"
             "gn:3,Most,1,1,PCLI,,,,1500000000,,\n"
             "gn:4,All,1,1,CONT,,,,4500000000,,\n");
  tables_gazetteer(&t);
  assert_int_equal(prominence(1), 83); /* 255 * 3 / log10(1.5e9 + 1) */
  assert_int_equal(prominence(2), 167);
  assert_int_equal(prominence(3), 255);
  assert_int_equal(prominence(4), 255);
  assert_int_equal(gm_gazetteer_place(t.gazetteer, 3).population, 4500000000);
  assert_int_equal(gm_gazetteer_site(t.gazetteer, 3).population, UINT32_MAX);
}

static void gives_a_division_the_people_of_its_towns(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Land,1,1,PCLI,AA,,,,,\n"
             "gn:2,Shire,1,1,ADM1,AA,01,,,,\n"
             "gn:3,Town,1,1,PPL,AA,01,,499,,\n"
             "gn:4,Ville,1,1,PPL,AA,01,,500,,\n"
             "gn:5,Ward,1,1,PPLX,AA,01,,400,,\n"
             "gn:6,Burg,1,1,PPL,AA,02,,999000,,\n");
  tables_gazetteer(&t);
  assert_int_equal(prominence(2), 83);
  assert_int_equal(prominence(1), 167);
}

static void believes_what_a_country_says_itself(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Land,1,1,PCLI,AA,,,999,,\n"
             "gn:2,Town,1,1,PPL,AA,01,,1000000,,\n");
  tables_gazetteer(&t);
  assert_int_equal(prominence(1), 83);
}

static void knows_seas_without_people(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Sea,1,1,SEA,,,,,,\ngn:2,Pond,1,1,PND,,,,,,\n"
             "gn:3,Farms,1,1,PPL,,,,,,\n");
  tables_gazetteer(&t);
  assert_true(prominence(1) > prominence(2));
  assert_true(prominence(2) > 0);
  assert_true(prominence(3) > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(grows_with_the_people_of_a_place),
      TEST(gives_a_division_the_people_of_its_towns),
      TEST(believes_what_a_country_says_itself),
      TEST(knows_seas_without_people),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
