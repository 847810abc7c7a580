/* Copies in other letters: spans stay where they are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* cmocka wants these before it. */
#include <cmocka.h>

#include "writing.h"

static void assert_written(writing how, const char *wanted) {
  char text[] = "O'Hara left \xc3\x85re in May";
  writing_apply(text, how);
  assert_string_equal(wanted, text);
}

static void changes_ascii_letters_only(void **state) {
  (void)state;
  assert_written(AS_IS, "O'Hara left \xc3\x85re in May");
  assert_written(CAPITALS, "O'HARA LEFT \xc3\x85RE IN MAY");
  assert_written(TITLE_CASE, "O'Hara Left \xc3\x85re In May");
  assert_written(SMALL, "o'hara left \xc3\x85re in may");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(changes_ascii_letters_only),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
