/* See coherence.h. */
#include "resolve/coherence.h"

#include <math.h>

const gm_option *gm_group_choice(const gm_group *group) {
  return group->option_count ? &group->options[group->chosen] : NULL;
}

float gm_group_weight(const gm_group *group) {
  if (!group->option_count) return 0;
  return group->trust * (1 + logf((float)group->mentions));
}

void gm_group_find_likely(gm_group *group) {
  float least = gm_group_least(group);
  group->likely_count = 0;
  for (uint32_t i = 0; i < group->option_count; i++) {
    const gm_option *option = &group->options[i];
    if (option->probability < least ||
        option->site.kind == GM_PLACE_COUNTRY ||
        option->site.kind == GM_PLACE_CONTINENT)
      continue;
    group->likely[group->likely_count++] = (uint8_t)i;
  }
}

static gm_share *slot_of(const gm_shares *shares, uint32_t place) {
  size_t at = ((size_t)place * 2654435761u) & (shares->capacity - 1);
  while (shares->slots[at].place && shares->slots[at].place != place + 1)
    at = (at + 1) & (shares->capacity - 1);
  return &shares->slots[at];
}

float gm_shares_of(const gm_shares *shares, uint32_t place) {
  return place == GM_NO_PLACE ? 0 : slot_of(shares, place)->weight;
}

static void add_share(gm_shares *shares, uint32_t place, float weight) {
  if (place == GM_NO_PLACE) return;
  gm_share *slot = slot_of(shares, place);
  slot->place = place + 1;
  slot->weight += weight;
}

static gm_status open_shares(gm_workspace *ws, size_t most, gm_shares *out) {
  gm_shares shares = {.capacity = 16};
  while (shares.capacity < most * 2) shares.capacity *= 2;
  shares.slots = gm_take_array(ws, shares.capacity, sizeof *shares.slots);
  if (!shares.slots) return GM_NO_MEMORY;
  *out = shares;
  return GM_OK;
}

/* The anchors: the groups with the most mentions; the first of equal ones. */
static void find_anchors(gm_coherence *coherence) {
  const gm_groups *groups = &coherence->groups;
  for (uint32_t g = 0; g < groups->count; g++) {
    if (!groups->items[g].option_count) continue;
    uint32_t at = coherence->anchor_count;
    if (at == GM_ANCHORS_MOST) {
      if (groups->items[coherence->anchors[at - 1]].mentions >=
          groups->items[g].mentions)
        continue;
      at--;
    } else {
      coherence->anchor_count++;
    }
    while (at > 0 && groups->items[coherence->anchors[at - 1]].mentions <
                         groups->items[g].mentions) {
      coherence->anchors[at] = coherence->anchors[at - 1];
      at--;
    }
    coherence->anchors[at] = g;
  }
}

gm_status gm_coherence_open(gm_workspace *ws, gm_groups groups,
                            gm_coherence *out) {
  gm_coherence coherence = {.groups = groups};
  size_t options = 0;
  for (uint32_t g = 0; g < groups.count; g++)
    options += groups.items[g].option_count;
  gm_status status = open_shares(ws, options * 3, &coherence.inside);
  if (status == GM_OK) status = open_shares(ws, options, &coherence.chosen);
  if (status != GM_OK) return status;
  find_anchors(&coherence);
  *out = coherence;
  return GM_OK;
}

/* Adds an option, its divisions and its country. */
static void add_option(gm_coherence *coherence, const gm_option *option,
                       float weight) {
  const gm_site *site = &option->site;
  add_share(&coherence->chosen, option->place, weight);
  add_share(&coherence->inside, site->country_place, weight);
  if (site->admin1_place != site->country_place)
    add_share(&coherence->inside, site->admin1_place, weight);
  if (site->admin2_place != site->admin1_place)
    add_share(&coherence->inside, site->admin2_place, weight);
  coherence->inside.total += weight;
}

float gm_group_least(const gm_group *group) {
  const float of_best = 0.15f;
  const gm_option *choice = gm_group_choice(group);
  return choice ? choice->probability * of_best : 1;
}

static void add_group(gm_coherence *coherence, const gm_group *group,
                      float sign) {
  float least = gm_group_least(group);
  float weight = sign * gm_group_weight(group);
  for (uint32_t i = 0; i < group->option_count; i++) {
    const gm_option *option = &group->options[i];
    if (option->probability >= least)
      add_option(coherence, option, weight * option->probability);
  }
}

void gm_coherence_put_in(gm_coherence *coherence, const gm_group *group) {
  add_group(coherence, group, 1);
}

void gm_coherence_take_out(gm_coherence *coherence, const gm_group *group) {
  add_group(coherence, group, -1);
}
