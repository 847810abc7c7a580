/* See samples.h. */
#include "samples.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mention/container.h"
#include "mention/feature.h"
#include "mention/stretch.h"
#include "writing.h"

uint32_t dice_throw(uint64_t *dice) {
  *dice = *dice * 6364136223846793005u + 1442695040888963407u; /* Knuth */
  return (uint32_t)(*dice >> 33);
}

void dice_shuffle(uint64_t *dice, uint32_t *numbers, size_t count) {
  for (size_t i = count; i > 1; i--) {
    size_t j = dice_throw(dice) % i;
    uint32_t swapped = numbers[i - 1];
    numbers[i - 1] = numbers[j];
    numbers[j] = swapped;
  }
}

void *must_grow(void *memory, size_t count, size_t size) {
  void *grown = reallocarray(memory, count ? count : 1, size);
  if (grown) return grown;
  fprintf(stderr, "no memory for %zu items of %zu bytes\n", count, size);
  exit(1);
}

/* ---- labels ---- */

static gm_label_set both(int type) {
  return (gm_label_set)(3u << gm_label_begin(type));
}

/* What an unmarked token may be. */
static gm_label_set unmarked(const corpus_article *article) {
  gm_label_set set = 1u << GM_LABEL_NONE;
  if (!article->partial) return set;
  for (int type = 0; type < GM_LABEL_TYPE_COUNT; type++)
    if (type != GM_LABEL_PLACE) set |= both(type);
  return set;
}

static void mark(const gm_context *context, const corpus_span *span,
                 gm_label_set *labels) {
  bool first = true;
  for (uint32_t i = 0; i < context->tokens.count; i++) {
    gm_span token = context->tokens.items[i].span;
    if (token.end <= span->begin || token.begin >= span->end) continue;
    int label =
        first ? gm_label_begin(span->type) : gm_label_inside(span->type);
    labels[i] = (gm_label_set)(1u << label);
    first = false;
  }
}

/* Whether a name stands in a longer one. */
static bool is_inner(const corpus_article *article, const corpus_span *span) {
  for (uint32_t i = 0; i < article->span_count; i++) {
    const corpus_span *other = &article->spans[i];
    if (other->type >= 0 && other->begin <= span->begin &&
        span->end <= other->end &&
        other->end - other->begin > span->end - span->begin)
      return true;
  }
  return false;
}

/* Marks what the field learns: of names in names the outer ones. */
static void mark_all(const gm_context *context, const corpus_article *article,
                     gm_label_set *labels) {
  for (uint32_t i = 0; i < context->tokens.count; i++)
    labels[i] = unmarked(article);
  for (uint32_t i = 0; i < article->span_count; i++) {
    const corpus_span *span = &article->spans[i];
    if (span->type >= 0 && !is_inner(article, span))
      mark(context, span, labels);
  }
}

/* A name whose beginning is passed over begins where it is read again. */
static void mend(gm_label_set *labels, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    for (int type = 0; type < GM_LABEL_TYPE_COUNT; type++) {
      gm_label_set inside = (gm_label_set)(1u << gm_label_inside(type));
      if (labels[i] == inside && (i == 0 || !(labels[i - 1] & both(type))))
        labels[i] = (gm_label_set)(1u << gm_label_begin(type));
    }
}

/* ---- samples ---- */

void samples_add(samples *to, sample made) {
  if (to->count == to->capacity) {
    to->capacity = to->capacity ? to->capacity * 2 : 4096;
    to->items = must_grow(to->items, to->capacity, sizeof *to->items);
  }
  to->items[to->count++] = made;
}

/* The features of one token, but for families left out. */
static uint32_t see(const gm_context *context, const gm_cues *cues,
                    uint32_t token, family_set without, uint32_t *features) {
  uint16_t templates[GM_FEATURES_MOST];
  uint32_t count = gm_features_of(context, cues, token, features, templates);
  return family_leave_out(without, templates, features, count);
}

static void add_sample(const gm_context *context, const gm_cues *cues,
                       gm_stretch stretch, const gm_label_set *labels,
                       const corpus_article *article, samples *to) {
  uint32_t count = stretch.end - stretch.begin, total = 0;
  sample made = {.count = count,
                 .weight = article->weight,
                 .fold = article->fold,
                 .home = article->home};
  made.start = must_grow(NULL, count + 1u, sizeof *made.start);
  made.allowed = must_grow(NULL, count, sizeof *made.allowed);
  made.features =
      must_grow(NULL, (size_t)count * GM_FEATURES_MOST, sizeof *made.features);
  for (uint32_t i = 0; i < count; i++) {
    made.start[i] = total;
    made.allowed[i] = labels[stretch.begin + i];
    total += see(context, cues, stretch.begin + i, to->without,
                 made.features + total);
  }
  made.start[count] = total;
  made.features = must_grow(made.features, total, sizeof *made.features);
  mend(made.allowed, count);
  samples_add(to, made);
}

