/* Learning to recognise names: see command.h. The corpora are read once; what
 * is learnt of all of them and what is learnt without each fold go side by
 * side. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/crew.h"
#include "command.h"
#include "pack.h"

/* What all learn from; nobody changes it. */
typedef struct lesson {
  const command *given;
  const gm_recogniser *words;
  const samples *from;
  const uint32_t *hashes;
  uint32_t rows;
} lesson;

typedef struct pupil {
  int but_fold;
  const char *path;
} pupil;

static gm_status learn(void *shared, unsigned worker, gm_workspace *ws,
                       void *job) {
  const lesson *of = shared;
  const pupil *who = job;
  (void)worker;
  const field_options options = {.runs = (int)of->given->runs,
                                 .epochs = (int)of->given->epochs,
                                 .but_fold = who->but_fold,
                                 .rate = (float)of->given->rate,
                                 .decay = (float)of->given->decay,
                                 .home = (float)of->given->home};
  field made = field_learn(of->from, of->words, of->hashes, of->rows, options);
  pack packed = pack_begin(of->words);
  uint32_t kept =
      pack_labels(&packed, &made, of->hashes, (float)of->given->least);
  gm_status status = pack_write(ws, &packed, who->path);
  if (who->but_fold < 0)
    fprintf(stderr, "names: %zu stretches, %u features, %u kept\n",
            of->from->count, of->rows, kept);
  pack_free(&packed);
  field_free(&made);
  return status;
}

static int by_size(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* The feature of a row of the table of labels; 0: the row is empty. */
static uint32_t feature_at(const gm_table *known, uint32_t row) {
  uint32_t hash;
  memcpy(&hash, known->rows + (size_t)row * GM_ROW_LABEL, sizeof hash);
  return hash;
}

/* Adds the features that the recogniser knows from before and that stand
 * nowhere in these corpora. @return the number of all */
static uint32_t add_known(const gm_recogniser *words, uint32_t **hashes,
                          uint32_t rows) {
  const gm_table *known = &words->tables[GM_TABLE_LABEL];
  uint32_t all = rows;
  uint32_t *sorted = must_grow(NULL, rows, sizeof *sorted);
  memcpy(sorted, *hashes, rows * sizeof *sorted);
  qsort(sorted, rows, sizeof *sorted, by_size);
  *hashes = must_grow(*hashes, rows + known->count, sizeof **hashes);
  for (uint32_t i = 0; i < known->count; i++) {
    uint32_t hash = feature_at(known, i);
    if (hash && !bsearch(&hash, sorted, rows, sizeof hash, by_size))
      (*hashes)[all++] = hash;
  }
  free(sorted);
  return all;
}

static gm_status learn_all(gm_workspace *ws, lesson *of,
                           const char *const paths[1 + CORPUS_FOLDS]) {
  pupil all[1 + CORPUS_FOLDS];
  gm_crew *crew = NULL;
  gm_status status = gm_crew_open(ws, gm_crew_size((unsigned)of->given->jobs),
                                  learn, of, &crew);
  int last = of->given->alone > 0 ? 0 : CORPUS_FOLDS;
  for (int i = 0; i <= last && status == GM_OK; i++) {
    all[i] = (pupil){i - 1, paths[i]};
    if (i == 0 || all[i].but_fold != (int)of->given->but_fold)
      status = gm_crew_give(crew, &all[i]);
  }
  if (status == GM_OK) status = gm_crew_finish(crew);
  gm_crew_close(crew);
  return status;
}

static bool knows_names(const gm_recogniser *words) {
  const gm_table *known = &words->tables[GM_TABLE_LABEL];
  for (uint32_t i = 0; i < known->count; i++)
    if (feature_at(known, i)) return true;
  return false;
}

/* The families that --without names. They may not come back with what the
 * recogniser knows already: its rows do not tell of which family they are. */
static gm_status leave_out(gm_workspace *ws, const command *given,
                           const gm_recogniser *words, family_set *out) {
  gm_status status = family_read(ws, given->without, out);
  if (status == GM_OK && *out && knows_names(words))
    return gm_fail(ws, GM_BAD_INPUT, 0,
                   "--without begins from words alone, and %s knows names",
                   given->words);
  return status;
}

gm_status learn_names(gm_workspace *ws, const command *given,
                      const gm_gazetteer *gazetteer, const gm_recogniser *words,
                      const char *const paths[1 + CORPUS_FOLDS]) {
  samples from = {.gazetteer = gazetteer,
                  .words = words,
                  .copied = given->copied,
                  .dice = 1};
  uint32_t *hashes = NULL;
  gm_status status = leave_out(ws, given, words, &from.without);
  for (int i = 0; i < given->path_count && status == GM_OK; i++)
    status = samples_read(ws, given->paths[i], command_choice(given), &from);
  if (status == GM_OK) {
    uint32_t rows = samples_number(&from, (uint32_t)given->fewest, &hashes);
    rows = add_known(words, &hashes, rows);
    lesson of = {given, words, &from, hashes, rows};
    status = learn_all(ws, &of, paths);
  }
  free(hashes);
  samples_free(&from);
  return status;
}
