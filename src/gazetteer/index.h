/* The index of names: entries in the order of their keys' hashes.
 *
 *     mixed hash   [ bucket | rest, 48 bits | ... ]     h = mix(FNV-1a(key))
 *                    bits
 *
 *     buckets   0  5  9  9  14 ...           first entry of each, and the end
 *     entries   [rest, classes, first sense] ascending within a bucket
 *
 * An entry's place in the order tells the top bits of its hash, so they need
 * not be stored (Cleary, Compact Hash Tables Using Bidirectional Linear
 * Probing, 1984, doi:10.1109/TC.1984.1676499); the next 48 stand for the key
 * itself, which is not in the file (where there are 65,536 buckets or more,
 * that is all of the hash). A key that is not there is taken for one that is
 * with a chance of the number of keys in 2^64. A bucket has 16 to 32
 * entries, so a look-up reads one number and one or two lines of the cache.
 *
 * docs/decisions/0008-names.md has the figures of what else was tried. */
#ifndef GM_GAZETTEER_INDEX_H
#define GM_GAZETTEER_INDEX_H

#include "gazetteer/hash.h"

enum { GM_INDEX_REST_BYTES = 6, GM_INDEX_LEAST_ENTRIES = 16 };

/* Where a key belongs. */
typedef struct gm_index_spot {
  uint32_t bucket;
  uint64_t rest;
} gm_index_spot;

/* The bits of a bucket's number: 2^bits buckets for so many entries. */
static inline unsigned gm_index_bits(uint32_t entries) {
  unsigned bits = 0;
  while (bits < 28 && entries >> bits >= 2 * GM_INDEX_LEAST_ENTRIES) bits++;
  return bits;
}

/* @param mixed  gm_hash_mix of the key's hash */
static inline gm_index_spot gm_index_of(uint64_t mixed, unsigned bits) {
  return (gm_index_spot){bits ? (uint32_t)(mixed >> (64 - bits)) : 0,
                         mixed << bits >> (64 - 8 * GM_INDEX_REST_BYTES)};
}

#endif
