/* Folding: which spellings of a name are the same. */
#include "base/fold.h"
#include "unit/base/common.h"

static void folds_each_spelling_to_one(void **state) {
  static const struct {
    const char *word, *folded;
  } cases[] = {{"Moscow", "moscow"},
               {"MOSCOW", "moscow"},
               {"U.S.", "us"},
               {"O'Keeffe", "okeeffe"},
               {"O’Keeffe", "okeeffe"},
               {"Xi`an", "xian"},
               {"Hawaiʻi", "hawaii"},
               {"Côte", "cote"},
               {"CÔTE", "cote"},
               {"Co\xCC\x82te", "cote"}, /* a combining circumflex */
               {"Zürich", "zurich"},
               {"Straße", "strasse"},
               {"Łódź", "lodz"},
               {"Tromsø", "tromso"},
               {"Århus", "arhus"},
               {"İstanbul", "istanbul"},
               {"Diyarbakır", "diyarbakir"},
               {"Москва", "москва"},
               {"МОСКВА", "москва"},
               {"Αθήνα", "αθηνα"},
               {"北京", "北京"},
               {"القَاهِرَة", "القاهرة"},       /* vowel marks */
               {"Ｔｏｋｙｏ", "tokyo"},      /* full width */
               {"Mos\xC2\xADkau", "moskau"}, /* soft hyphen */
               {"ﬁn", "fin"},
               {"2,000", "2,000"},
               {"20th", "20th"}};
  for (size_t i = 0; i < COUNT(cases); i++)
    assert_str(cases[i].word, gm_fold(*state, gm_str_of(cases[i].word)),
               cases[i].folded);
}

static void folding_twice_changes_nothing(void **state) {
  static const char *const words[] = {"Çanakkale", "ŁÓDŹ", "Ισταμπούλ", "Việt",
                                      "Ἀθῆναι",    "Ǻ",    "ǅ",         "ﷺ"};
  for (size_t i = 0; i < COUNT(words); i++) {
    gm_str once = gm_fold(*state, gm_str_of(words[i]));
    gm_str twice = gm_fold(*state, once);
    if (!gm_str_equal(once, twice))
      fail_msg("%s: %.*s, then %.*s", words[i], GM_PRINT(once),
               GM_PRINT(twice));
  }
}

static void folds_nothing_to_nothing(void **state) {
  gm_str folded = gm_fold(*state, GM_STR(""));
  assert_non_null(folded.bytes);
  assert_int_equal(0, folded.size);
  assert_int_equal(0, gm_fold(*state, GM_STR("'.’")).size);
}

static void says_when_there_is_no_room(void **state) {
  (void)state;
  gm_workspace *ws = gm_workspace_open(8);
  assert_null(gm_fold(ws, GM_STR("Moscow and more than eight")).bytes);
  assert_null(gm_fold(ws, GM_STR("Łódź")).bytes);
  assert_message(ws, "at most 8");
  gm_workspace_close(ws);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(folds_each_spelling_to_one),
      TEST(folding_twice_changes_nothing),
      TEST(folds_nothing_to_nothing),
      cmocka_unit_test(says_when_there_is_no_room),
  };
  return cmocka_run_group_tests_name("base/fold", tests, NULL, NULL);
}
