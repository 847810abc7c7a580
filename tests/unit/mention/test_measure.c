/* Distances in digits and in words. Needs build/pocket.gaz. */
#include "mention/measure.h"

#include "unit/mention/context_of.h"

enum { NONE = -1 };

/* The kilometres of the distance that a text ends with, and the token from
 * which on it is one. */
static void assert_far(void **state, const char *text, double km,
                       uint32_t from) {
  gm_context context = context_of(*state, text);
  float found = 0;
  uint32_t end = context.tokens.count;
  uint32_t begin = gm_measure_before(&context, 0, end, &found);
  double far_km = begin == end ? NONE : (double)found;
  double off = far_km - km;
  if (off < -0.0005 || off > 0.0005)
    fail_msg("\"%s\" is %g km, not %g", text, far_km, km);
  if (begin < end && begin != from)
    fail_msg("\"%s\" begins at token %u", text, begin);
}

static void reads_digits_with_commas_and_fractions(void **state) {
  assert_far(state, "about 20 km", 20, 1);
  assert_far(state, "1,200 kilometres", 1200, 0);
  assert_far(state, "12.5 km", 12.5, 0);
  assert_far(state, "1,200,000 metres", 1200, 0);
  assert_far(state, "a 20-km", 20, 1);
}

static void turns_other_units_into_kilometres(void **state) {
  assert_far(state, "30 miles", 48.28, 0);
  assert_far(state, "12 nautical miles", 22.224, 0);
  assert_far(state, "500 meters", 0.5, 0);
  assert_far(state, "100 yards", 0.0914, 0);
  assert_far(state, "1,000 feet", 0.305, 0);
}

static void reads_units_that_touch_their_number(void **state) {
  assert_far(state, "lies 12.5km", 12.5, 1);
  assert_far(state, "800m", 0.8, 0);
  assert_far(state, "20th", NONE, 0);
}

static void reads_numbers_in_words(void **state) {
  assert_far(state, "a mile", 1.609, 0);
  assert_far(state, "Fifteen kilometres", 15, 0);
  assert_far(state, "twenty-five miles", 40.234, 0);
  assert_far(state, "a dozen miles", 19.312, 0);
  assert_far(state, "half a dozen km", 6, 0);
  assert_far(state, "two hundred and fifty km", 250, 0);
  assert_far(state, "half a mile", 0.805, 0);
  assert_far(state, "two and a half km", 2.5, 0);
  assert_far(state, "a mile and a half", 2.414, 0);
  assert_far(state, "10 miles or so", 16.093, 0);
}

static void knows_distances_without_a_number(void **state) {
  assert_far(state, "a few miles", 0, 0);
  assert_far(state, "several hundred kilometres", 0, 0);
  assert_far(state, "only miles", 0, 1);
  assert_far(state, "two blocks", 0, 0);
  assert_far(state, "90,000 km", 0, 0); /* more than there is */
}

static void takes_the_larger_of_two(void **state) {
  assert_far(state, "some 20 to 30 km", 30, 1);
  assert_far(state, "20-30 km", 30, 0);
  assert_far(state, "15 or 20 miles", 32.187, 0);
}

static void takes_the_first_of_two_units(void **state) {
  assert_far(state, "20 km (12 miles)", 20, 0);
  assert_far(state, "12 miles (about 20 km)", 19.312, 0);
  assert_far(state, "20 kilometers, or 12 miles,", 20, 0);
  assert_far(state, "20 kilometers (by road)", NONE, 0);
  assert_far(state, "rain, 20 km,", NONE, 0);
}

static void takes_no_hours_no_money_and_no_fractions(void **state) {
  assert_far(state, "two hours", NONE, 0);
  assert_far(state, "$20 m", NONE, 0);
  assert_far(state, "3 1/2 miles", 0, 4);
  assert_far(state, "12,5 km", NONE, 0);
  assert_far(state, "mile", NONE, 0);
  assert_far(state, "20", NONE, 0);
}

static void reads_a_radius(void **state) {
  assert_far(state, "a 50 km radius", 50, 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_digits_with_commas_and_fractions),
      cmocka_unit_test(turns_other_units_into_kilometres),
      cmocka_unit_test(reads_units_that_touch_their_number),
      cmocka_unit_test(reads_numbers_in_words),
      cmocka_unit_test(knows_distances_without_a_number),
      cmocka_unit_test(takes_the_larger_of_two),
      cmocka_unit_test(takes_the_first_of_two_units),
      cmocka_unit_test(takes_no_hours_no_money_and_no_fractions),
      cmocka_unit_test(reads_a_radius),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
