/* Learning to recognise names: see command.h. */
#include <stdio.h>
#include <stdlib.h>

#include "command.h"
#include "pack.h"

static gm_status learn(gm_workspace *ws, const command *given,
                       const gm_recogniser *words, samples *from) {
  uint32_t *hashes;
  uint32_t rows = samples_number(from, (uint32_t)given->fewest, &hashes);
  fprintf(stderr, "%zu stretches, %u features\n", from->count, rows);
  field made = field_learn(from, rows,
                           (field_options){.epochs = (int)given->epochs,
                                           .rate = (float)given->rate,
                                           .decay = (float)given->decay,
                                           .home = (float)given->home});
  pack packed = pack_begin(words);
  uint32_t kept = pack_labels(&packed, &made, hashes, (float)given->least);
  gm_status status = pack_write(ws, &packed, given->out);
  fprintf(stderr, "%u rows written to %s\n", kept, given->out);
  pack_free(&packed);
  field_free(&made);
  free(hashes);
  return status;
}

gm_status command_names(gm_workspace *ws, const command *given) {
  gm_gazetteer *gazetteer = NULL;
  gm_recogniser words = {0};
  gm_status status = gm_gazetteer_open(ws, given->gazetteer, &gazetteer);
  if (status == GM_OK) status = gm_recogniser_open(ws, given->from, &words);
  samples from = {.gazetteer = gazetteer,
                  .words = &words,
                  .copied = given->copied,
                  .dice = 1};
  for (int i = 0; i < given->path_count && status == GM_OK; i++)
    status = samples_read(ws, given->paths[i], command_choice(given), &from);
  if (status == GM_OK) status = learn(ws, given, &words, &from);
  samples_free(&from);
  gm_recogniser_close(&words);
  gm_gazetteer_close(gazetteer);
  return status;
}
