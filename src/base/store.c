/* See store.h. */
#include "base/store.h"

#include <stdint.h>
#include <sys/mman.h>

enum { FIRST_BYTES = 64 * 1024, HUGE_BYTES = 2 * 1024 * 1024 };

/* Half as much again, in whole pages, so that growing is rare. */
static size_t room_for(const gm_store *store, size_t size) {
  size_t room = store->capacity + store->capacity / 2;
  if (room < size) room = size;
  if (room < FIRST_BYTES) room = FIRST_BYTES;
  return (room + 4095) / 4096 * 4096;
}

/* Large stores ask for large pages: what is looked for here and there in them
 * then misses the processor's list of pages less often. */
static void *map_pages(const gm_store *store, size_t room) {
  void *bytes =
      store->bytes ? mremap(store->bytes, store->capacity, room, MREMAP_MAYMOVE)
                   : mmap(NULL, room, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (bytes != MAP_FAILED && room >= 4 * (size_t)HUGE_BYTES)
    madvise(bytes, room, MADV_HUGEPAGE); /* only a wish */
  return bytes;
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
