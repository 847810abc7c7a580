/* Features of uses: what tells how a name is used. Needs build/pocket.gaz; no
 * words are known but one, which has a vector. */
#include "mention/use_feature.h"

#include <string.h>

#include "mention/consider.h"
#include "unit/mention/context_of.h"

typedef struct seen {
  gm_use_feature features[GM_USE_FEATURES_MOST];
  uint32_t count;
} seen;

/* A recogniser that knows nothing but the vector of the word "left". */
static gm_recogniser knows_left(unsigned char row[GM_ROW_VECTOR]) {
  static const unsigned char empty[2 + GM_ROW_LABEL];
  const gm_table none = {empty, empty + 2, 1, 1};
  gm_recogniser made = {.tables = {none, none, {empty, row, 1, 1}, none}};
  uint32_t hash = gm_feature_word_hash(GM_STR("left"));
  memcpy(row, &hash, sizeof hash);
  memset(row + sizeof hash, 10, GM_VECTOR_NUMBERS);
  return made;
}

/* The features of tokens [begin, end) of a text. */
static seen see(void **state, const char *text, uint32_t begin, uint32_t end) {
  gm_support *support = *state;
  unsigned char row[GM_ROW_VECTOR];
  gm_recogniser recogniser = knows_left(row);
  gm_matches matches;
  seen found;
  gm_transitions_prepare(&recogniser.transitions);
  gm_context context = context_of(support, text);
  assert_int_equal(GM_OK, gm_consider_read(support->ws, &context, &recogniser,
                                           &matches));
  found.count = gm_use_features_of(&context, begin, end, found.features);
  assert_true(found.count > 40 && found.count < GM_USE_FEATURES_MOST);
  return found;
}

static bool has(const seen *in, gm_use_feature feature) {
  for (uint32_t i = 0; i < in->count; i++)
    if (in->features[i].hash == feature.hash) return true;
  return false;
}

/* How many features of `a` are not among those of `b`. */
static uint32_t differing(const seen *a, const seen *b) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < a->count; i++) count += !has(b, a->features[i]);
  return count;
}

static uint32_t amounts(const seen *in) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < in->count; i++)
    count += in->features[i].value < 1 || in->features[i].value > 1;
  return count;
}

static void are_the_same_for_the_same_text(void **state) {
  seen a = see(state, "They met in Kyiv today.", 3, 4);
  seen b = see(state, "They met in Kyiv today.", 3, 4);
  assert_int_equal(a.count, b.count);
  assert_memory_equal(a.features, b.features, a.count * sizeof *a.features);
}

static void see_the_preposition_and_the_verb(void **state) {
  seen in = see(state, "They met in Kyiv today.", 3, 4);
  seen by = see(state, "They met by Kyiv today.", 3, 4);
  seen verb = see(state, "They met in Kyiv agreed.", 3, 4);
  assert_true(differing(&in, &by) > 5);
  assert_true(differing(&in, &verb) > 5);
}

/* "between Paris and Kyiv": Kyiv is between something, too. */
static void look_beyond_the_list_that_a_name_is_in(void **state) {
  seen listed = see(state, "They flew between Paris and Kyiv today.", 5, 6);
  seen other = see(state, "They flew towards Paris and Kyiv today.", 5, 6);
  seen alone = see(state, "They flew between Kyiv today.", 3, 4);
  uint32_t shared = 0;
  for (uint32_t i = 0; i < listed.count; i++)
    shared += has(&alone, listed.features[i]) &&
              !has(&other, listed.features[i]);
  assert_true(shared > 0);
}

static void vectors_come_of_known_words_alone(void **state) {
  seen none = see(state, "They met in Kyiv today.", 3, 4);
  seen one = see(state, "They left in Kyiv today.", 3, 4);
  assert_int_equal(0, amounts(&none));
  /* as a word near by, and in the sum of those on the left */
  assert_int_equal(2 * GM_VECTOR_NUMBERS, amounts(&one));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(are_the_same_for_the_same_text),
      cmocka_unit_test(see_the_preposition_and_the_verb),
      cmocka_unit_test(look_beyond_the_list_that_a_name_is_in),
      cmocka_unit_test(vectors_come_of_known_words_alone),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
