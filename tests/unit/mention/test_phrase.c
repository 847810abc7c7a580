/* Phrases read backwards. Needs build/pocket.gaz. */
#include "mention/phrase.h"

#include "unit/mention/context_of.h"

static void finds_where_a_phrase_begins(void **state) {
  gm_context context = context_of(*state, "Close to the outskirts of");
  assert_int_equal(
      gm_phrase_before(&context, 0, 5, GM_STR("outskirts of")), 3);
  assert_int_equal(gm_phrase_before(&context, 0, 2, GM_STR("close to")), 0);
  assert_int_equal(gm_phrase_before(&context, 0, 5, GM_STR("skirts of")), 5);
  assert_int_equal(gm_phrase_before(&context, 0, 5, GM_STR("fringes of")), 5);
}

static void does_not_reach_before_the_first(void **state) {
  gm_context context = context_of(*state, "close to");
  assert_int_equal(gm_phrase_before(&context, 1, 2, GM_STR("close to")), 2);
  assert_int_equal(gm_phrase_before(&context, 1, 2, GM_STR("to")), 1);
  assert_int_equal(gm_phrase_before(&context, 1, 1, GM_STR("to")), 1);
}

static void takes_the_longest(void **state) {
  static const gm_phrase phrases[] = {GM_PHRASE("of", 1, 0, 0),
                                      GM_PHRASE("outside of", 2, 0, 0),
                                      GM_PHRASE("side of", 3, 0, 0)};
  gm_context context = context_of(*state, "just outside of");
  uint32_t begin = 99;
  const gm_phrase *found =
      gm_phrase_longest(&context, 0, 3, phrases, 3, &begin);
  assert_ptr_equal(found, &phrases[1]);
  assert_int_equal(begin, 1);
  begin = 99;
  assert_null(gm_phrase_longest(&context, 0, 2, phrases, 3, &begin));
  assert_null(gm_phrase_longest(&context, 0, 0, phrases, 3, &begin));
  assert_int_equal(begin, 99);
}

static void knows_hyphens_between_words(void **state) {
  gm_context context = context_of(*state, "north-west – far north–east");
  assert_true(gm_phrase_hyphen(&context, 0, 2));
  assert_false(gm_phrase_hyphen(&context, 0, 4)); /* a dash with spaces */
  assert_true(gm_phrase_hyphen(&context, 0, 7));
  assert_false(gm_phrase_hyphen(&context, 0, 3));
  assert_false(gm_phrase_hyphen(&context, 1, 2)); /* nothing before it */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_where_a_phrase_begins),
      cmocka_unit_test(does_not_reach_before_the_first),
      cmocka_unit_test(takes_the_longest),
      cmocka_unit_test(knows_hyphens_between_words),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
