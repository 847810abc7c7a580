/* Learning the weights of evidence on mentions: see command.h. A recogniser is
 * too sure of what it was trained on, so each fold of the corpora is read with
 * one that has not seen it. Only home articles are read (corpus.h): what the
 * others mark is not what shall be found. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "command.h"
#include "logit.h"
#include "mention/consider.h"
#include "samples.h"

/* What nobody lists can hardly be mapped: it must be surer, in log-odds. */
static const double CAUTION = 0.6;

typedef struct weigher {
  const gm_gazetteer *gazetteer;
  const gm_recogniser *recogniser;
  gm_mention_weights weights;
  float believed[GM_MENTION_EVIDENCE_COUNT];
  logit_rows rows;
} weigher;

static bool overlaps(gm_span a, const corpus_span *b) {
  return a.begin < b->end && b->begin < a.end;
}

typedef enum truth { WRONG, RIGHT, UNKNOWN } truth;

/* Whether the corpus marks exactly this as a place. */
static truth judge(const corpus_article *article, gm_span span) {
  truth found = WRONG;
  for (uint32_t i = 0; i < article->span_count; i++) {
    const corpus_span *gold = &article->spans[i];
    if (!overlaps(span, gold)) continue;
    bool same = gold->begin == span.begin && gold->end == span.end;
    if (gold->type == GM_LABEL_PLACE && same) return RIGHT;
    if (gold->type != GM_LABEL_PLACE && gold->type != GM_LABEL_PERSON)
      found = UNKNOWN; /* a name of a body may have one of a place in it */
  }
  return found;
}

/* Corpora of places mark only some of the names inside names (Kyiv Post): one
 * that is not marked counts half. Corpora of all names mark none of them. */
static float count_of(const corpus_article *article, const float *strengths,
                      truth right) {
  bool inside = strengths[GM_MENTION_EVIDENCE_in_name] > 0.5f;
  if (!inside || right == RIGHT) return 1;
  return article->partial ? 0.5f : 0;
}

static gm_status weigh_article(gm_workspace *ws, corpus_article *article,
                               void *user) {
  weigher *to = user;
  if (!article->home) return GM_OK;
  const gm_document *document;
  gm_context context;
  gm_matches matches;
  gm_status status = gm_document_make(ws, (gm_str){0}, (gm_str){0},
                                      gm_str_of(article->text), &document);
  if (status == GM_OK)
    status = gm_context_make(ws, to->gazetteer, document, &context);
  if (status == GM_OK)
    status = gm_consider(ws, &context, to->recogniser, &to->weights, &matches);
  if (status != GM_OK) return status;
  for (uint32_t i = 0; i < matches.count; i++) {
    const gm_match *match = &matches.items[i];
    gm_span span = {context.tokens.items[match->cover_begin].span.begin,
                    context.tokens.items[match->cover_end - 1].span.end};
    truth right = judge(article, span);
    if (match->peoples || right == UNKNOWN) continue;
    float strengths[GM_MENTION_EVIDENCE_COUNT];
    gm_judge_strengths(&context, match, strengths);
    logit_add(&to->rows, strengths, right == RIGHT, count_of(article, strengths, right));
  }
  return GM_OK;
}

/* All corpora, fold by fold. */
static gm_status weigh_folds(gm_workspace *ws, const command *given,
                             const char *const recognisers[CORPUS_FOLDS],
                             weigher *to) {
  gm_status status = GM_OK;
  for (int fold = 0; fold < CORPUS_FOLDS && status == GM_OK; fold++) {
    if (fold == (int)given->but_fold) continue;
    gm_recogniser recogniser = {0};
    status = gm_recogniser_open(ws, recognisers[fold], &recogniser);
    to->recogniser = &recogniser;
    for (int i = 0; i < given->path_count && status == GM_OK; i++)
      status = corpus_read(ws, given->paths[i], (corpus_choice){{-1, -1}, fold},
                           weigh_article, to);
    gm_recogniser_close(&recogniser);
  }
  return status;
}

/* ---- the text ---- */

static int piece_of(gm_str name) {
  for (int i = 0; i < GM_MENTION_EVIDENCE_COUNT; i++)
    if (gm_str_equal(name, gm_str_of(gm_judge_piece_name(i)))) return i;
  return -1;
}

/* Copies the model; lines of evidence on mentions get their second weight. */
static void write_text(FILE *out, gm_str text, const double *weights) {
  while (text.size) {
    gm_str line = gm_str_cut(&text, '\n'), rest = line;
    gm_str name = gm_str_cut(&rest, ' ');
    int piece = piece_of(name);
    rest = gm_str_trim(rest);
    gm_str first = gm_str_cut(&rest, ' ');
    if (piece < 0)
      fprintf(out, "%.*s\n", GM_PRINT(line));
    else
      fprintf(out, "%-28.*s %5.*s %7.3f\n", GM_PRINT(name), GM_PRINT(first),
              weights[piece]);
  }
}

static gm_status write_model(gm_workspace *ws, const char *from,
                             const char *path, const double *weights) {
  gm_str text;
  gm_status status = gm_file_map(ws, from, &text);
  if (status != GM_OK) return status;
  gm_file file;
  status = gm_file_create(ws, path, &file);
  if (status == GM_OK) {
    write_text(file.stream, text, weights);
    status = gm_file_finish(ws, &file);
  }
  gm_file_unmap(text);
  return status;
}

/* What is believed before: the weights of another text model, or those that
 * this one has beside a recogniser. */
static gm_status read_believed(gm_workspace *ws, const char *path,
                               weigher *to) {
  const char *names[GM_MENTION_EVIDENCE_COUNT];
  gm_model *model = NULL;
  memcpy(to->believed, to->weights.beside, sizeof to->believed);
  if (!path) return GM_OK;
  for (int i = 0; i < GM_MENTION_EVIDENCE_COUNT; i++)
    names[i] = gm_judge_piece_name(i);
  gm_status status = gm_model_open(ws, path, &model);
  if (status == GM_OK)
    status = gm_model_weights(ws, model, names, GM_MENTION_EVIDENCE_COUNT,
                              to->believed);
  gm_model_close(model);
  return status;
}

gm_status learn_weights(gm_workspace *ws, const command *given,
                        const gm_gazetteer *gazetteer,
                        const char *const recognisers[CORPUS_FOLDS],
                        const char *path) {
  gm_model *model = NULL;
  weigher to = {.gazetteer = gazetteer,
                .rows = {.columns = GM_MENTION_EVIDENCE_COUNT}};
  double weights[GM_MENTION_EVIDENCE_COUNT];
  gm_status status = gm_model_open(ws, given->from, &model);
  if (status == GM_OK) status = gm_mention_weights_read(ws, model, &to.weights);
  if (status == GM_OK) status = read_believed(ws, given->believed, &to);
  if (status == GM_OK) status = weigh_folds(ws, given, recognisers, &to);
  if (status == GM_OK) {
    logit_fit(&to.rows, to.believed, given->pull, weights);
    weights[GM_MENTION_EVIDENCE_recogniser_unlisted] -= CAUTION;
    weights[GM_MENTION_EVIDENCE_never_phrase] =
        to.weights.alone[GM_MENTION_EVIDENCE_never_phrase]; /* by hand */
    fprintf(stderr, "weights: %zu candidates, loss %.4f\n", to.rows.count,
            logit_loss(&to.rows, weights));
    status = write_model(ws, given->from, path, weights);
  }
  logit_free(&to.rows);
  gm_model_close(model);
  return status;
}
