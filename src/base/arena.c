/* See arena.h. Chunks double from 64 KiB up to 8 MiB, so that a long document
 * costs few allocations; a reset keeps the chunks for the next document. A
 * kept chunk that is too small when its turn comes is freed with all behind
 * it: else, over many documents, such chunks would fill the ceiling. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
  FIRST_CHUNK_BYTES = 64 * 1024,
  DOUBLED_UP_TO_BYTES = 8 * 1024 * 1024,
  ALIGNMENT = alignof(max_align_t),
};

struct gm_arena_chunk {
  gm_arena_chunk *next;
  size_t size; /* bytes behind this header */
  alignas(max_align_t) unsigned char bytes[];
};

void gm_arena_open(gm_arena *arena, size_t ceiling) {
  *arena = (gm_arena){.ceiling = ceiling};
}

/* Where the chunk behind the current one hangs. */
static gm_arena_chunk **next_link(gm_arena *arena) {
  return arena->current ? &arena->current->next : &arena->first;
}

/* Frees the chunks behind the current one: nothing in them is in use. */
static void free_rest(gm_arena *arena) {
  gm_arena_chunk **link = next_link(arena);
  while (*link) {
    gm_arena_chunk *chunk = *link;
    *link = chunk->next;
    arena->held -= chunk->size;
    free(chunk);
  }
}

void gm_arena_close(gm_arena *arena) {
  gm_arena_reset(arena);
  free_rest(arena);
}

/* A chunk of at least `size` bytes at the end of the chain, or NULL. */
static gm_arena_chunk *add_chunk(gm_arena *arena, size_t size) {
  size_t want = arena->current ? arena->current->size * 2 : FIRST_CHUNK_BYTES;
  size_t room = arena->ceiling - arena->held;
  if (want > DOUBLED_UP_TO_BYTES) want = DOUBLED_UP_TO_BYTES;
  if (want < size || want > room) want = size;
  if (want > room) return NULL;
  gm_arena_chunk *chunk = malloc(sizeof *chunk + want);
  if (!chunk) return NULL;
  chunk->next = NULL;
  chunk->size = want;
  arena->held += want;
  return *next_link(arena) = chunk;
}

/* Moves on to a chunk with room for `size` bytes: a kept one, or a new one. */
static int next_chunk(gm_arena *arena, size_t size) {
  gm_arena_chunk *next = *next_link(arena);
  if (!next || next->size < size) {
    free_rest(arena);
    next = add_chunk(arena, size);
  }
  if (!next) return 0;
  arena->current = next;
  arena->used = 0;
  return 1;
}

void *gm_arena_take(gm_arena *arena, size_t size) {
  if (size > SIZE_MAX / 4) return NULL;
  size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (size == 0) size = ALIGNMENT;
  if (!arena->current || arena->current->size - arena->used < size)
    if (!next_chunk(arena, size)) return NULL;
  void *piece = arena->current->bytes + arena->used;
  arena->used += size;
  return memset(piece, 0, size);
}

gm_arena_mark gm_arena_here(const gm_arena *arena) {
  return (gm_arena_mark){arena->current, arena->used};
}

void gm_arena_rewind(gm_arena *arena, gm_arena_mark mark) {
  arena->current = mark.chunk;
  arena->used = mark.used;
}

void gm_arena_reset(gm_arena *arena) {
  gm_arena_rewind(arena, (gm_arena_mark){NULL, 0});
}
