/* What the tests of base/ and document/ share: cmocka, one workspace a test,
 * and comparing strings. */
#ifndef GM_TESTS_BASE_COMMON_H
#define GM_TESTS_BASE_COMMON_H

/* cmocka wants the others before it. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A test whose state is an open workspace. */
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_ws, close_ws)

static inline int open_ws(void **state) {
  *state = gm_workspace_open(0);
  return *state ? 0 : -1;
}

static inline int close_ws(void **state) {
  gm_workspace_close(*state);
  return 0;
}

/* Whether a string is `wanted`; `of` says in the message what it is of. */
static inline void assert_str(const char *of, gm_str got, const char *wanted) {
  if (!gm_str_equal(got, gm_str_of(wanted)))
    fail_msg("%s: \"%.*s\", not \"%s\"", of, GM_PRINT(got), wanted);
}

/* Whether the last message holds `part`. */
static inline void assert_message(const gm_workspace *ws, const char *part) {
  if (!strstr(gm_workspace_message(ws), part))
    fail_msg("\"%s\" lacks \"%s\"", gm_workspace_message(ws), part);
}

/* A new file with these bytes; the path lasts until the next call. */
static inline const char *write_file(gm_str bytes, const char *suffix) {
  static char path[64];
  snprintf(path, sizeof path, "/tmp/gm-test-XXXXXX%s", suffix);
  int file = mkstemps(path, (int)strlen(suffix));
  assert_true(file >= 0);
  size_t done = 0;
  while (done < bytes.size) {
    ssize_t size = write(file, bytes.bytes + done, bytes.size - done);
    assert_true(size > 0);
    done += (size_t)size;
  }
  close(file);
  return path;
}

#endif
