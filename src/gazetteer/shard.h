/* Shards: the keys, a 256th of them at a time. A worker gathers what the press
 * put aside of a shard, sorts it by hash, merges the senses of each key and
 * writes its strings, each once; what comes of it is put aside again, ready
 * for the file but for the order of senses, which needs the number of names
 * that each place has over all shards.
 *
 *     names, beginnings  ->  strings | entries | senses
 *
 * Numbers of strings and of first senses begin anew in every shard. */
#ifndef GM_GAZETTEER_SHARD_H
#define GM_GAZETTEER_SHARD_H

#include "gazetteer/build.h"
#include "gazetteer/meanings.h"
#include "gazetteer/spill.h"

/* A key of the index. */
typedef struct gm_kept_entry {
  uint64_t hash; /* mixed */
  uint32_t first_sense;
  uint32_t classes;
} gm_kept_entry;

/* What came of a shard, and where it lies in the scratch file. */
typedef struct gm_shard {
  uint64_t strings_at, entries_at, senses_at;
  uint32_t strings_size, entries, senses, keys, dated;
} gm_shard;

/* What a worker needs for one shard, and then for the next. */
typedef struct gm_shard_room {
  gm_store names, beginnings; /* as the press put them aside */
  gm_store work;
} gm_shard_room;

typedef struct gm_shards {
  gm_shard items[GM_SHARDS];
  gm_scratch scratch;
  gm_store name_shards; /* a byte a place: which shard its name lies in */
  gm_shard_room rooms[GM_CREW_MOST];
  gm_build *build;
} gm_shards;

/* Makes all shards; the build's places get the number of their names, and
 * their main names as numbers inside of their shards.
 * @owner the caller, until gm_shards_close; after a failure too. */
gm_status gm_shards_make(gm_build *build, gm_shards *out);
void gm_shards_close(gm_shards *shards);

/* The parts of a shard, into memory with room for them. */
gm_status gm_shard_strings(gm_workspace *ws, const gm_shards *shards,
                           unsigned shard, char *out);
gm_status gm_shard_entries(gm_workspace *ws, const gm_shards *shards,
                           unsigned shard, gm_kept_entry *out);
gm_status gm_shard_senses(gm_workspace *ws, const gm_shards *shards,
                          unsigned shard, gm_kept_sense *out);

#endif
