/* Ridge regression: it finds the weights that made the targets, pulls them
 * towards 0, and lets settings differ. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
/* cmocka wants these before it. */
#include <cmocka.h>

#include "ridge.h"

enum { FEATURES = 2, ROWS = 4 };

static const ridge_term terms[ROWS][FEATURES] = {
    {{0, 1}, {1, 0}}, {{0, 0}, {1, 1}}, {{0, 1}, {1, 1}}, {{0, 2}, {1, -1}}};

static void fill(ridge_row rows[ROWS], int settings) {
  for (int r = 0; r < ROWS; r++)
    rows[r] = (ridge_row){terms[r], FEATURES, r % settings};
}

static void finds_the_weights_behind_the_targets(void **state) {
  (void)state;
  ridge_row rows[ROWS];
  fill(rows, 1);
  const double targets[ROWS] = {3, -1, 2, 7}; /* 3 a - b */
  double *found = ridge_fit(rows, targets, ROWS, FEATURES, 1e-6);
  assert_true(fabs(found[0] - 3) < 1e-3);
  assert_true(fabs(found[1] + 1) < 1e-3);
  free(found);
}

static void pulls_weights_towards_nothing(void **state) {
  (void)state;
  const ridge_term one = {0, 1};
  const ridge_row row = {&one, 1, 0};
  const double target = 1;
  /* shared and own weight, twice as free: 1 + 2 against a pull of 3 */
  double *found = ridge_fit(&row, &target, 1, 1, 3);
  assert_true(fabs(found[0] - 0.5) < 1e-6);
  assert_true(found[1] > 0 && found[1] < found[0]); /* of another setting */
  free(found);
}

static void settings_may_differ(void **state) {
  (void)state;
  const ridge_term one = {0, 1};
  const ridge_row rows[] = {{&one, 1, 0}, {&one, 1, 1}};
  const double targets[] = {1, -1};
  double *found = ridge_fit(rows, targets, 2, 1, 0.01);
  assert_true(found[0] > 0.9 && found[1] < -0.9);
  free(found);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_the_weights_behind_the_targets),
      cmocka_unit_test(pulls_weights_towards_nothing),
      cmocka_unit_test(settings_may_differ),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
