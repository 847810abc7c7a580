/* The order of places in a large file: that of their main names' strings, so
 * that those of one name are neighbours. An article about Valencia asks for
 * hundreds of Valencias; in the order of reading each would lie in a page of
 * its own. In a small file all lie near each other anyway, and places keep the
 * order of reading. */
#include "gazetteer/layout.h"
#include "gazetteer/radix.h"

enum { USUAL_FROM = 1000000 };

/* Sorts places by where their names are; equals stay in their order. */
static void sort_places(gm_layout *layout, uint64_t *pairs) {
  const gm_build *build = layout->build;
  const uint8_t *shards = layout->shards.name_shards.bytes;
  uint32_t *numbers = layout->numbers.bytes, *order = layout->order.bytes;
  uint32_t count = build->refs.count;
  for (uint32_t i = 0; i < count; i++)
    pairs[i] = gm_radix_pair(
        layout->string_bases[shards[i]] + build->places[i].name, i);
  pairs = gm_radix_sort_pairs(pairs, pairs + count, count);
  for (uint32_t i = 0; i < count; i++) {
    order[i] = gm_radix_index(pairs[i]);
    numbers[order[i]] = i;
  }
}

gm_status gm_layout_group(gm_layout *layout) {
  gm_build *build = layout->build;
  uint32_t from = build->options.group_from;
  size_t count = build->refs.count;
  gm_store room = {0};
  if (count < (from ? from : USUAL_FROM) || !count) return GM_OK;
  bool good =
      gm_store_reserve(build->ws, &layout->numbers, count * sizeof(uint32_t)) &&
      gm_store_reserve(build->ws, &layout->order, count * sizeof(uint32_t)) &&
      gm_store_reserve(build->ws, &room, 2 * count * sizeof(uint64_t));
  if (good) sort_places(layout, room.bytes);
  gm_store_close(build->ws, &room);
  return good ? GM_OK : GM_NO_MEMORY;
}
