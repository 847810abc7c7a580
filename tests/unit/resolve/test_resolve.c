/* Resolving: which of many places of a name is meant, and what is said of it.
 * Needs build/pocket.gaz. */
#include "support.h"

enum {
  PARIS_FRANCE = 2988507,
  PARIS_TEXAS = 4717560,
  LONDON_ENGLAND = 2643743,
  LONDON_ONTARIO = 6058560,
  TRIPOLI_LIBYA = 2210247,
  TRIPOLI_LEBANON = 266826,
  CASPIAN_SEA = 630671,
  GAZA_CITY = 281133,
  GAZA_STRIP = 281132,
  GAZA_MOZAMBIQUE = 1046058,
};

static void takes_the_large_place_without_context(void **state) {
  gm_support *found = support_map(state, "", "They met in Paris today.");
  assert_mentions(found, "Paris");
  assert_int_equal(PARIS_FRANCE, support_id(found, 0));
}

static void believes_the_container_behind(void **state) {
  gm_support *found =
      support_map(state, "", "A storm hit Paris, Texas, at noon.");
  assert_mentions(found, "Paris|Texas");
  assert_int_equal(PARIS_TEXAS, support_id(found, 0));
}

static void keeps_the_meaning_of_the_full_mention(void **state) {
  gm_support *found = support_map(
      state, "",
      "A storm hit Paris, Texas, at noon. In Paris all lights went out.");
  assert_mentions(found, "Paris|Texas|Paris");
  assert_int_equal(PARIS_TEXAS, support_id(found, 2));
}

static void holds_two_meanings_apart(void **state) {
  gm_support *found = support_map(
      state, "",
      "A train left London, Ontario, as another reached London, England.");
  assert_mentions(found, "London|Ontario|London|England");
  assert_int_equal(LONDON_ONTARIO, support_id(found, 0));
  assert_int_equal(LONDON_ENGLAND, support_id(found, 2));
}

static void listens_to_the_other_places(void **state) {
  gm_support *found = support_map(
      state, "", "From Tripoli in the north to Beirut, Lebanon was calm.");
  assert_int_equal(TRIPOLI_LEBANON, support_id(found, 0));
  found = support_map(state, "", "Ships left Tripoli, the capital of Libya.");
  assert_int_equal(TRIPOLI_LIBYA, support_id(found, 0));
}

static void ends_early_when_it_is_stopped(void **state) {
  gm_support *found = support_map(state, "", "They met in Paris today.");
  const volatile int stop = 1;
  gm_resolutions out = {.count = 77};
  gm_workspace_watch(found->ws, &stop);
  assert_int_equal(GM_CANCELLED,
                   gm_resolve(found->ws, found->gazetteer, found->model,
                              found->document, found->mentions, &out));
  gm_workspace_watch(found->ws, NULL);
  assert_int_equal(out.count, 77); /* untouched */
  assert_string_equal(gm_workspace_message(found->ws),
                      "stopped while resolving");
}

static void puts_a_sea_into_the_water(void **state) {
  gm_support *found =
      support_map(state, "", "They crossed the Caspian Sea by ship.");
  assert_mentions(found, "Caspian Sea");
  assert_int_equal(CASPIAN_SEA, support_id(found, 0));
}

static void gives_the_place_among_the_candidates(void **state) {
  gm_support *found = support_map(
      state, "", "London, Paris and Springfield are far from Alexandria.");
  for (uint32_t i = 0; i < found->resolutions.count; i++) {
    const gm_resolution *one = &found->resolutions.items[i];
    assert_true(one->candidate_count > 1 && one->candidate_count <= 30);
    assert_int_equal(one->place, one->candidates[0].place);
    assert_int_equal(one->runner_up, one->candidates[1].place);
    float sum = 0;
    for (uint32_t k = 0; k < one->candidate_count; k++) {
      sum += one->candidates[k].probability;
      if (k) assert_true(one->candidates[k].score <=
                         one->candidates[k - 1].score);
    }
    assert_true(sum > 0 && sum <= 1.0001f);
    assert_true(one->reasons.size > 0);
  }
}

static bool is_candidate(const gm_support *found, uint32_t geonameid) {
  const gm_resolution *one = &found->resolutions.items[0];
  for (uint32_t i = 0; i < one->candidate_count; i++) {
    uint32_t place = one->candidates[i].place;
    if (gm_gazetteer_place(found->gazetteer, place).geonameid == geonameid)
      return true;
  }
  return false;
}

/* "Gaza Province" is a name of its own, in Mozambique. */
static void thinks_of_the_bare_name_of_a_place_of_that_kind(void **state) {
  gm_support *found =
      support_map(state, "", "They came from Gaza Province on foot.");
  assert_true(is_candidate(found, GAZA_MOZAMBIQUE));
  assert_true(is_candidate(found, GAZA_STRIP));
  assert_false(is_candidate(found, GAZA_CITY));
  assert_int_equal(GAZA_MOZAMBIQUE, support_id(found, 0));
}

static void says_what_moved_it(void **state) {
  gm_support *found =
      support_map(state, "", "A storm hit Paris, Texas, at noon.");
  gm_str reasons = found->resolutions.items[0].reasons;
  assert_true(gm_str_starts(reasons, GM_STR("named beside Texas")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(takes_the_large_place_without_context),
      cmocka_unit_test(believes_the_container_behind),
      cmocka_unit_test(keeps_the_meaning_of_the_full_mention),
      cmocka_unit_test(holds_two_meanings_apart),
      cmocka_unit_test(listens_to_the_other_places),
      cmocka_unit_test(ends_early_when_it_is_stopped),
      cmocka_unit_test(puts_a_sea_into_the_water),
      cmocka_unit_test(gives_the_place_among_the_candidates),
      cmocka_unit_test(thinks_of_the_bare_name_of_a_place_of_that_kind),
      cmocka_unit_test(says_what_moved_it),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
