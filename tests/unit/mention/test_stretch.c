/* Stretches: which tokens are read. Needs build/pocket.gaz. */
#include "mention/stretch.h"
#include "unit/mention/context_of.h"

/* The stretches of a text, separated by '|'. */
static void assert_stretches(void **state, const char *text,
                             const char *wanted) {
  gm_support *support = *state;
  gm_context context = context_of(support, text);
  gm_str rest = gm_str_of(wanted);
  gm_stretch stretch = {0};
  while (gm_stretch_next(&context, stretch.end, &stretch)) {
    gm_span span = {context.tokens.items[stretch.begin].span.begin,
                    context.tokens.items[stretch.end - 1].span.end};
    gm_str found = gm_str_part(support->document->text, span);
    gm_str one = gm_str_cut(&rest, '|');
    if (!gm_str_equal(one, found))
      fail_msg("found \"%.*s\", not \"%.*s\"", GM_PRINT(found), GM_PRINT(one));
  }
  if (rest.size) fail_msg("not found: \"%.*s\"", GM_PRINT(rest));
}

static void reads_capitals_only(void **state) {
  assert_stretches(state, "a man left Kyiv for old Lviv today.", "Kyiv|Lviv");
}

static void joins_names_over_small_words(void **state) {
  assert_stretches(state, "he left the Bank of England on Route 61 today.",
                   "Bank of England on Route 61");
}

static void keeps_to_one_sentence(void **state) {
  assert_stretches(state, "they live in Kyiv. Lviv is far away.", "Kyiv|Lviv");
}

static void reads_all_of_a_text_without_capitals(void **state) {
  assert_stretches(state,
                   "the rain fell on kyiv and on the towns around it for many "
                   "days and nobody went out of the house",
                   "the rain fell on kyiv and on the towns around it for many "
                   "days and nobody went out of the house");
}

static void finds_none_in_small_words(void **state) {
  assert_stretches(state, "nothing happened, 12 times.", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_capitals_only),
      cmocka_unit_test(joins_names_over_small_words),
      cmocka_unit_test(keeps_to_one_sentence),
      cmocka_unit_test(reads_all_of_a_text_without_capitals),
      cmocka_unit_test(finds_none_in_small_words),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
