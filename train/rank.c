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
#include <math.h>
#include <stdio.h>

#include "command.h"
#include "logit.h"
#include "model_text.h"
#include "rank_ask.h"
#include "resolve/confidence.h"

enum { TURNS = 3, FOLDS = 5 };

typedef struct ranker {
  rank_asker asker;
  float hand[RANK_COLUMNS];     /* believed before */
  float believed[RANK_COLUMNS]; /* the same, as sure as the questions say */
  double pull[RANK_COLUMNS];
  bool without[RANK_PIECES]; /* pieces that must stay 0 */
} ranker;

static gm_status ask_all(gm_workspace *ws, const command *given,
                         corpus_choice choice, rank_asker *asker) {
  choice_free(&asker->questions);
  asker->questions = (choice_set){.columns = RANK_COLUMNS};
  gm_status status = GM_OK;
  for (int i = 0; i < given->path_count && status == GM_OK; i++)
    status = gold_read(ws, given->paths[i], choice, rank_ask, asker);
  return status;
}

/* The factor by which weights answer best. */
static double scale_of(const choice_set *questions, const double *weights) {
  const double least = 0.3, most = 1.5, step = 0.02;
  double best = 1, best_loss = HUGE_VAL;
  for (double scale = least; scale <= most; scale += step) {
    double loss = choice_loss(questions, weights, scale, NULL);
    if (loss < best_loss) best_loss = loss, best = scale;
  }
  return best;
}

/* What was believed is a direction: how sure it is, the questions say, as long
 * as any of the options is right. */
static void scale_believed(ranker *to) {
  double weights[RANK_COLUMNS];
  for (int i = 0; i < RANK_PIECES; i++) weights[i] = (double)to->hand[i];
  weights[RANK_NONE] = -1e6;
  double scale = scale_of(&to->asker.questions, weights);
  for (int i = 0; i < RANK_COLUMNS; i++)
    to->believed[i] = to->hand[i] * (float)scale;
  for (int i = 0; i < RANK_PIECES; i++)
    if (to->without[i]) to->believed[i] = 0;
}

/* Weights that answer the questions that were asked. */
static void learn_once(ranker *to) {
  double weights[RANK_COLUMNS];
  rank_asker *asker = &to->asker;
  scale_believed(to);
  choice_fit(&asker->questions, to->believed, to->pull, weights);
  for (int i = 0; i < RANK_PIECES; i++)
    asker->weights.of[i] = (float)weights[i];
  asker->weights.none = (float)weights[RANK_NONE];
  asker->weights.sharpness = 1;
  fprintf(stderr, "%zu questions, loss %.4f\n", asker->questions.count,
          choice_loss(&asker->questions, weights, 1, NULL));
}

static gm_status learn(gm_workspace *ws, const command *given, ranker *to) {
  for (int turn = 0; turn < TURNS; turn++) {
    gm_status status = ask_all(ws, given, command_choice(given), &to->asker);
    if (status != GM_OK) return status;
    learn_once(to);
  }
  return GM_OK;
}

/* ---- confidence ---- */

enum { ODDS, ALWAYS, CONFIDENCE_COLUMNS };

typedef struct calibrator {
  rank_asker asker;
  logit_rows rows;
} calibrator;

/* One row a gold mention: the odds of what is chosen, and whether it is
 * right. */
static gm_status note_confidence(gm_workspace *ws, const gold_article *article,
                                 void *user) {
  calibrator *to = user;
  gm_mentions mentions;
  gm_coherence coherence;
  gm_status status =
      rank_decide(ws, &to->asker, article, &mentions, &coherence);
  if (status != GM_OK) return status;
  for (uint32_t i = 0; i < mentions.count; i++) {
    const gm_group *group =
        &coherence.groups.items[coherence.groups.of_mention[i]];
    const gold_place *gold = rank_gold_of(article, mentions.items[i].span);
    const gm_option *choice = gm_group_choice(group);
    if (!gold || !gold->placed || !choice) continue;
    float values[CONFIDENCE_COLUMNS] = {gm_confidence_odds(group), 1};
    logit_add(&to->rows, values, rank_judge(gold, &choice->site) > RANK_WRONG,
              1);
  }
  return GM_OK;
}

/* Each fifth of the articles, decided by what the others taught. */
static gm_status calibrate_fold(gm_workspace *ws, const command *given,
                                const ranker *from, int fold, calibrator *to) {
  ranker part = *from;
  corpus_choice others = {{(int)given->but_fold, fold}, -1};
  corpus_choice these = {{(int)given->but_fold, -1}, fold};
  part.asker.questions = (choice_set){.columns = RANK_COLUMNS};
  gm_status status = ask_all(ws, given, others, &part.asker);
  if (status == GM_OK) learn_once(&part);
  to->asker = part.asker;
  for (int i = 0; i < given->path_count && status == GM_OK; i++)
    status = gold_read(ws, given->paths[i], these, note_confidence, to);
  choice_free(&part.asker.questions);
  return status;
}

static gm_status calibrate(gm_workspace *ws, const command *given, ranker *to) {
  const float believed[CONFIDENCE_COLUMNS] = {1, 0};
  const float pulls[CONFIDENCE_COLUMNS] = {1, 1};
  double fitted[CONFIDENCE_COLUMNS];
  calibrator rows = {.rows = {.columns = CONFIDENCE_COLUMNS}};
  gm_status status = GM_OK;
  for (int fold = 0; fold < FOLDS && status == GM_OK; fold++)
    status = calibrate_fold(ws, given, to, fold, &rows);
  if (status == GM_OK) {
    logit_fit(&rows.rows, believed, pulls, fitted);
    to->asker.weights.slope = (float)fitted[ODDS];
    to->asker.weights.shift = (float)fitted[ALWAYS];
  }
  logit_free(&rows.rows);
  return status;
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

static bool write_weight(FILE *out, gm_str name, gm_str rest,
                         const void *user) {
  const gm_resolve_weights *weights = user;
  const struct {
    const char *name;
    float value;
  } others[] = {
      {"resolve.none", weights->none},
      {"resolve.sharpness", weights->sharpness},
      {"resolve.slope", weights->slope},
      {"resolve.shift", weights->shift},
  };
  const float *value = NULL;
  for (int i = 0; i < RANK_PIECES; i++)
    if (gm_str_equal(name, gm_str_of(gm_evidence_name(i))))
      value = &weights->of[i];
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (gm_str_equal(name, gm_str_of(others[i].name))) value = &others[i].value;
  (void)rest;
  if (value) fprintf(out, "%-28.*s %.3f\n", GM_PRINT(name), (double)*value);
  return value;
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
  if (status == GM_OK) status = calibrate(ws, given, &to);
  if (status == GM_OK)
    status = model_text_write(ws, given->from, given->out, write_weight,
                              &to.asker.weights);
  choice_free(&to.asker.questions);
  gm_model_close(model);
  gm_gazetteer_close(gazetteer);
  return status;
}
