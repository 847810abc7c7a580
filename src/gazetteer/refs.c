/* See refs.h. */
#include "gazetteer/refs.h"

#include "gazetteer/hash.h"

gm_status gm_refs_fit(gm_workspace *ws, gm_pool *strings, gm_str ref,
                      char out[static GM_FORMAT_REF_BYTES]) {
  uint32_t string;
  memset(out, 0, GM_FORMAT_REF_BYTES);
  if (ref.size <= GM_FORMAT_REF_BYTES) {
    memcpy(out, ref.bytes, ref.size);
    return GM_OK;
  }
  gm_status status = gm_pool_add(ws, strings, ref, &string);
  if (!status) memcpy(out + 8, &string, sizeof string);
  return status;
}

gm_str gm_refs_get(const gm_format_place *place, const gm_pool *strings) {
  uint32_t string;
  memcpy(&string, place->ref + 8, sizeof string);
  if (!place->ref[0]) return gm_pool_get(strings, string);
  return (gm_str){place->ref, strnlen(place->ref, GM_FORMAT_REF_BYTES)};
}

/* The slots are two to the power of some bits, and so many bits hold the
 * number; the others of a slot hold these of the hash. */
static uint32_t tag_of(const gm_refs *refs, uint64_t hash) {
  return (uint32_t)(hash >> 32) & ~((uint32_t)refs->slot_count - 1);
}

bool gm_refs_find(const gm_refs *refs, const gm_format_place *places,
                  const gm_pool *strings, gm_str ref, uint32_t *place) {
  const uint32_t *slots = refs->slots.bytes;
  size_t mask = refs->slot_count - 1;
  if (!refs->slot_count) return false;
  uint64_t hash = gm_hash_mix(gm_hash_on(GM_HASH_BEGIN, ref));
  uint32_t tag = tag_of(refs, hash);
  for (size_t at = hash & mask; slots[at]; at = (at + 1) & mask) {
    if ((slots[at] & ~(uint32_t)mask) != tag) continue;
    uint32_t found = (slots[at] & (uint32_t)mask) - 1;
    if (!gm_str_equal(gm_refs_get(&places[found], strings), ref)) continue;
    *place = found;
    return true;
  }
  return false;
}

static void put(gm_refs *refs, gm_str ref, uint32_t place) {
  uint32_t *slots = refs->slots.bytes;
  size_t mask = refs->slot_count - 1;
  uint64_t hash = gm_hash_mix(gm_hash_on(GM_HASH_BEGIN, ref));
  size_t at = hash & mask;
  while (slots[at]) at = (at + 1) & mask;
  slots[at] = tag_of(refs, hash) | (place + 1);
}

/* Twice the slots, and all places put into them again. */
static gm_status widen(gm_workspace *ws, gm_refs *refs,
                       const gm_format_place *places, const gm_pool *strings) {
  gm_store larger = {0};
  size_t count = refs->slot_count ? refs->slot_count * 2 : 1024;
  gm_store_close(ws, &refs->slots);
  if (!gm_store_reserve(ws, &larger, count * sizeof(uint32_t)))
    return GM_NO_MEMORY;
  refs->slots = larger;
  refs->slot_count = count;
  for (uint32_t i = 0; i < refs->count; i++)
    put(refs, gm_refs_get(&places[i], strings), i);
  return GM_OK;
}

gm_status gm_refs_add(gm_workspace *ws, gm_refs *refs,
                      const gm_format_place *places, const gm_pool *strings) {
  if (refs->slot_count <= 2 * (size_t)refs->count &&
      widen(ws, refs, places, strings))
    return GM_NO_MEMORY;
  put(refs, gm_refs_get(&places[refs->count], strings), refs->count);
  refs->count++;
  return GM_OK;
}

void gm_refs_close(gm_workspace *ws, gm_refs *refs) {
  gm_store_close(ws, &refs->slots);
  *refs = (gm_refs){0};
}
