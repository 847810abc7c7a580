/* Sorting numbers by their bytes, the lowest first (radix sort): linear, and
 * what came first among equals stays first. */
#ifndef GM_GAZETTEER_RADIX_H
#define GM_GAZETTEER_RADIX_H

#include <stddef.h>
#include <stdint.h>

/* A number to sort by, and whose it is. */
typedef struct gm_radix_item {
  uint64_t key;
  uint32_t index;
} gm_radix_item;

/* Sorts `items`. @param spare  room for as many, whose contents are lost
 * @return where they are, sorted: `items` or `spare` */
gm_radix_item *gm_radix_sort(gm_radix_item *items, gm_radix_item *spare,
                             size_t count);

/* A pair is the same in half the memory, which is what sorting millions costs:
 * the number to sort by in the high half, whose it is in the low one. */
static inline uint64_t gm_radix_pair(uint32_t key, uint32_t index) {
  return (uint64_t)key << 32 | index;
}

static inline uint32_t gm_radix_index(uint64_t pair) {
  return (uint32_t)pair;
}

/* Sorts pairs as gm_radix_sort does items. */
uint64_t *gm_radix_sort_pairs(uint64_t *pairs, uint64_t *spare, size_t count);

#endif
