/* Places by index and by id. */
#include "unit/gazetteer/tables.h"

static void put_tables(void) {
  tables_put(&t, "places.tsv",
             PLACES
             "gn:30,Thirty,-1.5,2.25,PPL,FR,11,75,30,,\n"
             "own:a,Aaa,1,1,SEA,,,,,,\n"
             "gn:10,Ten,1,1,ADM1,FR,11,,,,\n"
             "gn:20,Twenty,1,1,PCLI,FR,,,,,\n");
  tables_gazetteer(&t);
}

static void finds_places_by_their_id(void **state) {
  (void)state;
  put_tables();
  assert_int_equal(gm_gazetteer_by_geonameid(t.gazetteer, 30), 0);
  assert_int_equal(gm_gazetteer_by_geonameid(t.gazetteer, 10), 2);
  assert_int_equal(gm_gazetteer_by_geonameid(t.gazetteer, 20), 3);
}

static void finds_no_place_by_another_id(void **state) {
  (void)state;
  put_tables();
  const uint32_t others[] = {0, 9, 15, 31, UINT32_MAX};
  for (size_t i = 0; i < 5; i++)
    assert_int_equal(gm_gazetteer_by_geonameid(t.gazetteer, others[i]),
                     GM_NO_PLACE);
}

static void gives_an_empty_place_out_of_range(void **state) {
  (void)state;
  put_tables();
  gm_place place = gm_gazetteer_place(t.gazetteer, 4);
  assert_int_equal(place.index, GM_NO_PLACE);
  assert_int_equal(place.name.size, 0);
  assert_int_equal(place.country_place, GM_NO_PLACE);
  gm_site site = gm_gazetteer_site(t.gazetteer, GM_NO_PLACE);
  assert_int_equal(site.geonameid, 0);
  assert_int_equal(site.admin1_place, GM_NO_PLACE);
  assert_int_equal(gm_gazetteer_rank(t.gazetteer, GM_NO_PLACE).prominence, 0);
}

static void tells_the_same_of_a_place_and_its_site(void **state) {
  (void)state;
  put_tables();
  for (uint32_t i = 0; i < 4; i++) {
    gm_place place = gm_gazetteer_place(t.gazetteer, i);
    gm_site site = gm_gazetteer_site(t.gazetteer, i);
    assert_int_equal(site.geonameid, place.geonameid);
    assert_int_equal(site.population, place.population);
    assert_int_equal(site.kind, place.kind);
    assert_int_equal(site.names, place.names);
    assert_int_equal(site.country_place, place.country_place);
    assert_int_equal(site.admin1_place, place.admin1_place);
    assert_str_equal(place.country, site.country);
    assert_str_equal(place.feature_code, site.feature);
    assert_true(site.at.lat_deg == place.at.lat_deg);
    assert_true(site.at.lon_deg == place.at.lon_deg);
    assert_true((int)(place.prominence * 255 + 0.5F) == site.prominence);
    gm_rank rank = gm_gazetteer_rank(t.gazetteer, i);
    assert_int_equal(rank.prominence, site.prominence);
    assert_int_equal(rank.kind, site.kind);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(finds_places_by_their_id),
      TEST(finds_no_place_by_another_id),
      TEST(gives_an_empty_place_out_of_range),
      TEST(tells_the_same_of_a_place_and_its_site),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
