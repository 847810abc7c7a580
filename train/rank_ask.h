/* Asking: gold articles become questions. Each group of mentions is one, its
 * options and "none of these" are the answers, and the gold says which of them
 * is right. What the other names of the article mean is what was decided of
 * them, right or wrong, as it will be in use. */
#ifndef TRAIN_RANK_ASK_H
#define TRAIN_RANK_ASK_H

#include <stdio.h>

#include "choice.h"
#include "gold.h"
#include "resolve/decide.h"

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

/* How right an option is, as `geomention score` has it. */
typedef enum rank_right {
  RANK_WRONG,
  RANK_NEAR, /* within 161 km */
  RANK_SAME, /* the gold's own id */
} rank_right;

rank_right rank_judge(const gold_place *gold, const gm_site *site);

/* The best that any option of a group is. */
rank_right rank_best_of(const gm_group *group, const gold_place *gold);

/* The gold of a given span, or NULL. */
const gold_place *rank_gold_of(const gold_article *article, gm_span span);

/* Decides an article, whose gold mentions are given. */
gm_status rank_decide(gm_workspace *ws, const rank_asker *asker,
                      const gold_article *article, gm_mentions *mentions,
                      gm_coherence *out);

/* A visit of gold_read: `user` is a rank_asker. */
gm_status rank_ask(gm_workspace *ws, const gold_article *article, void *user);

#endif
