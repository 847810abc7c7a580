/* An arena: memory that is taken piece by piece and given back all at once.
 *
 *     chunk 1          chunk 2                 chunk 3
 *     [#########]  ->  [##################] -> [######........]
 *                                                    ^ used
 *
 * A document's results live in one arena and are freed by one store. Within a
 * call, gm_arena_mark and gm_arena_rewind give back what only the call needed.
 * The ceiling makes hostile input meet a status instead of the swap. */
#ifndef GM_BASE_ARENA_H
#define GM_BASE_ARENA_H

#include <stddef.h>

typedef struct gm_arena_chunk gm_arena_chunk;

typedef struct gm_arena {
  gm_arena_chunk *first;
  gm_arena_chunk *current;
  size_t used;    /* bytes of the current chunk */
  size_t held;    /* bytes of all chunks */
  size_t ceiling; /* the most that may be held */
} gm_arena;

typedef struct gm_arena_mark {
  gm_arena_chunk *chunk;
  size_t used;
} gm_arena_mark;

void gm_arena_open(gm_arena *arena, size_t ceiling);
void gm_arena_close(gm_arena *arena);

/* Zeroed memory for any type, or NULL: above the ceiling, or none is left. */
void *gm_arena_take(gm_arena *arena, size_t size);

gm_arena_mark gm_arena_here(const gm_arena *arena);
void gm_arena_rewind(gm_arena *arena, gm_arena_mark mark);
void gm_arena_reset(gm_arena *arena);

#endif
