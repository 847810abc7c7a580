/* Spotting: what the recogniser marks becomes matches. The reading is made by
 * hand. Needs build/pocket.gaz. */
#include "mention/spot.h"

#include "mention/cover.h"
#include "unit/mention/context_of.h"

typedef struct spotted {
  gm_context context;
  gm_reading reading;
  gm_segment segment;
  gm_matches matches;
} spotted;

/* Tokens [begin, end) of a text are marked as one place. */
static spotted spot(void **state, const char *text, uint32_t begin,
                    uint32_t end) {
  gm_support *support = *state;
  spotted made = {.segment = {begin, end, GM_LABEL_PLACE}};
  made.context = context_of(support, text);
  assert_int_equal(GM_OK,
                   gm_scan(support->ws, &made.context, &made.matches));
  for (uint32_t i = 0; i < made.matches.count; i++)
    gm_cover(&made.context, &made.matches.items[i]);
  made.reading.segments = &made.segment;
  made.reading.segment_count = 1;
  made.context.reading = &made.reading;
  assert_int_equal(GM_OK,
                   gm_spot(support->ws, &made.context, &made.matches));
  return made;
}

/* The match of exactly these tokens, or NULL. */
static const gm_match *match_at(const spotted *in, uint32_t begin,
                                uint32_t end) {
  for (uint32_t i = 0; i < in->matches.count; i++)
    if (in->matches.items[i].cover_begin == begin &&
        in->matches.items[i].cover_end == end)
      return &in->matches.items[i];
  return NULL;
}

static void adds_a_place_that_nobody_lists(void **state) {
  spotted found = spot(state, "They walked in the Fenwick Vale today.", 3, 6);
  const gm_match *match = match_at(&found, 4, 6); /* without "the" */
  assert_non_null(match);
  assert_true(match->unlisted && match->segment);
}

static void marks_a_match_that_it_agrees_with(void **state) {
  spotted found = spot(state, "They walked in Kyiv today.", 3, 4);
  const gm_match *match = match_at(&found, 3, 4);
  assert_non_null(match);
  assert_true(match->segment && !match->unlisted);
  assert_int_equal(1, found.matches.count);
}

static void cuts_at_a_comma(void **state) {
  spotted found = spot(state, "They walked in Kyiv, Ukraine today.", 3, 6);
  assert_true(match_at(&found, 3, 4)->segment);
  assert_true(match_at(&found, 5, 6)->segment);
  assert_null(match_at(&found, 3, 6));
}

static void cuts_at_a_hyphen_between_listed_names_only(void **state) {
  spotted found = spot(state, "The Russia-Iran pact is new.", 1, 4);
  assert_true(match_at(&found, 1, 2)->segment);
  assert_true(match_at(&found, 3, 4)->segment);
  found = spot(state, "The Fenwick-Iran road is new.", 1, 4);
  assert_non_null(match_at(&found, 1, 4));
}

static void takes_the_full_stop_of_a_street(void **state) {
  spotted found = spot(state, "He lives at Fenwick Ave. in a hut.", 3, 5);
  assert_non_null(match_at(&found, 3, 6));
}

static void stands_beside_a_longer_cover(void **state) {
  spotted found =
      spot(state, "A plant in Yelabuga Special Economic Zone was hit.", 3, 4);
  assert_non_null(match_at(&found, 3, 7));
  assert_true(match_at(&found, 3, 4)->segment);
}

static void keeps_the_order_of_the_text(void **state) {
  spotted found =
      spot(state, "From Kyiv over Fenwick Vale to Lviv they went.", 3, 5);
  assert_int_equal(3, found.matches.count);
  for (uint32_t i = 1; i < found.matches.count; i++)
    assert_true(found.matches.items[i - 1].begin <=
                found.matches.items[i].begin);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(adds_a_place_that_nobody_lists),
      cmocka_unit_test(marks_a_match_that_it_agrees_with),
      cmocka_unit_test(cuts_at_a_comma),
      cmocka_unit_test(cuts_at_a_hyphen_between_listed_names_only),
      cmocka_unit_test(takes_the_full_stop_of_a_street),
      cmocka_unit_test(stands_beside_a_longer_cover),
      cmocka_unit_test(keeps_the_order_of_the_text),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
