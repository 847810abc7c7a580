/* See meanings.h. */
#include "gazetteer/meanings.h"

#include <stdlib.h>

#include "gazetteer/kind.h"

static const int16_t rank_of_place[GM_PLACE_KIND_COUNT] = {
    [GM_PLACE_QUARTER] = -40,  [GM_PLACE_DIVISION] = -15,
    [GM_PLACE_COUNTRY] = 60,   [GM_PLACE_CONTINENT] = 60,
    [GM_PLACE_FACILITY] = -40,
};

static const int16_t rank_of_name[GM_NAME_KIND_COUNT] = {
    [GM_NAME_ALTERNATE] = -25, [GM_NAME_ABBREVIATION] = -5,
    [GM_NAME_HISTORIC] = -40,  [GM_NAME_COLLOQUIAL] = -20,
    [GM_NAME_DEMONYM] = -10,   [GM_NAME_ADJECTIVE] = -10,
};

/* Which of two kinds says more of a name: the lower. "Alternate" says least. */
static const uint8_t merging_order[GM_NAME_KIND_COUNT] = {
    [GM_NAME_OFFICIAL] = 0,     [GM_NAME_SHORT] = 1,
    [GM_NAME_ABBREVIATION] = 2, [GM_NAME_COLLOQUIAL] = 3,
    [GM_NAME_HISTORIC] = 4,     [GM_NAME_ALTERNATE] = 5,
    [GM_NAME_DEMONYM] = 6,      [GM_NAME_ADJECTIVE] = 7,
};

static gm_name_kind kind_of(uint8_t kind) {
  return (gm_name_kind)(kind & GM_SENSE_KIND);
}

static bool is_people(const gm_draft_sense *sense) {
  return gm_name_kind_is_people(kind_of(sense->kind));
}

/* How good a sense is among those it may be merged with: less is better. */
static int badness(const gm_draft_sense *sense) {
  return (is_people(sense) ? 32 : 0) +
         (sense->state & GM_PRESSED_FOREIGN ? 16 : 0) +
         merging_order[kind_of(sense->kind)];
}

/* By place, its own names before its people's, the best first. */
static int compare_for_merging(const void *a, const void *b) {
  const gm_draft_sense *x = a, *y = b;
  if (x->place != y->place) return x->place < y->place ? -1 : 1;
  int order = badness(x) - badness(y);
  return order ? order : (x->order > y->order) - (x->order < y->order);
}

/* Whether two senses of a key are of one place and of the same sort. */
static bool is_same(const gm_draft_sense *x, const gm_draft_sense *y) {
  return x->place == y->place && is_people(x) == is_people(y);
}

static bool is_dated(const gm_draft_sense *sense) {
  return sense->from_year || sense->to_year;
}

/* Whether a name may be shown instead of one that folds alike. */
static bool may_be_shown(const gm_draft_sense *sense) {
  gm_name_kind kind = kind_of(sense->kind);
  return sense->state & GM_PRESSED_MAIN ||
         (sense->language && !(sense->state & GM_PRESSED_FOREIGN) &&
          (kind == GM_NAME_OFFICIAL || kind == GM_NAME_SHORT ||
           kind == GM_NAME_ALTERNATE));
}

/* Whether a writing is to be shown rather than another: fewer bytes beyond
 * ASCII, then the main name, then the earlier. */
static bool is_plainer(const gm_draft_sense *a, const gm_draft_sense *b) {
  int main = (a->state & GM_PRESSED_MAIN) - (b->state & GM_PRESSED_MAIN);
  if (a->high != b->high) return a->high < b->high;
  return main ? main > 0 : a->order < b->order;
}

/* Settles what is shown for the senses of one place and sort: the first of them
 * is the one that stays. */
static void settle_shown(gm_draft_sense *senses, uint32_t count) {
  const gm_draft_sense *shown = NULL;
  uint8_t state = 0;
  for (uint32_t i = 0; i < count; i++) {
    state |= senses[i].state & GM_PRESSED_MAIN;
    if (may_be_shown(&senses[i]) && (!shown || is_plainer(&senses[i], shown)))
      shown = &senses[i];
  }
  if (!state) return;
  senses->shown = shown->written;
  senses->state |= GM_PRESSED_MAIN;
}

/* Takes a worse sense into the one that stays. A row of names may say when a
 * place bore its main name, as for states that are gone. */
static void join(gm_draft_sense *kept, const gm_draft_sense *worse) {
  const uint8_t written = GM_SENSE_DOTTED | GM_SENSE_CAPITAL;
  uint8_t stop = (kept->kind | worse->kind) & GM_SENSE_STOP;
  if (kind_of(kept->kind) == kind_of(worse->kind) && !is_dated(kept)) {
    kept->from_year = worse->from_year;
    kept->to_year = worse->to_year;
  }
  if (kind_of(kept->kind) == kind_of(worse->kind))
    kept->kind &= (uint8_t)(worse->kind | (uint8_t)~written);
  kept->kind |= stop;
}

uint32_t gm_meanings_merge(gm_draft_sense *senses, uint32_t count) {
  uint32_t kept = 0;
  if (count > 1) qsort(senses, count, sizeof *senses, compare_for_merging);
  for (uint32_t i = 0, end; i < count; i = end) {
    for (end = i + 1; end < count && is_same(&senses[i], &senses[end]);) end++;
    settle_shown(senses + i, end - i);
    for (uint32_t k = i + 1; k < end; k++) join(&senses[i], &senses[k]);
    senses[kept++] = senses[i];
  }
  return kept;
}

static gm_ranked_sense rank(const gm_build *build, const gm_kept_sense *sense) {
  const gm_format_place *place = &build->places[sense->place];
  int16_t value =
      (int16_t)(place->prominence +
                rank_of_place[build->features[place->feature].kind] +
                rank_of_name[kind_of(sense->kind)]);
  return (gm_ranked_sense){value, place->names, *sense};
}

/* The highest rank first. */
static int compare_for_choice(const void *a, const void *b) {
  const gm_ranked_sense *x = a, *y = b;
  if (x->rank != y->rank) return x->rank > y->rank ? -1 : 1;
  if (x->names != y->names) return x->names > y->names ? -1 : 1;
  if (x->sense.place != y->sense.place)
    return x->sense.place < y->sense.place ? -1 : 1;
  return (int)kind_of(x->sense.kind) - (int)kind_of(y->sense.kind);
}

void gm_meanings_order(const gm_build *build, gm_kept_sense *senses,
                       uint32_t count, gm_ranked_sense *spare) {
  if (count < 2) return;
  for (uint32_t i = 0; i < count; i++) spare[i] = rank(build, &senses[i]);
  qsort(spare, count, sizeof *spare, compare_for_choice);
  for (uint32_t i = 0; i < count; i++) senses[i] = spare[i].sense;
}
