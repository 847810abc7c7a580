/* A map from numbers to numbers. */
#include "gazetteer/number_map.h"
#include "unit/gazetteer/tables.h"

static void finds_each_of_many(void **state) {
  enum { MANY = 100000 };
  gm_number_map map = {0};
  uint32_t value;
  (void)state;
  for (uint32_t i = 1; i <= MANY; i++)
    assert_int_equal(gm_number_map_add(t.ws, &map, i * 2654435761U, i), GM_OK);
  for (uint32_t i = 1; i <= MANY; i++) {
    assert_true(gm_number_map_find(&map, i * 2654435761U, &value));
    assert_int_equal(value, i);
  }
  assert_int_equal(map.count, MANY);
  assert_false(gm_number_map_find(&map, 1, &value));
}

static void keeps_the_first_value(void **state) {
  gm_number_map map = {0};
  uint32_t value;
  (void)state;
  assert_false(gm_number_map_find(&map, 7, &value));
  gm_number_map_add(t.ws, &map, 7, 1);
  gm_number_map_add(t.ws, &map, 7, 2);
  assert_true(gm_number_map_find(&map, 7, &value));
  assert_int_equal(value, 1);
  assert_false(gm_number_map_find(&map, 0, &value));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(finds_each_of_many),
      TEST(keeps_the_first_value),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
