/* The division that an article is about. Scores are given by hand. Needs
 * build/pocket.gaz. */
#include "mention/division.h"
#include "unit/mention/context_of.h"

/* Of each name of a text, in order, whether it lies in the division that the
 * names with a star before them vote for: "+", "-", or "0": there is none. */
static void assert_at_home(void **state, const char *text, bool sure,
                           const char *wanted) {
  gm_support *support = *state;
  gm_matches matches;
  char got[64] = "";
  gm_context context = context_of(support, text);
  assert_int_equal(GM_OK, gm_scan(support->ws, &context, &matches));
  for (uint32_t i = 0; i < matches.count; i++)
    matches.items[i].score = sure ? 2 : 0;
  gm_divisions_mark(&context, matches);
  for (uint32_t i = 0; i < matches.count && i < sizeof got - 1; i++) {
    float home = matches.items[i].at_home;
    got[i] = home > 0 ? '+' : home < 0 ? '-' : '0';
  }
  assert_string_equal(wanted, got);
}

static void is_voted_for_by_sure_names(void **state) {
  assert_at_home(state, "Illinois and Chicago and Lebanon and Kyiv.", true,
                 "+++-");
}

static void is_none_where_no_name_is_sure(void **state) {
  assert_at_home(state, "Texas and Houston and Kyiv.", false, "000");
}

static void is_none_where_names_disagree(void **state) {
  assert_at_home(state, "Houston and Kyiv.", true, "00");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(is_voted_for_by_sure_names),
      cmocka_unit_test(is_none_where_no_name_is_sure),
      cmocka_unit_test(is_none_where_names_disagree),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
