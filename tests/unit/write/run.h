/* The includes that cmocka wants, and a workspace for each test. */
#ifndef GM_TESTS_WRITE_RUN_H
#define GM_TESTS_WRITE_RUN_H

/* cmocka wants the others before it. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include "base/str.h"

static inline int open_workspace(void **state) {
  *state = gm_workspace_open(0);
  return *state ? 0 : -1;
}

static inline int close_workspace(void **state) {
  gm_workspace_close(*state);
  return 0;
}

/* A test with a workspace. */
#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, open_workspace, close_workspace)

static inline void assert_text(gm_str got, const char *wanted) {
  assert_non_null(got.bytes);
  char copy[4096];
  assert_true(got.size < sizeof copy);
  for (size_t i = 0; i < got.size; i++) copy[i] = got.bytes[i];
  copy[got.size] = '\0';
  assert_string_equal(copy, wanted);
}

#endif
