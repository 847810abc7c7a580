/* Bounded loads: nothing outside the file is ever read. */
#include "base/bytes.h"
#include "unit/base/common.h"

static const char eight[] = {1, 2, 3, 4, 5, 6, 7, 8};
static const gm_str file = {eight, sizeof eight};

static void loads_little_endian_numbers(void **state) {
  (void)state;
  assert_int_equal(0x04030201, gm_bytes_u32(file, 0));
  assert_int_equal(0x08070605, gm_bytes_u32(file, 4));
  assert_true(gm_bytes_u64(file, 0) == 0x0807060504030201);
}

static void gives_zero_where_a_load_leaves_the_file(void **state) {
  (void)state;
  static const uint64_t offsets[] = {
      5, 7, 8, 9, UINT32_MAX, UINT64_MAX - 2, UINT64_MAX};
  for (size_t i = 0; i < COUNT(offsets); i++) {
    assert_int_equal(0, gm_bytes_u32(file, offsets[i]));
    assert_true(gm_bytes_u64(file, offsets[i]) == 0);
  }
  assert_int_equal(0, gm_bytes_u32((gm_str){0}, 0));
}

static void gives_no_stretch_that_leaves_the_file(void **state) {
  (void)state;
  assert_int_equal(8, gm_bytes_str(file, 0, 8).size);
  assert_int_equal(2, gm_bytes_str(file, 6, 2).size);
  assert_int_equal(0, gm_bytes_str(file, 6, 3).size);
  assert_int_equal(0, gm_bytes_str(file, 9, 0).size);
  assert_int_equal(0, gm_bytes_str(file, UINT64_MAX, 2).size);
  assert_int_equal(0, gm_bytes_str(file, 1, SIZE_MAX).size);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(loads_little_endian_numbers),
      cmocka_unit_test(gives_zero_where_a_load_leaves_the_file),
      cmocka_unit_test(gives_no_stretch_that_leaves_the_file),
  };
  return cmocka_run_group_tests_name("base/bytes", tests, NULL, NULL);
}
