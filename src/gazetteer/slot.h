/* The slots of the index: where the hash of a key leads.
 *
 *     slot   [ tag: low bits of the hash | number of the entry + 1 ]   0: empty
 *             32 - bits                    bits
 *
 * A key's first slot is given by the high half of its hash; the next ones
 * follow (linear probing), and an empty slot ends the search. The tag keeps a
 * search from touching the entries of other keys. Both the compiler and the
 * reader take their slots from here. */
#ifndef GM_GAZETTEER_SLOT_H
#define GM_GAZETTEER_SLOT_H

#include "gazetteer/hash.h"

typedef struct gm_slot_place {
  uint32_t at;  /* the first slot to look at */
  uint32_t tag; /* the slot without its entry */
} gm_slot_place;

/* How many bits of a slot the entry takes: those of `entries`, which is the
 * largest number stored. */
static inline unsigned gm_slot_bits(uint32_t entries) {
  unsigned bits = 1;
  while (bits < 32 && entries >> bits) bits++;
  return bits;
}

/* The slots for so many entries: three for two, and always an empty one. */
static inline uint32_t gm_slot_count(uint32_t entries) {
  return entries + entries / 2 + 1;
}

static inline gm_slot_place gm_slot_of(uint64_t key_hash, uint32_t slots,
                                       unsigned bits) {
  uint64_t mixed = gm_hash_mix(key_hash);
  uint64_t at = ((mixed >> 32) * slots) >> 32;
  uint32_t tag = bits < 32 ? (uint32_t)mixed << bits : 0;
  return (gm_slot_place){(uint32_t)at, tag};
}

/* The entry in a slot if its tag is the one looked for; else UINT32_MAX. */
static inline uint32_t gm_slot_entry(uint32_t slot, uint32_t tag,
                                     unsigned bits) {
  uint32_t mask = bits < 32 ? ((uint32_t)1 << bits) - 1 : UINT32_MAX;
  return (slot & ~mask) == tag ? (slot & mask) - 1 : UINT32_MAX;
}

#endif
