/* Evidence from the rest of the document: see evidence.h. The group that is
 * decided has been taken out of the coherence. */
#include <math.h>
#include <string.h>

#include "earth/distance.h"
#include "resolve/evidence.h"

#define UNUSED(x) (void)(x)

/* The share of the document's weight that lies in `place`, 0 to 1. */
static float share_of(const gm_coherence *coherence, uint32_t place) {
  const float few = 0.5f; /* one lone witness shall not count as all */
  float weight = gm_shares_of(&coherence->inside, place);
  return weight > 0 ? weight / (coherence->inside.total + few) : 0;
}

float gm_evidence_country_share(const gm_coherence *coherence,
                                const gm_group *group,
                                const gm_option *option) {
  UNUSED(group);
  return share_of(coherence, option->site.country_place);
}

float gm_evidence_division_share(const gm_coherence *coherence,
                                 const gm_group *group,
                                 const gm_option *option) {
  UNUSED(group);
  return share_of(coherence, option->site.admin1_place);
}

float gm_evidence_county_share(const gm_coherence *coherence,
                               const gm_group *group,
                               const gm_option *option) {
  UNUSED(group);
  return share_of(coherence, option->site.admin2_place);
}

/* Words count where few names are witnesses. */
float gm_evidence_country_words(const gm_coherence *coherence,
                                const gm_group *group,
                                const gm_option *option) {
  const float few = 3;
  UNUSED(group);
  return gm_usage_of(&coherence->usage, option->site.country) * few /
         (few + coherence->inside.total);
}

float gm_evidence_outlet_country(const gm_coherence *coherence,
                                 const gm_group *group,
                                 const gm_option *option) {
  UNUSED(group);
  return coherence->usage.outlet[0] &&
         strcmp(coherence->usage.outlet, option->site.country) == 0;
}

static bool is_container(const gm_option *option, const gm_option *choice) {
  const gm_site *site = &option->site;
  return choice->place == site->country_place ||
         choice->place == site->admin1_place ||
         choice->place == site->admin2_place;
}

/* The share of the names next to this one that mean what it lies in. */
float gm_evidence_named_beside(const gm_coherence *coherence,
                               const gm_group *group,
                               const gm_option *option) {
  float sum = 0, most = 0;
  for (int n = 0; n < GM_NEIGHBOURS; n++) {
    if (group->neighbours[n] == GM_NO_GROUP) continue;
    const gm_group *other = &coherence->groups.items[group->neighbours[n]];
    const gm_option *choice = gm_group_choice(other);
    if (!choice || choice->place == option->place) continue;
    most++;
    if (is_container(option, choice)) sum += choice->probability;
  }
  return most > 0 ? sum / most : 0;
}

/* What is told apart in a list: countries, first-level divisions, lesser ones,
 * towns, and all else. */
static int sort_of(const gm_site *site) {
  enum { FIRST_LEVEL = -1 };
  if (site->kind == GM_PLACE_QUARTER) return GM_PLACE_CITY;
  return strcmp(site->feature, "ADM1") == 0 ? FIRST_LEVEL : site->kind;
}

/* "Oregon and Washington": the share of the names next to this one that are of
 * its sort. */
float gm_evidence_kind_beside(const gm_coherence *coherence,
                              const gm_group *group,
                              const gm_option *option) {
  float sum = 0, most = 0;
  for (int n = 0; n < GM_NEIGHBOURS; n++) {
    if (group->neighbours[n] == GM_NO_GROUP) continue;
    const gm_group *other = &coherence->groups.items[group->neighbours[n]];
    const gm_option *choice = gm_group_choice(other);
    if (!choice) continue;
    most++;
    if (sort_of(&choice->site) == sort_of(&option->site))
      sum += choice->probability;
  }
  return most > 0 ? sum / most : 0;
}

/* Whether another group means `place`: 0 to 1 with its weight. */
static float named(const gm_coherence *coherence, const gm_option *option,
                   uint32_t place) {
  if (place == option->place) return 0;
  float weight = gm_shares_of(&coherence->chosen, place);
  return weight <= 0 ? 0 : weight >= 1 ? 1 : weight;
}

float gm_evidence_country_named(const gm_coherence *coherence,
                                const gm_group *group,
                                const gm_option *option) {
  UNUSED(group);
  return named(coherence, option, option->site.country_place);
}

float gm_evidence_division_named(const gm_coherence *coherence,
                                 const gm_group *group,
                                 const gm_option *option) {
  UNUSED(group);
  float division = named(coherence, option, option->site.admin1_place);
  float county = named(coherence, option, option->site.admin2_place);
  return division > county ? division : county;
}

