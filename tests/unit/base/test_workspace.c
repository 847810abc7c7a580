/* The workspace: memory, the last failure, the flag to stop. */
#include "base/workspace.h"
#include "unit/base/common.h"

static void remembers_the_last_failure(void **state) {
  gm_workspace *ws = *state;
  assert_string_equal("", gm_workspace_message(ws));
  assert_int_equal(GM_BAD_INPUT,
                   gm_fail(ws, GM_BAD_INPUT, 35, "line %d is not JSON", 7));
  assert_string_equal("line 7 is not JSON", gm_workspace_message(ws));
  assert_int_equal(35, gm_workspace_offset(ws));
}

static void cuts_a_message_that_is_too_long(void **state) {
  gm_workspace *ws = *state;
  gm_fail(ws, GM_MISUSE, 0, "%2000d", 1);
  assert_int_equal(GM_MESSAGE_BYTES - 1, strlen(gm_workspace_message(ws)));
}

static void grows_an_array_and_keeps_its_items(void **state) {
  size_t capacity = 0;
  int *items = NULL;
  for (size_t i = 0; i < 10000; i++) {
    items = gm_grow(*state, items, i, &capacity, sizeof *items);
    assert_non_null(items);
    items[i] = (int)i;
  }
  assert_true(capacity >= 10000);
  for (int i = 0; i < 10000; i++) assert_int_equal(i, items[i]);
}

static void an_array_that_overflows_is_a_failure(void **state) {
  gm_workspace *ws = *state;
  assert_null(gm_take_array(ws, SIZE_MAX / 2, 16));
  assert_int_equal(GM_NO_MEMORY, ws->status);
}

static void the_ceiling_is_a_failure_with_numbers(void **state) {
  (void)state;
  gm_workspace *ws = gm_workspace_open(100000);
  assert_null(gm_take(ws, 200000));
  assert_int_equal(GM_NO_MEMORY, ws->status);
  assert_message(ws, "200000");
  assert_message(ws, "100000");
  gm_workspace_close(ws);
}

static void is_stopped_by_a_flag(void **state) {
  gm_workspace *ws = *state;
  volatile int flag = 0;
  assert_false(gm_stopped(ws));
  gm_workspace_watch(ws, &flag);
  assert_false(gm_stopped(ws));
  flag = 1;
  assert_true(gm_stopped(ws));
  gm_workspace_watch(ws, NULL);
  assert_false(gm_stopped(ws));
}

static void every_status_has_its_advice(void **state) {
  (void)state;
  for (int status = GM_OK; status <= GM_CANCELLED; status++)
    assert_true(strlen(gm_status_advice((gm_status)status)) > 5);
  assert_string_equal("", gm_status_advice((gm_status)999));
  assert_true(strlen(gm_version()) >= 5);
}

static void closes_what_was_never_opened(void **state) {
  (void)state;
  gm_workspace_close(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(remembers_the_last_failure),
      TEST(cuts_a_message_that_is_too_long),
      TEST(grows_an_array_and_keeps_its_items),
      TEST(an_array_that_overflows_is_a_failure),
      TEST(is_stopped_by_a_flag),
      cmocka_unit_test(the_ceiling_is_a_failure_with_numbers),
      cmocka_unit_test(every_status_has_its_advice),
      cmocka_unit_test(closes_what_was_never_opened),
  };
  return cmocka_run_group_tests_name("base/workspace", tests, NULL, NULL);
}
