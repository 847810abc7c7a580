/* Evidence from the rest of the document: see evidence.h. A group is never its
 * own witness: its weight is taken off before others are asked. */
#include <math.h>

#include "earth/distance.h"
#include "resolve/evidence.h"

/* The share of the other groups' weight that lies in `place`, 0 to 1. */
static float share_of(const gm_coherence *coherence, const gm_group *group,
                      uint32_t place) {
  if (place == GM_NO_PLACE) return 0;
  float weight = gm_shares_of(&coherence->inside, place);
  float total = coherence->inside.total;
  const gm_option *mine = gm_group_choice(group);
  float own = gm_group_weight(group);
  if (mine && (mine->site.country_place == place ||
               mine->site.admin1_place == place ||
               mine->site.admin2_place == place))
    weight -= own;
  total -= own;
  const float few = 1; /* one lone witness shall not count as all */
  return weight > 0 ? weight / (total + few) : 0;
}

float gm_evidence_country_share(const gm_coherence *coherence,
                                const gm_group *group,
                                const gm_option *option) {
  return share_of(coherence, group, option->site.country_place);
}

float gm_evidence_division_share(const gm_coherence *coherence,
                                 const gm_group *group,
                                 const gm_option *option) {
  return share_of(coherence, group, option->site.admin1_place);
}

/* Whether another group means `place`: 0 to 1 with its weight. */
static float named(const gm_coherence *coherence, const gm_group *group,
                   const gm_option *option, uint32_t place) {
  if (place == GM_NO_PLACE || place == option->place) return 0;
  float weight = gm_shares_of(&coherence->chosen, place);
  const gm_option *mine = gm_group_choice(group);
  if (mine && mine->place == place) weight -= gm_group_weight(group);
  return weight <= 0 ? 0 : weight >= 1 ? 1 : weight;
}

float gm_evidence_country_named(const gm_coherence *coherence,
                                const gm_group *group,
                                const gm_option *option) {
  return named(coherence, group, option, option->site.country_place);
}

float gm_evidence_division_named(const gm_coherence *coherence,
                                 const gm_group *group,
                                 const gm_option *option) {
  float division = named(coherence, group, option, option->site.admin1_place);
  float county = named(coherence, group, option, option->site.admin2_place);
  return division > county ? division : county;
}

float gm_evidence_holds_others(const gm_coherence *coherence,
                               const gm_group *group,
                               const gm_option *option) {
  return share_of(coherence, group, option->place);
}

/* How near the anchors are: each adds 1 within 40 km, less farther off; the
 * sum is bent so that three near ones say nearly all. */
float gm_evidence_near_others(const gm_coherence *coherence,
                              const gm_group *group,
                              const gm_option *option) {
  const double near_km = 40, far_km = 800;
  float sum = 0;
  for (uint32_t a = 0; a < coherence->anchor_count; a++) {
    const gm_group *anchor = &coherence->groups.items[coherence->anchors[a]];
    const gm_option *choice = gm_group_choice(anchor);
    if (anchor == group || choice->place == option->place ||
        gm_str_equal(anchor->key, group->key) ||
        choice->site.kind == GM_PLACE_COUNTRY ||
        choice->site.kind == GM_PLACE_CONTINENT)
      continue;
    double km = gm_distance_fast_km(choice->site.at, option->site.at);
    if (km > far_km) continue;
    float nearness = (float)(near_km / (near_km + km));
    sum += nearness * choice->probability;
  }
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
