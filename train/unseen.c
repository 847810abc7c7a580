/* See unseen.h. */
#include "unseen.h"

static gm_status read_fold(gm_workspace *ws, const unseen *all, int fold,
                           const gm_recogniser **with, corpus_visit *visit,
                           void *user) {
  gm_recogniser recogniser = {0};
  gm_status status =
      gm_recogniser_open(ws, all->recognisers[fold], &recogniser);
  *with = &recogniser;
  for (int i = 0; i < all->corpus_count && status == GM_OK; i++)
    status = corpus_read(ws, all->corpora[i], (corpus_choice){{-1, -1}, fold},
                         visit, user);
  *with = NULL;
  gm_recogniser_close(&recogniser);
  return status;
}

gm_status unseen_read(gm_workspace *ws, const unseen *all,
                      const gm_recogniser **with, corpus_visit *visit,
                      void *user) {
  gm_status status = GM_OK;
  for (int fold = 0; fold < CORPUS_FOLDS && status == GM_OK; fold++)
    if (fold != all->but_fold)
      status = read_fold(ws, all, fold, with, visit, user);
  return status;
}
