/* SipHash-1-3: hashes of text that strangers wrote (Aumasson and Bernstein
 * 2012, https://www.aumasson.jp/siphash/siphash.pdf; one round a block and
 * three at the end, as Rust and Python use it). Who does not know the secret
 * cannot write words that fall on one slot and make a table slow. */
#ifndef GM_BASE_SIPHASH_H
#define GM_BASE_SIPHASH_H

#include "geomention.h"

/* A secret number pair; every workspace has one. */
typedef struct gm_secret {
  uint64_t low, high;
} gm_secret;

/* One that nobody can guess. */
gm_secret gm_secret_make(void);

/* @cost linear: some 15 ns for a word. */
uint64_t gm_siphash(gm_secret secret, gm_str bytes);

#endif
