/* A map from numbers to numbers: GeoNames ids to places, Wikidata ids to
 * GeoNames ids. Open addressing, at most 4/5 full; eight bytes a slot, in pages
 * of their own, since there may be millions. */
#ifndef GM_GAZETTEER_NUMBER_MAP_H
#define GM_GAZETTEER_NUMBER_MAP_H

#include "base/store.h"

typedef struct gm_number_map {
  struct gm_number_slot {
    uint32_t key, value; /* key 0: an empty slot */
  } *slots; /* in `store` */
  gm_store store;
  size_t slot_count; /* a power of two, or 0 */
  size_t count;
} gm_number_map;

/* Adds a key, which is not 0; one that is there keeps its value. */
gm_status gm_number_map_add(gm_workspace *ws, gm_number_map *map, uint32_t key,
                            uint32_t value);

void gm_number_map_close(gm_workspace *ws, gm_number_map *map);

/* @return false: the key is not there */
bool gm_number_map_find(const gm_number_map *map, uint32_t key,
                        uint32_t *value);

#endif
