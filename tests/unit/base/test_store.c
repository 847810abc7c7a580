/* Stores, scratch files and crews: memory, files and threads for much data. */
#include "base/crew.h"
#include "base/scratch.h"
#include "base/store.h"
#include "unit/base/common.h"

static void keeps_what_it_holds_when_it_grows(void **state) {
  gm_workspace *ws = gm_workspace_open(0);
  gm_store store = {0};
  (void)state;
  for (size_t size = 1; size < 60000000; size *= 3) {
    assert_true(gm_store_reserve(ws, &store, size));
    ((unsigned char *)store.bytes)[size - 1] = (unsigned char)size;
  }
  for (size_t size = 1; size < 60000000; size *= 3)
    assert_int_equal(((unsigned char *)store.bytes)[size - 1],
                     (unsigned char)size);
  assert_int_equal(((unsigned char *)store.bytes)[1], 0);
  gm_store_close(ws, &store);
  assert_int_equal(ws->arena.held, 0);
  gm_workspace_close(ws);
}

static void counts_against_the_ceiling(void **state) {
  gm_workspace *ws = gm_workspace_open(1 << 20);
  gm_store store = {0};
  (void)state;
  assert_true(gm_store_reserve(ws, &store, 1000000));
  assert_false(gm_store_reserve(ws, &store, 2000000));
  assert_int_equal(ws->status, GM_NO_MEMORY);
  assert_false(gm_store_reserve(ws, &store, SIZE_MAX - 1));
  assert_true(store.capacity >= 1000000); /* it still has what it had */
  gm_store_close(ws, &store);
  gm_workspace_close(ws);
}

static void gives_back_what_was_put_aside(void **state) {
  gm_workspace *ws = gm_workspace_open(0);
  gm_scratch scratch;
  uint64_t first, second;
  char bytes[6] = {0};
  (void)state;
  assert_int_equal(gm_scratch_open(ws, "/tmp/gm-x.gaz", &scratch), GM_OK);
  assert_int_equal(gm_scratch_add(ws, &scratch, GM_STR("one"), &first), GM_OK);
  assert_int_equal(gm_scratch_add(ws, &scratch, GM_STR("three"), &second),
                   GM_OK);
  assert_int_equal(gm_scratch_read(ws, &scratch, second, bytes, 5), GM_OK);
  assert_string_equal(bytes, "three");
  assert_int_equal(gm_scratch_read(ws, &scratch, second, bytes, 6),
                   GM_CANNOT_READ);
  gm_scratch_close(&scratch);
  gm_workspace_close(ws);
}

static void says_that_there_is_no_folder(void **state) {
  gm_workspace *ws = gm_workspace_open(0);
  gm_scratch scratch;
  (void)state;
  assert_int_equal(gm_scratch_open(ws, "/nowhere/x.gaz", &scratch),
                   GM_CANNOT_WRITE);
  gm_workspace_close(ws);
}

/* Adds a job's number to its worker's sum; 13 fails. */
static gm_status add_up(void *shared, unsigned worker, gm_workspace *ws,
                        void *job) {
  uint64_t *sums = shared;
  uint64_t number = *(uint64_t *)job;
  sums[worker] += number;
  return number == 13 ? gm_fail(ws, GM_BAD_INPUT, 7, "thirteen") : GM_OK;
}

static void does_every_job_once(void **state) {
  enum { JOBS = 1000 };
  static uint64_t jobs[JOBS];
  (void)state;
  for (unsigned workers = 1; workers <= 5; workers++) {
    gm_workspace *ws = gm_workspace_open(0);
    uint64_t sums[GM_CREW_MOST] = {0}, all = 0;
    gm_crew *crew;
    assert_int_equal(gm_crew_open(ws, workers, add_up, sums, &crew), GM_OK);
    for (uint64_t i = 0; i < JOBS; i++) {
      jobs[i] = i + 100;
      assert_int_equal(gm_crew_give(crew, &jobs[i]), GM_OK);
    }
    assert_int_equal(gm_crew_finish(crew), GM_OK);
    for (unsigned i = 0; i < workers; i++) all += sums[i];
    assert_int_equal(all, JOBS * 100 + JOBS * (JOBS - 1) / 2);
    gm_crew_close(crew);
    gm_workspace_close(ws);
  }
}

