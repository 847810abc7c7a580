/* Learning the weights of evidence on mentions: see command.h. A recogniser is
 * too sure of what it was trained on, so each fold of the corpora is read with
 * one that has not seen it. Only judged articles are read (corpus.h): what the
 * others mark is not what shall be found. Each is read as it is, which teaches
 * the weights beside the recogniser, and in capitals and in small letters,
 * which teach those where letters tell nothing.
 *
 * The articles are read three times: twice for the weights, since some evidence
 * rests on what a first round of judging says, and once, with these, for how
 * sure a score makes (Platt 1999): slope and shift, and from them the score
 * that a mention must pass. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "logit.h"
#include "mention/consider.h"
#include "mention/settle.h"
#include "samples.h"
#include "unseen.h"
#include "weigh_text.h"
#include "writing.h"

/* What nobody lists can hardly be mapped: it must be surer, in log-odds. */
static const double CAUTION = 0.3;

enum { SCORE, ALWAYS, SURE_COLUMNS }; /* of the confidence */

/* How sure a mention must be to pass. Of all such limits half of the best F1
 * gives the best F1 (Lipton, Elkan and Narayanaswamy 2014,
 * doi:10.1007/978-3-662-44851-9_15), and that is 0.86 or so. */
static const double SURE_ENOUGH = 0.43;

enum { ROUNDS = 2 };

/* What is learnt of one column of weights. */
typedef struct lesson {
  float believed[GM_MENTION_EVIDENCE_COUNT];
  float pulls[GM_MENTION_EVIDENCE_COUNT];
  logit_rows rows;   /* a row a candidate: strengths */
  logit_rows scores; /* a row a mention: score, 1 */
} lesson;

typedef struct weigher {
  const gm_gazetteer *gazetteer;
  const gm_recogniser *recogniser;
  gm_mention_weights weights;
  lesson lessons[GM_WEIGHT_COLUMNS]; /* the first stays empty */
  bool settles;                      /* the last time */
} weigher;

static bool overlaps(gm_span a, const corpus_span *b) {
  return a.begin < b->end && b->begin < a.end;
}

typedef enum truth { WRONG, RIGHT, UNKNOWN } truth;

/* Whether the corpus marks exactly this as a place. Where only places are
 * marked, a name of a body may have one in it that was passed over. */
static truth judge(const corpus_article *article, gm_span span) {
  truth found = WRONG;
  for (uint32_t i = 0; i < article->span_count; i++) {
    const corpus_span *gold = &article->spans[i];
    if (!overlaps(span, gold)) continue;
    bool same = gold->begin == span.begin && gold->end == span.end;
    if (gold->type == GM_LABEL_PLACE && same) return RIGHT;
    if (article->partial && gold->type != GM_LABEL_PLACE &&
        gold->type != GM_LABEL_PERSON)
      found = UNKNOWN;
  }
  return found;
}

/* Corpora of places mark only some of the names inside names (Kyiv Post): one
 * that is not marked counts half. */
static float count_of(const corpus_article *article, const float *strengths,
                      truth right) {
  bool inside = strengths[GM_MENTION_EVIDENCE_in_name] > 0.5f;
  bool passed_over = article->partial && inside && right == WRONG;
  return passed_over ? article->judged / 2 : article->judged;
}

/* A candidate teaches the weights. */
static void take_candidate(const gm_context *context, const gm_match *match,
                           const corpus_article *article, truth right,
                           weigher *to) {
  float strengths[GM_MENTION_EVIDENCE_COUNT];
  gm_judge_strengths(context, match, strengths);
  logit_add(&to->lessons[gm_judge_column(context, match)].rows, strengths,
            right == RIGHT, count_of(article, strengths, right));
}

/* A mention teaches how sure its score makes. */
static void take_mention(const gm_context *context, const gm_match *match,
                         truth right, weigher *to) {
  const float row[SURE_COLUMNS] = {match->score, 1};
  logit_add(&to->lessons[gm_judge_column(context, match)].scores, row,
            right == RIGHT, 1);
}

static void take_all(const gm_context *context, gm_matches matches,
                     const corpus_article *article, weigher *to) {
  for (uint32_t i = 0; i < matches.count; i++) {
    const gm_match *match = &matches.items[i];
    gm_span span = {context->tokens.items[match->cover_begin].span.begin,
                    context->tokens.items[match->cover_end - 1].span.end};
    truth right = judge(article, span);
    if (match->peoples || right == UNKNOWN) continue;
    if (to->settles)
      take_mention(context, match, right, to);
    else
      take_candidate(context, match, article, right, to);
  }
}

static gm_status weigh_text(gm_workspace *ws, const corpus_article *article,
                            const char *text, weigher *to) {
  const gm_document *document;
  gm_context context;
  gm_matches matches;
  gm_status status = gm_document_make(ws, (gm_str){0}, (gm_str){0},
                                      gm_str_of(text), &document);
  if (status == GM_OK)
    status = gm_context_make(ws, to->gazetteer, document, &context);
  if (status == GM_OK)
    status = gm_consider(ws, &context, to->recogniser, &to->weights, &matches);
  if (status == GM_OK && to->settles)
    status =
        gm_settle(ws, &context, gm_judge_passes(&to->weights, 0), &matches);
  if (status == GM_OK) take_all(&context, matches, article, to);
  return status;
}

/* How sure a score makes is learnt of articles that count wholly. */
static bool is_read(const weigher *to, const corpus_article *article) {
  return to->settles ? article->judged >= 1 : article->judged > 0;
}

