/* See store.h. */
#include "base/store.h"

#include <stdint.h>
#include <sys/mman.h>

enum {
  FIRST_BYTES = 64 * 1024,
  SMALL_BYTES = 4096, /* a page */
  HUGE_BYTES = 2 * 1024 * 1024,
};

/* Half as much again, in whole pages, large ones if they are many, so that
 * growing is rare. */
static size_t room_for(const gm_store *store, size_t size) {
  size_t room = store->capacity + store->capacity / 2;
  if (room < size) room = size;
  if (room < FIRST_BYTES) room = FIRST_BYTES;
  size_t page = room >= HUGE_BYTES ? HUGE_BYTES : SMALL_BYTES;
  return (room + page - 1) / page * page;
}

/* New pages that begin where a large page can. */
static void *map_aligned(size_t room) {
  char *bytes = mmap(NULL, room + HUGE_BYTES, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (bytes == MAP_FAILED) return MAP_FAILED;
  size_t before = (size_t)(-(uintptr_t)bytes % HUGE_BYTES);
  if (before) munmap(bytes, before);
  munmap(bytes + before + room, HUGE_BYTES - before);
  return bytes + before;
}

/* Moves a store's pages to others that begin where a large page can. */
static void *move_pages(const gm_store *store, size_t room) {
  void *to = map_aligned(room);
  if (to == MAP_FAILED || !store->bytes) return to;
  void *moved = mremap(store->bytes, store->capacity, room,
                       MREMAP_MAYMOVE | MREMAP_FIXED, to);
  if (moved == MAP_FAILED) munmap(to, room);
  return moved;
}

/* Large stores ask for large pages: what is looked for here and there in them
 * then misses the processor's list of pages less often. Moved to where no large
 * page can begin, they would be cut into small ones. */
static void *map_large(const gm_store *store, size_t room) {
  void *bytes = MAP_FAILED;
  if (store->bytes && (uintptr_t)store->bytes % HUGE_BYTES == 0)
    bytes = mremap(store->bytes, store->capacity, room, 0);
  if (bytes == MAP_FAILED) bytes = move_pages(store, room);
  if (bytes != MAP_FAILED) madvise(bytes, room, MADV_HUGEPAGE); /* a wish */
  return bytes;
}

static void *map_pages(const gm_store *store, size_t room) {
  if (room >= HUGE_BYTES) return map_large(store, room);
  if (store->bytes)
    return mremap(store->bytes, store->capacity, room, MREMAP_MAYMOVE);
  return mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
              -1, 0);
}

bool gm_store_reserve(gm_workspace *ws, gm_store *store, size_t size) {
  gm_arena *arena = &ws->arena;
  if (size <= store->capacity) return true;
  size_t left = arena->ceiling - arena->held;
  size_t room = size < SIZE_MAX / 4 ? room_for(store, size) : SIZE_MAX / 2;
  void *bytes =
      room - store->capacity <= left ? map_pages(store, room) : MAP_FAILED;
  if (bytes == MAP_FAILED) {
    gm_fail(ws, GM_NO_MEMORY, 0,
            "no room for %zu more bytes: %zu are held, at most %zu may be",
            room - store->capacity, arena->held, arena->ceiling);
    return false;
  }
  arena->held += room - store->capacity;
  *store = (gm_store){bytes, room};
  return true;
}

void gm_store_close(gm_workspace *ws, gm_store *store) {
  if (store->bytes) munmap(store->bytes, store->capacity);
  ws->arena.held -= store->capacity;
  *store = (gm_store){0};
}
