/* The buffer that grows. */
#include "base/buffer.h"
#include "unit/base/common.h"

static void keeps_what_is_appended_in_order(void **state) {
  (void)state;
  gm_buffer buffer = {0};
  for (int i = 0; i < 5000; i++) gm_buffer_print(&buffer, "%d,", i % 10);
  gm_buffer_append(&buffer, GM_STR("end"));
  gm_buffer_append(&buffer, (gm_str){0});
  gm_str all = gm_buffer_str(&buffer);
  assert_int_equal(10003, all.size);
  for (size_t i = 0; i < 5000; i++)
    assert_int_equal('0' + i % 10, all.bytes[2 * i]);
  assert_true(gm_str_ends(all, GM_STR("9,end")));
  gm_buffer_close(&buffer);
}

static void clearing_keeps_the_memory(void **state) {
  (void)state;
  gm_buffer buffer = {0};
  gm_buffer_append(&buffer, GM_STR("first"));
  size_t capacity = buffer.capacity;
  gm_buffer_clear(&buffer);
  assert_int_equal(0, gm_buffer_str(&buffer).size);
  assert_int_equal(capacity, buffer.capacity);
  gm_buffer_append(&buffer, GM_STR("second"));
  assert_str("buffer", gm_buffer_str(&buffer), "second");
  gm_buffer_close(&buffer);
  assert_null(buffer.bytes);
}

static void remembers_that_an_append_failed(void **state) {
  (void)state;
  gm_buffer buffer = {0};
  gm_buffer_append(&buffer, GM_STR("a"));
  gm_buffer_append(&buffer, (gm_str){"b", SIZE_MAX});
  gm_buffer_append(&buffer, GM_STR("c"));
  assert_true(buffer.failed);
  assert_str("buffer", gm_buffer_str(&buffer), "a");
  gm_buffer_clear(&buffer);
  assert_false(buffer.failed);
  gm_buffer_close(&buffer);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_what_is_appended_in_order),
      cmocka_unit_test(clearing_keeps_the_memory),
      cmocka_unit_test(remembers_that_an_append_failed),
  };
  return cmocka_run_group_tests_name("base/buffer", tests, NULL, NULL);
}
