/* Learning how names are used: see command.h. Two scores are learnt by ridge
 * regression (ridge.h): whether a use is literal, and of the others whether it
 * is embedded or associative. Spans of the corpora are marked ASSOCIATIVE,
 * LITERAL or EMBEDDED; demonyms need no learning.
 *
 * A recogniser is too sure of what it was trained on, so each fold is read
 * with one that has not seen it. Sentences that stand alone (of a reference
 * work, say) and articles are two settings: what is meant by a name differs,
 * and so does what the corpora call literal. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "mention/consider.h"
#include "mention/use_feature.h"
#include "pack.h"
#include "ridge.h"
#include "samples.h"
#include "unseen.h"

/* A feature counts from FEWEST uses on, and is kept where a weight is LEAST or
 * more; PULL is that of ridge.h. */
enum { FEWEST = 2 };
static const float LEAST = 1e-3f;
static const double PULL = 3000;

enum { LITERAL, EMBEDDED, ASSOCIATIVE, OUTCOMES };

/* Nouns ("the city", "politicians") stand where names do. */
static const struct {
  const char *written;
  int outcome;
  bool noun;
} marks[] = {
    {"LITERAL", LITERAL, false},
    {"EMBEDDED", EMBEDDED, false},
    {"ASSOCIATIVE", ASSOCIATIVE, false},
    {"LITERAL_NOUN", LITERAL, true},
    {"ASSOCIATIVE_NOUN", ASSOCIATIVE, true},
};

/* The settings of ridge.h; of the last nothing but the shared weights stays. */
enum { ARTICLE, ALONE, NOUN };

/* What is learnt: literal against the rest, embedded against associative. */
enum { TARGETS = 2 };
static const double targets[TARGETS][OUTCOMES] = {{0.5, -0.5, -0.5},
                                                  {0, 1, -1}};

typedef struct use {
  gm_use_feature *features;
  uint32_t count;
  int setting, outcome;
} use;

typedef struct learner {
  const gm_gazetteer *gazetteer;
  const gm_recogniser *recogniser;
  use *uses;
  size_t count, capacity;
} learner;

static void add_use(const gm_context *context, uint32_t begin, uint32_t end,
                    use made, learner *to) {
  gm_use_feature features[GM_USE_FEATURES_MOST];
  made.count = gm_use_features_of(context, begin, end, features);
  made.features = must_grow(NULL, made.count, sizeof *made.features);
  memcpy(made.features, features, made.count * sizeof *features);
  if (to->count == to->capacity) {
    to->capacity = to->capacity ? 2 * to->capacity : 1024;
    to->uses = must_grow(to->uses, to->capacity, sizeof *to->uses);
  }
  to->uses[to->count++] = made;
}

static void add_span(const gm_context *context, const corpus_span *span,
                     learner *to) {
  uint32_t begin = 0, count = context->tokens.count;
  const gm_token *tokens = context->tokens.items;
  int setting = context->sentences.count == 1 ? ALONE : ARTICLE;
  while (begin < count && tokens[begin].span.end <= span->begin) begin++;
  uint32_t end = begin;
  while (end < count && tokens[end].span.begin < span->end) end++;
  for (size_t i = 0; i < sizeof marks / sizeof *marks && begin < end; i++)
    if (strcmp(marks[i].written, span->written) == 0)
      add_use(context, begin, end,
              (use){.setting = marks[i].noun ? NOUN : setting,
                    .outcome = marks[i].outcome},
              to);
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
  for (uint32_t i = 0; i < article->span_count && status == GM_OK; i++)
    add_span(&context, &article->spans[i], to);
  return status;
}

/* All corpora, fold by fold. */
static gm_status read_folds(gm_workspace *ws, const command *given,
                            const char *const recognisers[CORPUS_FOLDS],
                            learner *to) {
  const unseen all = {.recognisers = recognisers,
                      .but_fold = (int)given->but_fold,
                      .corpora = given->uses,
                      .corpus_count = given->use_count};
  return unseen_read(ws, &all, &to->recogniser, add_article, to);
}

/* ---- features become numbers ---- */

/* A feature, and in which use it stands. */
typedef struct stand {
  uint32_t hash, use;
} stand;

typedef struct feature {
  uint32_t hash, uses;
  float scale; /* the rarer, the larger */
} feature;

typedef struct features {
  feature *items; /* by hash */
  uint32_t count;
} features;

static int by_hash(const void *a, const void *b) {
  const stand *x = a, *y = b;
  if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
  return (x->use > y->use) - (x->use < y->use);
}

static stand *all_stands(const learner *from, size_t *count) {
  size_t at = 0;
  *count = 0;
  for (size_t u = 0; u < from->count; u++) *count += from->uses[u].count;
  stand *made = must_grow(NULL, *count + 1, sizeof *made);
  for (size_t u = 0; u < from->count; u++)
    for (uint32_t f = 0; f < from->uses[u].count; f++)
      made[at++] = (stand){from->uses[u].features[f].hash, (uint32_t)u};
  qsort(made, *count, sizeof *made, by_hash);
  return made;
}

/* What stands in nearly every use tells little: its scale is the logarithm of
 * how rare it is (Sparck Jones 1972, doi:10.1108/eb026526). Amounts keep
 * theirs. */
