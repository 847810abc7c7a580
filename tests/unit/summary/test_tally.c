/* Counting what a run did. */

/* cmocka wants the others before it. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include "geomention.h"

static void counts_placed_and_unresolved_apart(void **state) {
  (void)state;
  gm_resolution items[] = {{.place = 7}, {.place = GM_NO_PLACE}, {.place = 0}};
  gm_tally tally = {0};
  gm_tally_add((gm_resolutions){items, 3}, &tally);
  assert_int_equal(tally.articles, 1);
  assert_int_equal(tally.mentions, 3);
  assert_int_equal(tally.placed, 2);
  assert_int_equal(tally.unresolved, 1);
}

static void adds_to_what_was_counted(void **state) {
  (void)state;
  gm_resolution item = {.place = 7};
  gm_tally tally = {
      .articles = 4, .mentions = 9, .placed = 5, .unresolved = 4, .failed = 2};
  gm_tally_add((gm_resolutions){&item, 1}, &tally);
  assert_int_equal(tally.articles, 5);
  assert_int_equal(tally.mentions, 10);
  assert_int_equal(tally.placed, 6);
  assert_int_equal(tally.unresolved, 4);
  assert_int_equal(tally.failed, 2);
}

static void counts_an_article_without_places(void **state) {
  (void)state;
  gm_tally tally = {0};
  gm_tally_add((gm_resolutions){0}, &tally);
  assert_int_equal(tally.articles, 1);
  assert_int_equal(tally.mentions, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(counts_placed_and_unresolved_apart),
      cmocka_unit_test(adds_to_what_was_counted),
      cmocka_unit_test(counts_an_article_without_places),
  };
  return cmocka_run_group_tests_name("summary/tally", tests, NULL, NULL);
}
