/* Sorting numbers by their bytes. */
#include "gazetteer/hash.h"
#include "gazetteer/radix.h"
#include "unit/gazetteer/tables.h"

enum { MANY = 3000 };

static gm_radix_item items[2 * MANY];

/* Sorts numbers below a limit and checks their order. */
static void assert_sorts(uint64_t limit) {
  for (uint32_t i = 0; i < MANY; i++)
    items[i] = (gm_radix_item){gm_hash_mix(i + 1) % limit, i};
  const gm_radix_item *sorted = gm_radix_sort(items, items + MANY, MANY);
  for (uint32_t i = 1; i < MANY; i++) {
    assert_true(sorted[i - 1].key <= sorted[i].key);
    if (sorted[i - 1].key == sorted[i].key) /* as they came */
      assert_true(sorted[i - 1].index < sorted[i].index);
  }
}

static void sorts_numbers_of_every_length(void **state) {
  (void)state;
  for (unsigned bits = 1; bits < 64; bits += 7)
    assert_sorts((uint64_t)1 << bits);
  assert_sorts(UINT64_MAX);
}

static uint64_t pairs[2 * MANY];

static void sorts_pairs_by_their_high_half(void **state) {
  (void)state;
  for (unsigned bits = 1; bits <= 32; bits++) {
    for (uint32_t i = 0; i < MANY; i++)
      pairs[i] = gm_radix_pair((uint32_t)(gm_hash_mix(i + 1) >> (64 - bits)),
                               UINT32_MAX - i);
    const uint64_t *sorted = gm_radix_sort_pairs(pairs, pairs + MANY, MANY);
    for (uint32_t i = 1; i < MANY; i++) {
      assert_true(sorted[i - 1] >> 32 <= sorted[i] >> 32);
      if (sorted[i - 1] >> 32 == sorted[i] >> 32) /* as they came */
        assert_true(gm_radix_index(sorted[i - 1]) > gm_radix_index(sorted[i]));
    }
  }
}

static void leaves_none_and_one_as_they_are(void **state) {
  gm_radix_item one = {7, 3}, spare;
  (void)state;
  assert_ptr_equal(gm_radix_sort(&one, &spare, 0), &one);
  assert_ptr_equal(gm_radix_sort(&one, &spare, 1), &one);
  assert_int_equal(one.key, 7);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sorts_numbers_of_every_length),
      cmocka_unit_test(sorts_pairs_by_their_high_half),
      cmocka_unit_test(leaves_none_and_one_as_they_are),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
