/* Decisions as gold: what a reader accepted or changed in the page is right,
 * what he rejected is no place. Of all else they say nothing, so mentions that
 * no decision overlaps are left out of the comparison.
 *
 *     decided    [Paris: Texas]        [Lima: no place]
 *     found      [Paris: France]       [Lima: Peru]         [Rome]
 *                 placed wrong          one too many         left out
 */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "score.h"

static const cJSON *get(const cJSON *object, const char *key) {
  return cJSON_GetObjectItemCaseSensitive(object, key);
}

static const char *string_of(const cJSON *object, const char *key) {
  const char *text = cJSON_GetStringValue(get(object, key));
  return text ? text : "";
}

bool cli_score_is_decision(const cJSON *json) {
  return cJSON_IsString(get(json, "decision"));
}

/* The GeoNames id of "gn:4717560"; 0 for any other place. */
static uint64_t id_of(const char *ref) {
  return strncmp(ref, "gn:", 3) == 0 ? strtoull(ref + 3, NULL, 10) : 0;
}

const char *cli_score_read_decision(const cli_score_lore *lore,
                                    const cJSON *json, uint32_t document,
                                    cli_score *score) {
  const cJSON *begin = get(json, "begin"), *end = get(json, "end");
  const cJSON *lat = get(json, "lat"), *lon = get(json, "lon");
  const char *words = string_of(json, "text");
  if (!cJSON_IsNumber(begin) || !cJSON_IsNumber(end))
    return "a decision lacks the number \"begin\" or \"end\"";
  cli_gold gold = {.document = document,
                   .begin = (int64_t)begin->valuedouble,
                   .end = (int64_t)end->valuedouble,
                   .geonameid = id_of(string_of(json, "place")),
                   .placed = cJSON_IsNumber(lat) && cJSON_IsNumber(lon),
                   .demonym = cli_score_demonym(lore, words),
                   .rejected = !strcmp(string_of(json, "decision"), "reject"),
                   .line = score->judged_count};
  if (gold.placed) gold.at = (gm_point){lat->valuedouble, lon->valuedouble};
  score->judged =
      cli_score_grow(score->judged, score->judged_count,
                     &score->judged_capacity, sizeof *score->judged);
  score->judged[score->judged_count] = gold;
  score->judged[score->judged_count++].words =
      cli_score_copy(words, strlen(words));
  return NULL;
}

/* By document and position; the later decision on a mention first. */
static int compare(const void *a, const void *b) {
  const cli_gold *x = a, *y = b;
  if (x->document != y->document) return x->document < y->document ? -1 : 1;
  if (x->begin != y->begin) return x->begin < y->begin ? -1 : 1;
  if (x->end != y->end) return x->end < y->end ? -1 : 1;
  return x->line > y->line ? -1 : x->line < y->line;
}

static bool same_span(const cli_gold *a, const cli_gold *b) {
  return a->document == b->document && a->begin == b->begin && a->end == b->end;
}

/* Keeps the last decision on each mention. */
static void drop_earlier(cli_score *score) {
  size_t kept = 0;
  for (size_t i = 0; i < score->judged_count; i++)
    if (kept && same_span(&score->judged[kept - 1], &score->judged[i]))
      free(score->judged[i].words);
    else
      score->judged[kept++] = score->judged[i];
  score->judged_count = kept;
}

void cli_score_take_decisions(cli_score *score) {
  if (!score->judged_count) return;
  qsort(score->judged, score->judged_count, sizeof *score->judged, compare);
  drop_earlier(score);
  for (size_t i = 0; i < score->judged_count; i++) {
    cli_gold gold = score->judged[i];
    cli_score_document *document = &score->documents[gold.document];
    if (!i || score->judged[i - 1].document != gold.document)
      document->gold_begin = document->gold_end = score->gold_count;
    if (gold.rejected) continue;
    gold.words = cli_score_copy(gold.words, strlen(gold.words));
    score->golds = cli_score_grow(score->golds, score->gold_count,
                                  &score->gold_capacity, sizeof *score->golds);
    score->golds[score->gold_count++] = gold;
    document->gold_end = score->gold_count;
  }
}

bool cli_score_is_judged(const cli_score *score, const cli_found *found) {
  if (!score->judged_count) return true;
  for (size_t i = 0; i < score->judged_count; i++) {
    const cli_gold *gold = &score->judged[i];
    if (gold->document == found->document && gold->begin < found->end &&
        found->begin < gold->end)
      return found->placed || !gold->rejected;
  }
  return false;
}