static gm_status weigh_article(gm_workspace *ws, corpus_article *article,
                               void *user) {
  weigher *to = user;
  static const writing ways[] = {AS_IS, CAPITALS, SMALL};
  gm_status status = GM_OK;
  if (!is_read(to, article)) return GM_OK;
  for (size_t i = 0; i < sizeof ways / sizeof *ways && status == GM_OK; i++) {
    char *text = gm_str_terminated(ws, gm_str_of(article->text));
    if (!text) return GM_NO_MEMORY;
    writing_apply(text, ways[i]);
    status = weigh_text(ws, article, text, to);
  }
  return status;
}

/* All corpora, fold by fold. */
static gm_status weigh_folds(gm_workspace *ws, const command *given,
                             const char *const recognisers[CORPUS_FOLDS],
                             weigher *to) {
  const unseen all = {.recognisers = recognisers,
                      .but_fold = (int)given->but_fold,
                      .corpora = given->paths,
                      .corpus_count = given->path_count};
  return unseen_read(ws, &all, &to->recogniser, weigh_article, to);
}

/* ---- what is believed before ---- */

/* The weights of another text model, whose second numbers say how many rows'
 * worth each is; or those that this one has beside a recogniser. */
static gm_status read_believed(gm_workspace *ws, const command *given,
                               gm_weight_column column, weigher *to) {
  enum { COUNT = GM_MENTION_EVIDENCE_COUNT };
  lesson *of = &to->lessons[column];
  const char *names[COUNT];
  gm_model *model = NULL;
  memcpy(of->believed, to->weights.columns[column].of, sizeof of->believed);
  for (int i = 0; i < COUNT; i++) {
    names[i] = gm_judge_piece_name(i);
    of->pulls[i] = (float)given->pull;
  }
  if (!given->believed) return GM_OK;
  gm_status status = gm_model_open(ws, given->believed, &model);
  if (status == GM_OK)
    status = gm_model_weights(ws, model, names, COUNT, of->believed);
  if (status == GM_OK)
    status = gm_model_weights_of(ws, model, GM_WEIGHT_BESIDE, names, COUNT,
                                 of->pulls);
  gm_model_close(model);
  return status;
}

static gm_status begin(gm_workspace *ws, const command *given, weigher *to) {
  gm_model *model = NULL;
  gm_status status = gm_model_open(ws, given->from, &model);
  if (status == GM_OK)
    status = gm_mention_weights_read(ws, model, &to->weights);
  for (int c = GM_WEIGHT_BESIDE; c < GM_WEIGHT_COLUMNS; c++) {
    to->lessons[c].rows.columns = GM_MENTION_EVIDENCE_COUNT;
    to->lessons[c].scores.columns = SURE_COLUMNS;
    if (status == GM_OK)
      status = read_believed(ws, given, (gm_weight_column)c, to);
  }
  gm_model_close(model);
  return status;
}

/* ---- fitting ---- */

static void forget(weigher *to) {
  for (int c = 0; c < GM_WEIGHT_COLUMNS; c++) {
    logit_rows *rows[] = {&to->lessons[c].rows, &to->lessons[c].scores};
    for (int i = 0; i < 2; i++) {
      size_t columns = rows[i]->columns;
      logit_free(rows[i]);
      *rows[i] = (logit_rows){.columns = columns};
    }
  }
}

static void fit_weights(weigher *to) {
  for (int c = GM_WEIGHT_BESIDE; c < GM_WEIGHT_COLUMNS; c++) {
    double fitted[GM_MENTION_EVIDENCE_COUNT];
    const lesson *of = &to->lessons[c];
    gm_mention_column *column = &to->weights.columns[c];
    logit_fit(&of->rows, of->believed, of->pulls, fitted);
    fitted[GM_MENTION_EVIDENCE_recogniser_unlisted] -= CAUTION;
    fitted[GM_MENTION_EVIDENCE_never_phrase] = /* by hand */
        to->weights.columns[0].of[GM_MENTION_EVIDENCE_never_phrase];
    for (int i = 0; i < GM_MENTION_EVIDENCE_COUNT; i++)
      column->of[i] = (float)fitted[i];
    fprintf(stderr, "weights: %zu candidates, loss %.4f\n", of->rows.count,
            logit_loss(&of->rows, fitted));
  }
}

static void fit_confidence(weigher *to) {
  static const float believed[SURE_COLUMNS] = {1, 0}, pulls[] = {1, 1};
  for (int c = GM_WEIGHT_BESIDE; c < GM_WEIGHT_COLUMNS; c++) {
    double fitted[SURE_COLUMNS];
    logit_fit(&to->lessons[c].scores, believed, pulls, fitted);
    double passing = log(SURE_ENOUGH / (1 - SURE_ENOUGH));
    gm_mention_column *column = &to->weights.columns[c];
    column->slope = (float)fitted[SCORE];
    column->shift = (float)fitted[ALWAYS];
    column->pass = (float)((passing - fitted[ALWAYS]) / fitted[SCORE]);
  }
}

gm_status learn_weights(gm_workspace *ws, const command *given,
                        const gm_gazetteer *gazetteer,
                        const char *const recognisers[CORPUS_FOLDS],
                        const char *path) {
  weigher to = {.gazetteer = gazetteer};
  gm_status status = begin(ws, given, &to);
  for (int round = 0; round < ROUNDS && status == GM_OK; round++) {
    forget(&to);
    status = weigh_folds(ws, given, recognisers, &to);
    if (status == GM_OK) fit_weights(&to);
  }
  to.settles = true;
  if (status == GM_OK) status = weigh_folds(ws, given, recognisers, &to);
  if (status == GM_OK) {
    fit_confidence(&to);
    status = weigh_write(ws, given->from, path, &to.weights);
  }
  forget(&to);
  return status;
}
