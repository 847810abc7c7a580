/* All places along the curve of earth/nearest.h: see build.h. */
#include <stdlib.h>

#include "earth/nearest.h"
#include "gazetteer/build.h"

static int compare(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

/* Sorts keys with their places below them, and keeps the places. */
gm_status gm_nearest_lay(gm_build *build, gm_str *out) {
  size_t count = build->refs.count;
  uint32_t *places = gm_take_array(build->ws, count, sizeof *places);
  if (!places) return GM_NO_MEMORY;
  gm_arena_mark mark = gm_arena_here(&build->ws->arena);
  uint64_t *keys = gm_take_array(build->ws, count, sizeof *keys);
  if (!keys) return GM_NO_MEMORY;
  for (size_t i = 0; i < count; i++) {
    const gm_format_place *record = &build->places[i].record;
    uint64_t key = gm_nearest_key(record->lat_e5, record->lon_e5);
    keys[i] = key << 32 | i;
  }
  qsort(keys, count, sizeof *keys, compare);
  for (size_t i = 0; i < count; i++) places[i] = (uint32_t)keys[i];
  gm_arena_rewind(&build->ws->arena, mark);
  *out = (gm_str){(const char *)places, count * sizeof *places};
  return GM_OK;
}
