/* See ridge.h. All vectors have three blocks: the weights that the settings
 * share, then those of each setting's own. */
#include "ridge.h"

#include <stdlib.h>
#include <string.h>

#include "samples.h"

enum { BLOCKS = 1 + RIDGE_SETTINGS, MOST_STEPS = 500 };

/* The settings' own blocks are scaled so, which halves the pull on them. */
static const double OWN = 1.4142135623730951;

/* The steps end when the squared rest is this part of the first. */
static const double ENOUGH = 1e-8;

static double *zeros(size_t count) {
  double *made = must_grow(NULL, count, sizeof *made);
  memset(made, 0, count * sizeof *made);
  return made;
}

static double dot(const double *a, const double *b, size_t count) {
  double sum = 0;
  for (size_t i = 0; i < count; i++) sum += a[i] * b[i];
  return sum;
}

static double score(const ridge_row *row, const double *weights,
                    uint32_t features) {
  const double *own = weights + (size_t)(1 + row->setting) * features;
  double sum = 0;
  for (uint32_t t = 0; t < row->count; t++) {
    uint32_t f = row->terms[t].feature;
    sum += row->terms[t].value * (weights[f] + OWN * own[f]);
  }
  return sum;
}

/* Adds a row, so many times, to what becomes a vector of weights. */
static void add_row(const ridge_row *row, double times, double *to,
                    uint32_t features) {
  double *own = to + (size_t)(1 + row->setting) * features;
  for (uint32_t t = 0; t < row->count; t++) {
    double added = times * row->terms[t].value;
    to[row->terms[t].feature] += added;
    own[row->terms[t].feature] += OWN * added;
  }
}

/* out = (X'X + pull) in */
static void apply(const ridge_row *rows, size_t count, uint32_t features,
                  double pull, const double *in, double *out) {
  for (size_t i = 0; i < (size_t)BLOCKS * features; i++) out[i] = pull * in[i];
  for (size_t r = 0; r < count; r++)
    add_row(&rows[r], score(&rows[r], in, features), out, features);
}

/* Sums the shared weights into those of each setting. */
static double *settle(const double *weights, uint32_t features) {
  double *made = zeros((size_t)RIDGE_SETTINGS * features);
  for (size_t s = 0; s < RIDGE_SETTINGS; s++)
    for (size_t f = 0; f < features; f++)
      made[s * features + f] =
          weights[f] + OWN * weights[(1 + s) * features + f];
  return made;
}

double *ridge_fit(const ridge_row *rows, const double *targets, size_t count,
                  uint32_t features, double pull) {
  size_t size = (size_t)BLOCKS * features;
  double *weights = zeros(size), *rest = zeros(size), *way = zeros(size);
  double *moved = zeros(size);
  for (size_t r = 0; r < count; r++)
    add_row(&rows[r], targets[r], rest, features);
  memcpy(way, rest, size * sizeof *way);
  double first = dot(rest, rest, size), left = first;
  for (int step = 0; step < MOST_STEPS && left > ENOUGH * first; step++) {
    apply(rows, count, features, pull, way, moved);
    double far = left / dot(way, moved, size), before = left;
    for (size_t i = 0; i < size; i++) weights[i] += far * way[i];
    for (size_t i = 0; i < size; i++) rest[i] -= far * moved[i];
    left = dot(rest, rest, size);
    for (size_t i = 0; i < size; i++)
      way[i] = rest[i] + left / before * way[i];
  }
  double *made = settle(weights, features);
  free(weights);
  free(rest);
  free(way);
  free(moved);
  return made;
}
