/* Vocabularies: numbers of words, and what is noted of them. Needs
 * build/pocket.gaz. */
#include "mention/context.h"
#include "unit/mention/context_of.h"

static void numbers_equal_words_alike(void **state) {
  gm_context context =
      context_of(*state, "Paris, Texas, and PARIS, Maine, and pàris.");
  static const uint32_t wanted[] = {0, 1, 2, 1, 3, 0, 1, 4, 1, 3, 0, 5};
  const gm_vocabulary *vocabulary = &context.vocabulary;
  assert_int_equal(context.tokens.count, sizeof wanted / sizeof *wanted);
  assert_int_equal(vocabulary->count, 6);
  for (uint32_t i = 0; i < context.tokens.count; i++) {
    assert_int_equal(vocabulary->of_token[i], wanted[i]);
    assert_true(gm_str_equal(vocabulary->words[wanted[i]],
                             context.tokens.items[i].folded));
  }
}

/* More words than are looked up together. */
static void knows_of_each_what_the_gazetteer_does(void **state) {
  gm_support *support = *state;
  gm_context context = context_of(
      support,
      "One two three four five six seven eight nine ten men and as many women "
      "went from Kyiv to Lviv, Paris, London, Berlin, Rome, Madrid, Moscow, "
      "Texas, Georgia, Maine, Ohio and New York on Monday, Tuesday, Wednesday "
      "or Thursday; nobody, said Mayor Smith of Springfield, knew why.");
  const gm_vocabulary *vocabulary = &context.vocabulary;
  uint32_t names = 0;
  assert_true(vocabulary->count > 40);
  for (uint32_t i = 0; i < vocabulary->count; i++) {
    gm_entry entry = {0};
    gm_name_walk walk = gm_name_walk_begin(support->gazetteer);
    bool goes_on = gm_name_walk_step(&walk, vocabulary->words[i]);
    if (!gm_name_walk_entry(&walk, &entry)) entry = (gm_entry){0};
    assert_int_equal(gm_name_walk_goes_on(&vocabulary->walks[i]), goes_on);
    assert_int_equal(vocabulary->entries[i].sense_count, entry.sense_count);
    assert_int_equal(vocabulary->entries[i].offset, entry.offset);
    assert_int_equal(vocabulary->entries[i].classes, entry.classes);
    names += entry.sense_count > 0;
  }
  assert_true(names > 5);
}

static void walks_over_words_and_marks(void **state) {
  gm_support *support = *state;
  gm_context context = context_of(support, "He saw New-York today");
  gm_name_walk walk;
  gm_entry entry;
  assert_int_equal(gm_context_walk(&context, 2, 5, &walk), 2);
  assert_true(gm_name_walk_entry(&walk, &entry));
  assert_true(entry.sense_count > 0);
  assert_int_equal(gm_context_walk(&context, 2, 6, &walk), 0);
  assert_int_equal(gm_context_walk(&context, 3, 4, &walk), 0); /* the hyphen */
}

static void shows_what_was_noted_of_a_word(void **state) {
  gm_context context = context_of(*state, "Paris saw Hilton and Paris");
  assert_false(gm_context_shown(&context, 4, GM_SHOWN_PLACE));
  gm_context_note(&context, 0, GM_SHOWN_PLACE);
  assert_true(gm_context_shown(&context, 4, GM_SHOWN_PLACE));
  assert_false(gm_context_shown(&context, 4, GM_SHOWN_READ_PLACE));
  assert_false(gm_context_shown(&context, 2, GM_SHOWN_PLACE));
}

static void notes_words_in_small_letters(void **state) {
  gm_context context = context_of(*state, "Reading is reading in Paris.");
  assert_true(gm_context_shown(&context, 0, GM_SHOWN_SMALL));
  assert_false(gm_context_shown(&context, 4, GM_SHOWN_SMALL));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_equal_words_alike),
      cmocka_unit_test(knows_of_each_what_the_gazetteer_does),
      cmocka_unit_test(walks_over_words_and_marks),
      cmocka_unit_test(shows_what_was_noted_of_a_word),
      cmocka_unit_test(notes_words_in_small_letters),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
