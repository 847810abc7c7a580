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

/* Adds a town's people to those of its country and divisions. */
static void add_member(const gm_format_place *town, uint64_t *people) {
  const uint32_t parents[] = {town->country_place, town->admin1_place,
                              town->admin2_place};
  for (size_t i = 0; i < 3; i++)
    if (parents[i] != GM_NO_PLACE) people[parents[i]] += town->population;
}

gm_status gm_prominence_give(gm_build *build) {
  size_t count = build->refs.count;
  uint64_t *people = gm_take_array(build->ws, count, sizeof *people);
  if (!people) return GM_NO_MEMORY;
  for (size_t i = 0; i < count; i++) {
    gm_format_place *record = &build->places[i].record;
    record->kind = build->features[record->feature].kind;
    if (record->kind == GM_PLACE_CITY) add_member(record, people);
  }
  for (size_t i = 0; i < count; i++) {
    gm_format_place *record = &build->places[i].record;
    uint64_t known = record->population ? record->population : people[i];
    uint8_t fame = record->prominence; /* of a publisher who tells it */
    if (!fame) fame = build->features[record->feature].prominence;
    record->prominence = known ? gm_prominence_of(known) : fame;
  }
  return GM_OK;
}
