/* Reading corpora as if they were new: each fold with the recogniser that has
 * not learnt from it, for a recogniser is too sure of what it was trained
 * on. */
#ifndef TRAIN_UNSEEN_H
#define TRAIN_UNSEEN_H

#include "corpus.h"
#include "mention/recogniser.h"

typedef struct unseen {
  const char *const *recognisers; /* paths, one a fold */
  int but_fold;                   /* not read at all; -1: all are */
  const char **corpora;           /* paths */
  int corpus_count;
} unseen;

/* Reads all, fold by fold.
 * @param with  is the fold's recogniser while `visit` is called */
gm_status unseen_read(gm_workspace *ws, const unseen *all,
                      const gm_recogniser **with, corpus_visit *visit,
                      void *user);

#endif
