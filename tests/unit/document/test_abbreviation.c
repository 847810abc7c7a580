/* The words that a sentence splitter must know. */
#include "document/abbreviation.h"
#include "unit/base/common.h"

static void knows_abbreviations_as_they_are_written(void **state) {
  (void)state;
  static const char *const known[] = {"Mr",  "St",  "Gen",  "Jan",  "Calif",
                                      "etc", "Inc", "Mass", "No",   "Man",
                                      "Messrs" /* the longest */};
  static const char *const unknown[] = {"mr", "no",   "in", "Moscow", "",
                                        " ",  "Mr M", "ST", "Cal",    "M"};
  for (size_t i = 0; i < COUNT(known); i++)
    if (!gm_abbreviation_known(gm_str_of(known[i]))) fail_msg("%s", known[i]);
  for (size_t i = 0; i < COUNT(unknown); i++)
    if (gm_abbreviation_known(gm_str_of(unknown[i])))
      fail_msg("%s", unknown[i]);
  assert_false(gm_abbreviation_known(GM_STR("anotherverylongwordofatext")));
}

static void knows_them_in_capitals(void **state) {
  (void)state;
  assert_true(gm_abbreviation_shouted(GM_STR("ST")));
  assert_true(gm_abbreviation_shouted(GM_STR("CALIF")));
  assert_false(gm_abbreviation_shouted(GM_STR("St")));
  assert_false(gm_abbreviation_shouted(GM_STR("V"))); /* an initial */
  assert_false(gm_abbreviation_shouted(GM_STR("LYON")));
  assert_false(gm_abbreviation_shouted(GM_STR("ANOTHERVERYLONGWORD")));
}

static void knows_words_that_open_sentences(void **state) {
  (void)state;
  assert_true(gm_abbreviation_opener(GM_STR("the")));
  assert_true(gm_abbreviation_opener(GM_STR("a")));
  assert_true(gm_abbreviation_opener(GM_STR("your")));
  assert_true(gm_abbreviation_opener(GM_STR("authorities"))); /* the longest */
  assert_false(gm_abbreviation_opener(GM_STR("army")));
  assert_false(gm_abbreviation_opener(GM_STR("th")));
  assert_false(gm_abbreviation_opener((gm_str){0}));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_abbreviations_as_they_are_written),
      cmocka_unit_test(knows_them_in_capitals),
      cmocka_unit_test(knows_words_that_open_sentences),
  };
  return cmocka_run_group_tests_name("document/abbreviation", tests, NULL,
                                     NULL);
}
