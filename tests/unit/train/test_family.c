/* Families of features: read by name, left out of samples. Needs
 * build/pocket.gaz. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "samples.h"
#include "unit/mention/context_of.h"

/* Something for every family: a name of two words that stands twice, a listed
 * place in its country, a word written small elsewhere, a title, a number. */
static const char article[] =
    "{\"id\": \"a\", \"text\": \"Mr. Paul Lee left New York for Kyiv, Ukraine. "
    "The mayor of New York met 12 mayors; Mayor Lee was ill.\", \"spans\": "
    "[[18, 26, \"PLACE\"]]}\n";

static family_set read_names(void **state, const char *names) {
  gm_support *support = *state;
  family_set set = 0;
  assert_int_equal(GM_OK, family_read(support->ws, names, &set));
  return set;
}

static void are_read_by_name(void **state) {
  assert_int_equal(0, read_names(state, NULL));
  assert_int_equal(0, read_names(state, ""));
  assert_int_equal(FAMILY_WORDS, read_names(state, "words"));
  assert_int_equal(FAMILY_RUNS | FAMILY_LISTS,
                   read_names(state, "runs,lists,runs"));
}

static void unknown_ones_are_told(void **state) {
  gm_support *support = *state;
  family_set set = 77;
  assert_int_equal(GM_BAD_INPUT, family_read(support->ws, "runs,shape", &set));
  assert_int_equal(77, set);
  const char *message = gm_workspace_message(support->ws);
  assert_string_equal(
      "\"shape\" is no family of features; there are: words shapes affixes "
      "classes gazetteer lists document position runs",
      message);
}

static void are_those_of_all_that_a_template_looks_at(void **state) {
  (void)state;
  for (uint32_t place = 100; place <= 500; place += 100) {
    assert_int_equal(FAMILY_WORDS, family_of(place));
    assert_int_equal(FAMILY_CLASSES, family_of(place + 3));
    assert_int_equal(FAMILY_SHAPES | FAMILY_CLASSES, family_of(place + 7));
  }
  assert_int_equal(FAMILY_POSITION | FAMILY_SHAPES, family_of(7));
  assert_int_equal(FAMILY_RUNS | FAMILY_CLASSES | FAMILY_GAZETTEER,
                   family_of(47));
}

static void what_is_always_there_is_of_none(void **state) {
  (void)state;
  assert_int_equal(0, family_of(1));
  assert_int_equal(0, family_of(0));
  assert_int_equal(0, family_of(108));
  assert_int_equal(0, family_of(600));
}

static void are_left_out_in_order(void **state) {
  (void)state;
  const uint16_t templates[] = {1, 300, 301, 4, 302};
  uint32_t features[] = {11, 12, 13, 14, 15};
  const uint32_t wanted[] = {11, 12, 15};
  assert_int_equal(5, family_leave_out(0, templates, features, 5));
  assert_int_equal(3, family_leave_out(FAMILY_SHAPES, templates, features, 5));
  assert_memory_equal(wanted, features, sizeof wanted);
}

/* ---- of samples ---- */

/* The samples of the article, without some families. */
static samples see(void **state, family_set without) {
  gm_support *support = *state;
  char path[] = "/tmp/geomention-XXXXXX";
  int file = mkstemp(path);
  assert_int_equal(sizeof article - 1,
                   write(file, article, sizeof article - 1));
  close(file);
  samples from = {
      .gazetteer = support->gazetteer, .words = no_words(), .without = without};
  const corpus_choice all = {{-1, -1}, -1};
  gm_workspace_reset(support->ws);
  assert_int_equal(GM_OK, samples_read(support->ws, path, all, &from));
  unlink(path);
  assert_true(from.count > 0);
  return from;
}

static uint32_t count_of(const samples *from) {
  uint32_t count = 0;
  for (size_t s = 0; s < from->count; s++)
    count += from->items[s].start[from->items[s].count];
  return count;
}

/* Whether the features of `some` stand among those of `all`, in order, token by
 * token. */
static bool are_among(const sample *some, const sample *all) {
  for (uint32_t i = 0; i < some->count; i++) {
    uint32_t f = some->start[i];
    for (uint32_t g = all->start[i]; g < all->start[i + 1]; g++)
      if (f < some->start[i + 1] && some->features[f] == all->features[g]) f++;
    if (f != some->start[i + 1]) return false;
  }
  return true;
}

static void each_is_seen_and_can_be_left_out(void **state) {
  samples all = see(state, 0);
  for (uint32_t i = 0; i < FAMILY_COUNT; i++) {
    samples some = see(state, 1u << i);
    assert_int_equal(all.count, some.count);
    assert_true(count_of(&some) < count_of(&all));
    for (size_t s = 0; s < all.count; s++)
      assert_true(are_among(&some.items[s], &all.items[s]));
    samples_free(&some);
  }
  samples_free(&all);
}

/* A new template without a family leaves more. */
static void without_all_one_feature_is_left(void **state) {
  samples none = see(state, (1u << FAMILY_COUNT) - 1);
  for (size_t s = 0; s < none.count; s++)
    for (uint32_t i = 0; i <= none.items[s].count; i++)
      assert_int_equal(i, none.items[s].start[i]);
  samples_free(&none);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(are_read_by_name),
      cmocka_unit_test(unknown_ones_are_told),
      cmocka_unit_test(are_those_of_all_that_a_template_looks_at),
      cmocka_unit_test(what_is_always_there_is_of_none),
      cmocka_unit_test(are_left_out_in_order),
      cmocka_unit_test(each_is_seen_and_can_be_left_out),
      cmocka_unit_test(without_all_one_feature_is_left),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
