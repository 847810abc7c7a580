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

static void weigh_own(const gm_resolve_weights *weights,
                      const gm_coherence *coherence, gm_group *group) {
  for (uint32_t i = 0; i < group->option_count; i++) {
    gm_option *option = &group->options[i];
    option->own = gm_weigh(weights, coherence, group, option, 0,
                           GM_RESOLVE_OWN_COUNT, NULL);
    option->score = option->own;
  }
  spread(weights, group);
}

static void weigh_context(const gm_resolve_weights *weights,
                          const gm_coherence *coherence, gm_group *group) {
  for (uint32_t i = 0; i < group->option_count; i++) {
    gm_option *option = &group->options[i];
    option->score =
        option->own + gm_weigh(weights, coherence, group, option,
                               GM_RESOLVE_OWN_COUNT,
                               GM_RESOLVE_EVIDENCE_COUNT, NULL);
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

gm_status gm_choose(gm_workspace *ws, const gm_resolve_weights *weights,
                    gm_coherence *coherence) {
  gm_groups groups = coherence->groups;
  gm_group **order = gm_take_array(ws, groups.count, sizeof *order);
  if (!order) return GM_NO_MEMORY;
  for (uint32_t g = 0; g < groups.count; g++) {
    order[g] = &groups.items[g];
    weigh_own(weights, coherence, order[g]);
    gm_coherence_put_in(coherence, order[g]);
  }
  if (groups.count) qsort(order, groups.count, sizeof *order, by_surety);
  for (int round = 0; round < ROUNDS; round++)
    for (uint32_t g = 0; g < groups.count; g++) {
      if (g % OFTEN == 0 && gm_stopped(ws))
        return gm_fail(ws, GM_CANCELLED, 0, "stopped while resolving");
      gm_coherence_take_out(coherence, order[g]);
      weigh_context(weights, coherence, order[g]);
      spread(weights, order[g]);
      gm_coherence_put_in(coherence, order[g]);
    }
  return GM_OK;
}
