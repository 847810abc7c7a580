/* Learning how names are used: see command.h. A multinomial logistic model over
 * hashed features with three outcomes (associative, which scores 0, literal and
 * embedded), by stochastic gradient descent as in field.h. Spans of the corpora
 * are marked ASSOCIATIVE, LITERAL or EMBEDDED; demonyms need no learning. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "mention/consider.h"
#include "mention/use_feature.h"
#include "pack.h"

/* How it learns: times over the uses, length of steps, pull towards 0; a
 * feature counts from FEWEST uses on. */
enum { EPOCHS = 5, FEWEST = 2 };
static const float RATE = 0.05f, DECAY = 1e-3f;

enum { LITERAL, EMBEDDED, LEARNT, ASSOCIATIVE = LEARNT };

static const char *const written[] = {"LITERAL", "EMBEDDED", "ASSOCIATIVE"};

typedef struct learner {
  const gm_gazetteer *gazetteer;
  const gm_recogniser *recogniser;
  samples uses; /* of one token each; `allowed` holds the outcome */
} learner;

static int outcome_of(const char *type) {
  for (int i = 0; i <= ASSOCIATIVE; i++)
    if (strcmp(written[i], type) == 0) return i;
  return -1;
}

static void add_use(const gm_context *context, uint32_t begin, uint32_t end,
                    int outcome, samples *to) {
  uint32_t features[GM_FEATURES_MOST];
  uint32_t count = gm_use_features_of(context, begin, end, features);
  sample made = {.count = 1, .weight = 1};
  made.start = must_grow(NULL, 2, sizeof *made.start);
  made.allowed = must_grow(NULL, 1, sizeof *made.allowed);
  made.features = must_grow(NULL, count, sizeof *made.features);
  memcpy(made.features, features, count * sizeof *features);
  made.start[0] = 0;
  made.start[1] = count;
  made.allowed[0] = (gm_label_set)outcome;
  samples_add(to, made);
}

static gm_status add_article(gm_workspace *ws, corpus_article *article,
                             void *user) {
  learner *to = user;
  const gm_document *document;
  gm_context context;
  gm_matches matches;
  gm_status status = gm_document_make(ws, (gm_str){0}, (gm_str){0},
                                      gm_str_of(article->text), &document);
  if (status == GM_OK)
    status = gm_context_make(ws, to->gazetteer, document, &context);
  if (status == GM_OK)
    status = gm_consider_read(ws, &context, to->recogniser, &matches);
  if (status != GM_OK) return status;
  for (uint32_t i = 0; i < article->span_count; i++) {
    const corpus_span *span = &article->spans[i];
    uint32_t begin = 0, count = context.tokens.count;
    while (begin < count && context.tokens.items[begin].span.end <= span->begin)
      begin++;
    uint32_t end = begin;
    while (end < count && context.tokens.items[end].span.begin < span->end)
      end++;
    int outcome = outcome_of(span->written);
    if (begin < end && outcome >= 0)
      add_use(&context, begin, end, outcome, &to->uses);
  }
  return GM_OK;
}

/* ---- learning ---- */

typedef float outcome_row[LEARNT];

static void chances(const sample *use, const outcome_row *weights,
                    float out[LEARNT + 1]) {
  float scores[LEARNT + 1] = {0}, sum = 0;
  for (uint32_t f = 0; f < use->start[1]; f++)
    for (int y = 0; y < LEARNT; y++) scores[y] += weights[use->features[f]][y];
  for (int y = 0; y <= LEARNT; y++) sum += out[y] = expf(scores[y]);
  for (int y = 0; y <= LEARNT; y++) out[y] /= sum;
}

static void learn_one(const sample *use, outcome_row *weights,
                      outcome_row *squares) {
  float chance[LEARNT + 1];
  chances(use, (const outcome_row *)weights, chance);
  for (uint32_t f = 0; f < use->start[1]; f++)
    for (int y = 0; y < LEARNT; y++) {
      float *weight = &weights[use->features[f]][y];
      float gradient =
          chance[y] - (use->allowed[0] == y) + DECAY * *weight;
      float *square = &squares[use->features[f]][y];
      *square += gradient * gradient;
      *weight -= RATE * gradient / (sqrtf(*square) + 0.1f);
    }
}

static void learn(const samples *from, outcome_row *weights, uint32_t rows) {
  uint32_t *order = must_grow(NULL, from->count, sizeof *order);
  uint64_t dice = 1;
  outcome_row *squares = must_grow(NULL, rows, sizeof *squares);
  memset(squares, 0, rows * sizeof *squares);
  for (size_t s = 0; s < from->count; s++) order[s] = (uint32_t)s;
  for (int epoch = 0; epoch < EPOCHS; epoch++) {
    dice_shuffle(&dice, order, from->count);
    for (size_t s = 0; s < from->count; s++)
      learn_one(&from->items[order[s]], weights, squares);
  }
  free(order);
  free(squares);
}

static gm_status learn_and_write(gm_workspace *ws, learner *from,
                                 const char *path) {
  uint32_t *hashes;
  uint32_t rows = samples_number(&from->uses, FEWEST, &hashes);
  outcome_row *weights = must_grow(NULL, rows, sizeof *weights);
  memset(weights, 0, rows * sizeof *weights);
  learn(&from->uses, weights, rows);
  pack packed = pack_begin(from->recogniser);
  pack_uses(&packed, (const outcome_row *)weights, hashes, rows);
  gm_status status = pack_write(ws, &packed, path);
  fprintf(stderr, "uses: %zu, %u features\n", from->uses.count, rows);
  pack_free(&packed);
  free(weights);
  free(hashes);
  return status;
}

gm_status learn_uses(gm_workspace *ws, const command *given,
                     const gm_gazetteer *gazetteer, const char *path) {
  gm_recogniser recogniser = {0};
  gm_status status = gm_recogniser_open(ws, path, &recogniser);
  learner from = {
      .gazetteer = gazetteer, .recogniser = &recogniser, .uses = {.dice = 1}};
  for (int i = 0; i < given->use_count && status == GM_OK; i++)
    status = corpus_read(ws, given->uses[i], command_choice(given), add_article,
                         &from);
  if (status == GM_OK) status = learn_and_write(ws, &from, path);
  samples_free(&from.uses);
  gm_recogniser_close(&recogniser);
  return status;
}