static features count_features(const learner *from) {
  size_t count;
  stand *stands = all_stands(from, &count);
  features made = {must_grow(NULL, count + 1, sizeof *made.items), 0};
  for (size_t i = 0, next; i < count; i = next) {
    feature now = {.hash = stands[i].hash};
    for (next = i; next < count && stands[next].hash == now.hash; next++)
      now.uses += next == i || stands[next].use != stands[next - 1].use;
    now.scale = logf((float)from->count / (1 + (float)now.uses));
    if (gm_feature_is_amount(now.hash)) now.scale = 1;
    if (now.uses >= FEWEST) made.items[made.count++] = now;
  }
  free(stands);
  return made;
}

/* The number of a feature; the count of them all: it has none. */
static uint32_t number_of(const features *all, uint32_t hash) {
  uint32_t low = 0, high = all->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (all->items[middle].hash < hash)
      low = middle + 1;
    else
      high = middle;
  }
  bool found = low < all->count && all->items[low].hash == hash;
  return found ? low : all->count;
}

static ridge_row row_of(const use *of, const features *all) {
  ridge_term *terms = must_grow(NULL, of->count + 1, sizeof *terms);
  ridge_row made = {.terms = terms, .setting = of->setting};
  for (uint32_t f = 0; f < of->count; f++) {
    uint32_t number = number_of(all, of->features[f].hash);
    if (number == all->count) continue;
    float value = of->features[f].value * all->items[number].scale;
    terms[made.count++] = (ridge_term){number, value};
  }
  return made;
}

/* ---- learning ---- */

/* What every use has gets the mean of the targets. */
static void add_mean(const learner *from, const features *all, double mean,
                     int target, pack_use_row *weights) {
  for (uint32_t f = 0; f < all->count; f++) {
    if (all->items[f].uses < from->count) continue;
    weights[f][target] += (float)mean;
    weights[f][TARGETS + target] += (float)mean;
    return;
  }
}

static void learn_target(const learner *from, const features *all,
                         const ridge_row *rows, int target,
                         pack_use_row *weights) {
  double *aims = must_grow(NULL, from->count + 1, sizeof *aims), mean = 0;
  for (size_t u = 0; u < from->count; u++)
    mean += targets[target][from->uses[u].outcome] / (double)from->count;
  for (size_t u = 0; u < from->count; u++)
    aims[u] = targets[target][from->uses[u].outcome] - mean;
  double *fit = ridge_fit(rows, aims, from->count, all->count, PULL);
  for (uint32_t f = 0; f < all->count; f++)
    for (uint32_t s = ARTICLE; s <= ALONE; s++)
      weights[f][s * TARGETS + (uint32_t)target] =
          (float)fit[s * all->count + f] * all->items[f].scale;
  add_mean(from, all, mean, target, weights);
  free(fit);
  free(aims);
}

static bool is_strong(const pack_use_row weights) {
  for (int w = 0; w < GM_USE_WEIGHTS; w++)
    if (fabsf(weights[w]) >= LEAST) return true;
  return false;
}

/* @return how many features are kept */
static uint32_t pack_features(const features *all, pack_use_row *weights,
                              pack *to) {
  uint32_t *hashes = must_grow(NULL, all->count + 1, sizeof *hashes), kept = 0;
  for (uint32_t f = 0; f < all->count; f++) {
    if (!is_strong(weights[f]) && !gm_feature_is_amount(all->items[f].hash))
      continue;
    memmove(weights[kept], weights[f], sizeof weights[f]);
    hashes[kept++] = all->items[f].hash;
  }
  pack_uses(to, (const pack_use_row *)weights, hashes, kept);
  free(hashes);
  return kept;
}

static void learn(const learner *from, pack *to) {
  features all = count_features(from);
  ridge_row *rows = must_grow(NULL, from->count + 1, sizeof *rows);
  pack_use_row *weights = must_grow(NULL, all.count + 1, sizeof *weights);
  for (size_t u = 0; u < from->count; u++)
    rows[u] = row_of(&from->uses[u], &all);
  for (int t = 0; t < TARGETS; t++) learn_target(from, &all, rows, t, weights);
  uint32_t kept = pack_features(&all, weights, to);
  fprintf(stderr, "uses: %zu, %u features\n", from->count, kept);
  for (size_t u = 0; u < from->count; u++) free((void *)rows[u].terms);
  free(rows);
  free(weights);
  free(all.items);
}

static gm_status learn_and_write(gm_workspace *ws, const learner *from,
                                 const char *path) {
  gm_recogniser recogniser = {0};
  gm_status status = gm_recogniser_open(ws, path, &recogniser);
  if (status != GM_OK) return status;
  pack packed = pack_begin(&recogniser);
  learn(from, &packed);
  status = pack_write(ws, &packed, path);
  pack_free(&packed);
  gm_recogniser_close(&recogniser);
  return status;
}

gm_status learn_uses(gm_workspace *ws, const command *given,
                     const gm_gazetteer *gazetteer,
                     const char *const recognisers[CORPUS_FOLDS],
                     const char *path) {
  learner from = {.gazetteer = gazetteer};
  gm_status status = read_folds(ws, given, recognisers, &from);
  if (status == GM_OK && from.count) status = learn_and_write(ws, &from, path);
  for (size_t u = 0; u < from.count; u++) free(from.uses[u].features);
  free(from.uses);
  return status;
}
