/* The conditional logit (McFadden 1974): of several options one is right, and
 * each is as likely as exp(weights * values) says beside the others.
 *
 *     question 1   option 1   values ...        right
 *                  option 2   values ...
 *     question 2   option 1   values ...
 *                  ...
 *
 * Where several options of a question are right, any of them is. It is fitted
 * by Newton's method with a pull towards what was believed before. */
#ifndef TRAIN_CHOICE_H
#define TRAIN_CHOICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct choice_question {
  size_t begin, end; /* options */
  float count;       /* how many times it counts */
} choice_question;

typedef struct choice_set {
  size_t columns;
  float *values; /* option_count * columns */
  bool *right;   /* option_count */
  size_t option_count, option_capacity;
  choice_question *questions;
  size_t count, capacity;
} choice_set;

/* Opens the next question. */
void choice_ask(choice_set *set, float count);

/* Adds an option of `columns` values to the last question. */
void choice_add(choice_set *set, const float *values, bool right);

/* Fits a weight a column.
 * @param believed  what a weight is where the questions say nothing of it
 * @param pull      how many questions' worth that belief is, a column */
void choice_fit(const choice_set *set, const float *believed,
                const double *pull,
                double *weights);

/* The mean of -log(probability of what is right), where each weight is
 * multiplied by `sharpness`. The gradient of the whole sum goes to `gradient`
 * unless NULL. */
double choice_loss(const choice_set *set, const double *weights,
                   double sharpness, double *gradient);

void choice_free(choice_set *set);

#endif
