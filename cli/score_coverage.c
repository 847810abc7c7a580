/* Coverage: of how many gold mentions is the right place even a candidate?
 *
 * No choice can be right where the gazetteer offers nothing right. So each
 * gold span is handed out, and every candidate that the resolver scored is
 * held against the gold by the same rule as a choice is: the same id, the same
 * country, or within 161 km. Only gold that has coordinates counts. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "score.h"

/* What the candidates of one gold mention reach. */
struct cli_reach {
  uint32_t candidates;
  bool right;
  double nearest_km;
};

/* What a candidate would be, had it been chosen. */
static cli_found found_of(const gm_gazetteer *gazetteer, uint32_t place) {
  cli_found found = {0};
  cli_score_place(gazetteer, place, &found);
  return found;
}

static void measure(const gm_gazetteer *gazetteer, const cli_gold *gold,
                    const gm_resolution *resolution, cli_reach *reach) {
  reach->candidates = resolution->candidate_count;
  for (uint32_t i = 0; i < resolution->candidate_count; i++) {
    cli_found found = found_of(gazetteer, resolution->candidates[i].place);
    double far_km;
    bool right = cli_score_right(gold, &found, &far_km);
    if (i == 0 || far_km < reach->nearest_km) reach->nearest_km = far_km;
    reach->right |= right;
  }
}

void cli_coverage_add(cli_coverage *coverage, const cli_score *score,
                      const gm_gazetteer *gazetteer, const cli_found *found,
                      const gm_resolution *resolution) {
  const cli_score_document *document = &score->documents[found->document];
  for (size_t i = document->gold_begin; i < document->gold_end; i++) {
    while (coverage->count < score->gold_count) {
      coverage->items =
          cli_score_grow(coverage->items, coverage->count, &coverage->capacity,
                         sizeof *coverage->items);
      coverage->items[coverage->count++] = (cli_reach){0};
    }
    const cli_gold *gold = &score->golds[i];
    if (gold->begin == found->begin && gold->end == found->end)
      measure(gazetteer, gold, resolution, &coverage->items[i]);
  }
}

static bool counts(const cli_gold *gold) {
  return gold->placed && !gold->nothing;
}

/* A miss in one line, its fields parted by tabs: document, begin, end, words,
 * id, latitude and longitude of the gold, kilometres to the nearest candidate;
 * a dash stands for what there is not. */
static void print_miss(const cli_score *score, const cli_gold *gold,
                       const cli_reach *reach) {
  printf("%s\t%" PRId64 "\t%" PRId64 "\t%s\t",
         score->documents[gold->document].id, gold->begin, gold->end,
         gold->words);
  if (gold->geonameid)
    printf("%" PRIu64, gold->geonameid);
  else
    printf("-");
  printf("\t%.5f\t%.5f\t", gold->at.lat_deg, gold->at.lon_deg);
  if (reach->candidates)
    printf("%.0f km\n", reach->nearest_km);
  else
    printf("-\n");
}

void cli_coverage_print(const cli_coverage *coverage, const cli_score *score,
                        bool misses) {
  size_t golds = 0, right = 0;
  uint64_t candidates = 0;
  for (size_t i = 0; i < score->gold_count; i++) {
    const cli_gold *gold = &score->golds[i];
    cli_reach reach = {0};
    if (!counts(gold)) continue;
    if (i < coverage->count) reach = coverage->items[i];
    golds++;
    right += reach.right;
    candidates += reach.candidates;
    if (misses && !reach.right) print_miss(score, gold, &reach);
  }
  double whole = golds ? (double)golds : 1;
  printf("candidates %.2f a mention\n", (double)candidates / whole);
  printf("coverage %.3f (%zu/%zu)\n", (double)right / whole, right, golds);
}

void cli_coverage_close(cli_coverage *coverage) {
  free(coverage->items);
  *coverage = (cli_coverage){0};
}
