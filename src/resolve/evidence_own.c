/* Evidence on a place itself: see evidence.h. In the order of evidence.def. */
#include <math.h>
#include <string.h>

#include "resolve/evidence.h"

#define UNUSED(x) (void)(x)
#define HAS_CODE(option, code) GM_SITE_IS(&(option)->site, code)

/* Log of the inhabitants, 0 to 1, as the gazetteer scales it. */
float gm_evidence_population(const gm_coherence *coherence,
                             const gm_group *group,
                             const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return (float)option->site.prominence / 255;
}

/* "Bahrain" for a province of Iran: large, but people call it otherwise. */
float gm_evidence_large_by_other_name(const gm_coherence *coherence,
                                      const gm_group *group,
                                      const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  if (option->name_kind != GM_NAME_ALTERNATE) return 0;
  return (float)option->site.prominence / 255;
}

/* How much smaller it is than the largest option, -1 to 0. */
float gm_evidence_smaller(const gm_coherence *coherence,
                          const gm_group *group, const gm_option *option) {
  UNUSED(coherence);
  return (float)(option->site.prominence - group->largest) / 255;
}

/* Weakly where the name is only some alternate: "Brasilia" for Brazil. */
float gm_evidence_is_country(const gm_coherence *coherence,
                             const gm_group *group,
                             const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  if (option->site.kind != GM_PLACE_COUNTRY &&
      option->site.kind != GM_PLACE_CONTINENT)
    return 0;
  return option->name_kind == GM_NAME_ALTERNATE ? 0.2f : 1;
}

float gm_evidence_is_division(const gm_coherence *coherence,
                              const gm_group *group,
                              const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return HAS_CODE(option, "ADM1");
}

/* A county must not beat the town of its name unless "County" stands there. */
float gm_evidence_is_lesser_division(const gm_coherence *coherence,
                                     const gm_group *group,
                                     const gm_option *option) {
  UNUSED(coherence);
  return option->site.kind == GM_PLACE_DIVISION && !HAS_CODE(option, "ADM1") &&
         group->kind_hint != GM_PLACE_DIVISION;
}

static bool is_main_name(const gm_option *option) {
  return option->name_kind == GM_NAME_OFFICIAL ||
         option->name_kind == GM_NAME_SHORT;
}

/* Whether a city is the seat of a division, or bears the division's name as its
 * usual one and is nearly all of it. */
static bool is_city_of(const gm_option *city, const gm_option *division) {
  enum { NEARLY_ALL = 12 };
  if (city->site.kind != GM_PLACE_CITY ||
      city->site.admin1_place != division->place)
    return false;
  if (HAS_CODE(city, "PPLA") || HAS_CODE(city, "PPLC")) return true;
  return is_main_name(city) &&
         city->site.prominence + NEARLY_ALL > division->site.prominence;
}

/* "Lviv": the city rather than the division named after it; also "Lagos",
 * which is no seat but nearly all of its state. Not where the words beside it
 * ask for a division. */
float gm_evidence_is_named_after_city(const gm_coherence *coherence,
                                      const gm_group *group,
                                      const gm_option *option) {
  UNUSED(coherence);
  if (!HAS_CODE(option, "ADM1") || group->kind_hint == GM_PLACE_DIVISION ||
      group->kind_hint == GM_PLACE_REGION)
    return 0;
  for (uint32_t i = 0; i < group->option_count; i++)
    if (is_city_of(&group->options[i], option)) return 1;
  return 0;
}

float gm_evidence_is_capital(const gm_coherence *coherence,
                             const gm_group *group,
                             const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return HAS_CODE(option, "PPLC");
}

float gm_evidence_is_seat(const gm_coherence *coherence,
                          const gm_group *group, const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return HAS_CODE(option, "PPLA");
}

float gm_evidence_is_county_seat(const gm_coherence *coherence,
                                 const gm_group *group,
                                 const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return HAS_CODE(option, "PPLA2");
}

float gm_evidence_is_unpeopled(const gm_coherence *coherence,
                               const gm_group *group,
                               const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return option->site.kind == GM_PLACE_CITY && !option->site.population;
}

float gm_evidence_is_quarter(const gm_coherence *coherence,
                             const gm_group *group,
                             const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return option->site.kind == GM_PLACE_QUARTER;
}

float gm_evidence_is_nature(const gm_coherence *coherence,
                            const gm_group *group, const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  bool nature = option->site.kind == GM_PLACE_WATER ||
                option->site.kind == GM_PLACE_TERRAIN ||
                option->site.kind == GM_PLACE_REGION;
  return nature && option->name_kind != GM_NAME_ALTERNATE;
}

