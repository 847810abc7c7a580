/* Parents: the country and the divisions of each place, by its codes. Every
 * place that may stand for a code claims it, and the best one gets it; a place
 * then lies in whoever rules the codes of its area. */
#include "gazetteer/build.h"

/* A place claims a code: higher rank wins, then more people, then who came
 * first. */
static void claim(gm_build *build, uint32_t code, uint32_t place, int rank) {
  if (code == GM_NO_AREA || !rank) return;
  gm_ruler *held = &build->rulers[code];
  uint64_t people = gm_format_population(&build->places[place]);
  bool better = held->place == GM_NO_PLACE || rank > held->rank ||
                (rank == held->rank &&
                 people > gm_format_population(&build->places[held->place]));
  if (better) *held = (gm_ruler){.place = place, .rank = rank};
}

/* Which code a place of this feature may stand for, 0 to 2, and how well. */
static int level_of(gm_str feature, int *rank) {
  int country = gm_feature_rules_country(feature);
  *rank = country ? country : 1;
  if (country) return 0;
  if (gm_str_equal(feature, GM_STR("ADM1"))) return 1;
  return gm_str_equal(feature, GM_STR("ADM2")) ? 2 : -1;
}

void gm_parents_find(gm_build *build) {
  int rank = 0, level = -1;
  for (uint32_t i = 0; i < build->refs.count; i++) {
    const gm_format_place *place = &build->places[i];
    gm_str feature = gm_str_of(build->features[place->feature].code);
    if (!i || place->feature != place[-1].feature)
      level = level_of(feature, &rank);
    if (level >= 0)
      claim(build, build->area_rows[place->area].codes[level], i, rank);
  }
}
