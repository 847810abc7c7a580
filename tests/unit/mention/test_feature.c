/* Features: what is seen of a token. Needs build/pocket.gaz. */
#include <string.h>

#include "mention/feature.h"
#include "unit/mention/context_of.h"

typedef struct seen {
  uint32_t features[GM_FEATURES_MOST];
  uint16_t templates[GM_FEATURES_MOST];
  uint32_t count;
} seen;

/* The features of one token of a text; the same whether templates are asked for
 * or not. */
static seen see(void **state, const char *text, uint32_t token) {
  gm_support *support = *state;
  gm_matches matches;
  gm_cues cues;
  gm_context context = context_of(support, text);
  assert_int_equal(GM_OK, gm_scan(support->ws, &context, &matches));
  assert_int_equal(
      GM_OK, gm_cues_make(support->ws, &context, matches, no_words(), &cues));
  seen found, bare;
  found.count = gm_features_of(&context, &cues, token, found.features,
                               found.templates);
  bare.count = gm_features_of(&context, &cues, token, bare.features, NULL);
  assert_int_equal(bare.count, found.count);
  assert_memory_equal(bare.features, found.features,
                      found.count * sizeof *found.features);
  assert_true(found.count > 20 && found.count < GM_FEATURES_MOST);
  return found;
}

/* The number of features of a template. */
static uint32_t of_template(const seen *from, uint32_t template) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < from->count; i++)
    count += from->templates[i] == template;
  return count;
}

static uint32_t shared(const seen *a, const seen *b) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < a->count; i++)
    for (uint32_t j = 0; j < b->count; j++)
      count += a->features[i] == b->features[j];
  return count;
}

static void are_the_same_for_the_same_text(void **state) {
  seen a = see(state, "They met in Kyiv today.", 3);
  seen b = see(state, "They met in Kyiv today.", 3);
  assert_int_equal(a.count, b.count);
  assert_memory_equal(a.features, b.features, a.count * sizeof *a.features);
}

static void see_the_neighbours(void **state) {
  seen a = see(state, "They met in Kyiv today.", 3);
  seen b = see(state, "They met near Kyiv today.", 3);
  uint32_t same = shared(&a, &b);
  assert_true(same < a.count && same > a.count / 2);
}

static void do_not_see_beyond_the_sentence(void **state) {
  seen a = see(state, "They met in Kyiv. Rain fell.", 3);
  seen b = see(state, "They met in Kyiv. Nobody came.", 3);
  assert_int_equal(a.count, b.count);
  assert_memory_equal(a.features, b.features, a.count * sizeof *a.features);
}

static void see_other_occurrences_of_a_word(void **state) {
  seen a = see(state, "They met in Kyiv. Rain fell.", 3);
  seen b = see(state, "They met in Kyiv. Rain fell on Kyiv today.", 3);
  assert_true(b.count > a.count);
}

static void see_that_a_name_is_listed(void **state) {
  seen a = see(state, "They met in Kyiv today.", 3);
  seen b = see(state, "They met in Kyix today.", 3);
  assert_true(a.count > b.count);
}

static void take_all_numbers_of_a_length_alike(void **state) {
  seen a = see(state, "They met 123 men today.", 2);
  seen b = see(state, "They met 987 men today.", 2);
  assert_int_equal(a.count, b.count);
  assert_memory_equal(a.features, b.features, a.count * sizeof *a.features);
}

static void are_never_zero(void **state) {
  seen a = see(state, "They met in Kyiv today.", 3);
  for (uint32_t i = 0; i < a.count; i++) assert_int_not_equal(0, a.features[i]);
}

/* Each feature is mixed of its template and a value: here the word itself, the
 * words before and behind it. */
static void tell_their_templates(void **state) {
  static const char *const words[] = {"in", "kyiv", "today"};
  seen a = see(state, "They met in Kyiv today.", 3);
  for (uint32_t place = 0; place < 3; place++) {
    uint32_t template = 200 + 100 * place;
    uint32_t wanted = gm_feature_mix(
        template * 0x85EBCA6Bu + 1,
        gm_feature_word_hash(gm_str_of(words[place])));
    assert_int_equal(1, of_template(&a, template));
    for (uint32_t i = 0; i < a.count; i++)
      assert_true((a.templates[i] == template) == (a.features[i] == wanted));
  }
}

static void tell_templates_of_what_is_there_only(void **state) {
  enum { BEFORE = 31, BEHIND = 32, RUN_SIZE = 46 };
  seen once = see(state, "They met in Kyiv. Rain fell.", 3);
  seen twice = see(state, "They met in Kyiv. Rain fell on Kyiv today.", 3);
  seen run = see(state, "They met in New York today.", 3);
  assert_int_equal(0, of_template(&once, BEFORE) + of_template(&once, BEHIND));
  assert_int_equal(1, of_template(&twice, BEFORE));
  assert_int_equal(1, of_template(&twice, BEHIND));
  assert_int_equal(0, of_template(&once, RUN_SIZE));
  assert_int_equal(1, of_template(&run, RUN_SIZE));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(are_the_same_for_the_same_text),
      cmocka_unit_test(see_the_neighbours),
      cmocka_unit_test(do_not_see_beyond_the_sentence),
      cmocka_unit_test(see_other_occurrences_of_a_word),
      cmocka_unit_test(see_that_a_name_is_listed),
      cmocka_unit_test(take_all_numbers_of_a_length_alike),
      cmocka_unit_test(are_never_zero),
      cmocka_unit_test(tell_their_templates),
      cmocka_unit_test(tell_templates_of_what_is_there_only),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
