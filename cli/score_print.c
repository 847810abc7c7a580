/* Printing the measures, as lines for people or as JSON for programs. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "score.h"

static bool is_count(const cli_score_figure *figure) {
  return strcmp(figure->name, "golds") == 0;
}

static int decimals(const cli_score_figure *figure) {
  if (is_count(figure)) return 0;
  return strstr(figure->name, "km") ? 1 : 3;
}

void cli_score_print(const cli_score_table *table) {
  for (int i = 0; i < table->count; i++) {
    const cli_score_row *row = &table->rows[i];
    printf("%-34s", row->name);
    for (int k = 0; k < row->count; k++)
      printf("%s%s %.*f", k ? "  " : "", row->figures[k].name,
             decimals(&row->figures[k]), row->figures[k].value);
    printf("\n");
  }
}

/* No name holds a character that JSON would need escaped. */
void cli_score_print_json(const cli_score_table *table) {
  printf("{");
  for (int i = 0; i < table->count; i++) {
    const cli_score_row *row = &table->rows[i];
    printf("%s\"%s\": {", i ? ", " : "", row->name);
    for (int k = 0; k < row->count; k++)
      printf("%s\"%s\": %.*f", k ? ", " : "", row->figures[k].name,
             is_count(&row->figures[k]) ? 0 : 12, row->figures[k].value);
    printf("}");
  }
  printf("}\n");
}

/* -------------------------------------------------------------- worst -- */

typedef struct miss {
  const cli_gold *gold;
  double far_km;
} miss;

/* The farthest first; of equals, the first in the file. */
static int compare_misses(const void *a, const void *b) {
  const miss *one = a, *other = b;
  if (one->far_km != other->far_km) return one->far_km > other->far_km ? -1 : 1;
  return one->gold < other->gold ? -1 : 1;
}

void cli_score_print_worst(const cli_score *score, uint64_t count) {
  miss *misses = NULL;
  size_t missed = 0, room = 0;
  for (size_t i = 0; i < score->gold_count; i++) {
    const cli_gold *gold = &score->golds[i];
    double far_km;
    if (!gold->placed || gold->nothing ||
        cli_score_right(gold, gold->exact, &far_km))
      continue;
    misses = cli_score_grow(misses, missed, &room, sizeof *misses);
    misses[missed++] = (miss){gold, far_km};
  }
  if (missed) qsort(misses, missed, sizeof *misses, compare_misses);
  for (size_t i = 0; i < missed && i < count; i++) {
    const cli_gold *gold = misses[i].gold;
    printf("%8.0f km  %s [%" PRId64 ",%" PRId64 ") %s\n", misses[i].far_km,
           score->documents[gold->document].id, gold->begin, gold->end,
           gold->words);
  }
  free(misses);
}
