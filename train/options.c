/* What the resolver could choose from: for each gold mention with a place, a
 * line of a table about its candidates, for bench/resolve_unseen.py.
 *
 *     document  mention  candidates  far_km  right
 *
 * `mention` counts the mentions of the document, in the order of its line,
 * from 0; `far_km` is the distance of the two candidates that lie farthest
 * apart; `right` is 2 if the gold's own id is among the candidates, 1 if only a
 * place within 161 km is, and 0 if none is. */
#include <stdio.h>

#include "base/str.h"
#include "command.h"
#include "earth/distance.h"
#include "rank_ask.h"

static double spread_of(const gm_group *group) {
  double most = 0;
  for (uint32_t i = 0; i < group->option_count; i++)
    for (uint32_t k = 0; k < i; k++) {
      double km = gm_distance_km(group->options[i].site.at,
                                 group->options[k].site.at);
      if (km > most) most = km;
    }
  return most;
}

static gm_status print_article(gm_workspace *ws, const gold_article *article,
                               void *user) {
  rank_asker *to = user;
  gm_coherence coherence;
  gm_mentions mentions;
  gm_status status = rank_decide(ws, to, article, &mentions, &coherence);
  if (status != GM_OK) return status;
  for (uint32_t i = 0; i < mentions.count; i++) {
    const gold_place *gold = rank_gold_of(article, mentions.items[i].span);
    const gm_group *group =
        &coherence.groups.items[coherence.groups.of_mention[i]];
    if (!gold || !gold->placed) continue;
    printf("%.*s\t%u\t%u\t%.0f\t%d\n", GM_PRINT(article->document->id),
           (unsigned)(gold - article->places), group->option_count,
           spread_of(group), (int)rank_best_of(group, gold));
  }
  return GM_OK;
}

gm_status command_options(gm_workspace *ws, const command *given) {
  rank_asker to = {.gazetteer = NULL};
  gm_gazetteer *gazetteer = NULL;
  gm_model *model = NULL;
  gm_status status = gm_gazetteer_open(ws, given->gazetteer, &gazetteer);
  if (status == GM_OK) status = gm_model_open(ws, given->from, &model);
  if (status == GM_OK)
    status = gm_resolve_weights_read(ws, model, &to.weights);
  to.gazetteer = gazetteer;
  to.model = model;
  for (int i = 0; i < given->path_count && status == GM_OK; i++)
    status = gold_read(ws, given->paths[i], command_choice(given),
                       print_article, &to);
  gm_model_close(model);
  gm_gazetteer_close(gazetteer);
  return status;
}
