/* See lattice.h. Sums are of probabilities, not of their logarithms: each
 * token's emissions are taken relative to its best allowed one, and each
 * forward row is scaled to sum 1, so that nothing runs out of range (Rabiner
 * 1989, doi:10.1109/5.18626).
 *
 * Rows are wide and inner loops go along them, so that compilers make vector
 * instructions of them: both searches take half the time by that. */
#include "mention/lattice.h"

#include <math.h>
#include <string.h>

bool gm_label_follows(int label, int next) {
  if (!gm_label_is_inside(next)) return true;
  return label == next || label == next - 1;
}

void gm_transitions_prepare(gm_transitions *transitions) {
  for (int a = 0; a < GM_LABELS; a++)
    for (int b = 0; b < GM_LABELS; b++) {
      bool follows = gm_label_follows(a, b);
      float factor = follows ? expf(transitions->score[a][b]) : 0;
      transitions->allowed[a][b] =
          follows ? transitions->score[a][b] : -INFINITY;
      transitions->factor[a][b] = transitions->behind[b][a] = factor;
    }
}

/* The working rows of one sum. */
typedef struct sums {
  const gm_transitions *transitions;
  uint32_t count;
  gm_label_wide own[GM_LATTICE_MOST];     /* exp(emission - the best one) */
  gm_label_wide forward[GM_LATTICE_MOST]; /* scaled to sum 1 */
  gm_label_wide back[GM_LATTICE_MOST];    /* scaled likewise */
  float scale[GM_LATTICE_MOST];           /* what forward was divided by */
  double log_best;                        /* sum of the best emissions */
} sums;

/* How far below the best label one may be and still count: near the end of
 * what a float can hold. */
static const float lowest = -60;

static void lift(sums *work, const gm_label_row *emissions,
                 const gm_label_set *allowed) {
  for (uint32_t i = 0; i < work->count; i++) {
    gm_label_set set = allowed ? allowed[i] : (gm_label_set)~0u;
    float best = -INFINITY;
    for (int y = 0; y < GM_LABELS; y++)
      if (set >> y & 1 && emissions[i][y] > best) best = emissions[i][y];
    for (int y = 0; y < GM_LABELS; y++)
      work->own[i][y] =
          set >> y & 1 ? expf(fmaxf(emissions[i][y] - best, lowest)) : 0;
    for (int y = GM_LABELS; y < GM_LABELS_WIDE; y++) work->own[i][y] = 0;
    work->log_best += best;
  }
}

/* out[y] = sum of weights[x] * rows[x][y] over x */
static void combine(const gm_label_wide rows[GM_LABELS],
                    const gm_label_wide weights, gm_label_wide out) {
  gm_label_wide sum = {0};
  for (int x = 0; x < GM_LABELS; x++)
    for (int y = 0; y < GM_LABELS_WIDE; y++) sum[y] += weights[x] * rows[x][y];
  memcpy(out, sum, sizeof sum);
}

/* One row forward. @return the sum before scaling */
static float advance(const gm_label_wide next, const gm_label_wide own,
                     gm_label_wide out) {
  float sum = 0;
  for (int b = 0; b < GM_LABELS_WIDE; b++) out[b] = next[b] * own[b];
  for (int b = 0; b < GM_LABELS; b++) sum += out[b];
  return sum;
}

/* Forward from O before the stretch. */
static bool go_forward(sums *work, double *log_sum) {
  const gm_transitions *transitions = work->transitions;
  *log_sum = work->log_best;
  for (uint32_t i = 0; i < work->count; i++) {
    gm_label_wide next;
    if (i > 0) combine(transitions->factor, work->forward[i - 1], next);
    float sum = advance(i > 0 ? next : transitions->factor[GM_LABEL_NONE],
                        work->own[i], work->forward[i]);
    if (!(sum > 0)) return false;
    for (int y = 0; y < GM_LABELS_WIDE; y++) work->forward[i][y] /= sum;
    work->scale[i] = sum;
    *log_sum += logf(sum);
  }
  return true;
}

