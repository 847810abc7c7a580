/* See logit.h. */
#include "logit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "samples.h"

void logit_add(logit_rows *rows, const float *values, bool truth, float count) {
  if (rows->count == rows->capacity) {
    rows->capacity = rows->capacity ? rows->capacity * 2 : 1024;
    rows->values = must_grow(rows->values, rows->capacity * rows->columns,
                             sizeof *rows->values);
    rows->truths =
        must_grow(rows->truths, rows->capacity, sizeof *rows->truths);
    rows->counts =
        must_grow(rows->counts, rows->capacity, sizeof *rows->counts);
  }
  memcpy(rows->values + rows->count * rows->columns, values,
         rows->columns * sizeof *values);
  rows->counts[rows->count] = count;
  rows->truths[rows->count++] = truth;
}

static double chance(const logit_rows *rows, size_t row,
                     const double *weights) {
  const float *values = rows->values + row * rows->columns;
  double sum = 0;
  for (size_t c = 0; c < rows->columns; c++) sum += weights[c] * values[c];
  return 1 / (1 + exp(-sum));
}

double logit_loss(const logit_rows *rows, const double *weights) {
  double sum = 0;
  for (size_t r = 0; r < rows->count; r++) {
    double right = chance(rows, r, weights);
    if (rows->truths[r] == 0) right = 1 - right;
    sum -= rows->counts[r] * log(right > 1e-12 ? right : 1e-12);
  }
  return rows->count ? sum / (double)rows->count : 0;
}

void logit_solve(double *a, double *b, size_t n) {
  for (size_t j = 0; j < n; j++) {
    for (size_t k = 0; k < j; k++)
      for (size_t i = j; i < n; i++)
        a[i * n + j] -= a[i * n + k] * a[j * n + k];
    double root = sqrt(a[j * n + j] > 1e-12 ? a[j * n + j] : 1e-12);
    for (size_t i = j; i < n; i++) a[i * n + j] /= root;
  }
  for (size_t i = 0; i < n; i++) {
    for (size_t k = 0; k < i; k++) b[i] -= a[i * n + k] * b[k];
    b[i] /= a[i * n + i];
  }
  for (size_t i = n; i-- > 0;) {
    for (size_t k = i + 1; k < n; k++) b[i] -= a[k * n + i] * b[k];
    b[i] /= a[i * n + i];
  }
}

/* One step of Newton: weights -= H^-1 g. @return its length */
static double improve(const logit_rows *rows, const float *believed,
                      const float *pulls, double *weights) {
  size_t n = rows->columns;
  double *hessian = must_grow(NULL, n * n, sizeof *hessian);
  double *gradient = must_grow(NULL, n, sizeof *gradient);
  memset(hessian, 0, n * n * sizeof *hessian);
  for (size_t c = 0; c < n; c++) {
    gradient[c] = pulls[c] * (weights[c] - believed[c]);
    hessian[c * n + c] = pulls[c];
  }
  for (size_t r = 0; r < rows->count; r++) {
    const float *values = rows->values + r * n;
    double p = chance(rows, r, weights), count = rows->counts[r];
    double slope = count * p * (1 - p);
    for (size_t i = 0; i < n; i++) {
      if (values[i] == 0) continue;
      gradient[i] += count * (p - rows->truths[r]) * values[i];
      for (size_t j = 0; j <= i; j++)
        hessian[i * n + j] += slope * values[i] * values[j];
    }
  }
  logit_solve(hessian, gradient, n);
  double length = 0;
  for (size_t c = 0; c < n; c++) {
    weights[c] -= gradient[c];
    length += gradient[c] * gradient[c];
  }
  free(hessian);
  free(gradient);
  return length;
}

void logit_fit(const logit_rows *rows, const float *believed,
               const float *pulls, double *weights) {
  enum { MOST_STEPS = 30 }; /* from 0, where Newton's steps stay short */
  for (size_t c = 0; c < rows->columns; c++) weights[c] = 0;
  for (int i = 0; i < MOST_STEPS; i++)
    if (improve(rows, believed, pulls, weights) < 1e-8) return;
}

void logit_free(logit_rows *rows) {
  free(rows->values);
  free(rows->truths);
  free(rows->counts);
}
