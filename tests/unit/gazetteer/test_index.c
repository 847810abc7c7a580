/* Hashes, and where they lead. */
#include "gazetteer/index.h"
#include "unit/gazetteer/tables.h"

static void goes_on_where_a_hash_stopped(void **state) {
  (void)state;
  uint64_t whole = gm_hash_on(GM_HASH_BEGIN, GM_STR("new york"));
  uint64_t part = gm_hash_on(GM_HASH_BEGIN, GM_STR("new"));
  assert_true(gm_hash_on(part, GM_STR(" york")) == whole);
  assert_true(gm_hash_on(part, GM_STR("york")) != whole);
}

static void is_the_published_hash(void **state) {
  (void)state;
  assert_true(gm_hash_on(GM_HASH_BEGIN, GM_STR("a")) ==
              UINT64_C(0xaf63dc4c8601ec8c));
  assert_true(gm_hash_on(GM_HASH_BEGIN, GM_STR("foobar")) ==
              UINT64_C(0x85944171f73967e8));
}

static void notices_every_changed_bit_of_words(void **state) {
  char bytes[64] = {0};
  gm_str all = {bytes, sizeof bytes};
  (void)state;
  uint64_t before = gm_hash_words(GM_HASH_BEGIN, all);
  for (size_t bit = 0; bit < 8 * sizeof bytes; bit++) {
    bytes[bit / 8] ^= (char)(1 << bit % 8);
    assert_true(gm_hash_words(GM_HASH_BEGIN, all) != before);
    bytes[bit / 8] ^= (char)(1 << bit % 8);
  }
}

static void has_16_to_32_entries_a_bucket(void **state) {
  (void)state;
  assert_int_equal(gm_index_bits(0), 0);
  assert_int_equal(gm_index_bits(31), 0);
  assert_int_equal(gm_index_bits(32), 1);
  for (uint32_t entries = 32; entries < 1u << 30; entries = entries * 3 + 1) {
    uint32_t buckets = (uint32_t)1 << gm_index_bits(entries);
    assert_true(entries / buckets >= 16 && entries / buckets < 32);
  }
}

static void keeps_the_order_of_hashes(void **state) {
  (void)state;
  for (unsigned bits = 0; bits <= 28; bits += 7)
    for (uint64_t i = 1; i < 1000; i++) {
      uint64_t hash = i * (UINT64_MAX / 1000);
      gm_index_spot low = gm_index_of(hash - UINT64_MAX / 1000, bits);
      gm_index_spot high = gm_index_of(hash, bits);
      assert_true(low.bucket < high.bucket ||
                  (low.bucket == high.bucket && low.rest < high.rest));
      assert_true(high.bucket < (uint64_t)1 << bits);
      assert_true(high.rest < (uint64_t)1 << 48);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(goes_on_where_a_hash_stopped),
      cmocka_unit_test(is_the_published_hash),
      cmocka_unit_test(notices_every_changed_bit_of_words),
      cmocka_unit_test(has_16_to_32_entries_a_bucket),
      cmocka_unit_test(keeps_the_order_of_hashes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
