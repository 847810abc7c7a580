/* The field: a linear-chain conditional random field (Lafferty, McCallum and
 * Pereira 2001) learns the weights of features by stochastic gradient descent,
 * each weight with a step of its own (AdaGrad: Duchi, Hazan and Singer 2011).
 *
 * Where several labels are allowed, all ways through them together are to be
 * likely, not one of them (Bellare and McCallum 2007): the gradient is the
 * expectation over all ways minus that over the allowed ones. */
#ifndef TRAIN_FIELD_H
#define TRAIN_FIELD_H

#include "samples.h"

typedef struct field_options {
  int epochs;
  float rate;  /* length of the first steps */
  float decay; /* pull of a weight towards 0, a visit */
} field_options;

typedef struct field {
  uint32_t rows;
  gm_label_row *weights; /* rows */
  gm_label_row *steps;   /* sums of squared gradients */
  gm_transitions transitions;
  gm_label_row transition_steps[GM_LABELS];
} field;

/* Learns from the samples, telling of each epoch on stderr. */
field field_learn(samples *from, uint32_t rows, field_options options);
void field_free(field *made);

#endif
