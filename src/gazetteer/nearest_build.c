/* All places along the curve of earth/nearest.h: see build.h. */
#include "earth/nearest.h"
#include "gazetteer/build.h"
#include "gazetteer/radix.h"

/* Sorts the places by their keys: those of one key stay in their order. */
gm_status gm_nearest_lay(gm_build *build, const uint32_t *order, gm_str *out) {
  size_t count = build->refs.count;
  gm_store room = {0};
  uint32_t *places = gm_take_array(build->ws, count, sizeof *places);
  if (!places || !gm_store_reserve(build->ws, &room,
                                   (2 * count + 1) * sizeof(gm_radix_item)))
    return GM_NO_MEMORY;
  gm_radix_item *items = room.bytes;
  for (uint32_t i = 0; i < count; i++) {
    const gm_format_place *place = &build->places[order ? order[i] : i];
    items[i].key = gm_nearest_key(place->lat_e5, place->lon_e5);
    items[i].index = i;
  }
  items = gm_radix_sort(items, items + count, count);
  for (size_t i = 0; i < count; i++) places[i] = items[i].index;
  gm_store_close(build->ws, &room);
  *out = (gm_str){(const char *)places, count * sizeof *places};
  return GM_OK;
}
