/* The hashes of the gazetteer. Of keys: FNV-1a of 64 bits (Fowler, Noll, Vo;
 * RFC 9923), which can go on where it stopped. A walk along words needs that:
 * the hash of "new york" is the hash of "new", gone on with " york". Its high
 * bits are weak for short keys; gm_hash_mix spreads them, with the last steps
 * of MurmurHash3 (Appleby).
 *
 * Of sections: the same eight bytes at a time, with a shift that brings
 * high bits down. Each step is a bijection of the state, so one changed byte
 * always changes the hash. */
#ifndef GM_GAZETTEER_HASH_H
#define GM_GAZETTEER_HASH_H

#include <string.h>

#include "geomention.h"

#define GM_HASH_BEGIN UINT64_C(0xcbf29ce484222325)

static inline uint64_t gm_hash_on(uint64_t hash, gm_str bytes) {
  for (size_t i = 0; i < bytes.size; i++)
    hash = (hash ^ (unsigned char)bytes.bytes[i]) * UINT64_C(0x100000001b3);
  return hash;
}

/* Goes on along bytes whose number is a multiple of 8. */
static inline uint64_t gm_hash_words(uint64_t hash, gm_str bytes) {
  for (size_t i = 0; i + 8 <= bytes.size; i += 8) {
    uint64_t word;
    memcpy(&word, bytes.bytes + i, sizeof word);
    hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    hash ^= hash >> 32;
  }
  return hash;
}

/* A hash that has nothing to do with the one above: keys that agree in that
 * one and are not the same differ in this one, but for one in 65,536. */
static inline uint16_t gm_hash_check(gm_str bytes) {
  uint32_t sum = 0x9747b28c;
  for (size_t i = 0; i < bytes.size; i++)
    sum = (sum << 5 | sum >> 27) + (unsigned char)bytes.bytes[i] * 0x85ebca6bu;
  sum = (sum ^ sum >> 16) * 0xc2b2ae35u;
  return (uint16_t)(sum >> 16);
}

static inline uint64_t gm_hash_mix(uint64_t hash) {
  hash = (hash ^ hash >> 33) * UINT64_C(0xff51afd7ed558ccd);
  hash = (hash ^ hash >> 33) * UINT64_C(0xc4ceb9fe1a85ec53);
  return hash ^ hash >> 33;
}

#endif
