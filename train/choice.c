/* See choice.h. With p the probability of an option and q its probability
 * given that what was chosen is right, a question adds to the gradient
 *
 *     sum of (p - q) * values                                (columns)
 *
 * and to the Hessian the covariance of the values under p; that under q is
 * left out, so that each step stays one downhill. */
#include "choice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "logit.h"
#include "samples.h"

void choice_ask(choice_set *set, float count) {
  if (set->count == set->capacity) {
    set->capacity = set->capacity ? set->capacity * 2 : 1024;
    set->questions =
        must_grow(set->questions, set->capacity, sizeof *set->questions);
  }
  set->questions[set->count++] =
      (choice_question){set->option_count, set->option_count, count};
}

void choice_add(choice_set *set, const float *values, bool right) {
  if (set->option_count == set->option_capacity) {
    size_t room = set->option_capacity ? set->option_capacity * 2 : 4096;
    set->values = must_grow(set->values, room * set->columns,
                            sizeof *set->values);
    set->right = must_grow(set->right, room, sizeof *set->right);
    set->option_capacity = room;
  }
  memcpy(set->values + set->option_count * set->columns, values,
         set->columns * sizeof *values);
  set->right[set->option_count++] = right;
  set->questions[set->count - 1].end = set->option_count;
}

/* The chances of a question's options; q is 0 where an option is wrong.
 * @return the probability of what is right */
static double chances(const choice_set *set, const choice_question *question,
                      const double *weights, double sharpness, double *p,
                      double *q) {
  double best = -HUGE_VAL, all = 0, right = 0;
  size_t count = question->end - question->begin;
  for (size_t i = 0; i < count; i++) {
    const float *values = set->values + (question->begin + i) * set->columns;
    p[i] = 0;
    for (size_t c = 0; c < set->columns; c++) p[i] += weights[c] * values[c];
    p[i] *= sharpness;
    if (p[i] > best) best = p[i];
  }
  for (size_t i = 0; i < count; i++) {
    p[i] = exp(p[i] - best);
    all += p[i];
    if (set->right[question->begin + i]) right += p[i];
  }
  for (size_t i = 0; i < count; i++) {
    q[i] = set->right[question->begin + i] && right > 0 ? p[i] / right : 0;
    p[i] /= all;
  }
  return right / all;
}

static size_t most_options(const choice_set *set) {
  size_t most = 1;
  for (size_t i = 0; i < set->count; i++)
    if (set->questions[i].end - set->questions[i].begin > most)
      most = set->questions[i].end - set->questions[i].begin;
  return most;
}

double choice_loss(const choice_set *set, const double *weights,
                   double sharpness, double *gradient) {
  size_t most = most_options(set);
  double *p = must_grow(NULL, most * 2, sizeof *p), *q = p + most;
  double sum = 0, counts = 0;
  if (gradient) memset(gradient, 0, set->columns * sizeof *gradient);
  for (size_t i = 0; i < set->count; i++) {
    const choice_question *question = &set->questions[i];
    double right = chances(set, question, weights, sharpness, p, q);
    sum -= question->count * log(right > 1e-12 ? right : 1e-12);
    counts += question->count;
    for (size_t o = question->begin; gradient && o < question->end; o++) {
      double change = question->count * sharpness *
                      (p[o - question->begin] - q[o - question->begin]);
      for (size_t c = 0; c < set->columns; c++)
        gradient[c] += change * set->values[o * set->columns + c];
    }
  }
  free(p);
  return counts > 0 ? sum / counts : 0;
}

/* Adds count * (E[v v'] - E[v] E[v]') to the lower half of the Hessian. */
static void add_spread(const choice_set *set, const choice_question *question,
                       const double *p, double *mean, double *hessian) {
  size_t n = set->columns;
  memset(mean, 0, n * sizeof *mean);
  for (size_t o = question->begin; o < question->end; o++) {
    const float *values = set->values + o * n;
    double share = p[o - question->begin];
    for (size_t i = 0; i < n; i++) {
      if (values[i] == 0) continue;
      mean[i] += share * values[i];
      for (size_t j = 0; j <= i; j++)
        hessian[i * n + j] +=
            question->count * share * values[i] * values[j];
    }
  }
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j <= i; j++)
      hessian[i * n + j] -= question->count * mean[i] * mean[j];
}

/* What is to be as small as can be: the sum of losses and the pull. */
static double cost(const choice_set *set, const float *believed,
                   const double *pull, const double *weights) {
  double counts = 0, away = 0;
  for (size_t i = 0; i < set->count; i++) counts += set->questions[i].count;
  for (size_t c = 0; c < set->columns; c++)
    away += pull[c] * (weights[c] - believed[c]) * (weights[c] - believed[c]);
  return counts * choice_loss(set, weights, 1, NULL) + away / 2;
}

/* The step of Newton: H^-1 g. */
static void find_step(const choice_set *set, const float *believed,
                      const double *pull, const double *weights, double *step) {
  size_t n = set->columns, most = most_options(set);
  double *hessian = must_grow(NULL, n * n + n + 2 * most, sizeof *hessian);
  double *mean = hessian + n * n, *p = mean + n, *q = p + most;
  memset(hessian, 0, n * n * sizeof *hessian);
  choice_loss(set, weights, 1, step);
  for (size_t i = 0; i < set->count; i++) {
    chances(set, &set->questions[i], weights, 1, p, q);
    add_spread(set, &set->questions[i], p, mean, hessian);
  }
  for (size_t c = 0; c < n; c++) {
    step[c] += pull[c] * (weights[c] - believed[c]);
    hessian[c * n + c] += pull[c];
  }
  logit_solve(hessian, step, n);
  free(hessian);
}

/* Takes the step, or half of it, or a quarter ..., as long as it goes up.
 * @return how much the cost fell */
static double improve(const choice_set *set, const float *believed,
                      const double *pull, double *weights) {
  enum { HALVINGS = 20 };
  size_t n = set->columns;
  double *step = must_grow(NULL, 2 * n, sizeof *step), *tried = step + n;
  double before = cost(set, believed, pull, weights), fell = 0, length = 1;
  find_step(set, believed, pull, weights, step);
  for (int i = 0; i < HALVINGS && fell <= 0; i++, length /= 2) {
    for (size_t c = 0; c < n; c++) tried[c] = weights[c] - length * step[c];
    fell = before - cost(set, believed, pull, tried);
  }
  if (fell > 0) memcpy(weights, tried, n * sizeof *weights);
  free(step);
  return fell;
}

void choice_fit(const choice_set *set, const float *believed,
                const double *pull, double *weights) {
  enum { MOST_STEPS = 50 };
  for (size_t c = 0; c < set->columns; c++) weights[c] = believed[c];
  for (int i = 0; i < MOST_STEPS; i++)
    if (improve(set, believed, pull, weights) < 1e-4) return;
}

void choice_free(choice_set *set) {
  free(set->values);
  free(set->right);
  free(set->questions);
}
