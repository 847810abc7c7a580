/* Parents: the country and the divisions of each place, by its codes. First
 * every place that may stand for a code claims it, and the best one gets it;
 * then every place takes over who got its codes. */
#include "gazetteer/build.h"

static gm_str feature_of(const gm_build *build, const gm_draft_place *place) {
  return gm_str_of(build->features[place->record.feature].code);
}

/* A place claims a code: higher rank wins, then more people, then who came
 * first. */
static void claim(gm_build *build, uint32_t area, uint32_t place, int rank) {
  if (area == GM_NO_AREA || !rank) return;
  gm_area *held = &build->areas[area];
  uint64_t people = build->places[place].record.population;
  bool better = held->place == GM_NO_PLACE || rank > held->rank ||
                (rank == held->rank &&
                 people > build->places[held->place].record.population);
  if (better) *held = (gm_area){place, rank};
}

/* A country is in no division, a first-level division in no second one. */
static void claim_codes(gm_build *build, uint32_t index) {
  gm_draft_place *place = &build->places[index];
  gm_str feature = feature_of(build, place);
  int country = gm_feature_rules_country(feature);
  bool first = gm_str_equal(feature, GM_STR("ADM1"));
  bool second = gm_str_equal(feature, GM_STR("ADM2"));
  if (country) {
    claim(build, place->areas[0], index, country);
    place->areas[1] = place->areas[2] = GM_NO_AREA;
  } else if (first) {
    claim(build, place->areas[1], index, 1);
    place->areas[2] = GM_NO_AREA;
  } else if (second) {
    claim(build, place->areas[2], index, 1);
  }
}

static uint32_t owner(const gm_build *build, uint32_t area) {
  return area == GM_NO_AREA ? GM_NO_PLACE : build->areas[area].place;
}

void gm_parents_find(gm_build *build) {
  uint32_t count = (uint32_t)build->refs.count;
  for (uint32_t i = 0; i < count; i++) claim_codes(build, i);
  for (uint32_t i = 0; i < count; i++) {
    gm_draft_place *place = &build->places[i];
    place->record.country_place = owner(build, place->areas[0]);
    place->record.admin1_place = owner(build, place->areas[1]);
    place->record.admin2_place = owner(build, place->areas[2]);
  }
}
