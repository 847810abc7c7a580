/* See field.h. */
#include "field.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What one sample needs; large, so it is made once. */
typedef struct bench {
  gm_label_row emissions[GM_LATTICE_MOST];
  gm_label_row all_pairs[GM_LABELS], allowed_pairs[GM_LABELS];
  gm_marginals all, allowed;
} bench;

static void emit_row(const float *weights, gm_label_row out) {
  for (int y = 0; y < GM_LABELS; y++) out[y] += weights[y];
}

static void emit(const field *of, const sample *from, gm_label_row *out) {
  memset(out, 0, from->count * sizeof *out);
  for (uint32_t i = 0; i < from->count; i++)
    for (uint32_t f = from->start[i]; f < from->start[i + 1]; f++) {
      uint32_t row = from->features[f];
      emit_row(of->weights[row], out[i]);
      if (from->home) emit_row(of->weights[of->rows + row], out[i]);
    }
}

static void step(float rate, float gradient, float *weight, float *squares) {
  const float calm = 0.1f; /* keeps the very first steps short */
  *squares += gradient * gradient;
  *weight -= rate * gradient / (sqrtf(*squares) + calm);
}

static void move_row(field *of, uint32_t row, float rate,
                     const gm_label_row gradient, float decay) {
  float *weights = of->weights[row], *squares = of->steps[row];
  for (int y = 0; y < GM_LABELS; y++)
    step(rate, gradient[y] + decay * weights[y], &weights[y], &squares[y]);
}

static void move_rows(field *of, const sample *from, uint32_t token,
                      const gm_label_row gradient, field_options options) {
  for (uint32_t f = from->start[token]; f < from->start[token + 1]; f++) {
    uint32_t row = from->features[f];
    move_row(of, row, options.rate, gradient, options.decay);
    if (from->home && options.home > 0)
      move_row(of, of->rows + row, options.rate * options.home, gradient,
               options.decay);
  }
}

static void move_transitions(field *of, const bench *at, float weight,
                             field_options options) {
  for (int a = 0; a < GM_LABELS; a++)
    for (int b = 0; b < GM_LABELS; b++)
      step(options.rate,
           weight * (at->all_pairs[a][b] - at->allowed_pairs[a][b]),
           &of->transitions.score[a][b], &of->transition_steps[a][b]);
  gm_transitions_prepare(&of->transitions);
}

/* One sample. */
static void learn(field *of, const sample *from, bench *at,
                  field_options options) {
  const float least = 1e-3f; /* smaller gradients are not worth the walk */
  memset(at->all_pairs, 0, sizeof at->all_pairs);
  memset(at->allowed_pairs, 0, sizeof at->allowed_pairs);
  emit(of, from, at->emissions);
  const gm_label_row *emissions = (const gm_label_row *)at->emissions;
  if (!gm_lattice_sum(&of->transitions, emissions, from->allowed, from->count,
                      at->allowed_pairs, &at->allowed) ||
      !gm_lattice_sum(&of->transitions, emissions, NULL, from->count,
                      at->all_pairs, &at->all))
    return;
  bool moved = false;
  for (uint32_t i = 0; i < from->count; i++) {
    gm_label_row gradient;
    float largest = 0;
    for (int y = 0; y < GM_LABELS; y++) {
      gradient[y] =
          from->weight * (at->all.token[i][y] - at->allowed.token[i][y]);
      largest = fmaxf(largest, fabsf(gradient[y]));
    }
    if (largest < least) continue;
    move_rows(of, from, i, gradient, options);
    moved = true;
  }
  if (moved) move_transitions(of, at, from->weight, options);
}

/* ---- averaging ---- */

typedef struct mean {
  gm_label_row *weights, transitions[GM_LABELS];
  int times;
} mean;

static void take_in(const field *of, mean *to) {
  for (uint32_t row = 0; row < 2 * of->rows; row++)
    emit_row(of->weights[row], to->weights[row]);
  for (int a = 0; a < GM_LABELS; a++)
    emit_row(of->transitions.score[a], to->transitions[a]);
  to->times++;
}

/* The mean weights, of both kinds together, become the field's. */
static void settle(const mean *from, field *made) {
  float share = 1 / (float)from->times;
  for (uint32_t row = 0; row < made->rows; row++)
    for (int y = 0; y < GM_LABELS; y++)
      made->weights[row][y] =
          share * (from->weights[row][y] + from->weights[made->rows + row][y]);
  for (int a = 0; a < GM_LABELS; a++)
    for (int b = 0; b < GM_LABELS; b++)
      made->transitions.score[a][b] = share * from->transitions[a][b];
  gm_transitions_prepare(&made->transitions);
}

static void *zeros(size_t count, size_t size) {
  void *made = must_grow(NULL, count, size);
  memset(made, 0, count * size);
  return made;
}

/* The numbers of the samples that are learnt from. */
static uint32_t *choose(const samples *from, int but_fold, size_t *count) {
  uint32_t *order = must_grow(NULL, from->count, sizeof *order);
  *count = 0;
  for (size_t s = 0; s < from->count; s++)
    if (from->items[s].fold != but_fold) order[(*count)++] = (uint32_t)s;
  return order;
}

/* Looks a few times in each epoch of the later half. */
static bool is_look(int epoch, int epochs, size_t s, size_t count) {
  enum { LOOKS = 4 };
  if (2 * (epoch + 1) <= epochs) return false;
  return s % (count / LOOKS + 1) == count / LOOKS;
}

static field open_field(const gm_recogniser *begin, const uint32_t *hashes,
                        uint32_t rows) {
  field made = {.rows = rows, .transitions = begin->transitions};
  made.weights = zeros(2 * (size_t)rows, sizeof *made.weights);
  made.steps = zeros(2 * (size_t)rows, sizeof *made.steps);
  for (uint32_t row = 0; row < rows; row++) {
    uint32_t place;
    gm_recogniser_expect(begin, &hashes[row], 1, &place);
    gm_recogniser_emit(begin, &hashes[row], &place, 1, made.weights[row]);
  }
  gm_transitions_prepare(&made.transitions);
  return made;
}

/* One way through the samples; the mean takes in what is seen on it. */
static void go_through(field *made, const samples *from, uint32_t *order,
                       size_t count, field_options options, uint64_t dice,
                       mean *all) {
  bench *at = must_grow(NULL, 1, sizeof *at);
  for (int epoch = 0; epoch < options.epochs; epoch++) {
    dice_shuffle(&dice, order, count);
    for (size_t s = 0; s < count; s++) {
      learn(made, &from->items[order[s]], at, options);
      if (is_look(epoch, options.epochs, s, count)) take_in(made, all);
    }
  }
  take_in(made, all);
  free(at);
}

field field_learn(const samples *from, const gm_recogniser *begin,
                  const uint32_t *hashes, uint32_t rows,
                  field_options options) {
  mean all = {.weights = zeros(2 * (size_t)rows, sizeof *all.weights)};
  size_t count;
  uint32_t *order = choose(from, options.but_fold, &count);
  field made = open_field(begin, hashes, rows);
  for (int run = 1; run <= options.runs; run++) {
    if (run > 1) {
      field_free(&made);
      made = open_field(begin, hashes, rows);
    }
    go_through(&made, from, order, count, options, (uint64_t)run, &all);
  }
  settle(&all, &made);
  free(order);
  free(all.weights);
  return made;
}

void field_free(field *made) {
  free(made->weights);
  free(made->steps);
}