/* Backward from O behind the stretch. */
static void go_back(sums *work) {
  uint32_t last = work->count - 1;
  for (int a = 0; a < GM_LABELS_WIDE; a++)
    work->back[last][a] = work->transitions->behind[GM_LABEL_NONE][a];
  for (uint32_t i = last; i-- > 0;) {
    gm_label_wide next;
    for (int b = 0; b < GM_LABELS_WIDE; b++)
      next[b] = work->own[i + 1][b] * work->back[i + 1][b] / work->scale[i + 1];
    combine(work->transitions->behind, next, work->back[i]);
  }
}

/* Expected transitions, with those from and to the O's around. */
static void add_pairs(const sums *work, float whole, const gm_marginals *out,
                      gm_label_row *pairs) {
  uint32_t last = work->count - 1;
  for (int y = 0; y < GM_LABELS; y++) {
    pairs[GM_LABEL_NONE][y] += out->token[0][y];
    pairs[y][GM_LABEL_NONE] += out->token[last][y];
  }
  for (uint32_t i = 1; i < work->count; i++)
    for (int a = 0; a < GM_LABELS; a++)
      for (int b = 0; b < GM_LABELS; b++)
        pairs[a][b] += work->forward[i - 1][a] *
                       work->transitions->factor[a][b] * work->own[i][b] *
                       work->back[i][b] / work->scale[i] / whole;
}

bool gm_lattice_sum(const gm_transitions *transitions,
                    const gm_label_row *emissions, const gm_label_set *allowed,
                    uint32_t count, gm_label_row *pairs, gm_marginals *out) {
  if (!count || count > GM_LATTICE_MOST) return false;
  sums work;
  work.transitions = transitions;
  work.count = count;
  work.log_best = 0;
  lift(&work, emissions, allowed);
  if (!go_forward(&work, &out->log_sum)) return false;
  go_back(&work);
  float whole = 0;
  for (int y = 0; y < GM_LABELS; y++)
    whole += work.forward[count - 1][y] * work.back[count - 1][y];
  if (!(whole > 0)) return false;
  for (uint32_t i = 0; i < count; i++)
    for (int y = 0; y < GM_LABELS; y++)
      out->token[i][y] = work.forward[i][y] * work.back[i][y] / whole;
  out->log_sum += logf(whole);
  if (pairs) add_pairs(&work, whole, out, pairs);
  return true;
}

/* The best score of each label and the label before it that gives it, the
 * first of equal ones. */
static void choose(const gm_transitions *transitions,
                   const gm_label_wide before, gm_label_wide best, int *from) {
  for (int b = 0; b < GM_LABELS_WIDE; b++) {
    best[b] = -INFINITY;
    from[b] = GM_LABEL_NONE;
  }
  for (int a = 0; a < GM_LABELS; a++)
    for (int b = 0; b < GM_LABELS_WIDE; b++) {
      float score = before[a] + transitions->allowed[a][b];
      from[b] = score > best[b] ? a : from[b];
      best[b] = score > best[b] ? score : best[b];
    }
}

void gm_lattice_best(const gm_transitions *transitions,
                     const gm_label_row *emissions, uint32_t count,
                     uint8_t *out) {
  uint8_t from[GM_LATTICE_MOST][GM_LABELS];
  gm_label_wide best = {0}, next;
  int choice[GM_LABELS_WIDE] = {GM_LABEL_NONE}; /* O before the stretch */
  memcpy(next, transitions->allowed[GM_LABEL_NONE], sizeof next);
  for (uint32_t i = 0; i < count; i++) {
    if (i > 0) choose(transitions, best, next, choice);
    for (int b = 0; b < GM_LABELS; b++) {
      best[b] = next[b] + emissions[i][b];
      from[i][b] = (uint8_t)choice[b];
    }
  }
  int label = GM_LABEL_NONE;
  for (int a = 0; a < GM_LABELS; a++)
    if (best[a] + transitions->score[a][GM_LABEL_NONE] >
        best[label] + transitions->score[label][GM_LABEL_NONE])
      label = a;
  for (uint32_t i = count; i-- > 0; label = from[i][label])
    out[i] = (uint8_t)label;
}
