/* Which places two sources may mean by the same one. */
#include "gazetteer/family.h"
#include "unit/gazetteer/tables.h"

static gm_family family(const char *code) {
  gm_feature feature;
  assert_true(gm_feature_find(gm_str_of(code), &feature));
  return gm_family_of(&feature);
}

static void keeps_towns_from_divisions(void **state) {
  (void)state;
  assert_int_equal(family("PPLC"), family("PPL"));
  assert_int_not_equal(family("PPL"), family("ADM1"));
  assert_int_not_equal(family("ADM1"), family("ADM2"));
}

static void keeps_rivers_from_lakes_and_seas(void **state) {
  (void)state;
  assert_int_equal(family("STM"), family("STMI"));
  assert_int_not_equal(family("STM"), family("LK"));
  assert_int_not_equal(family("LK"), family("GULF"));
  assert_int_equal(family("GULF"), family("BAY"));
}

static uint64_t key(gm_family of, const char *name) {
  return gm_family_key(of, gm_str_of(name));
}

static void forgets_spaces_marks_and_capitals(void **state) {
  (void)state;
  assert_true(key(GM_FAMILY_TOWN, "Al-Basrah") ==
              key(GM_FAMILY_TOWN, "al basrah"));
  assert_true(key(GM_FAMILY_TOWN, "Troms\u00f8") ==
              key(GM_FAMILY_TOWN, "Tromso"));
  assert_true(key(GM_FAMILY_TOWN, "Sana'a") == key(GM_FAMILY_TOWN, "sanaa"));
  assert_true(key(GM_FAMILY_TOWN, "Basra") != key(GM_FAMILY_TOWN, "Basr"));
}

static void forgets_generic_words_of_waters_alone(void **state) {
  (void)state;
  assert_true(key(GM_FAMILY_STREAM, "Rio Grande") ==
              key(GM_FAMILY_STREAM, "grande river"));
  assert_true(key(GM_FAMILY_TOWN, "Rio Grande") !=
              key(GM_FAMILY_TOWN, "grande river"));
}

static void keeps_a_name_of_generic_words(void **state) {
  (void)state;
  assert_true(key(GM_FAMILY_STREAM, "River of the Lake") != 0);
  assert_true(key(GM_FAMILY_STREAM, "...") == 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(keeps_towns_from_divisions),
      TEST(keeps_rivers_from_lakes_and_seas),
      TEST(forgets_spaces_marks_and_capitals),
      TEST(forgets_generic_words_of_waters_alone),
      TEST(keeps_a_name_of_generic_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
