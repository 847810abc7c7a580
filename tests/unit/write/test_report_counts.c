/* Counts of mentions: alike ones meet, and however many there are, they fit. */
#include <string.h>

#include "unit/write/run.h"
#include "write/report_counts.h"

static gm_arena arena;

static void add(gm_workspace *ws, gm_report_counts *counts, uint32_t place,
                int32_t day) {
  gm_report_cell cell = {.place = place, .day = day, .mentions = 1};
  assert_int_equal(gm_report_counts_add(ws, &arena, counts, cell), GM_OK);
}

static void assert_counts(gm_report_counts *counts, const char *wanted) {
  gm_buffer out = {0};
  gm_report_counts_print(counts, &out);
  assert_text(gm_buffer_str(&out), wanted);
  gm_buffer_close(&out);
}

static void adds_up_what_is_alike(void **state) {
  gm_report_counts counts = {0};
  gm_arena_open(&arena, SIZE_MAX);
  add(*state, &counts, 7, 20000);
  add(*state, &counts, 3, 20001);
  add(*state, &counts, 7, 20000);
  add(*state, &counts, 7, GM_REPORT_NO_DAY);
  add(*state, &counts, GM_NO_PLACE, 5);
  assert_counts(&counts,
                "[[3,20001,0,0,1],[7,null,0,0,1],[7,20000,0,0,2],"
                "[-1,5,0,0,1]]");
  gm_arena_close(&arena);
}

static void nothing_is_an_empty_list(void **state) {
  (void)state;
  gm_report_counts counts = {0};
  assert_counts(&counts, "[]");
}

/* 400 places on each of 1000 days are more than fit by the day. */
static void takes_longer_times_when_there_are_too_many(void **state) {
  gm_report_counts counts = {0};
  gm_arena_open(&arena, SIZE_MAX);
  for (int32_t day = 0; day < 1000; day++)
    for (uint32_t place = 0; place < 400; place++)
      add(*state, &counts, place, 18000 + day);
  assert_int_equal(counts.step, GM_REPORT_MONTHS);
  assert_true(counts.count <= 400 * 34);
  assert_int_equal(counts.lost, 0);
  gm_buffer out = {0};
  gm_report_counts_print(&counts, &out);
  gm_str text = gm_buffer_str(&out), cell;
  uint64_t sum = 0;
  while ((cell = gm_str_cut(&text, ']')).size && text.size) {
    uint64_t mentions = 0;
    const char *comma = memrchr(cell.bytes, ',', cell.size);
    size_t size = (size_t)(cell.bytes + cell.size - comma - 1);
    if (gm_str_to_u64((gm_str){comma + 1, size}, &mentions)) sum += mentions;
  }
  assert_int_equal(sum, 400 * 1000);
  gm_buffer_close(&out);
  gm_arena_close(&arena);
}

static void tells_what_even_years_could_not_hold(void **state) {
  gm_report_counts counts = {0};
  gm_arena_open(&arena, SIZE_MAX);
  for (uint32_t place = 0; place < GM_REPORT_CELLS + 10; place++)
    add(*state, &counts, place, 1);
  assert_int_equal(counts.step, GM_REPORT_YEARS);
  assert_int_equal(counts.lost, 10);
  gm_arena_close(&arena);
}

static void knows_the_days_of_dates(void **state) {
  (void)state;
  assert_int_equal(gm_report_day(GM_STR("1970-01-01T00:00:00Z")), 0);
  assert_int_equal(gm_report_day(GM_STR("2000-02-29T23:59:59Z")), 11016);
  assert_int_equal(gm_report_day(GM_STR("2000-03-01")), 11017);
  assert_int_equal(gm_report_day(GM_STR("1969-12-31")), -1);
  assert_int_equal(gm_report_day(GM_STR("1600-01-01")), -135140);
  assert_int_equal(gm_report_day(GM_STR("")), GM_REPORT_NO_DAY);
  assert_int_equal(gm_report_day(GM_STR("2000-13-01")), GM_REPORT_NO_DAY);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(adds_up_what_is_alike),
      TEST(nothing_is_an_empty_list),
      TEST(takes_longer_times_when_there_are_too_many),
      TEST(tells_what_even_years_could_not_hold),
      TEST(knows_the_days_of_dates),
  };
  return cmocka_run_group_tests_name("write/report_counts", tests, NULL, NULL);
}
