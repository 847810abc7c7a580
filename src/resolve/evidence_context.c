/* Evidence from the rest of the document: see evidence.h. The group that is
 * decided has been taken out of the coherence. */
#include <math.h>
#include <string.h>

#include "earth/distance.h"
#include "resolve/evidence.h"

#define UNUSED(x) (void)(x)

/* The share of the document's weight that lies in a place, 0 to 1. */
static float share_of(const gm_coherence *coherence, uint32_t number) {
  const float few = 0.5f; /* one lone witness shall not count as all */
  float weight = coherence->inside.weights[number];
  return weight > 0 ? weight / (coherence->inside.total + few) : 0;
}

float gm_evidence_country_share(const gm_coherence *coherence,
                                const gm_group *group,
                                const gm_option *option) {
  UNUSED(group);
  return share_of(coherence, option->country_number);
}

float gm_evidence_division_share(const gm_coherence *coherence,
                                 const gm_group *group,
                                 const gm_option *option) {
  UNUSED(group);
  return share_of(coherence, option->admin1_number);
}

float gm_evidence_county_share(const gm_coherence *coherence,
                               const gm_group *group, const gm_option *option) {
  UNUSED(group);
  return share_of(coherence, option->admin2_number);
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
                               const gm_group *group, const gm_option *option) {
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
  return GM_SITE_IS(site, "ADM1") ? FIRST_LEVEL : site->kind;
}

/* "Oregon and Washington": the share of the names next to this one that are of
 * its sort. */
float gm_evidence_kind_beside(const gm_coherence *coherence,
                              const gm_group *group, const gm_option *option) {
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

/* Whether another group means a place: 0 to 1 with its weight. */
static float named(const gm_coherence *coherence, const gm_option *option,
                   uint32_t number) {
  if (number == option->number) return 0;
  float weight = coherence->chosen.weights[number];
  return weight <= 0 ? 0 : weight >= 1 ? 1 : weight;
}

float gm_evidence_country_named(const gm_coherence *coherence,
                                const gm_group *group,
                                const gm_option *option) {
  UNUSED(group);
  return named(coherence, option, option->country_number);
}

float gm_evidence_division_named(const gm_coherence *coherence,
                                 const gm_group *group,
                                 const gm_option *option) {
  UNUSED(group);
  float division = named(coherence, option, option->admin1_number);
  float county = named(coherence, option, option->admin2_number);
  return division > county ? division : county;
}

float gm_evidence_holds_others(const gm_coherence *coherence,
                               const gm_group *group, const gm_option *option) {
  UNUSED(group);
  return share_of(coherence, option->number);
}

enum { FAR_TIMES = 15 };

/* What another meaning says by how near it is: 1 at no distance, half at
 * `near_km`, nothing from FAR_TIMES that on; times its probability. */
static float nearness(const gm_option *meaning, const gm_option *option,
                      double near_km) {
  const double far_km = near_km * FAR_TIMES;
  if (meaning->place == option->place) return 0;
  double km = gm_direction_near_km(meaning->toward, option->toward, far_km);
  if (km >= far_km) return 0;
  return (float)(near_km / (near_km + km)) * meaning->probability;
}

/* The squares of the chords to four meanings at once; a little wrong, for their
 * directions are rounded. */
static gm_four chords_to(const gm_crowd *crowd, uint32_t step,
                         gm_direction toward) {
  gm_four x = crowd->x[step] - (float)toward.x;
  gm_four y = crowd->y[step] - (float)toward.y;
  gm_four z = crowd->z[step] - (float)toward.z;
  return x * x + y * y + z * z;
}

/* Which meanings of the crowd may be within `far_km`, from the `from`-th on.
 * @return how many of at most GM_CROWD_PAGE were written to `out` */
static uint32_t find_near(const gm_crowd *crowd, uint32_t from,
                          gm_direction toward, double far_km,
                          uint32_t out[GM_CROWD_PAGE]) {
  const float rounding = 1.001f;
  float far = (float)(far_km / GM_MEAN_RADIUS_KM) * rounding, most = far * far;
  uint32_t count = 0, end = from + GM_CROWD_PAGE;
  if (end > crowd->count) end = crowd->count;
  for (uint32_t at = from; at < end; at += GM_FOUR) {
    gm_four square = chords_to(crowd, at / GM_FOUR, toward);
    if (!(square[0] < most || square[1] < most || square[2] < most ||
          square[3] < most))
      continue;
    for (uint32_t i = 0; i < GM_FOUR && at + i < end; i++)
      if (square[i] < most) out[count++] = at + i;
  }
  return count;
}

/* What the anchors say, one after the other. */
typedef struct anchor_sum {
  const gm_group *anchor; /* NULL: none yet */
  float own, all;         /* of its meanings; of the anchors before */
} anchor_sum;

static void add_anchors(anchor_sum *sum) {
  if (sum->anchor) sum->all += sum->own * sum->anchor->trust;
  sum->own = 0;
}

/* The sum over the anchors is bent so that three near ones say nearly all. */
float gm_evidence_near_others(const gm_coherence *coherence,
                              const gm_group *group, const gm_option *option) {
  const double near_km = 40;
  const gm_crowd *crowd = &coherence->crowd;
  anchor_sum sum = {NULL, 0, 0};
  for (uint32_t page = 0; page < crowd->count; page += GM_CROWD_PAGE) {
    uint32_t found[GM_CROWD_PAGE];
    uint32_t count =
        find_near(crowd, page, option->toward, near_km * FAR_TIMES, found);
    for (uint32_t i = 0; i < count; i++) {
      uint32_t g = crowd->groups[found[i]];
      const gm_group *anchor = &coherence->groups.items[g];
      if (anchor->name == group->name) continue;
      if (anchor != sum.anchor) add_anchors(&sum), sum.anchor = anchor;
      sum.own += nearness(crowd->meanings[found[i]], option, near_km);
    }
  }
  add_anchors(&sum);
  return sum.all > 0 ? 1 - expf(-sum.all) : 0;
}

/* The same for the groups that stand nearest in the text. */
float gm_evidence_near_neighbours(const gm_coherence *coherence,
                                  const gm_group *group,
                                  const gm_option *option) {
  const double near_km = 60;
  float sum = 0;
  for (int n = 0; n < GM_NEIGHBOURS; n++) {
    if (group->neighbours[n] == GM_NO_GROUP) continue;
    const gm_group *other = &coherence->groups.items[group->neighbours[n]];
    float own = 0;
    for (uint32_t i = 0; i < other->likely_count; i++)
      own += nearness(&other->options[other->likely[i]], option, near_km);
    sum += own * other->trust;
  }
  return sum > 0 ? 1 - expf(-sum) : 0;
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
                               const gm_group *group, const gm_option *option) {
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
