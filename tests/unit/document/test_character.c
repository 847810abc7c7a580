/* What part each character can play in a word. */
#include "document/character.h"
#include "unit/base/common.h"

static void knows_the_classes_of_all_scripts(void **state) {
  (void)state;
  static const struct {
    uint32_t point;
    unsigned wanted;
  } cases[] = {{'a', GM_CHARACTER_LOWER},
               {'Z', GM_CHARACTER_UPPER},
               {'7', GM_CHARACTER_DIGIT},
               {'.', GM_CHARACTER_OTHER},
               {'\'', GM_CHARACTER_APOSTROPHE},
               {0, GM_CHARACTER_SPACE},
               {' ', GM_CHARACTER_SPACE},
               {'\n', GM_CHARACTER_SPACE | GM_CHARACTER_LINE},
               {0x7F, GM_CHARACTER_SPACE},
               {0x85, GM_CHARACTER_SPACE | GM_CHARACTER_LINE},
               {0xA0, GM_CHARACTER_SPACE},
               {0xAD, GM_CHARACTER_INVISIBLE},
               {0xE9, GM_CHARACTER_LOWER},
               {0xC9, GM_CHARACTER_UPPER},
               {0x301, GM_CHARACTER_COMBINING},
               {0x2019, GM_CHARACTER_APOSTROPHE},
               {0x2BB, GM_CHARACTER_APOSTROPHE},
               {0x41C, GM_CHARACTER_UPPER},
               {0x10D0, GM_CHARACTER_CASELESS},
               {0x627, GM_CHARACTER_CASELESS},
               {0x660, GM_CHARACTER_DIGIT},
               {0x5317, GM_CHARACTER_DENSE},
               {0x30AB, GM_CHARACTER_DENSE},
               {0xC11C, GM_CHARACTER_DENSE},
               {0x3002, GM_CHARACTER_OTHER},
               {0x200B, GM_CHARACTER_SPACE},
               {0x200D, GM_CHARACTER_INVISIBLE},
               {0x2014, GM_CHARACTER_OTHER},
               {0x2029, GM_CHARACTER_SPACE | GM_CHARACTER_LINE},
               {0xFFFD, GM_CHARACTER_OTHER},
               {0x1F600, GM_CHARACTER_OTHER},
               {0x110000, GM_CHARACTER_OTHER}};
  for (size_t i = 0; i < COUNT(cases); i++)
    if (gm_character_of(cases[i].point) != cases[i].wanted)
      fail_msg("U+%04X is %u, not %u", cases[i].point,
               gm_character_of(cases[i].point), cases[i].wanted);
}

static void the_table_says_what_the_categories_say(void **state) {
  (void)state;
  for (uint32_t point = 0; point < 128; point++) {
    bool letter =
        (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
    bool digit = point >= '0' && point <= '9';
    unsigned class = gm_character_of(point);
    assert_int_equal(letter, (class & GM_CHARACTER_LETTER) != 0);
    assert_int_equal(digit, (class & GM_CHARACTER_DIGIT) != 0);
    assert_int_equal(point <= ' ' || point == 127,
                     (class & GM_CHARACTER_SPACE) != 0);
  }
}

static void the_end_of_a_text_has_no_class(void **state) {
  (void)state;
  size_t next = 0;
  assert_int_equal(0, gm_character_at(GM_STR("a"), 1, &next));
  assert_int_equal(1, next);
  assert_int_equal(0, gm_character_at((gm_str){0}, 0, &next));
  assert_int_equal(GM_CHARACTER_LOWER, gm_character_at(GM_STR("é"), 0, &next));
  assert_int_equal(2, next);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_the_classes_of_all_scripts),
      cmocka_unit_test(the_table_says_what_the_categories_say),
      cmocka_unit_test(the_end_of_a_text_has_no_class),
  };
  return cmocka_run_group_tests_name("document/character", tests, NULL, NULL);
}
