/* A pool: different strings, numbered in the order in which they came. The
 * compiler keeps names, keys, references and codes in pools. The bytes lie as
 * they will in the file: each string with its size before it (LEB128), so that
 * writing a pool is writing one run of bytes.
 *
 *     bytes    [3]new[8]new york[5]paris
 *     offsets   0    4          13          by number
 *     slots     numbers + 1, by hash: open addressing, at most 2/3 full */
#ifndef GM_GAZETTEER_POOL_H
#define GM_GAZETTEER_POOL_H

#include "base/str.h"

typedef struct gm_pool {
  char *bytes;
  size_t size, capacity;
  uint32_t *offsets; /* by number */
  uint64_t *hashes;  /* by number: gm_hash_on of the string */
  size_t count, numbers_capacity;
  uint32_t *slots;
  size_t slot_count; /* a power of two, or 0 */
} gm_pool;

/* The number of a string, which is added if it is new.
 * @return GM_NO_MEMORY; GM_TOO_LARGE above 4 GiB */
gm_status gm_pool_add(gm_workspace *ws, gm_pool *pool, gm_str str,
                      uint32_t *number);

/* The number of a string that is there. */
bool gm_pool_find(const gm_pool *pool, gm_str str, uint32_t *number);

/* A string by its number: lives as long as the workspace's memory. */
gm_str gm_pool_get(const gm_pool *pool, uint32_t number);

#endif
