/* Asking: gold articles become questions. Each group of mentions is one, its
 * options and "none of these" are the answers, and the gold says which of them
 * is right. What the other names of the article mean is what was decided of
 * them, right or wrong, as it will be in use. */
#ifndef TRAIN_RANK_ASK_H
#define TRAIN_RANK_ASK_H

#include <stdio.h>

#include "choice.h"
#include "gold.h"
#include "resolve/evidence.h"

enum {
  RANK_PIECES = GM_RESOLVE_EVIDENCE_COUNT,
  RANK_NONE = RANK_PIECES, /* the column of "none of these" */
  RANK_COLUMNS,
};

typedef struct rank_asker {
  const gm_gazetteer *gazetteer;
  const gm_model *model;      /* finds the witnesses */
  gm_resolve_weights weights; /* by which articles are decided */
  choice_set questions;
} rank_asker;

/* A visit of gold_read: `user` is a rank_asker. */
gm_status rank_ask(gm_workspace *ws, const gold_article *article, void *user);

#endif
