/* See rank_ask.h. */
#include "rank_ask.h"

#include <math.h>
#include <string.h>

#include "earth/distance.h"
#include "mention/given.h"
#include "resolve/decide.h"

rank_right rank_judge(const gold_place *gold, const gm_site *site) {
  const double near_km = 161, same_km = 2000;
  if (!gold->placed) return RANK_WRONG;
  double km = gm_distance_km(gold->at, site->at);
  if (gold->geonameid && gold->geonameid == site->geonameid && km < same_km)
    return RANK_SAME;
  return km < near_km ? RANK_NEAR : RANK_WRONG;
}

/* Whether two mentions of a group ask the same. */
static bool same_gold(const gold_place *a, const gold_place *b) {
  return a->geonameid == b->geonameid && a->placed == b->placed &&
         a->at.lat_deg == b->at.lat_deg && a->at.lon_deg == b->at.lon_deg;
}

/* Adds one question: which options are at least as right as `least`? */
static void ask(rank_asker *to, const gm_coherence *coherence,
                const gm_group *group, const gold_place *gold, float count,
                rank_right least) {
  float values[RANK_COLUMNS] = {0};
  bool any = false;
  choice_ask(&to->questions, count);
  for (uint32_t i = 0; i < group->option_count; i++) {
    const gm_option *option = &group->options[i];
    gm_strengths(coherence, group, option, values);
    bool right = rank_judge(gold, &option->site) >= least;
    any |= right;
    choice_add(&to->questions, values, right);
  }
  memset(values, 0, sizeof values);
  values[RANK_NONE] = 1;
  choice_add(&to->questions, values, !any);
}

rank_right rank_best_of(const gm_group *group, const gold_place *gold) {
  rank_right best = RANK_WRONG;
  for (uint32_t i = 0; i < group->option_count; i++) {
    rank_right now = rank_judge(gold, &group->options[i].site);
    if (now > best) best = now;
  }
  return best;
}

const gold_place *rank_gold_of(const gold_article *article, gm_span span) {
  for (uint32_t i = 0; i < article->document->given_count; i++) {
    gm_span given = article->document->given[i];
    if (given.begin == span.begin && given.end == span.end)
      return &article->places[i];
  }
  return NULL;
}

/* Questions of one group: one for each gold that its mentions have. */
static void ask_group(rank_asker *to, gm_coherence *coherence, uint32_t g,
                      gm_mentions mentions, const gold_article *article) {
  gm_group *group = &coherence->groups.items[g];
  const float same_share = 0.3f; /* a point that is right matters more */
  enum { MOST = 8 };
  const gold_place *golds[MOST];
  uint32_t times[MOST] = {0}, count = 0;
  for (uint32_t i = 0; i < mentions.count; i++) {
    if (coherence->groups.of_mention[i] != g) continue;
    const gold_place *gold = rank_gold_of(article, mentions.items[i].span);
    if (!gold || !gold->placed) continue;
    uint32_t at = 0;
    while (at < count && !same_gold(golds[at], gold)) at++;
    if (at == MOST) continue;
    if (at == count) golds[count++] = gold;
    times[at]++;
  }
  for (uint32_t i = 0; i < count; i++) {
    rank_right best = rank_best_of(group, golds[i]);
    float weight = sqrtf((float)times[i]);
    if (best == RANK_SAME)
      ask(to, coherence, group, golds[i], weight * same_share, RANK_SAME);
    ask(to, coherence, group, golds[i],
        best == RANK_SAME ? weight * (1 - same_share) : weight, RANK_NEAR);
  }
}

gm_status rank_decide(gm_workspace *ws, const rank_asker *asker,
                      const gold_article *article, gm_mentions *mentions,
                      gm_coherence *out) {
  gm_context context;
  gm_status status =
      gm_context_make(ws, asker->gazetteer, article->document, &context);
  if (status == GM_OK) status = gm_given_take(ws, &context, mentions);
  if (status != GM_OK) return status;
  return gm_decide(ws, asker->gazetteer, asker->model, &asker->weights,
                   article->document, *mentions, out);
}

gm_status rank_ask(gm_workspace *ws, const gold_article *article, void *user) {
  rank_asker *to = user;
  gm_mentions mentions;
  gm_coherence coherence;
  gm_status status = rank_decide(ws, to, article, &mentions, &coherence);
  if (status != GM_OK) return status;
  for (uint32_t g = 0; g < coherence.groups.count; g++) {
    gm_coherence_take_out(&coherence, &coherence.groups.items[g]);
    ask_group(to, &coherence, g, mentions, article);
    gm_coherence_put_in(&coherence, &coherence.groups.items[g]);
  }
  return GM_OK;
}
