/* Words of the compass. Needs build/pocket.gaz. */
#include "mention/compass.h"

#include "unit/mention/context_of.h"

enum { NO_BEARING = -1, NO_WORDS = -2 };

/* The bearing of the compass words that a text ends with. */
static double bearing(void **state, const char *text, bool letters,
                      uint32_t *begin) {
  gm_context context = context_of(*state, text);
  gm_modifier said = {0};
  uint32_t end = context.tokens.count;
  *begin = gm_compass_before(&context, 0, end, letters, &said);
  if (*begin == end) return NO_WORDS;
  return said.has_bearing ? (double)said.bearing_deg : NO_BEARING;
}

static void assert_bearing(void **state, const char *text, double wanted,
                           uint32_t from) {
  uint32_t begin;
  double found = bearing(state, text, false, &begin);
  if (found != wanted) fail_msg("\"%s\" is %g, not %g", text, found, wanted);
  if (wanted != NO_WORDS) assert_int_equal(begin, from);
}

static void reads_the_four_points_and_their_endings(void **state) {
  assert_bearing(state, "north", 0, 0);
  assert_bearing(state, "in eastern", 90, 1);
  assert_bearing(state, "the southernmost", 180, 1);
  assert_bearing(state, "westerly", 270, 0);
}

static void joins_points_with_and_without_a_hyphen(void **state) {
  assert_bearing(state, "northeast", 45, 0);
  assert_bearing(state, "in south-western", 225, 1);
  assert_bearing(state, "NORTH WEST", 315, 0);
  assert_bearing(state, "east-south-east", 112.5, 0);
  assert_bearing(state, "north-northwest", 337.5, 0);
}

static void knows_no_such_words_in_others(void **state) {
  assert_bearing(state, "Easton", NO_WORDS, 0);
  assert_bearing(state, "Norther", NO_WORDS, 0);
  assert_bearing(state, "westernised", NO_WORDS, 0);
  assert_bearing(state, "near", NO_WORDS, 0);
  assert_bearing(state, "north ,", NO_WORDS, 0);
}

static void of_two_that_are_no_point_takes_the_last(void **state) {
  assert_bearing(state, "north south", 180, 1);
  assert_bearing(state, "east north", 0, 1);
}

static void two_joined_by_and_have_no_bearing(void **state) {
  assert_bearing(state, "in eastern and southern", NO_BEARING, 1);
  assert_bearing(state, "Paris and southern", 180, 2);
}

static void reads_letters_where_they_are_asked_for(void **state) {
  uint32_t begin;
  assert_true(bearing(state, "20 km SW", true, &begin) == 225);
  assert_int_equal(begin, 2);
  assert_true(bearing(state, "20 km N", true, &begin) == 0);
  assert_true(bearing(state, "20 km SW", false, &begin) == NO_WORDS);
  assert_true(bearing(state, "20 km sw", true, &begin) == NO_WORDS);
  assert_true(bearing(state, "20 km UN", true, &begin) == NO_WORDS);
}

static void does_not_reach_before_the_first(void **state) {
  gm_context context = context_of(*state, "north - west");
  gm_modifier said = {0};
  assert_int_equal(gm_compass_before(&context, 2, 3, false, &said), 2);
  assert_true(said.bearing_deg == 270);
  assert_int_equal(gm_compass_before(&context, 3, 3, false, &said), 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_the_four_points_and_their_endings),
      cmocka_unit_test(joins_points_with_and_without_a_hyphen),
      cmocka_unit_test(knows_no_such_words_in_others),
      cmocka_unit_test(of_two_that_are_no_point_takes_the_last),
      cmocka_unit_test(two_joined_by_and_have_no_bearing),
      cmocka_unit_test(reads_letters_where_they_are_asked_for),
      cmocka_unit_test(does_not_reach_before_the_first),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
