/* Pairing: which found mention stands where a gold one does.
 *
 * At the same span, the first that was found; else, of all that overlap, the
 * one whose overlap is the largest share of both together. */
#include <stdlib.h>
#include <string.h>

#include "score.h"

void cli_score_add_found(cli_score *score, cli_found found) {
  if (!cli_score_is_judged(score, &found)) return;
  score->founds = cli_score_grow(score->founds, score->found_count,
                                 &score->found_capacity, sizeof found);
  score->founds[score->found_count++] = found;
}

void cli_score_place(const gm_gazetteer *gazetteer, uint32_t index,
                     cli_found *found) {
  gm_place place = gm_gazetteer_place(gazetteer, index);
  found->placed = true;
  found->at = place.at;
  found->geonameid = place.geonameid;
  if (place.kind == GM_PLACE_COUNTRY && place.country.size == 2)
    memcpy(found->nation, place.country.bytes, 2);
}

/* Groups the founds by document and leaves their order within one: counting
 * first, then placing. */
static void sort_founds(cli_score *score) {
  size_t begin = 0, capacity = score->found_count;
  if (!capacity) return;
  for (size_t i = 0; i < score->found_count; i++)
    score->documents[score->founds[i].document].found_end++;
  for (size_t i = 0; i < score->document_count; i++) {
    size_t count = score->documents[i].found_end;
    score->documents[i].found_begin = score->documents[i].found_end = begin;
    begin += count;
  }
  size_t room = 0;
  cli_found *sorted = NULL;
  while (room < capacity)
    sorted = cli_score_grow(sorted, room, &room, sizeof *sorted);
  for (size_t i = 0; i < score->found_count; i++) {
    const cli_found *found = &score->founds[i];
    sorted[score->documents[found->document].found_end++] = *found;
  }
  free(score->founds);
  score->founds = sorted;
}

static int64_t least(int64_t a, int64_t b) {
  return a < b ? a : b;
}

/* The overlap as a share of both together: 0 where there is none. */
static double shared(const cli_gold *gold, const cli_found *found) {
  int64_t begin = -least(-gold->begin, -found->begin);
  int64_t end = least(gold->end, found->end);
  if (begin >= end) return 0;
  int64_t both_begin = least(gold->begin, found->begin);
  int64_t both_end = -least(-gold->end, -found->end);
  return (double)(end - begin) / (double)(both_end - both_begin);
}

/* Looks at the document's mentions one by one: there are some dozens. */
static void pair(const cli_score *score, cli_gold *gold) {
  const cli_score_document *document = &score->documents[gold->document];
  double most = 0;
  for (size_t i = document->found_begin; i < document->found_end; i++) {
    const cli_found *found = &score->founds[i];
    bool same = found->begin == gold->begin && found->end == gold->end;
    if (same && !gold->exact) gold->exact = found;
    double share = shared(gold, found);
    if (share > most) most = share, gold->any = found;
  }
  if (gold->exact) gold->any = gold->exact;
}

void cli_score_pair(cli_score *score) {
  sort_founds(score);
  for (size_t i = 0; i < score->gold_count; i++) pair(score, &score->golds[i]);
}

void cli_score_close(cli_score *score) {
  for (size_t i = 0; i < score->document_count; i++)
    free(score->documents[i].id);
  for (size_t i = 0; i < score->gold_count; i++) free(score->golds[i].words);
  for (size_t i = 0; i < score->judged_count; i++) free(score->judged[i].words);
  free(score->judged);
  free(score->documents);
  free(score->by_id);
  free(score->golds);
  free(score->founds);
  *score = (cli_score){0};
}
