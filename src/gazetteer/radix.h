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

#endif
