/* Evidence from what the user told: see evidence.h and hints.h. Without hints
 * all of it is 0. */
#include <string.h>

#include "earth/distance.h"
#include "resolve/evidence.h"

#define UNUSED(x) (void)(x)

/* Whether a place is wider than a town's surroundings. */
static bool is_wide(const gm_site *site) {
  return site->kind == GM_PLACE_COUNTRY || site->kind == GM_PLACE_CONTINENT;
}

float gm_evidence_home(const gm_coherence *coherence, const gm_group *group,
                       const gm_option *option) {
  UNUSED(group);
  if (coherence->known.home != option->place) return 0;
  return coherence->known.home_trust;
}

/* 1 in the home town, one half 40 km off, nothing 500 km off. A home that is a
 * whole division or country has no point to be near to. */
float gm_evidence_near_home(const gm_coherence *coherence,
                            const gm_group *group, const gm_option *option) {
  const double near_km = 40, far_km = 500;
  UNUSED(group);
  const gm_known *known = &coherence->known;
  if (known->home == GM_NO_PLACE || is_wide(&option->site) ||
      is_wide(&known->home_site) || GM_SITE_IS(&known->home_site, "ADM1"))
    return 0;
  double km = gm_distance_fast_km(known->home_site.at, option->site.at);
  if (km > far_km) return 0;
  return (float)(near_km / (near_km + km)) * known->home_trust;
}

/* How much a home says for what is its division or country, or lies in it. */
static float is_or_lies_in(const gm_known *known, const gm_option *option,
                           uint32_t division, uint32_t above) {
  if (known->home == GM_NO_PLACE || division == GM_NO_PLACE) return 0;
  return option->place == division || above == division ? known->home_trust : 0;
}

float gm_evidence_division_of_home(const gm_coherence *coherence,
                                   const gm_group *group,
                                   const gm_option *option) {
  UNUSED(group);
  const gm_known *known = &coherence->known;
  return is_or_lies_in(known, option, known->home_site.admin1_place,
                       option->site.admin1_place);
}

float gm_evidence_country_of_home(const gm_coherence *coherence,
                                  const gm_group *group,
                                  const gm_option *option) {
  UNUSED(group);
  const gm_known *known = &coherence->known;
  return is_or_lies_in(known, option, known->home_site.country_place,
                       option->site.country_place);
}

/* Weakly by a name that is not the usual one: some village in Ukraine was once
 * called Paris. */
float gm_evidence_in_area(const gm_coherence *coherence, const gm_group *group,
                          const gm_option *option) {
  UNUSED(group);
  const gm_known *known = &coherence->known;
  if (!gm_known_has_area(known) || !gm_known_holds(known, &option->site))
    return 0;
  bool usual = option->name_kind == GM_NAME_OFFICIAL ||
               option->name_kind == GM_NAME_SHORT;
  return usual ? 1 : 0.5f;
}

/* Countries, continents and waters are named from afar: they lose nothing. */
float gm_evidence_outside_area(const gm_coherence *coherence,
                               const gm_group *group, const gm_option *option) {
  UNUSED(group);
  const gm_known *known = &coherence->known;
  if (!gm_known_has_area(known) || is_wide(&option->site) ||
      option->site.kind == GM_PLACE_WATER)
    return 0;
  return !gm_known_holds(known, &option->site);
}