float gm_evidence_is_facility(const gm_coherence *coherence,
                              const gm_group *group,
                              const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return option->site.kind == GM_PLACE_FACILITY;
}

/* Whether the name's years are known, and hold the article's or not. */
static bool was_in_use(const gm_coherence *coherence, const gm_option *option,
                       bool wanted) {
  int year = coherence->year, from = option->from_year, to = option->to_year;
  if (!year || (!from && !to)) return false;
  return ((!from || from <= year) && (!to || year <= to)) == wanted;
}

/* A historic name is the usual one in its time. */
float gm_evidence_main_name(const gm_coherence *coherence,
                            const gm_group *group, const gm_option *option) {
  UNUSED(group);
  if (option->name_kind == GM_NAME_HISTORIC)
    return was_in_use(coherence, option, true);
  return is_main_name(option);
}

/* A name whose years are not told loses a little in articles of today, and
 * nothing in old ones: half a century back everything may have been called so.
 * An article without a date is one of today. */
float gm_evidence_old_name(const gm_coherence *coherence,
                           const gm_group *group, const gm_option *option) {
  const float today_years = 15, long_ago_years = 50;
  UNUSED(group);
  if (option->name_kind != GM_NAME_HISTORIC) return 0;
  if (!coherence->year) return 1;
  if (option->from_year || option->to_year) return 0;
  float age = (float)(coherence->year_now - coherence->year);
  if (age <= today_years || !coherence->year_now) return 1;
  if (age >= long_ago_years) return 0;
  return (long_ago_years - age) / (long_ago_years - today_years);
}

float gm_evidence_out_of_date(const gm_coherence *coherence,
                              const gm_group *group, const gm_option *option) {
  UNUSED(group);
  return was_in_use(coherence, option, false);
}

float gm_evidence_nickname(const gm_coherence *coherence,
                           const gm_group *group, const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return option->name_kind == GM_NAME_COLLOQUIAL;
}

float gm_evidence_overlay_names(const gm_coherence *coherence,
                                const gm_group *group,
                                const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return option->overlaid;
}

float gm_evidence_overlay_prefers(const gm_coherence *coherence,
                                  const gm_group *group,
                                  const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return option->site.preferred;
}

/* Log of the number of names, 1 at 150 and more. */
static float fame_of(uint16_t count) {
  const float many = 150;
  float names = (float)count;
  return names >= many ? 1 : logf(1 + names) / logf(1 + many);
}

float gm_evidence_fame(const gm_coherence *coherence, const gm_group *group,
                       const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return fame_of(option->site.names);
}

/* How much less famous it is than the most famous option, -1 to 0. */
float gm_evidence_less_famous(const gm_coherence *coherence,
                              const gm_group *group,
                              const gm_option *option) {
  UNUSED(coherence);
  return fame_of(option->site.names) - fame_of(group->most_names);
}

float gm_evidence_foreign_name(const gm_coherence *coherence,
                               const gm_group *group,
                               const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return option->foreign;
}

/* Whether a kind is what the words demand; a region may be a division. */
static bool fits(int hint, int kind) {
  if (hint == kind) return true;
  if (hint == GM_PLACE_REGION)
    return kind == GM_PLACE_DIVISION || kind == GM_PLACE_TERRAIN;
  if (hint == GM_PLACE_DIVISION) return kind == GM_PLACE_REGION;
  return hint == GM_PLACE_CITY && kind == GM_PLACE_QUARTER;
}

float gm_evidence_kind_fits(const gm_coherence *coherence,
                            const gm_group *group, const gm_option *option) {
  UNUSED(coherence);
  return group->kind_hint >= 0 && fits(group->kind_hint, option->site.kind);
}

float gm_evidence_kind_clashes(const gm_coherence *coherence,
                               const gm_group *group,
                               const gm_option *option) {
  UNUSED(coherence);
  if (group->kind_hint < 0 || group->kind_hint == GM_PLACE_FACILITY) return 0;
  return !fits(group->kind_hint, option->site.kind);
}

/* A name of several words is hardly any other thing's. */
float gm_evidence_only_meaning(const gm_coherence *coherence,
                               const gm_group *group,
                               const gm_option *option) {
  UNUSED(coherence);
  bool several = memchr(group->key.bytes, ' ', group->key.size);
  return several && group->option_count == 1 && !option->alike;
}

float gm_evidence_composed_name(const gm_coherence *coherence,
                                const gm_group *group,
                                const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return option->composed;
}

float gm_evidence_spelled_alike(const gm_coherence *coherence,
                                const gm_group *group,
                                const gm_option *option) {
  UNUSED(coherence), UNUSED(group);
  return option->alike;
}
