/* The sections that have a record of each place: the places themselves, their
 * order by GeoNames id, and that along the curve of earth/nearest.h. All three
 * go along the places in the order of their numbers in the file, which in a
 * large one is not that of memory. */
#include "earth/nearest.h"
#include "gazetteer/layout.h"
#include "gazetteer/radix.h"

/* The place that has a number in the file. One that comes soon is called for:
 * they lie here and there, and waiting for them is most of the work. */
static const gm_format_place *walk(const gm_layout *layout, uint32_t number) {
  enum { SOON = 16 };
  const gm_build *build = layout->build;
  if (layout->order.bytes && number + SOON < build->refs.count)
    __builtin_prefetch(&build->places[gm_layout_place(layout, number + SOON)]);
  return &build->places[gm_layout_place(layout, number)];
}

/* A long ref, and a name, are numbers until now: offsets from here. */
static void give_offsets(const gm_layout *layout, uint32_t place,
                         gm_format_place *record) {
  const uint8_t *shards = layout->shards.name_shards.bytes;
  record->name += layout->string_bases[shards[place]];
  if (record->ref[0]) return;
  uint32_t string;
  memcpy(&string, record->ref + 8, sizeof string);
  string = layout->build->strings.offsets[string];
  memcpy(record->ref + 8, &string, sizeof string);
}

gm_status gm_layout_places(gm_workspace *ws, gm_layout *layout) {
  gm_outlet outlet = gm_layout_outlet(ws, layout, GM_SECTION_PLACES);
  for (uint32_t i = 0; i < layout->build->refs.count; i++) {
    gm_format_place record = *walk(layout, i);
    give_offsets(layout, gm_layout_place(layout, i), &record);
    gm_outlet_put(&outlet, &record, sizeof record);
  }
  return gm_layout_close(layout, GM_SECTION_PLACES, &outlet);
}

/* ------------------------------------------------- places in an order -- */

/* A number to sort a place by. @return false: it is left out */
typedef bool (*sort_key)(const gm_format_place *place, uint32_t *key);

static bool key_of_id(const gm_format_place *place, uint32_t *key) {
  *key = gm_format_geonameid(place->ref);
  return *key;
}

static bool key_of_point(const gm_format_place *place, uint32_t *key) {
  *key = gm_nearest_key(place->lat_e5, place->lon_e5);
  return true;
}

/* Places by a key; those of one key stay in their order. */
static gm_status lay_sorted(gm_workspace *ws, gm_layout *layout,
                            enum gm_section section, sort_key key_of) {
  uint32_t places = layout->build->refs.count, key;
  gm_store room = {0};
  size_t count = 0;
  if (!gm_store_reserve(ws, &room, (2 * (size_t)places + 1) * sizeof(uint64_t)))
    return GM_NO_MEMORY;
  uint64_t *pairs = room.bytes;
  for (uint32_t i = 0; i < places; i++)
    if (key_of(walk(layout, i), &key)) pairs[count++] = gm_radix_pair(key, i);
  pairs = gm_radix_sort_pairs(pairs, pairs + places, count);
  gm_outlet outlet = gm_layout_outlet(ws, layout, section);
  for (size_t i = 0; i < count; i++) {
    uint32_t place = gm_radix_index(pairs[i]);
    gm_outlet_put(&outlet, &place, sizeof place);
  }
  gm_store_close(ws, &room);
  return gm_layout_close(layout, section, &outlet);
}

gm_status gm_layout_ids(gm_workspace *ws, gm_layout *layout) {
  return lay_sorted(ws, layout, GM_SECTION_IDS, key_of_id);
}

gm_status gm_layout_nearest(gm_workspace *ws, gm_layout *layout) {
  return lay_sorted(ws, layout, GM_SECTION_NEAREST, key_of_point);
}

uint32_t gm_layout_count_ids(const gm_layout *layout) {
  const gm_build *build = layout->build;
  uint32_t count = 0;
  for (uint32_t i = 0; i < build->refs.count; i++)
    count += gm_format_geonameid(build->places[i].ref) != 0;
  return count;
}
