/* The lattice: sums over all ways, checked against adding them up one by one.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "mention/lattice.h"

enum { TOKENS = 3 };

/* Numbers without a pattern, from -2 to 2. */
static float number(uint32_t *dice) {
  *dice = *dice * 1664525u + 1013904223u;
  return (float)(*dice >> 16) / 16384.0f - 2;
}

static void fill(gm_transitions *transitions, gm_label_row *emissions) {
  uint32_t dice = 7;
  for (int a = 0; a < GM_LABELS; a++)
    for (int b = 0; b < GM_LABELS; b++)
      transitions->score[a][b] = number(&dice);
  for (int i = 0; i < TOKENS; i++)
    for (int y = 0; y < GM_LABELS; y++) emissions[i][y] = number(&dice);
  gm_transitions_prepare(transitions);
}

/* The score of one way, or -INFINITY where a label may not follow. */
static double score(const gm_transitions *transitions,
                    const gm_label_row *emissions, const int way[TOKENS]) {
  int before = GM_LABEL_NONE;
  double sum = 0;
  for (int i = 0; i < TOKENS; before = way[i++]) {
    if (!gm_label_follows(before, way[i])) return -INFINITY;
    sum += transitions->score[before][way[i]] + emissions[i][way[i]];
  }
  return sum + transitions->score[before][GM_LABEL_NONE];
}

/* Every way, one by one: the log of the sum, and the best. */
static double add_up(const gm_transitions *transitions,
                     const gm_label_row *emissions, gm_label_row *chances,
                     int best[TOKENS]) {
  double sum = 0, highest = -INFINITY;
  memset(chances, 0, TOKENS * sizeof *chances);
  int way[TOKENS];
  for (way[0] = 0; way[0] < GM_LABELS; way[0]++)
    for (way[1] = 0; way[1] < GM_LABELS; way[1]++)
      for (way[2] = 0; way[2] < GM_LABELS; way[2]++) {
        double one = score(transitions, emissions, way);
        if (one > highest) {
          highest = one;
          memcpy(best, way, sizeof way);
        }
        sum += exp(one);
        for (int i = 0; i < TOKENS; i++) chances[i][way[i]] += (float)exp(one);
      }
  for (int i = 0; i < TOKENS; i++)
    for (int y = 0; y < GM_LABELS; y++) chances[i][y] /= (float)sum;
  return log(sum);
}

static void sums_are_those_of_all_ways(void **state) {
  (void)state;
  gm_transitions transitions;
  gm_label_row emissions[TOKENS], wanted[TOKENS];
  gm_marginals found;
  int best[TOKENS];
  fill(&transitions, emissions);
  double sum =
      add_up(&transitions, (const gm_label_row *)emissions, wanted, best);
  assert_true(gm_lattice_sum(&transitions, (const gm_label_row *)emissions,
                             NULL, TOKENS, NULL, &found));
  assert_float_equal((float)sum, (float)found.log_sum, 1e-4f);
  for (int i = 0; i < TOKENS; i++)
    for (int y = 0; y < GM_LABELS; y++)
      assert_float_equal(wanted[i][y], found.token[i][y], 1e-4f);
}

static void the_best_way_is_the_best_of_all(void **state) {
  (void)state;
  gm_transitions transitions;
  gm_label_row emissions[TOKENS], chances[TOKENS];
  uint8_t found[TOKENS];
  int best[TOKENS];
  fill(&transitions, emissions);
  add_up(&transitions, (const gm_label_row *)emissions, chances, best);
  gm_lattice_best(&transitions, (const gm_label_row *)emissions, TOKENS, found);
  for (int i = 0; i < TOKENS; i++) assert_int_equal(best[i], found[i]);
}

static void what_is_not_allowed_has_no_chance(void **state) {
  (void)state;
  gm_transitions transitions;
  gm_label_row emissions[TOKENS];
  gm_marginals found;
  fill(&transitions, emissions);
  const gm_label_set place = 1u << 1, inside = 1u << 2, all = (1u << 11) - 1;
  const gm_label_set allowed[TOKENS] = {place, inside | place, all};
  assert_true(gm_lattice_sum(&transitions, (const gm_label_row *)emissions,
                             allowed, TOKENS, NULL, &found));
  assert_float_equal(1, found.token[0][1], 1e-6f);
  assert_float_equal(1, found.token[1][1] + found.token[1][2], 1e-6f);
  assert_float_equal(0, found.token[1][0], 0);
}

static void no_way_at_all_is_said(void **state) {
  (void)state;
  gm_transitions transitions;
  gm_label_row emissions[TOKENS];
  gm_marginals found;
  fill(&transitions, emissions);
  const gm_label_set inside = 1u << 2, none = 1u << 0;
  const gm_label_set allowed[TOKENS] = {none, inside, none};
  assert_false(gm_lattice_sum(&transitions, (const gm_label_row *)emissions,
                              allowed, TOKENS, NULL, &found));
}

static void expected_transitions_add_up(void **state) {
  (void)state;
  gm_transitions transitions;
  gm_label_row emissions[TOKENS], pairs[GM_LABELS] = {{0}};
  gm_marginals found;
  fill(&transitions, emissions);
  assert_true(gm_lattice_sum(&transitions, (const gm_label_row *)emissions,
                             NULL, TOKENS, pairs, &found));
  float sum = 0;
  for (int a = 0; a < GM_LABELS; a++)
    for (int b = 0; b < GM_LABELS; b++) sum += pairs[a][b];
  assert_float_equal(TOKENS + 1, sum, 1e-4f); /* with both ends */
}

static void far_apart_scores_stay_in_range(void **state) {
  (void)state;
  gm_transitions transitions = {.score = {{0}}};
  gm_label_row emissions[TOKENS] = {{500}, {0, -500, 300}, {-900, -800}};
  gm_marginals found;
  gm_transitions_prepare(&transitions);
  assert_true(gm_lattice_sum(&transitions, (const gm_label_row *)emissions,
                             NULL, TOKENS, NULL, &found));
  for (int i = 0; i < TOKENS; i++) {
    float sum = 0;
    for (int y = 0; y < GM_LABELS; y++) sum += found.token[i][y];
    assert_float_equal(1, sum, 1e-4f);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sums_are_those_of_all_ways),
      cmocka_unit_test(the_best_way_is_the_best_of_all),
      cmocka_unit_test(what_is_not_allowed_has_no_chance),
      cmocka_unit_test(no_way_at_all_is_said),
      cmocka_unit_test(expected_transitions_add_up),
      cmocka_unit_test(far_apart_scores_stay_in_range),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
