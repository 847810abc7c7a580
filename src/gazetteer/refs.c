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

enum { MOST_ID = 1 << 26 }; /* larger ids are hashed */

/* The GeoNames id by which a ref is looked up, or 0. */
static uint32_t id_of(gm_str ref) {
  char bytes[GM_FORMAT_REF_BYTES] = {0};
  if (!ref.size || ref.size > sizeof bytes || ref.bytes[0] != 'g') return 0;
  if (ref.size > 3 && ref.bytes[3] == '0') return 0; /* not as it is written */
  memcpy(bytes, ref.bytes, ref.size);
  uint32_t id = gm_format_geonameid(bytes);
  return id < MOST_ID ? id : 0;
}

/* The slots are two to the power of some bits, and so many bits hold the
 * number; the others of a slot hold these of the hash. */
static uint32_t tag_of(const gm_refs *refs, uint64_t hash) {
  return (uint32_t)(hash >> 32) & ~((uint32_t)refs->slot_count - 1);
}

bool gm_refs_find(const gm_refs *refs, const gm_format_place *places,
                  const gm_pool *strings, gm_str ref, uint32_t *place) {
  const uint32_t *slots = refs->slots.bytes, *by_id = refs->by_id.bytes;
  size_t mask = refs->slot_count - 1;
  uint32_t id = id_of(ref);
  if (id) {
    bool there = (size_t)id < refs->by_id.capacity / sizeof *by_id && by_id[id];
    if (there) *place = by_id[id] - 1;
    return there;
  }
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
    if (!id_of(gm_refs_get(&places[i], strings)))
      put(refs, gm_refs_get(&places[i], strings), i);
  return GM_OK;
}

static gm_status add_id(gm_workspace *ws, gm_refs *refs, uint32_t id) {
  if (!gm_store_reserve(ws, &refs->by_id, ((size_t)id + 1) * sizeof(uint32_t)))
    return GM_NO_MEMORY;
  ((uint32_t *)refs->by_id.bytes)[id] = ++refs->count;
  return GM_OK;
}

gm_status gm_refs_add(gm_workspace *ws, gm_refs *refs,
                      const gm_format_place *places, const gm_pool *strings) {
  gm_str ref = gm_refs_get(&places[refs->count], strings);
  uint32_t id = id_of(ref);
  if (id) return add_id(ws, refs, id);
  /* A number needs room in the bits of a slot, even if few are hashed. */
  while (refs->slot_count <= 2 * refs->hashed ||
         refs->slot_count <= (size_t)refs->count + 1)
    if (widen(ws, refs, places, strings)) return GM_NO_MEMORY;
  put(refs, ref, refs->count);
  refs->hashed++;
  refs->count++;
  return GM_OK;
}

void gm_refs_close(gm_workspace *ws, gm_refs *refs) {
  gm_store_close(ws, &refs->slots);
  gm_store_close(ws, &refs->by_id);
  *refs = (gm_refs){0};
}
