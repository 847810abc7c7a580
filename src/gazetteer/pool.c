/* See pool.h. */
#include "gazetteer/pool.h"

#include <string.h>

#include "gazetteer/format.h"
#include "gazetteer/hash.h"

/* Makes room for `more` bytes behind those of the pool. */
static gm_status reserve(gm_workspace *ws, gm_pool *pool, size_t more) {
  if (pool->capacity - pool->size >= more) return GM_OK;
  size_t capacity = pool->capacity ? pool->capacity * 2 : 4096;
  while (capacity - pool->size < more) capacity *= 2;
  char *larger = gm_take(ws, capacity);
  if (!larger) return GM_NO_MEMORY;
  if (pool->size) memcpy(larger, pool->bytes, pool->size);
  pool->bytes = larger;
  pool->capacity = capacity;
  return GM_OK;
}

static void put_number(gm_pool *pool, uint64_t hash, uint32_t number) {
  size_t mask = pool->slot_count - 1;
  size_t at = gm_hash_mix(hash) & mask;
  while (pool->slots[at]) at = (at + 1) & mask;
  pool->slots[at] = number + 1;
}

/* Doubles the slots once two thirds of them are taken. */
static gm_status widen(gm_workspace *ws, gm_pool *pool) {
  if (pool->count * 3 < pool->slot_count * 2) return GM_OK;
  size_t count = pool->slot_count ? pool->slot_count * 2 : 64;
  uint32_t *slots = gm_take_array(ws, count, sizeof *slots);
  if (!slots) return GM_NO_MEMORY;
  pool->slots = slots;
  pool->slot_count = count;
  for (size_t i = 0; i < pool->count; i++)
    put_number(pool, pool->hashes[i], (uint32_t)i);
  return GM_OK;
}

/* Makes room for one more number. */
static gm_status lengthen(gm_workspace *ws, gm_pool *pool) {
  size_t capacity = pool->numbers_capacity;
  uint32_t *offsets =
      gm_grow(ws, pool->offsets, pool->count, &capacity, sizeof *offsets);
  if (!offsets) return GM_NO_MEMORY;
  capacity = pool->numbers_capacity;
  uint64_t *hashes =
      gm_grow(ws, pool->hashes, pool->count, &capacity, sizeof *hashes);
  if (!hashes) return GM_NO_MEMORY;
  pool->offsets = offsets;
  pool->hashes = hashes;
  pool->numbers_capacity = capacity;
  return GM_OK;
}

static void append(gm_pool *pool, gm_str str) {
  size_t rest = str.size;
  for (; rest >= 0x80; rest >>= 7)
    pool->bytes[pool->size++] = (char)(unsigned char)(rest | 0x80);
  pool->bytes[pool->size++] = (char)rest;
  if (str.size) memcpy(pool->bytes + pool->size, str.bytes, str.size);
  pool->size += str.size;
}

static bool find(const gm_pool *pool, gm_str str, uint64_t hash,
                 uint32_t *number) {
  if (!pool->slot_count) return false;
  size_t mask = pool->slot_count - 1;
  size_t at = gm_hash_mix(hash) & mask;
  for (; pool->slots[at]; at = (at + 1) & mask) {
    uint32_t found = pool->slots[at] - 1;
    if (pool->hashes[found] != hash) continue;
    if (!gm_str_equal(gm_pool_get(pool, found), str)) continue;
    *number = found;
    return true;
  }
  return false;
}

gm_status gm_pool_add(gm_workspace *ws, gm_pool *pool, gm_str str,
                      uint32_t *number) {
  enum { SIZE_BYTES = 4 }; /* the most that the size of a string takes */
  uint64_t hash = gm_hash_on(GM_HASH_BEGIN, str);
  if (find(pool, str, hash, number)) return GM_OK;
  if (str.size >> 28 || pool->size + str.size + SIZE_BYTES > UINT32_MAX)
    return gm_fail(ws, GM_TOO_LARGE, 0, "names of more than %u bytes in all",
                   UINT32_MAX);
  if (reserve(ws, pool, str.size + SIZE_BYTES)) return GM_NO_MEMORY;
  if (lengthen(ws, pool) || widen(ws, pool)) return GM_NO_MEMORY;
  uint32_t added = (uint32_t)pool->count;
  pool->offsets[added] = (uint32_t)pool->size;
  pool->hashes[added] = hash;
  append(pool, str);
  pool->count++;
  put_number(pool, hash, added);
  *number = added;
  return GM_OK;
}

bool gm_pool_find(const gm_pool *pool, gm_str str, uint32_t *number) {
  return find(pool, str, gm_hash_on(GM_HASH_BEGIN, str), number);
}

gm_str gm_pool_get(const gm_pool *pool, uint32_t number) {
  gm_str bytes = {pool->bytes, pool->size};
  return gm_format_string(bytes, pool->offsets[number]);
}