static gm_status add_article(gm_workspace *ws, const corpus_article *article,
                             samples *to) {
  const gm_document *document;
  gm_context context;
  gm_matches matches = {0};
  gm_cues cues;
  gm_status status = gm_document_make(ws, (gm_str){0}, (gm_str){0},
                                      gm_str_of(article->text), &document);
  if (status == GM_OK)
    status = gm_context_make(ws, to->gazetteer, document, &context);
  if (status == GM_OK) status = gm_scan(ws, &context, &matches);
  gm_containers_mark(&context, matches, false);
  if (status == GM_OK)
    status = gm_cues_make(ws, &context, matches, to->words, &cues);
  if (status != GM_OK) return status;
  gm_label_set *labels =
      gm_take_array(ws, context.tokens.count + 1u, sizeof *labels);
  if (!labels) return GM_NO_MEMORY;
  mark_all(&context, article, labels);
  gm_stretch stretch = {0};
  while (gm_stretch_next(&context, stretch.end, &stretch))
    add_sample(&context, &cues, stretch, labels, article, to);
  return GM_OK;
}

/* ---- copies ---- */

static gm_status add_with_copies(gm_workspace *ws, corpus_article *article,
                                 void *user) {
  samples *to = user;
  gm_status status = add_article(ws, article, to);
  char *text = article->text;
  for (writing how = CAPITALS; how <= SMALL && status == GM_OK; how++) {
    if (dice_throw(&to->dice) % 1000 >= to->copied * 1000) continue;
    article->text = gm_str_terminated(ws, gm_str_of(text));
    if (!article->text) return GM_NO_MEMORY;
    writing_apply(article->text, how);
    status = add_article(ws, article, to);
  }
  return status;
}

gm_status samples_read(gm_workspace *ws, const char *path, corpus_choice choice,
                       samples *to) {
  return corpus_read(ws, path, choice, add_with_copies, to);
}

/* ---- numbering ---- */

typedef struct count {
  uint32_t hash, times, number;
} count;

typedef struct counts {
  count *slots;
  size_t mask, used;
} counts;

static count *slot_of(const counts *of, uint32_t hash) {
  size_t at = hash * 2654435761u & of->mask;
  while (of->slots[at].times && of->slots[at].hash != hash)
    at = (at + 1) & of->mask;
  return &of->slots[at];
}

static void widen(counts *of) {
  counts wide = {.mask = of->mask * 2 + 1};
  wide.slots = must_grow(NULL, wide.mask + 1, sizeof *wide.slots);
  memset(wide.slots, 0, (wide.mask + 1) * sizeof *wide.slots);
  for (size_t i = 0; i <= of->mask && of->slots; i++)
    if (of->slots[i].times) *slot_of(&wide, of->slots[i].hash) = of->slots[i];
  wide.used = of->used;
  free(of->slots);
  *of = wide;
}

static counts count_features(const samples *of) {
  counts all = {.mask = (1u << 19) - 1};
  widen(&all);
  for (size_t s = 0; s < of->count; s++) {
    const sample *item = &of->items[s];
    for (uint32_t f = 0; f < item->start[item->count]; f++) {
      if (all.used * 2 > all.mask) widen(&all);
      count *slot = slot_of(&all, item->features[f]);
      all.used += slot->times == 0;
      slot->hash = item->features[f];
      slot->times++;
    }
  }
  return all;
}

/* Replaces the hashes of one sample by numbers; drops those without one. */
static void number_sample(const counts *all, uint32_t fewest, sample *item) {
  uint32_t kept = 0, begin = 0;
  for (uint32_t i = 0; i < item->count; i++) {
    uint32_t end = item->start[i + 1];
    for (uint32_t f = begin; f < end; f++) {
      const count *slot = slot_of(all, item->features[f]);
      if (slot->times >= fewest) item->features[kept++] = slot->number;
    }
    begin = end;
    item->start[i + 1] = kept;
  }
}

uint32_t samples_number(samples *of, uint32_t fewest, uint32_t **hashes) {
  counts all = count_features(of);
  uint32_t numbers = 0;
  *hashes = must_grow(NULL, all.used, sizeof **hashes);
  for (size_t i = 0; i <= all.mask; i++) {
    if (all.slots[i].times < fewest || !all.slots[i].times) continue;
    (*hashes)[numbers] = all.slots[i].hash;
    all.slots[i].number = numbers++;
  }
  for (size_t s = 0; s < of->count; s++)
    number_sample(&all, fewest, &of->items[s]);
  free(all.slots);
  return numbers;
}

void samples_free(samples *of) {
  for (size_t s = 0; s < of->count; s++) {
    free(of->items[s].start);
    free(of->items[s].features);
    free(of->items[s].allowed);
  }
  free(of->items);
}
