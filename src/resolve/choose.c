/* See choose.h. Iterated conditional choice: each group is decided while the
 * others hold still, then all are summed up anew, a few times. The first round
 * knows nothing of the others but what stands beside a name; by the third,
 * choices hardly change. */
#include "resolve/choose.h"

#include <math.h>

enum { ROUNDS = 4 };

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

void gm_choose(const gm_resolve_weights *weights, gm_coherence *coherence) {
  gm_groups groups = coherence->groups;
  for (uint32_t g = 0; g < groups.count; g++)
    weigh_own(weights, coherence, &groups.items[g]);
  for (int round = 0; round < ROUNDS; round++) {
    gm_coherence_update(coherence);
    for (uint32_t g = 0; g < groups.count; g++)
      weigh_context(weights, coherence, &groups.items[g]);
    for (uint32_t g = 0; g < groups.count; g++)
      spread(weights, &groups.items[g]);
  }
}
