/* Logistic regression over few, dense columns, by Newton's method with a pull
 * towards what was believed before (ridge). */
#ifndef TRAIN_LOGIT_H
#define TRAIN_LOGIT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct logit_rows {
  size_t columns, count, capacity;
  float *values; /* count * columns */
  float *truths; /* 0 or 1 */
  float *counts; /* how many times the row counts */
} logit_rows;

/* Adds a row of `columns` values that counts `count` times. */
void logit_add(logit_rows *rows, const float *values, bool truth, float count);

/* Fits a weight a column.
 * @param believed  what a weight is where the rows say nothing of it
 * @param pulls     how many rows' worth that belief is, a weight */
void logit_fit(const logit_rows *rows, const float *believed,
               const float *pulls, double *weights);

/* The mean of -log(probability of the truth). */
double logit_loss(const logit_rows *rows, const double *weights);

/* Solves a x = b for a symmetric, positive matrix of n * n, of which the lower
 * half is read (Cholesky); b becomes x, and a is used up. */
void logit_solve(double *a, double *b, size_t n);

void logit_free(logit_rows *rows);

#endif
