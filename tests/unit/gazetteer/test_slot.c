/* Hashes and slots. */
#include "gazetteer/slot.h"
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

static void stays_inside_the_slots(void **state) {
  (void)state;
  for (uint64_t i = 0; i < 10000; i++) {
    uint32_t slots = (uint32_t)(i % 97) + 1;
    gm_slot_place place =
        gm_slot_of(i * UINT64_C(0x9e3779b97f4a7c15), slots, 7);
    assert_true(place.at < slots);
  }
}

static void gives_an_entry_back_to_its_own_tag_only(void **state) {
  (void)state;
  for (uint32_t entries = 1; entries < 5000; entries = entries * 3 + 1) {
    unsigned bits = gm_slot_bits(entries);
    gm_slot_place place = gm_slot_of(12345, 100, bits);
    uint32_t slot = place.tag | entries; /* the last entry */
    assert_int_equal(gm_slot_entry(slot, place.tag, bits), entries - 1);
    uint32_t other = place.tag ^ ((uint32_t)1 << bits);
    assert_int_equal(gm_slot_entry(slot, other, bits), UINT32_MAX);
  }
}

static void leaves_no_tag_where_entries_need_all_bits(void **state) {
  (void)state;
  assert_int_equal(gm_slot_bits(UINT32_MAX), 32);
  assert_int_equal(gm_slot_of(77, 10, 32).tag, 0);
  assert_int_equal(gm_slot_entry(UINT32_MAX, 0, 32), UINT32_MAX - 1);
}

static void always_leaves_a_slot_empty(void **state) {
  (void)state;
  assert_int_equal(gm_slot_count(0), 1);
  assert_true(gm_slot_count(1) > 1);
  assert_int_equal(gm_slot_count(1000), 1501);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(goes_on_where_a_hash_stopped),
      cmocka_unit_test(is_the_published_hash),
      cmocka_unit_test(stays_inside_the_slots),
      cmocka_unit_test(gives_an_entry_back_to_its_own_tag_only),
      cmocka_unit_test(leaves_no_tag_where_entries_need_all_bits),
      cmocka_unit_test(always_leaves_a_slot_empty),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
