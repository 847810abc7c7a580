/* Which place has a ref. Those of GeoNames are looked up by their number in a
 * plain array; others in a hash table of places' numbers over the refs that lie
 * in their records, where the bits of a slot that the number leaves free keep
 * some of the hash, so that other places' records are seldom touched. */
#ifndef GM_GAZETTEER_REFS_H
#define GM_GAZETTEER_REFS_H

#include "base/store.h"
#include "gazetteer/format.h"
#include "gazetteer/pool.h"

typedef struct gm_refs {
  gm_store by_id; /* numbers + 1, by GeoNames id */
  gm_store slots; /* bits of the hash | number + 1; at most half full */
  uint32_t count; /* of places */
  size_t slot_count, hashed; /* slots, and how many are taken */
} gm_refs;

/* A ref as a record holds it; a long one lies in the pool, by its number. */
gm_status gm_refs_fit(gm_workspace *ws, gm_pool *strings, gm_str ref,
                      char out[static GM_FORMAT_REF_BYTES]);

/* The ref that a record holds. */
gm_str gm_refs_get(const gm_format_place *place, const gm_pool *strings);

bool gm_refs_find(const gm_refs *refs, const gm_format_place *places,
                  const gm_pool *strings, gm_str ref, uint32_t *place);

/* Adds the next place, whose record is there. @return GM_NO_MEMORY */
gm_status gm_refs_add(gm_workspace *ws, gm_refs *refs,
                      const gm_format_place *places, const gm_pool *strings);

void gm_refs_close(gm_workspace *ws, gm_refs *refs);

#endif
