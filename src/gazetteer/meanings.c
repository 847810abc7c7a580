/* The senses of each key: sorted by key, merged, and put in the order in which
 * the gazetteer would choose without any context.
 *
 * Merging: one place has a key at most twice, once as a name of its own and
 * once as the name of its people (demonym or adjective). Of names that fold to
 * the same key one stays: English ones and those of unknown language before
 * others (UK before the Estonian ÜK), then the kind that says most, then the
 * first. It is dotted, or in capitals, only if all names are that are as good
 * but for being later: with "US" in the tables beside "U.S.", a text need not
 * write the full stops.
 *
 * Order: rank = prominence + what the place's kind and the name's kind give
 * (below); then more names; then the index. */
#include <stdlib.h>

#include "gazetteer/build.h"
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

static bool is_people(const gm_draft_sense *sense) {
  return gm_name_kind_is_people((gm_name_kind)sense->kind);
}

/* Counts the senses of each key, and from that where each key's begin. */
static uint32_t *count_by_key(gm_build *build) {
  size_t keys = build->keys.count;
  uint32_t *first = gm_take_array(build->ws, keys + 1, sizeof *first);
  if (!first) return NULL;
  for (size_t i = 0; i < build->senses_count; i++)
    first[build->senses[i].key + 1]++;
  for (size_t i = 0; i < keys; i++) first[i + 1] += first[i];
  return first;
}

/* Sorts by key and leaves the order of reading within each. Afterwards
 * first_senses[key + 1] is where the key's senses end. */
static gm_status sort_by_key(gm_build *build) {
  uint32_t *next = count_by_key(build);
  gm_draft_sense *sorted =
      gm_take_array(build->ws, build->senses_count + 1, sizeof *sorted);
  if (!next || !sorted) return GM_NO_MEMORY;
  for (size_t i = 0; i < build->senses_count; i++)
    sorted[next[build->senses[i].key]++] = build->senses[i];
  /* Each key's beginning moved on to its end: move them back by one key. */
  memmove(next + 1, next, build->keys.count * sizeof *next);
  next[0] = 0;
  build->senses = sorted;
  build->first_senses = next;
  return GM_OK;
}

/* How good a sense is among those it may be merged with: less is better. */
static int badness(const gm_draft_sense *sense) {
  return (is_people(sense) ? 32 : 0) + (sense->foreign ? 16 : 0) +
         merging_order[sense->kind];
}

/* By place, its own names before its people's, the best first. */
static int compare_for_merging(const void *a, const void *b) {
  const gm_draft_sense *x = a, *y = b;
  if (x->place != y->place) return x->place < y->place ? -1 : 1;
  int order = badness(x) - badness(y);
  return order ? order : (x->rank > y->rank) - (x->rank < y->rank);
}

/* Whether two senses of a key are of one place and of the same sort. */
static bool is_same(const gm_draft_sense *x, const gm_draft_sense *y) {
  return x->place == y->place && is_people(x) == is_people(y);
}

/* Merges a key's senses at the front of `senses`. @return how many stay */
static uint32_t merge(gm_draft_sense *senses, uint32_t count) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++)
    senses[i].rank = (int16_t)(i < INT16_MAX ? i : INT16_MAX);
  qsort(senses, count, sizeof *senses, compare_for_merging);
  for (uint32_t i = 0; i < count; i++) {
    gm_draft_sense *last = kept ? &senses[kept - 1] : NULL;
    if (!last || !is_same(last, &senses[i])) {
      senses[kept++] = senses[i];
      continue;
    }
    uint8_t stop = (last->flags | senses[i].flags) & GM_SENSE_STOP;
    if (last->kind == senses[i].kind) last->flags &= senses[i].flags;
    last->flags |= stop;
  }
  return kept;
}

static void count_names(gm_build *build, const gm_draft_sense *sense) {
  uint16_t *names = &build->places[sense->place].record.names;
  if (!is_people(sense) && *names < UINT16_MAX) ++*names;
}

/* Merges all keys' senses and closes the gaps that this leaves. */
static void merge_all(gm_build *build) {
  uint32_t *first = build->first_senses;
  uint32_t end = 0, begin = 0;
  for (size_t key = 0; key < build->keys.count; key++) {
    gm_draft_sense *senses = build->senses + begin;
    uint32_t kept = merge(senses, first[key + 1] - begin);
    begin = first[key + 1];
    first[key + 1] = end + kept;
    memmove(build->senses + end, senses, kept * sizeof *senses);
    for (uint32_t i = 0; i < kept; i++)
      count_names(build, &build->senses[end + i]);
    end += kept;
  }
  build->senses_count = end;
}

static int16_t rank(const gm_build *build, const gm_draft_sense *sense) {
  const gm_format_place *place = &build->places[sense->place].record;
  return (int16_t)(place->prominence + rank_of_place[place->kind] +
                   rank_of_name[sense->kind]);
}

/* The highest rank first. The number of the place's names is in `key` while
 * a key's senses are sorted. */
static int compare_for_choice(const void *a, const void *b) {
  const gm_draft_sense *x = a, *y = b;
  if (x->rank != y->rank) return x->rank > y->rank ? -1 : 1;
  if (x->key != y->key) return x->key > y->key ? -1 : 1;
  if (x->place != y->place) return x->place < y->place ? -1 : 1;
  return (x->kind > y->kind) - (x->kind < y->kind);
}

static void order(gm_build *build, gm_draft_sense *senses, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    senses[i].rank = rank(build, &senses[i]);
    senses[i].key = build->places[senses[i].place].record.names;
  }
  qsort(senses, count, sizeof *senses, compare_for_choice);
}

gm_status gm_meanings_order(gm_build *build) {
  gm_status status = sort_by_key(build);
  if (status) return status;
  merge_all(build);
  for (size_t key = 0; key < build->keys.count; key++) {
    uint32_t begin = build->first_senses[key];
    order(build, build->senses + begin, build->first_senses[key + 1] - begin);
  }
  return GM_OK;
}
