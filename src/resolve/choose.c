/* See choose.h. Iterated conditional modes (Besag 1986): each group is decided
 * while the others hold still, the surest first, so that the unsure listen to
 * the sure; a few rounds, since a later choice may change an earlier one. */
#include "resolve/choose.h"

#include <math.h>
#include <stdlib.h>

enum { ROUNDS = 4, OFTEN = 64 };

/* Softmax over the options and "none of these"; the best is chosen. */
static void spread(const gm_resolve_weights *weights, gm_group *group) {
  float best = weights->none, sum = 0;
  group->chosen = 0;
  for (uint32_t i = 0; i < group->option_count; i++) {
    float score = group->options[i].score;
    if (score > group->options[group->chosen].score) group->chosen = i;
    if (score > best) best = score;
  }
  for (uint32_t i = 0; i < group->option_count; i++) {
    gm_option *option = &group->options[i];
    option->probability = expf(weights->sharpness * (option->score - best));
    sum += option->probability;
  }
  sum += expf(weights->sharpness * (weights->none - best));
  for (uint32_t i = 0; i < group->option_count; i++)
    group->options[i].probability /= sum;
  gm_group_find_likely(group);
}

/* The shares are kept: what a choice was made by is told of it. */
static gm_status weigh_own(gm_workspace *ws, const gm_resolve_weights *weights,
                           const gm_coherence *coherence, gm_group *group) {
  float *shares =
      gm_take_array(ws, (size_t)group->option_count * GM_RESOLVE_EVIDENCE_COUNT,
                    sizeof *shares);
  if (!shares) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < group->option_count; i++) {
    gm_option *option = &group->options[i];
    option->shares = shares + (size_t)i * GM_RESOLVE_EVIDENCE_COUNT;
    option->own =
        gm_weigh_own(weights, coherence, group, option, option->shares);
    option->score = option->own;
  }
  spread(weights, group);
  return GM_OK;
}

static void weigh_context(const gm_resolve_weights *weights,
                          const gm_coherence *coherence, gm_group *group) {
  for (uint32_t i = 0; i < group->option_count; i++) {
    gm_option *option = &group->options[i];
    option->score =
        option->own + gm_weigh_context(weights, coherence, group, option,
                                       option->shares);
  }
}

static float surety(const gm_group *group) {
  const gm_option *choice = gm_group_choice(group);
  return choice ? choice->probability : 0;
}

static int by_surety(const void *a, const void *b) {
  const gm_group *x = *(gm_group *const *)a, *y = *(gm_group *const *)b;
  if (surety(x) != surety(y)) return surety(x) > surety(y) ? -1 : 1;
  return x < y ? -1 : x > y;
}

/* -------------------------------------------------------------- unrest --- */

/* Decided again, a group says the same if nothing that it listens to has moved
 * since. Most have come to rest after two rounds. */
typedef struct mood {
  uint32_t decided, moved; /* when; 0: never */
  float heard;             /* the unrest of all when it was decided */
} mood;

typedef struct chooser {
  gm_workspace *ws;
  const gm_resolve_weights *weights;
  gm_coherence *coherence;
  gm_group **order;
  mood *moods;  /* one a group */
  uint32_t now; /* counts decisions */
  float unrest; /* how much all have moved, each by its part of the whole */
} chooser;

static bool has_moved(const chooser *by, uint32_t other, uint32_t since) {
  return other != GM_NO_GROUP && by->moods[other].moved > since;
}

/* Whether some group has moved to which a group listens above all. */
static bool is_stirred(const chooser *by, const gm_group *group,
                       uint32_t since) {
  const gm_group *groups = by->coherence->groups.items;
  bool stirred = has_moved(by, group->container, since) ||
                 has_moved(by, group->inner, since);
  for (int n = 0; n < GM_NEIGHBOURS && !stirred; n++)
    stirred = has_moved(by, group->neighbours[n], since);
  for (const gm_group *other = &groups[group->namesake];
       other != group && !stirred; other = &groups[other->namesake])
    stirred = has_moved(by, (uint32_t)(other - groups), since);
  return stirred;
}

static bool may_rest(const chooser *by, const gm_group *group) {
  const float least = 0.02f;
  const mood *own = &by->moods[group - by->coherence->groups.items];
  return own->decided && by->unrest - own->heard < least &&
         !is_stirred(by, group, own->decided);
}

/* The part of the whole that a group's voice is. */
static float voice_of(const chooser *by, const gm_group *group) {
  const gm_coherence *coherence = by->coherence;
  float share = gm_group_weight(group) / (coherence->inside.total + 1);
  float anchor = group->anchor ? 1 / (float)coherence->anchor_count : 0;
  return share > anchor ? share : anchor;
}

/* The most by which the probability of an option has changed. */
static float change_of(const gm_group *group, const float *before) {
  float most = 0;
  for (uint32_t i = 0; i < group->option_count; i++) {
    float change = fabsf(group->options[i].probability - before[i]);
    if (change > most) most = change;
  }
  return most;
}

static void decide(chooser *by, gm_group *group) {
  const float least = 0.05f; /* that others hear of */
  mood *own = &by->moods[group - by->coherence->groups.items];
  float before[GM_CANDIDATES_MOST];
  for (uint32_t i = 0; i < group->option_count; i++)
    before[i] = group->options[i].probability;
  gm_coherence_take_out(by->coherence, group);
  weigh_context(by->weights, by->coherence, group);
  spread(by->weights, group);
  gm_coherence_put_in(by->coherence, group);
  float change = change_of(group, before);
  by->unrest += change * voice_of(by, group);
  own->decided = ++by->now;
  if (change > least) own->moved = by->now;
  own->heard = by->unrest;
}

static gm_status decide_all(chooser *by) {
  for (uint32_t g = 0; g < by->coherence->groups.count; g++) {
    if (g % OFTEN == 0 && gm_stopped(by->ws))
      return gm_fail(by->ws, GM_CANCELLED, 0, "stopped while resolving");
    if (!may_rest(by, by->order[g])) decide(by, by->order[g]);
  }
  return GM_OK;
}

gm_status gm_choose(gm_workspace *ws, const gm_resolve_weights *weights,
                    gm_coherence *coherence) {
  gm_groups groups = coherence->groups;
  chooser by = {.ws = ws, .weights = weights, .coherence = coherence};
  by.order = gm_take_array(ws, groups.count, sizeof *by.order);
  by.moods = gm_take_array(ws, groups.count, sizeof *by.moods);
  if (!by.order || !by.moods) return GM_NO_MEMORY;
  for (uint32_t g = 0; g < groups.count; g++) {
    by.order[g] = &groups.items[g];
    gm_status status = weigh_own(ws, weights, coherence, by.order[g]);
    if (status != GM_OK) return status;
    gm_coherence_put_in(coherence, by.order[g]);
  }
  if (groups.count) qsort(by.order, groups.count, sizeof *by.order, by_surety);
  gm_status status = GM_OK;
  for (int round = 0; round < ROUNDS && status == GM_OK; round++)
    status = decide_all(&by);
  return status;
}
