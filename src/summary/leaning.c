/* Leanings: how much of an article speaks for each country, division and
 * place.
 *
 *     Athens   Greece 0.6, Georgia (US) 0.2, Texas 0.1 ...     times how sure
 *     Dallas   Texas 0.99                                      it is a place
 *     -------------------------------------------------
 *              Texas 1.0, Greece 0.5, Georgia 0.2
 *
 * A name that may mean several places is shared among them by probability: what
 * no mention alone can say, all together often can. Of the places only those
 * that were chosen count, and more in the title and where the article begins:
 * there stands what it is about. */
#include <stdlib.h>

#include "summary/digest.h"

/* What is no place but a part of another name counts half. Measured by
 * bench/focus.py; the others were set by hand and not tuned. */
static const float EMBEDDED = 0.5F, TITLE = 2, LEAD = 1.5F;
static const uint32_t LEAD_BYTES = 300;
static const float LEAST_PROBABILITY = 0.001F;

typedef struct list {
  gm_leaning *items;
  size_t count, capacity;
} list;

static bool add(gm_workspace *ws, list *l, gm_level level, uint32_t place,
                float weight) {
  if (place == GM_NO_PLACE) return true;
  gm_leaning *items =
      gm_grow(ws, l->items, l->count, &l->capacity, sizeof *items);
  if (!items) return false;
  l->items = items;
  items[l->count++] = (gm_leaning){level, place, weight};
  return true;
}

static float weight_of(const gm_mention *mention) {
  return mention->confidence * (mention->use == GM_USE_EMBEDDED ? EMBEDDED : 1);
}

/* The country and the division of each candidate. */
static bool add_areas(gm_workspace *ws, const gm_gazetteer *gazetteer,
                      const gm_mention *mention,
                      const gm_resolution *resolution, list *l) {
  float whole = 0;
  for (uint32_t i = 0; i < resolution->candidate_count; i++)
    whole += resolution->candidates[i].probability;
  for (uint32_t i = 0; whole > 0 && i < resolution->candidate_count; i++) {
    const gm_candidate *candidate = &resolution->candidates[i];
    float share = candidate->probability / whole;
    if (share < LEAST_PROBABILITY) continue;
    gm_place place = gm_gazetteer_place(gazetteer, candidate->place);
    float weight = weight_of(mention) * share;
    if (!add(ws, l, GM_LEVEL_COUNTRY, place.country_place, weight) ||
        !add(ws, l, GM_LEVEL_DIVISION, place.admin1_place, weight))
      return false;
  }
  return true;
}

static bool add_place(gm_workspace *ws, const gm_document *document,
                      const gm_mention *mention,
                      const gm_resolution *resolution, list *l) {
  float weight = weight_of(mention) * resolution->confidence_place;
  if (mention->part == GM_PART_TITLE)
    weight *= TITLE;
  else if (mention->span.begin - document->text_part.begin < LEAD_BYTES)
    weight *= LEAD;
  return add(ws, l, GM_LEVEL_PLACE, resolution->place, weight);
}

/* ----------------------------------------------------- sums, the strongest */

static int by_place(const void *a, const void *b) {
  const gm_leaning *x = a, *y = b;
  if (x->level != y->level) return x->level < y->level ? -1 : 1;
  if (x->place != y->place) return x->place < y->place ? -1 : 1;
  return x->weight > y->weight ? -1 : x->weight < y->weight;
}

static int by_weight(const void *a, const void *b) {
  const gm_leaning *x = a, *y = b;
  if (x->level != y->level) return x->level < y->level ? -1 : 1;
  if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
  return x->place < y->place ? -1 : x->place > y->place;
}

/* Makes one of all that speak for the same. */
static size_t merge(gm_leaning *items, size_t count) {
  size_t kept = 0;
  qsort(items, count, sizeof *items, by_place);
  for (size_t i = 0; i < count; i++) {
    gm_leaning *last = kept ? &items[kept - 1] : NULL;
    if (last && last->level == items[i].level && last->place == items[i].place)
      last->weight += items[i].weight;
    else
      items[kept++] = items[i];
  }
  return kept;
}

/* Keeps the strongest of each level. */
static size_t cut(gm_leaning *items, size_t count) {
  size_t kept = 0, of_level[GM_LEVELS] = {0};
  qsort(items, count, sizeof *items, by_weight);
  for (size_t i = 0; i < count; i++)
    if (of_level[items[i].level]++ < GM_LEANINGS_MOST) items[kept++] = items[i];
  return kept;
}

gm_status gm_leanings_find(gm_workspace *ws, const gm_gazetteer *gazetteer,
                           gm_digest *digest) {
  list l = {0};
  for (uint32_t i = 0; i < digest->mentions.count; i++) {
    const gm_mention *mention = &digest->mentions.items[i];
    const gm_resolution *resolution = &digest->resolutions.items[i];
    if (!add_areas(ws, gazetteer, mention, resolution, &l) ||
        !add_place(ws, digest->document, mention, resolution, &l))
      return ws->status;
  }
  if (!l.count) return GM_OK;
  l.count = cut(l.items, merge(l.items, l.count));
  digest->leanings = l.items;
  digest->leaning_count = (uint32_t)l.count;
  return GM_OK;
}
