/* See siphash.h. The names of the state and the constants are the paper's. */
#include "base/siphash.h"

#include <string.h>
#include <unistd.h>

typedef struct state {
  uint64_t v0, v1, v2, v3;
} state;

static uint64_t turn(uint64_t value, unsigned bits) {
  return value << bits | value >> (64 - bits);
}

static inline state one_round(state s) {
  s.v0 += s.v1;
  s.v2 += s.v3;
  s.v1 = turn(s.v1, 13) ^ s.v0;
  s.v3 = turn(s.v3, 16) ^ s.v2;
  s.v0 = turn(s.v0, 32) + s.v3;
  s.v2 += s.v1;
  s.v1 = turn(s.v1, 17) ^ s.v2;
  s.v3 = turn(s.v3, 21) ^ s.v0;
  s.v2 = turn(s.v2, 32);
  return s;
}

static inline state take(state s, uint64_t block) {
  s.v3 ^= block;
  s = one_round(s);
  s.v0 ^= block;
  return s;
}

gm_secret gm_secret_make(void) {
  gm_secret secret = {0};
  if (getentropy(&secret, sizeof secret) != 0) /* no such call: an address */
    secret.low = (uint64_t)(uintptr_t)&secret;
  return secret;
}

uint64_t gm_siphash(gm_secret secret, gm_str bytes) {
  state s = {secret.low ^ UINT64_C(0x736f6d6570736575),
             secret.high ^ UINT64_C(0x646f72616e646f6d),
             secret.low ^ UINT64_C(0x6c7967656e657261),
             secret.high ^ UINT64_C(0x7465646279746573)};
  size_t at = 0;
  for (; at + 8 <= bytes.size; at += 8) {
    uint64_t block;
    memcpy(&block, bytes.bytes + at, sizeof block);
    s = take(s, block);
  }
  uint64_t last = (uint64_t)bytes.size << 56;
  for (unsigned shift = 0; at < bytes.size; at++, shift += 8)
    last |= (uint64_t)(unsigned char)bytes.bytes[at] << shift;
  s = take(s, last);
  s.v2 ^= 0xff;
  s = one_round(one_round(one_round(s)));
  return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}
