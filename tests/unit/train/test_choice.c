/* The conditional logit: its gradient is that of its loss, and what it learns
 * is what the questions say. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants these before it. */
#include <cmocka.h>

#include "choice.h"

enum { COLUMNS = 3 };

/* Two questions of three options, one of two where both are right. */
static choice_set some_questions(void) {
  static const float values[][COLUMNS] = {
      {1, 0, 0.5f}, {0, 1, 0.25f}, {0.5f, 0.5f, 0}, /* the first is right */
      {0, 2, 1},    {1, 1, 0},     {0.2f, 0, 0.7f}, /* the second */
      {1, 1, 1},    {0, 0, 0},                      /* both */
  };
  static const bool right[] = {true, false, false, false, true, false,
                               true, true};
  static const size_t begins[] = {0, 3, 6, 8};
  choice_set set = {.columns = COLUMNS};
  for (size_t q = 0; q < 3; q++) {
    choice_ask(&set, (float)q + 1);
    for (size_t o = begins[q]; o < begins[q + 1]; o++)
      choice_add(&set, values[o], right[o]);
  }
  return set;
}

/* `many` questions: in a share of them the option with the 1 is right. */
static choice_set coins(int many, int right_of_ten) {
  choice_set set = {.columns = 1};
  const float one = 1, zero = 0;
  for (int i = 0; i < many; i++) {
    bool right = i % 10 < right_of_ten;
    choice_ask(&set, 1);
    choice_add(&set, &one, right);
    choice_add(&set, &zero, !right);
  }
  return set;
}

static void has_the_gradient_of_its_loss(void **state) {
  (void)state;
  const double step = 1e-5, counts = 6, scale = 0.7;
  choice_set set = some_questions();
  double weights[COLUMNS] = {0.3, -0.8, 1.1}, gradient[COLUMNS];
  choice_loss(&set, weights, scale, gradient);
  for (int c = 0; c < COLUMNS; c++) {
    double before = weights[c];
    weights[c] = before + step;
    double above = choice_loss(&set, weights, scale, NULL);
    weights[c] = before - step;
    double below = choice_loss(&set, weights, scale, NULL);
    weights[c] = before;
    double slope = counts * (above - below) / (2 * step);
    assert_true(fabs(slope - gradient[c]) < 1e-4);
  }
  choice_free(&set);
}

static void learns_how_often_an_answer_is_right(void **state) {
  (void)state;
  choice_set set = coins(1000, 8);
  const float believed[] = {0};
  const double pull[] = {1e-6};
  double weight;
  choice_fit(&set, believed, pull, &weight);
  assert_true(fabs(weight - log(4)) < 1e-3); /* 8 to 2 */
  choice_free(&set);
}

static void stays_with_what_was_believed_when_pulled(void **state) {
  (void)state;
  choice_set set = coins(10, 8);
  const float believed[] = {-1};
  const double strong[] = {1e9}, weak[] = {1};
  double held, moved;
  choice_fit(&set, believed, strong, &held);
  choice_fit(&set, believed, weak, &moved);
  assert_true(fabs(held + 1) < 1e-3);
  assert_true(moved > 0 && moved < log(4));
  choice_free(&set);
}

static void lets_any_of_several_right_ones_do(void **state) {
  (void)state;
  const float values[] = {1, 0};
  const double weights[] = {5};
  choice_set set = {.columns = 1};
  choice_ask(&set, 1);
  choice_add(&set, &values[0], true);
  choice_add(&set, &values[1], true);
  assert_true(fabs(choice_loss(&set, weights, 1, NULL)) < 1e-9);
  choice_free(&set);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(has_the_gradient_of_its_loss),
      cmocka_unit_test(learns_how_often_an_answer_is_right),
      cmocka_unit_test(stays_with_what_was_believed_when_pulled),
      cmocka_unit_test(lets_any_of_several_right_ones_do),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
