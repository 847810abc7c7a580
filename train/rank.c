/* Learning the weights of evidence on candidates: see command.h. Gold mentions
 * are given to the resolver, which decides with the weights of before; what
 * was decided becomes questions (rank_ask.h), and a conditional logit learns
 * to answer them (choice.h). As better weights decide better, both take turns:
 *
 *     weights -> decide all articles -> questions -> learn -> weights ...
 *
 * The corpora are few, so what was believed before, by hand, is not thrown
 * away: each weight is pulled towards it. Of that belief only the proportions
 * count; how sure it is, the questions say. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "model_text.h"
#include "rank_ask.h"
#include "samples.h"

enum { TURNS = 4, FOLDS = 5 };

typedef struct ranker {
  rank_asker asker;
  float hand[RANK_COLUMNS];     /* believed before */
  float believed[RANK_COLUMNS]; /* the same, as sure as the questions say */
  double pull[RANK_COLUMNS];
  bool without[RANK_PIECES]; /* pieces that must stay 0 */
} ranker;

static gm_status ask_all(gm_workspace *ws, const command *given,
                         rank_asker *asker) {
  choice_free(&asker->questions);
  asker->questions = (choice_set){.columns = RANK_COLUMNS};
  gm_status status = GM_OK;
  for (int i = 0; i < given->path_count && status == GM_OK; i++)
    status = gold_read(ws, given->paths[i], command_choice(given), rank_ask,
                       asker);
  return status;
}

/* The factor, among some, by which weights answer best; losses of several
 * calls add up. */
typedef struct scales {
  double losses[64];
} scales;

static double scale_at(int i) {
  const double least = 0.3, step = 0.02;
  return least + step * i;
}

static void try_scales(scales *to, const choice_set *questions,
                       const double *weights) {
  for (int i = 0; i < 64; i++)
    to->losses[i] += choice_loss(questions, weights, scale_at(i), NULL);
}

static double best_scale(const scales *of) {
  int best = 0;
  for (int i = 1; i < 64; i++)
    if (of->losses[i] < of->losses[best]) best = i;
  return scale_at(best);
}

/* What was believed is a direction: how sure it is, the questions say, as long
 * as any of the options is right. */
static void scale_believed(ranker *to) {
  scales tried = {{0}};
  double weights[RANK_COLUMNS];
  for (int i = 0; i < RANK_PIECES; i++) weights[i] = (double)to->hand[i];
  weights[RANK_NONE] = -1e6;
  try_scales(&tried, &to->asker.questions, weights);
  for (int i = 0; i < RANK_COLUMNS; i++)
    to->believed[i] = to->hand[i] * (float)best_scale(&tried);
  for (int i = 0; i < RANK_PIECES; i++)
    if (to->without[i]) to->believed[i] = 0;
}

/* The sharpness at which questions that were not learnt from are answered
 * best: a fifth of them is left out in turn. */
static double sharpness_of(const ranker *to) {
  scales tried = {{0}};
  double weights[RANK_COLUMNS];
  const choice_set *all = &to->asker.questions;
  choice_set part = *all;
  part.questions = must_grow(NULL, part.count + 1, sizeof *part.questions);
  for (size_t fold = 0; fold < FOLDS; fold++)
    for (int left_out = 0; left_out <= 1; left_out++) {
      for (size_t i = 0; i < part.count; i++) {
        part.questions[i] = all->questions[i];
        if ((i * FOLDS / part.count == fold) != left_out)
          part.questions[i].count = 0;
      }
      if (left_out)
        try_scales(&tried, &part, weights);
      else
        choice_fit(&part, to->believed, to->pull, weights);
    }
  free(part.questions);
  return best_scale(&tried);
}

static gm_status learn(gm_workspace *ws, const command *given, ranker *to) {
  double weights[RANK_COLUMNS];
  rank_asker *asker = &to->asker;
  for (int turn = 0; turn < TURNS; turn++) {
    gm_status status = ask_all(ws, given, asker);
    if (status != GM_OK) return status;
    scale_believed(to);
    choice_fit(&asker->questions, to->believed, to->pull, weights);
    for (int i = 0; i < RANK_PIECES; i++)
      asker->weights.of[i] = (float)weights[i];
    asker->weights.none = (float)weights[RANK_NONE];
    asker->weights.sharpness = (float)sharpness_of(to);
    fprintf(stderr, "%zu questions, loss %.4f, sharpness %.2f\n",
            asker->questions.count,
            choice_loss(&asker->questions, weights, 1, NULL),
            (double)asker->weights.sharpness);
  }
  return GM_OK;
}

/* ---- models ---- */

static gm_status read_weights(gm_workspace *ws, const char *path,
                              gm_resolve_weights *out) {
  gm_model *model = NULL;
  gm_status status = gm_model_open(ws, path, &model);
  if (status == GM_OK) status = gm_resolve_weights_read(ws, model, out);
  gm_model_close(model);
  return status;
}

/* Whether a piece's name without "resolve." is in a list parted by commas. */
static bool is_listed(const char *list, const char *name) {
  gm_str rest = gm_str_of(list ? list : ""), bare = gm_str_of(name);
  gm_str_cut(&bare, '.');
  while (rest.size)
    if (gm_str_equal(gm_str_cut(&rest, ','), bare)) return true;
  return false;
}

/* What is believed before, and how much. */
static gm_status begin(gm_workspace *ws, const command *given, ranker *to) {
  gm_resolve_weights *weights = &to->asker.weights;
  const char *hand = given->believed ? given->believed : given->from;
  gm_status status = read_weights(ws, hand, weights);
  for (int i = 0; i < RANK_PIECES; i++) {
    to->hand[i] = weights->of[i];
    to->without[i] = is_listed(given->without, gm_evidence_name(i));
    to->pull[i] = to->without[i] ? 1e9 : given->pull;
  }
  to->pull[RANK_NONE] = 0.01; /* how often none is right, nobody knew */
  return status;
}

/* The weights by their names. */
static gm_status write(gm_workspace *ws, const command *given,
                       const gm_resolve_weights *weights) {
  const char *names[RANK_PIECES + 2];
  double values[RANK_PIECES + 2];
  for (int i = 0; i < RANK_PIECES; i++) {
    names[i] = gm_evidence_name(i);
    values[i] = (double)weights->of[i];
  }
  names[RANK_PIECES] = "resolve.none";
  values[RANK_PIECES] = (double)weights->none;
  names[RANK_PIECES + 1] = "resolve.sharpness";
  values[RANK_PIECES + 1] = (double)weights->sharpness;
  return model_text_write(ws, given->from, given->out, names, values,
                          RANK_PIECES + 2);
}

gm_status command_rank(gm_workspace *ws, const command *given) {
  if (!given->gazetteer || !given->from)
    return gm_fail(ws, GM_BAD_INPUT, 0, "rank needs --gazetteer and --from");
  ranker to = {.asker = {.gazetteer = NULL}};
  gm_gazetteer *gazetteer = NULL;
  gm_model *model = NULL;
  gm_status status = gm_gazetteer_open(ws, given->gazetteer, &gazetteer);
  if (status == GM_OK) status = gm_model_open(ws, given->from, &model);
  to.asker.gazetteer = gazetteer;
  to.asker.model = model;
  if (status == GM_OK) status = begin(ws, given, &to);
  if (status == GM_OK) status = learn(ws, given, &to);
  if (status == GM_OK) status = write(ws, given, &to.asker.weights);
  choice_free(&to.asker.questions);
  gm_model_close(model);
  gm_gazetteer_close(gazetteer);
  return status;
}
