/* Bytes to code points. */
#include <string.h>

#include "base/utf8.h"
#include "unit/write/run.h"
#include "write/position.h"

static void counts_code_points_not_bytes(void **state) {
  gm_positions positions;
  gm_str text = GM_STR("Łódź 😀 x");
  assert_int_equal(gm_positions_of(*state, text, &positions), GM_OK);
  assert_int_equal(gm_positions_at(&positions, 0), 0);
  assert_int_equal(gm_positions_at(&positions, 2), 1);
  assert_int_equal(gm_positions_at(&positions, text.size - 1), 7);
  assert_int_equal(gm_positions_at(&positions, text.size), 8);
}

static void agrees_with_a_plain_count_in_any_order(void **state) {
  gm_positions positions;
  char bytes[9000];
  for (size_t i = 0; i < sizeof bytes; i += 3) memcpy(bytes + i, "a\u00e9", 3);
  gm_str text = {bytes, sizeof bytes};
  assert_int_equal(gm_positions_of(*state, text, &positions), GM_OK);
  const size_t bytes_at[] = {9000, 3072, 1023, 3, 0, 8190, 1026, 6144};
  for (size_t i = 0; i < sizeof bytes_at / sizeof *bytes_at; i++)
    assert_int_equal(gm_positions_at(&positions, bytes_at[i]),
                     gm_utf8_count((gm_str){bytes, bytes_at[i]}));
}

static void stops_at_the_end_of_the_text(void **state) {
  gm_positions positions;
  assert_int_equal(gm_positions_of(*state, (gm_str){0}, &positions), GM_OK);
  assert_int_equal(gm_positions_at(&positions, 99), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(counts_code_points_not_bytes),
      TEST(agrees_with_a_plain_count_in_any_order),
      TEST(stops_at_the_end_of_the_text),
  };
  return cmocka_run_group_tests_name("write/position", tests, NULL, NULL);
}