static void reports_the_first_failure(void **state) {
  uint64_t sums[GM_CREW_MOST] = {0}, bad = 13;
  gm_workspace *ws = gm_workspace_open(0);
  gm_crew *crew;
  (void)state;
  assert_int_equal(gm_crew_open(ws, 2, add_up, sums, &crew), GM_OK);
  gm_crew_give(crew, &bad);
  assert_int_equal(gm_crew_finish(crew), GM_BAD_INPUT);
  assert_string_equal(gm_workspace_message(ws), "thirteen");
  assert_int_equal(gm_workspace_offset(ws), 7);
  assert_int_equal(gm_crew_give(crew, &bad), GM_BAD_INPUT); /* it stays */
  gm_crew_close(crew);
  gm_crew_close(NULL);
  gm_workspace_close(ws);
}

/* Jobs that write their number in turn; the one at `bad` fails before. */
typedef struct turns {
  gm_crew *crew;
  uint64_t written[1000], count, bad;
} turns;

static gm_status write_in_turn(void *shared, unsigned worker, gm_workspace *ws,
                               void *job) {
  turns *all = shared;
  uint64_t number = *(uint64_t *)job;
  gm_status status = GM_OK;
  (void)worker;
  if (number == all->bad) status = gm_fail(ws, GM_BAD_INPUT, 0, "no %d", 1);
  gm_crew_await_turn(all->crew, number);
  if (!status) all->written[all->count++] = number;
  gm_crew_pass_turn(all->crew);
  return status;
}

/* Gives 1000 jobs that take turns. @return what the crew says at the end */
static gm_status take_turns(unsigned workers, turns *all) {
  enum { JOBS = 1000 };
  static uint64_t jobs[JOBS];
  gm_workspace *ws = gm_workspace_open(0);
  assert_int_equal(gm_crew_open(ws, workers, write_in_turn, all, &all->crew),
                   GM_OK);
  for (uint64_t i = 0; i < JOBS; i++) {
    jobs[i] = i;
    gm_crew_give(all->crew, &jobs[i]);
  }
  gm_status status = gm_crew_finish(all->crew);
  gm_crew_close(all->crew);
  gm_workspace_close(ws);
  return status;
}

static void lets_jobs_take_turns_in_their_order(void **state) {
  (void)state;
  for (unsigned workers = 1; workers <= 5; workers++) {
    turns all = {.bad = UINT64_MAX};
    assert_int_equal(take_turns(workers, &all), GM_OK);
    assert_int_equal(all.count, 1000);
    for (uint64_t i = 0; i < all.count; i++)
      assert_int_equal(all.written[i], i);
  }
}

/* Nobody waits for ever for a job that failed, or that was not begun. */
static void goes_on_with_turns_after_a_failure(void **state) {
  (void)state;
  for (unsigned workers = 1; workers <= 5; workers++)
    for (uint64_t bad = 0; bad < 40; bad++) {
      turns all = {.bad = bad};
      assert_int_equal(take_turns(workers, &all), GM_BAD_INPUT);
      assert_true(all.count >= bad);
      for (uint64_t i = 0; i < all.count; i++)
        assert_int_equal(all.written[i], i + (i >= bad));
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_what_it_holds_when_it_grows),
      cmocka_unit_test(counts_against_the_ceiling),
      cmocka_unit_test(gives_back_what_was_put_aside),
      cmocka_unit_test(says_that_there_is_no_folder),
      cmocka_unit_test(does_every_job_once),
      cmocka_unit_test(reports_the_first_failure),
      cmocka_unit_test(lets_jobs_take_turns_in_their_order),
      cmocka_unit_test(goes_on_with_turns_after_a_failure),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
