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

/* How probable an option must be to be a witness: nearly as much as the best.
 * Else a dozen villages of one country would outweigh the city of their name.
 */
static float least_of(const gm_group *group) {
  const float of_best = 0.15f;
  const gm_option *choice = gm_group_choice(group);
  return choice ? choice->probability * of_best : 1;
}

void gm_group_find_likely(gm_group *group) {
  float least = least_of(group);
  group->likely_count = 0;
  for (uint32_t i = 0; i < group->option_count; i++) {
    const gm_option *option = &group->options[i];
    if (option->probability < least || option->site.kind == GM_PLACE_COUNTRY ||
        option->site.kind == GM_PLACE_CONTINENT)
      continue;
    group->likely[group->likely_count++] = (uint8_t)i;
  }
}

/* ------------------------------------------------------------- numbers -- */

/* Numbers places in the order in which they come, by open addressing. */
typedef struct numberer {
  uint32_t *places;  /* plus 1; 0: the slot is free */
  uint32_t *numbers; /* from 1 */
  size_t mask;
  uint32_t count;
} numberer;

static uint32_t number_of(numberer *by, uint32_t place) {
  if (place == GM_NO_PLACE) return 0;
  size_t at = ((size_t)place * 2654435761u) & by->mask;
  while (by->places[at] && by->places[at] != place + 1)
    at = (at + 1) & by->mask;
  if (!by->places[at]) {
    by->places[at] = place + 1;
    by->numbers[at] = ++by->count;
  }
  return by->numbers[at];
}

static void number_option(numberer *by, gm_option *option) {
  const gm_site *site = &option->site;
  option->number = number_of(by, option->place);
  option->country_number = number_of(by, site->country_place);
  option->admin1_number = number_of(by, site->admin1_place);
  option->admin2_number = number_of(by, site->admin2_place);
}

/* @param most  as many places as there may be */
static gm_status open_numberer(gm_workspace *ws, size_t most, numberer *out) {
  size_t capacity = 16;
  while (capacity < most + most / 2) capacity *= 2;
  *out =
      (numberer){.places = gm_take_array(ws, capacity, sizeof *out->places),
                 .numbers = gm_take_array(ws, capacity, sizeof *out->numbers),
                 .mask = capacity - 1};
  return out->places && out->numbers ? GM_OK : GM_NO_MEMORY;
}

static gm_status number_places(gm_workspace *ws, gm_groups groups,
                               gm_coherence *coherence) {
  enum { PLACES_AN_OPTION = 4 };
  numberer by;
  size_t options = 0;
  for (uint32_t g = 0; g < groups.count; g++)
    options += groups.items[g].option_count;
  gm_status status = open_numberer(ws, options * PLACES_AN_OPTION, &by);
  if (status != GM_OK) return status;
  for (uint32_t g = 0; g < groups.count; g++)
    for (uint32_t i = 0; i < groups.items[g].option_count; i++)
      number_option(&by, &groups.items[g].options[i]);
  coherence->inside.weights =
      gm_take_array(ws, by.count + 1u, sizeof *coherence->inside.weights);
  coherence->chosen.weights =
      gm_take_array(ws, by.count + 1u, sizeof *coherence->chosen.weights);
  return coherence->inside.weights && coherence->chosen.weights ? GM_OK
                                                                : GM_NO_MEMORY;
}

/* ------------------------------------------------------------- anchors -- */

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
  for (uint32_t a = 0; a < coherence->anchor_count; a++)
    groups->items[coherence->anchors[a]].anchor = true;
}

/* Room for the crowd: no anchor has more witnesses than options. */
static gm_status open_crowd(gm_workspace *ws, gm_coherence *coherence) {
  gm_crowd *crowd = &coherence->crowd;
  size_t most = 0;
  for (uint32_t a = 0; a < coherence->anchor_count; a++)
    most += coherence->groups.items[coherence->anchors[a]].option_count;
  size_t steps = most / GM_FOUR + 1;
  crowd->x = gm_take_array(ws, steps, sizeof *crowd->x);
  crowd->y = gm_take_array(ws, steps, sizeof *crowd->y);
  crowd->z = gm_take_array(ws, steps, sizeof *crowd->z);
  crowd->meanings = gm_take_array(ws, most, sizeof *crowd->meanings);
  crowd->groups = gm_take_array(ws, most, sizeof *crowd->groups);
  return crowd->x && crowd->y && crowd->z && crowd->meanings && crowd->groups
             ? GM_OK
             : GM_NO_MEMORY;
}

gm_status gm_coherence_open(gm_workspace *ws, gm_groups groups,
                            gm_coherence *out) {
  gm_coherence coherence = {.groups = groups};
  gm_status status = number_places(ws, groups, &coherence);
  if (status != GM_OK) return status;
  find_anchors(&coherence);
  status = open_crowd(ws, &coherence);
  if (status == GM_OK) *out = coherence;
  return status;
}

static void gather_group(gm_crowd *crowd, const gm_group *group, uint32_t g) {
  for (uint32_t i = 0; i < group->likely_count; i++) {
    const gm_option *meaning = &group->options[group->likely[i]];
    uint32_t at = crowd->count++;
    crowd->x[at / GM_FOUR][at % GM_FOUR] = (float)meaning->toward.x;
    crowd->y[at / GM_FOUR][at % GM_FOUR] = (float)meaning->toward.y;
    crowd->z[at / GM_FOUR][at % GM_FOUR] = (float)meaning->toward.z;
    crowd->meanings[at] = meaning;
    crowd->groups[at] = g;
  }
}

/* Gathers the crowd anew: where options or what is likely have changed. */
static void gather(gm_coherence *coherence) {
  coherence->crowd.count = 0;
  for (uint32_t a = 0; a < coherence->anchor_count; a++) {
    uint32_t g = coherence->anchors[a];
    if (coherence->crowd.count > GM_CROWD_ENOUGH) break;
    gather_group(&coherence->crowd, &coherence->groups.items[g], g);
  }
}

/* --------------------------------------------------------- in and out ---- */

/* Adds an option, its divisions and its country. */
static void add_option(gm_coherence *coherence, const gm_option *option,
                       float weight) {
  float *inside = coherence->inside.weights;
  coherence->chosen.weights[option->number] += weight;
  inside[option->country_number] += weight;
  if (option->admin1_number != option->country_number)
    inside[option->admin1_number] += weight;
  if (option->admin2_number != option->admin1_number)
    inside[option->admin2_number] += weight;
  inside[0] = 0; /* which is no place */
  coherence->inside.total += weight;
}

static void add_group(gm_coherence *coherence, const gm_group *group,
                      float sign) {
  float least = least_of(group);
  float weight = sign * gm_group_weight(group);
  for (uint32_t i = 0; i < group->option_count; i++) {
    const gm_option *option = &group->options[i];
    if (option->probability >= least)
      add_option(coherence, option, weight * option->probability);
  }
}

void gm_coherence_put_in(gm_coherence *coherence, const gm_group *group) {
  add_group(coherence, group, 1);
  if (group->anchor) gather(coherence);
}

void gm_coherence_take_out(gm_coherence *coherence, const gm_group *group) {
  add_group(coherence, group, -1);
}
