/* Tables: pressed, every row is found by its hash and no other is, and the
 * order of filling leaves no trace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants these before it. */
#include <cmocka.h>

#include "table.h"

enum { ROW = 8 };

/* Hashes as features have them: odd, and any bits else. */
static uint32_t nth(uint32_t i) {
  return (i * 2654435761u ^ i << 7) | 1;
}

/* Rows of the first `count` hashes, each with its hash turned round. */
static table_draft fill(uint32_t count, bool backward) {
  table_draft made = table_open(ROW);
  for (uint32_t n = 0; n < count; n++) {
    uint32_t hash = nth(backward ? count - 1 - n : n), value = ~hash;
    memcpy(table_row(&made, hash) + sizeof hash, &value, sizeof value);
  }
  return made;
}

static void assert_holds(const gm_table *table, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    uint32_t value;
    const unsigned char *found = gm_table_find(table, ROW, nth(i));
    assert_non_null(found);
    memcpy(&value, found, sizeof value);
    assert_int_equal(~nth(i), value);
  }
  for (uint32_t hash = 2; hash < 2000; hash += 2) /* even: never there */
    assert_null(gm_table_find(table, ROW, hash));
}

static void every_row_is_found(void **state) {
  (void)state;
  static const uint32_t counts[] = {0, 1, 2, 63, 64, 1000, 30000};
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
    table_draft made = fill(counts[i], false);
    gm_table pressed = table_press(&made);
    assert_holds(&pressed, counts[i]);
    assert_true(pressed.count < counts[i] * 1.2 + 4);
    free((void *)pressed.moves);
    table_free(&made);
  }
}

static void the_same_rows_give_the_same_bytes(void **state) {
  enum { COUNT = 5000 };
  (void)state;
  table_draft forward = fill(COUNT, false), backward = fill(COUNT, true);
  gm_table a = table_press(&forward), b = table_press(&backward);
  assert_int_equal(a.count, b.count);
  assert_int_equal(a.bits, b.bits);
  assert_memory_equal(a.moves, b.moves,
                      ((size_t)1 << a.bits) + (size_t)a.count * ROW);
  free((void *)a.moves);
  free((void *)b.moves);
  table_free(&forward);
  table_free(&backward);
}

static void a_pressed_table_can_be_filled_on(void **state) {
  enum { COUNT = 300 };
  (void)state;
  table_draft first = fill(COUNT, false), second = table_open(ROW);
  gm_table pressed = table_press(&first);
  table_add(&second, &pressed);
  assert_int_equal(first.count, second.count);
  gm_table again = table_press(&second);
  assert_memory_equal(pressed.rows, again.rows, (size_t)again.count * ROW);
  free((void *)pressed.moves);
  free((void *)again.moves);
  table_free(&first);
  table_free(&second);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_row_is_found),
      cmocka_unit_test(the_same_rows_give_the_same_bytes),
      cmocka_unit_test(a_pressed_table_can_be_filled_on),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
