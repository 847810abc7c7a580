/* What the user asked of geomention-train, and what it can do. */
#ifndef TRAIN_COMMAND_H
#define TRAIN_COMMAND_H

#include "corpus.h"

typedef struct command {
  const char *gazetteer, *from, *out, *recognisers, *believed, *without;
  double epochs, rate, decay, fewest, least, copied, pull;
  double but_fold; /* articles of these folds are not read; -1: all are */
  double but_fold2;
  const char **paths;
  int path_count;
} command;

static inline corpus_choice command_choice(const command *given) {
  return (corpus_choice){.but = {(int)given->but_fold, (int)given->but_fold2},
                         .only = -1};
}

/* Word classes (word, coarse, fine; tab-separated) become a recogniser that
 * knows no names yet. */
gm_status command_words(gm_workspace *ws, const command *given);

/* Learns to recognise names; keeps the words of --from. */
gm_status command_names(gm_workspace *ws, const command *given);

/* Learns how names are used; keeps all else of --from. */
gm_status command_use(gm_workspace *ws, const command *given);

/* Learns how much each piece of evidence on mentions weighs beside the
 * recogniser; --from is a text model, and the rest of it is kept. */
gm_status command_weigh(gm_workspace *ws, const command *given);

/* Learns how much each piece of evidence on candidates weighs; --from is a
 * text model, whose weights are what is believed before, and the rest of it is
 * kept. */
gm_status command_rank(gm_workspace *ws, const command *given);

#endif
