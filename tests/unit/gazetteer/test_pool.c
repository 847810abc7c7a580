/* Pools of strings. */
#include "gazetteer/pool.h"
#include "unit/gazetteer/tables.h"

static gm_workspace *ws;

static int open_workspace(void **state) {
  (void)state;
  ws = gm_workspace_open(0);
  return ws == NULL;
}

static int close_workspace(void **state) {
  (void)state;
  gm_workspace_close(ws);
  return 0;
}

static uint32_t add(gm_pool *pool, gm_str str) {
  uint32_t number = UINT32_MAX;
  assert_int_equal(gm_pool_add(ws, pool, str, &number), GM_OK);
  return number;
}

static void numbers_strings_in_the_order_of_coming(void **state) {
  gm_pool pool = {0};
  (void)state;
  assert_int_equal(add(&pool, GM_STR("b")), 0);
  assert_int_equal(add(&pool, GM_STR("a")), 1);
  assert_int_equal(add(&pool, GM_STR("b")), 0);
  assert_int_equal(pool.count, 2);
}

static void keeps_the_empty_string(void **state) {
  gm_pool pool = {0};
  (void)state;
  assert_int_equal(add(&pool, (gm_str){0}), 0);
  assert_int_equal(add(&pool, GM_STR("x")), 1);
  assert_int_equal(gm_pool_get(&pool, 0).size, 0);
  assert_int_equal(add(&pool, GM_STR("")), 0);
}

static void finds_only_what_was_added(void **state) {
  gm_pool pool = {0};
  uint32_t number;
  (void)state;
  assert_false(gm_pool_find(&pool, GM_STR("x"), &number));
  add(&pool, GM_STR("xy"));
  assert_false(gm_pool_find(&pool, GM_STR("x"), &number));
  assert_true(gm_pool_find(&pool, GM_STR("xy"), &number));
  assert_int_equal(number, 0);
}

static void gives_back_strings_of_every_length(void **state) {
  enum { MOST = 20000 };
  static char text[MOST];
  static const size_t sizes[] = {1, 127, 128, 129, 16383, 16384, MOST};
  gm_pool pool = {0};
  (void)state;
  memset(text, 'x', MOST);
  for (size_t i = 0; i < 7; i++) add(&pool, (gm_str){text, sizes[i]});
  for (uint32_t i = 0; i < 7; i++) {
    gm_str expected = {text, sizes[i]};
    assert_true(gm_str_equal(gm_pool_get(&pool, i), expected));
  }
}

static void holds_a_great_many(void **state) {
  enum { MANY = 50000 };
  gm_pool pool = {0};
  char text[16];
  (void)state;
  for (uint32_t round = 0; round < 2; round++)
    for (uint32_t i = 0; i < MANY; i++) {
      int size = snprintf(text, sizeof text, "name %u", i);
      assert_int_equal(add(&pool, (gm_str){text, (size_t)size}), i);
    }
  assert_int_equal(pool.count, MANY);
}

static void says_when_there_is_no_memory(void **state) {
  static const char text[100000] = {0};
  gm_workspace *small = gm_workspace_open(70000);
  gm_pool pool = {0};
  uint32_t number = 7;
  (void)state;
  assert_int_equal(
      gm_pool_add(small, &pool, (gm_str){text, sizeof text}, &number),
      GM_NO_MEMORY);
  assert_int_equal(number, 7);
  gm_workspace_close(small);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_strings_in_the_order_of_coming),
      cmocka_unit_test(keeps_the_empty_string),
      cmocka_unit_test(finds_only_what_was_added),
      cmocka_unit_test(gives_back_strings_of_every_length),
      cmocka_unit_test(holds_a_great_many),
      cmocka_unit_test(says_when_there_is_no_memory),
  };
  return cmocka_run_group_tests(tests, open_workspace, close_workspace);
}
