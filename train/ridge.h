/* Ridge regression: weights w of features such that the scores come near the
 * targets, in squares, and the weights stay small:
 *
 *     sum over rows of (score - target)^2  +  pull * |w|^2   becomes least
 *
 * Rows are of one of some settings. A weight is the sum of one that all
 * settings share and one of the setting's own, which is pulled half as much:
 * a setting departs from the others only as far as its rows ask (after Daume
 * 2007, "Frustratingly easy domain adaptation", arXiv:0907.1815). */
#ifndef TRAIN_RIDGE_H
#define TRAIN_RIDGE_H

#include <stddef.h>
#include <stdint.h>

enum { RIDGE_SETTINGS = 3 };

typedef struct ridge_term {
  uint32_t feature;
  float value;
} ridge_term;

typedef struct ridge_row {
  const ridge_term *terms;
  uint32_t count;
  int setting;
} ridge_row;

/* The weights of each setting, features wide each, in one block. Solved by
 * conjugate gradients (Hestenes and Stiefel 1952, doi:10.6028/jres.049.044):
 * the same rows give the same weights.
 * @return must be freed */
double *ridge_fit(const ridge_row *rows, const double *targets, size_t count,
                  uint32_t features, double pull);

#endif
