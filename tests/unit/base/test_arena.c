/* The arena: zeroed pieces for any type, all given back at once. */
#include "unit/base/common.h"

static void gives_zeroed_memory_also_after_a_reset(void **state) {
  (void)state;
  gm_arena arena;
  gm_arena_open(&arena, 1 << 20);
  for (int round = 0; round < 2; round++) {
    unsigned char *piece = gm_arena_take(&arena, 1000);
    assert_non_null(piece);
    for (int i = 0; i < 1000; i++) assert_int_equal(0, piece[i]);
    memset(piece, 0xFF, 1000);
    gm_arena_reset(&arena);
  }
  gm_arena_close(&arena);
}

static void aligns_every_piece(void **state) {
  (void)state;
  gm_arena arena;
  gm_arena_open(&arena, 1 << 20);
  for (size_t size = 0; size < 40; size++)
    assert_int_equal(
        0, (uintptr_t)gm_arena_take(&arena, size) % _Alignof(max_align_t));
  gm_arena_close(&arena);
}

static void pieces_do_not_overlap(void **state) {
  (void)state;
  enum { PIECES = 2000 };
  static unsigned char *pieces[PIECES];
  gm_arena arena;
  gm_arena_open(&arena, 64 << 20);
  for (size_t i = 0; i < PIECES; i++) {
    pieces[i] = gm_arena_take(&arena, i);
    memset(pieces[i], (int)(i % 251), i);
  }
  for (size_t i = 0; i < PIECES; i++)
    for (size_t k = 0; k < i; k++) assert_int_equal(i % 251, pieces[i][k]);
  gm_arena_close(&arena);
}

static void refuses_more_than_its_ceiling(void **state) {
  (void)state;
  gm_arena arena;
  gm_arena_open(&arena, 100000);
  assert_non_null(gm_arena_take(&arena, 60000));
  assert_null(gm_arena_take(&arena, 60000));
  assert_null(gm_arena_take(&arena, SIZE_MAX));
  assert_non_null(gm_arena_take(&arena, 100));
  gm_arena_close(&arena);
}

static void gives_back_to_a_mark(void **state) {
  (void)state;
  gm_arena arena;
  gm_arena_open(&arena, 1 << 20);
  gm_arena_take(&arena, 10);
  gm_arena_mark mark = gm_arena_here(&arena);
  void *first = gm_arena_take(&arena, 10);
  gm_arena_take(&arena, 300000);
  gm_arena_rewind(&arena, mark);
  assert_ptr_equal(first, gm_arena_take(&arena, 10));
  gm_arena_close(&arena);
}

/* Documents of all sizes, one behind the other: what is held stays near the
 * most that one of them needs. */
static void does_not_fill_up_over_many_documents(void **state) {
  (void)state;
  gm_arena arena;
  gm_arena_open(&arena, 8 << 20);
  for (size_t i = 0; i < 3000; i++) {
    gm_arena_reset(&arena);
    for (size_t k = 0; k < i % 4; k++)
      assert_non_null(gm_arena_take(&arena, 50000));
    assert_non_null(gm_arena_take(&arena, i % 7 * 500000));
    assert_true(arena.held <= arena.ceiling);
  }
  gm_arena_close(&arena);
  assert_int_equal(0, arena.held);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(gives_zeroed_memory_also_after_a_reset),
      cmocka_unit_test(aligns_every_piece),
      cmocka_unit_test(pieces_do_not_overlap),
      cmocka_unit_test(refuses_more_than_its_ceiling),
      cmocka_unit_test(gives_back_to_a_mark),
      cmocka_unit_test(does_not_fill_up_over_many_documents),
  };
  return cmocka_run_group_tests_name("base/arena", tests, NULL, NULL);
}