float gm_evidence_holds_others(const gm_coherence *coherence,
                               const gm_group *group,
                               const gm_option *option) {
  UNUSED(group);
  return share_of(coherence, option->place);
}

/* How near the meanings of another name are, by their probabilities: 1 at no
 * distance, half at `near_km`. */
static float nearness(const gm_group *other, const gm_option *option,
                      double near_km) {
  const double far_times = 15;
  float sum = 0;
  for (uint32_t i = 0; i < other->likely_count; i++) {
    const gm_option *meaning = &other->options[other->likely[i]];
    if (meaning->place == option->place) continue;
    double km = gm_direction_near_km(meaning->toward, option->toward,
                                     near_km * far_times);
    if (km < near_km * far_times)
      sum += (float)(near_km / (near_km + km)) * meaning->probability;
  }
  return sum * other->trust;
}

/* The sum is bent so that three near ones say nearly all. */
float gm_evidence_near_others(const gm_coherence *coherence,
                              const gm_group *group,
                              const gm_option *option) {
  const double near_km = 40;
  float sum = 0;
  for (uint32_t a = 0; a < coherence->anchor_count; a++) {
    const gm_group *anchor = &coherence->groups.items[coherence->anchors[a]];
    if (anchor != group && !gm_str_equal(anchor->key, group->key))
      sum += nearness(anchor, option, near_km);
  }
  return 1 - expf(-sum);
}

/* The same for the groups that stand nearest in the text. */
float gm_evidence_near_neighbours(const gm_coherence *coherence,
                                  const gm_group *group,
                                  const gm_option *option) {
  const double near_km = 60;
  float sum = 0;
  for (int n = 0; n < GM_NEIGHBOURS; n++)
    if (group->neighbours[n] != GM_NO_GROUP)
      sum += nearness(&coherence->groups.items[group->neighbours[n]], option,
                      near_km);
  return 1 - expf(-sum);
}

/* Whether an option lies in some place that the container may mean. */
static bool lies_in(const gm_group *container, const gm_option *option) {
  enum { MOST = 6 };
  const gm_site *site = &option->site;
  for (uint32_t i = 0; i < container->option_count && i < MOST; i++) {
    uint32_t place = container->options[i].place;
    if (place == option->place) continue;
    if (place == site->country_place || place == site->admin1_place ||
        place == site->admin2_place)
      return true;
  }
  return false;
}

float gm_evidence_container_behind(const gm_coherence *coherence,
                                   const gm_group *group,
                                   const gm_option *option) {
  if (group->container == GM_NO_GROUP) return 0;
  return lies_in(&coherence->groups.items[group->container], option);
}

/* Only where some other option does lie in it: "Paris, London and Rome". */
float gm_evidence_container_clashes(const gm_coherence *coherence,
                                    const gm_group *group,
                                    const gm_option *option) {
  if (group->container == GM_NO_GROUP) return 0;
  const gm_group *container = &coherence->groups.items[group->container];
  if (lies_in(container, option)) return 0;
  for (uint32_t i = 0; i < group->option_count; i++)
    if (lies_in(container, &group->options[i])) return 1;
  return 0;
}

/* "London, Ontario": Ontario is the one that holds a London. */
float gm_evidence_contained_before(const gm_coherence *coherence,
                                   const gm_group *group,
                                   const gm_option *option) {
  if (group->inner == GM_NO_GROUP) return 0;
  const gm_group *inner = &coherence->groups.items[group->inner];
  for (uint32_t i = 0; i < inner->option_count; i++) {
    const gm_site *site = &inner->options[i].site;
    if (inner->options[i].place != option->place &&
        (site->country_place == option->place ||
         site->admin1_place == option->place ||
         site->admin2_place == option->place))
      return 1;
  }
  return 0;
}

/* Whether an equal name with its container behind it means this place. */
float gm_evidence_full_mention(const gm_coherence *coherence,
                               const gm_group *group,
                               const gm_option *option) {
  if (group->container != GM_NO_GROUP) return 0;
  const gm_group *groups = coherence->groups.items;
  for (const gm_group *other = &groups[group->namesake]; other != group;
       other = &groups[other->namesake]) {
    const gm_option *choice = gm_group_choice(other);
    if (other->container != GM_NO_GROUP && choice &&
        choice->place == option->place &&
        lies_in(&groups[other->container], choice))
      return 1;
  }
  return 0;
}
