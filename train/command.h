/* What the user asked of geomention-train, and what it can do. */
#ifndef TRAIN_COMMAND_H
#define TRAIN_COMMAND_H

#include "corpus.h"
#include "mention/recogniser.h"

typedef struct command {
  const char *gazetteer, *from, *words, *out, *believed;
  const char *without; /* pieces of evidence (rank), families of features
                          (model: family.h); NULL: none */
  double runs, epochs, rate, decay, home; /* of the names: field.h */
  double fewest;                    /* tokens at which a feature must stand */
  double least;    /* rows without a weight so large are left out */
  double copied;   /* share of articles copied in capitals, and so on */
  double pull;     /* rows' worth of what is believed before (weigh.c) */
  double but_fold; /* articles of this fold are not read; -1: all are */
  double kept;     /* not 0: the recognisers of the folds stay, and where they
                      are there already, no names are learnt anew */
  double alone;       /* not 0: of a model the recogniser of all is learnt, and
                         neither those of the folds, nor weights, nor uses */
  double jobs;     /* threads; 0: one a processor */
  const char **paths; /* corpora of names */
  int path_count;
  const char **uses; /* corpora of uses */
  int use_count;
} command;

static inline corpus_choice command_choice(const command *given) {
  return (corpus_choice){.but = {(int)given->but_fold, -1}, .only = -1};
}

/* Word classes (word, coarse, fine; tab-separated), or those of a recogniser,
 * become a recogniser that knows no names yet. */
gm_status command_words(gm_workspace *ws, const command *given);

/* Learns all of a model: names, weights, uses. The folder --out gets
 * recogniser.model and geomention.model; with --alone the first only. */
gm_status command_model(gm_workspace *ws, const command *given);

/* Learns how much each piece of evidence on candidates weighs; --from is a
 * text model, whose weights are what is believed before, and the rest of it is
 * kept. */
gm_status command_rank(gm_workspace *ws, const command *given);

/* Learns to recognise names, once of everything and, but for --alone, once
 * without each fold.
 * @param words  whose word table is taken over
 * @param paths  what is written: of everything, then without fold 0, 1, ... */
gm_status learn_names(gm_workspace *ws, const command *given,
                      const gm_gazetteer *gazetteer, const gm_recogniser *words,
                      const char *const paths[1 + CORPUS_FOLDS]);

/* Learns how names are used; all else of the recogniser at `path` stays.
 * @param recognisers  one a fold, which has not seen it */
gm_status learn_uses(gm_workspace *ws, const command *given,
                     const gm_gazetteer *gazetteer,
                     const char *const recognisers[CORPUS_FOLDS],
                     const char *path);

/* Learns how much each piece of evidence on mentions weighs beside the
 * recogniser; the rest of the text model --from is kept.
 * @param recognisers  one a fold, which has not seen it */
gm_status learn_weights(gm_workspace *ws, const command *given,
                        const gm_gazetteer *gazetteer,
                        const char *const recognisers[CORPUS_FOLDS],
                        const char *path);

/* Prints what the resolver could choose from, a line a gold mention. */
gm_status command_options(gm_workspace *ws, const command *given);

#endif
