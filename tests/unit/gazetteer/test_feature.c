/* Feature codes. */
#include "gazetteer/feature.h"
#include "unit/gazetteer/tables.h"

static int kind_of(const char *code) {
  gm_feature feature;
  return gm_feature_find(gm_str_of(code), &feature) ? feature.kind : -1;
}

static void knows_the_kind_of_a_code(void **state) {
  (void)state;
  assert_int_equal(kind_of("PPLA2"), GM_PLACE_CITY);
  assert_int_equal(kind_of("PPLX"), GM_PLACE_QUARTER);
  assert_int_equal(kind_of("ADM1"), GM_PLACE_DIVISION);
  assert_int_equal(kind_of("PCLI"), GM_PLACE_COUNTRY);
  assert_int_equal(kind_of("TERR"), GM_PLACE_COUNTRY);
  assert_int_equal(kind_of("CONT"), GM_PLACE_CONTINENT);
  assert_int_equal(kind_of("RGN"), GM_PLACE_REGION);
  assert_int_equal(kind_of("STRT"), GM_PLACE_WATER);
  assert_int_equal(kind_of("ISL"), GM_PLACE_TERRAIN);
  assert_int_equal(kind_of("PRK"), GM_PLACE_TERRAIN);
  assert_int_equal(kind_of("AIRP"), GM_PLACE_FACILITY);
}

static void knows_no_other_code(void **state) {
  (void)state;
  assert_int_equal(kind_of(""), -1);
  assert_int_equal(kind_of("PPQQ"), -1);
  assert_int_equal(kind_of("ppl"), -1);
  assert_int_equal(kind_of("PPL PPLA"), -1);
}

static void gives_an_ocean_more_fame_than_a_pond(void **state) {
  gm_feature ocean, pond;
  (void)state;
  assert_true(gm_feature_find(GM_STR("OCN"), &ocean));
  assert_true(gm_feature_find(GM_STR("PND"), &pond));
  assert_true(ocean.prominence > pond.prominence);
}

static void lets_a_state_stand_for_its_code_first(void **state) {
  (void)state;
  int state_rank = gm_feature_rules_country(GM_STR("PCLI"));
  assert_true(state_rank > gm_feature_rules_country(GM_STR("PCLD")));
  assert_true(gm_feature_rules_country(GM_STR("PCLD")) >
              gm_feature_rules_country(GM_STR("TERR")));
  assert_true(gm_feature_rules_country(GM_STR("CONT")) > 0);
  assert_int_equal(gm_feature_rules_country(GM_STR("PCLH")), 0);
  assert_int_equal(gm_feature_rules_country(GM_STR("ADM1")), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_the_kind_of_a_code),
      cmocka_unit_test(knows_no_other_code),
      cmocka_unit_test(gives_an_ocean_more_fame_than_a_pond),
      cmocka_unit_test(lets_a_state_stand_for_its_code_first),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
