/* The names of kinds. */
#include "gazetteer/kind.h"
#include "unit/gazetteer/tables.h"

static void finds_every_kind_of_name_by_its_word(void **state) {
  (void)state;
  for (int i = 0; i < GM_NAME_KIND_COUNT; i++) {
    gm_name_kind kind = GM_NAME_KIND_COUNT;
    gm_str word = gm_str_of(gm_name_kind_name((gm_name_kind)i));
    assert_true(gm_name_kind_of(word, &kind));
    assert_int_equal(kind, i);
  }
}

static void knows_no_other_word(void **state) {
  gm_name_kind kind;
  (void)state;
  assert_false(gm_name_kind_of(GM_STR("Official"), &kind));
  assert_false(gm_name_kind_of(GM_STR(""), &kind));
}

static void has_no_name_for_a_kind_that_is_none(void **state) {
  (void)state;
  assert_string_equal(gm_place_kind_name(GM_PLACE_WATER), "water");
  assert_string_equal(gm_place_kind_name((gm_place_kind)99), "");
  assert_string_equal(gm_name_kind_name((gm_name_kind)99), "");
}

static void tells_people_from_places(void **state) {
  (void)state;
  assert_true(gm_name_kind_is_people(GM_NAME_DEMONYM));
  assert_true(gm_name_kind_is_people(GM_NAME_ADJECTIVE));
  assert_false(gm_name_kind_is_people(GM_NAME_COLLOQUIAL));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_every_kind_of_name_by_its_word),
      cmocka_unit_test(knows_no_other_word),
      cmocka_unit_test(has_no_name_for_a_kind_that_is_none),
      cmocka_unit_test(tells_people_from_places),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
