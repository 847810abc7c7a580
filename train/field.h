/* The field: a linear-chain conditional random field (Lafferty, McCallum and
 * Pereira 2001) learns the weights of features by stochastic gradient descent,
 * each weight with a step of its own (AdaGrad: Duchi, Hazan and Singer 2011).
 *
 * Where several labels are allowed, all ways through them together are to be
 * likely, not one of them (Bellare and McCallum 2007): the gradient is the
 * expectation over all ways minus that over the allowed ones.
 *
 * Corpora differ in what they mark. A feature has a weight that all of them
 * share and one more that only articles of `home` corpora use, those that mark
 * places as they shall be found; what is learnt is the sum of both (Daume
 * 2007, "Frustratingly easy domain adaptation"). The weights are averaged over
 * the ways that they took in the later epochs of some runs, each of which sees
 * the samples in another order (Polyak and Juditsky 1992): scores are sums of
 * weights, so the mean field is the mean of what the runs say. */
#ifndef TRAIN_FIELD_H
#define TRAIN_FIELD_H

#include "samples.h"

typedef struct field_options {
  int runs;
  int epochs;   /* of each run */
  int but_fold; /* samples of this fold are passed over; -1: none are */
  float rate;   /* length of the first steps */
  float decay;  /* pull of a weight towards 0, a visit */
  float home;   /* how much faster the second weights move; 0: not at all */
} field_options;

typedef struct field {
  uint32_t rows;
  gm_label_row *weights; /* rows, then as many for home; once learnt: rows */
  gm_label_row *steps;   /* sums of squared gradients, likewise */
  gm_transitions transitions;
  gm_label_row transition_steps[GM_LABELS];
} field;

/* Learns from the samples. The same samples give the same field.
 * @param begin   whose weights and transitions it begins with
 * @param hashes  of the rows, to find them there */
field field_learn(const samples *from, const gm_recogniser *begin,
                  const uint32_t *hashes, uint32_t rows, field_options options);
void field_free(field *made);

#endif
