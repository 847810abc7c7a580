/* Prominence: how well known a place is, 0 to 255, from its number of people:
 *
 *     255 * log(1 + people) / log(1 + 1.5 billion)
 *
 * A country or division of unknown population has the people of its towns; a
 * place without people has what gazetteer/features.def gives to its kind. */
#include <math.h>

#include "gazetteer/build.h"

uint8_t gm_prominence_of(uint64_t people) {
  double share = log10(1 + (double)people) / log10(1 + 1.5e9);
  return share < 1 ? (uint8_t)lround(255 * share) : 255;
}

/* Adds a town's people to those who rule its codes. */
static void add_member(gm_build *build, const gm_format_place *town) {
  const gm_draft_area *area = &build->area_rows[town->area];
  for (int i = 0; i < 3; i++)
    if (area->codes[i] != GM_NO_AREA)
      build->rulers[area->codes[i]].people += gm_format_population(town);
}

/* The people of the towns of those who rule, where their own are unknown. */
static void give_to_rulers(gm_build *build) {
  for (size_t i = 0; i < build->codes.count; i++) {
    const gm_ruler *ruler = &build->rulers[i];
    if (ruler->place == GM_NO_PLACE || !ruler->people) continue;
    gm_format_place *place = &build->places[ruler->place];
    if (!gm_format_population(place))
      place->prominence = gm_prominence_of(ruler->people);
  }
}

gm_status gm_prominence_give(gm_build *build) {
  for (uint32_t i = 0; i < build->refs.count; i++) {
    gm_format_place *place = &build->places[i];
    const gm_feature *feature = &build->features[place->feature];
    uint64_t people = gm_format_population(place);
    if (people && feature->kind == GM_PLACE_CITY) add_member(build, place);
    if (people)
      place->prominence = gm_prominence_of(people);
    else if (!place->prominence) /* nor does a publisher tell its fame */
      place->prominence = feature->prominence;
  }
  give_to_rulers(build);
  return GM_OK;
}
