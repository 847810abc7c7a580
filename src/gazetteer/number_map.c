/* See number_map.h. */
#include "gazetteer/number_map.h"

#include "gazetteer/hash.h"

/* The slot that has a key, or the empty one where it belongs. */
static struct gm_number_slot *slot_of(const gm_number_map *map, uint32_t key) {
  size_t mask = map->slot_count - 1;
  size_t at = gm_hash_mix(key) & mask;
  while (map->slots[at].key && map->slots[at].key != key) at = (at + 1) & mask;
  return &map->slots[at];
}

static gm_status widen(gm_workspace *ws, gm_number_map *map) {
  gm_number_map wider = {.slot_count = map->slot_count * 2};
  if (!wider.slot_count) wider.slot_count = 64;
  if (!gm_store_reserve(ws, &wider.store,
                        wider.slot_count * sizeof *wider.slots))
    return GM_NO_MEMORY;
  wider.slots = wider.store.bytes;
  for (size_t i = 0; i < map->slot_count; i++)
    if (map->slots[i].key) *slot_of(&wider, map->slots[i].key) = map->slots[i];
  wider.count = map->count;
  gm_store_close(ws, &map->store);
  *map = wider;
  return GM_OK;
}

void gm_number_map_close(gm_workspace *ws, gm_number_map *map) {
  gm_store_close(ws, &map->store);
  *map = (gm_number_map){0};
}

gm_status gm_number_map_add(gm_workspace *ws, gm_number_map *map, uint32_t key,
                            uint32_t value) {
  if ((map->count + 1) * 5 > map->slot_count * 4) {
    gm_status status = widen(ws, map);
    if (status) return status;
  }
  struct gm_number_slot *slot = slot_of(map, key);
  if (slot->key) return GM_OK;
  *slot = (struct gm_number_slot){key, value};
  map->count++;
  return GM_OK;
}

bool gm_number_map_find(const gm_number_map *map, uint32_t key,
                        uint32_t *value) {
  if (!map->slot_count || !key) return false;
  const struct gm_number_slot *slot = slot_of(map, key);
  if (!slot->key) return false;
  *value = slot->value;
  return true;
}
