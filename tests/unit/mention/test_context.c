/* Where a byte is among the tokens. Needs build/pocket.gaz. */
#include "unit/mention/context_of.h"

static void finds_the_token_at_or_behind_a_byte(void **state) {
  /*                                           0    5  8    13   18     25 */
  gm_context context = context_of(*state, "Rain in Paris and London today");
  assert_int_equal(gm_context_token(&context, 0, 0), 0);
  assert_int_equal(gm_context_token(&context, 0, 3), 0);
  assert_int_equal(gm_context_token(&context, 0, 4), 1); /* a space */
  assert_int_equal(gm_context_token(&context, 0, 8), 2);
  assert_int_equal(gm_context_token(&context, 0, 29), 5);
  assert_int_equal(gm_context_token(&context, 0, 30), 6);
}

static void begins_where_it_is_told(void **state) {
  gm_context context = context_of(*state, "a b c d e f g h i j");
  for (uint32_t from = 0; from <= 10; from++)
    for (uint32_t token = 0; token < 10; token++)
      assert_int_equal(gm_context_token(&context, from, 2 * token),
                       token > from ? token : from);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_the_token_at_or_behind_a_byte),
      cmocka_unit_test(begins_where_it_is_told),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
