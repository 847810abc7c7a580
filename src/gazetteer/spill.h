/* A spill: many small records that are put aside by shard, of which there are
 * too many for memory.
 *
 *     shard 0   [..#####]      a piece each that is being filled
 *     shard 1   [...####]
 *     ...                      full ones go to the scratch file:
 *     scratch   | 7 | 0 | 200 | 0 | 31 | ...
 *
 * Each thread has its own, so nobody waits. Reading a shard gathers its pieces
 * from the spills of all threads, in no certain order. */
#ifndef GM_GAZETTEER_SPILL_H
#define GM_GAZETTEER_SPILL_H

#include "base/scratch.h"
#include "base/store.h"

enum { GM_SHARDS = 256 };

/* The shard of a key: the top bits of its mixed hash, so that shards follow
 * each other as the entries of the index do. */
static inline unsigned gm_shard_of(uint64_t mixed) {
  return (unsigned)(mixed >> 56);
}

typedef struct gm_spill_piece {
  uint64_t offset;
  uint32_t size;
  uint32_t shard;
} gm_spill_piece;

typedef struct gm_spill {
  gm_store open; /* GM_SHARDS pieces */
  uint32_t piece_bytes;
  uint32_t used[GM_SHARDS];
  gm_store pieces; /* what was put aside */
  size_t count;
} gm_spill;

gm_status gm_spill_open(gm_workspace *ws, gm_spill *spill,
                        uint32_t piece_bytes);
void gm_spill_close(gm_workspace *ws, gm_spill *spill);

/* Adds a record made of two parts, the second of which may be empty. */
gm_status gm_spill_add(gm_workspace *ws, gm_spill *spill, gm_scratch *scratch,
                       unsigned shard, gm_str head, gm_str rest);

/* Puts the pieces aside that are being filled. */
gm_status gm_spill_flush(gm_workspace *ws, gm_spill *spill,
                         gm_scratch *scratch);

/* How many bytes of a shard there are, and those bytes. */
size_t gm_spill_size(const gm_spill *spill, unsigned shard);
gm_status gm_spill_read(gm_workspace *ws, const gm_spill *spill,
                        const gm_scratch *scratch, unsigned shard, char *out);

#endif
