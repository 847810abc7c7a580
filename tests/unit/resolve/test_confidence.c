/* Confidence: from the probabilities of options to that of a choice. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants these before it. */
#include <cmocka.h>

#include "resolve/confidence.h"

static const gm_resolve_weights plain = {.slope = 1};

static gm_option at(double lat, double lon, float probability) {
  return (gm_option){.site = {.at = {lat, lon}},
                     .toward = gm_direction_of((gm_point){lat, lon}),
                     .probability = probability};
}

static float confidence(gm_resolve_weights weights, gm_option *options,
                        uint32_t count) {
  gm_group group = {.options = options, .option_count = count};
  return gm_confidence_of(&weights, &group);
}

static void assert_near(double wanted, float found) {
  assert_true(fabs(wanted - (double)found) < 1e-3);
}

static void is_the_probability_of_the_choice(void **state) {
  (void)state;
  gm_option options[] = {at(48.8, 2.3, 0.7f), at(33.6, -95.5, 0.2f)};
  assert_near(0.7, confidence(plain, options, 2));
}

static void counts_what_lies_at_the_same_spot(void **state) {
  (void)state;
  gm_option options[] = {at(48.8, 2.3, 0.6f), at(48.9, 2.4, 0.3f),
                         at(33.6, -95.5, 0.1f)};
  assert_near(0.9, confidence(plain, options, 3));
}

static void follows_what_was_learnt(void **state) {
  (void)state;
  gm_option options[] = {at(48.8, 2.3, 0.5f), at(33.6, -95.5, 0.5f)};
  gm_resolve_weights bold = {.slope = 1, .shift = 1};
  assert_near(1 / (1 + exp(-1)), confidence(bold, options, 2));
  gm_option sure[] = {at(48.8, 2.3, 0.9f), at(33.6, -95.5, 0.1f)};
  gm_resolve_weights shy = {.slope = 0.5f};
  assert_near(0.75, confidence(shy, sure, 2)); /* odds of 9 become 3 */
}

static void doubts_what_is_only_spelled_alike(void **state) {
  (void)state;
  gm_option option = at(48.8, 2.3, 1);
  option.alike = true;
  assert_true(confidence(plain, &option, 1) <= 0.8f);
}

static void has_none_without_a_choice(void **state) {
  (void)state;
  assert_true(confidence(plain, NULL, 0) == 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(is_the_probability_of_the_choice),
      cmocka_unit_test(counts_what_lies_at_the_same_spot),
      cmocka_unit_test(follows_what_was_learnt),
      cmocka_unit_test(doubts_what_is_only_spelled_alike),
      cmocka_unit_test(has_none_without_a_choice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
