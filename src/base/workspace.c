/* See workspace.h and geomention.h. */
#include "base/workspace.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const size_t default_ceiling_bytes = (size_t)512 << 20;

gm_workspace *gm_workspace_open(size_t ceiling_bytes) {
  gm_workspace *ws = calloc(1, sizeof *ws);
  if (!ws) return NULL;
  gm_arena_open(&ws->arena,
                ceiling_bytes ? ceiling_bytes : default_ceiling_bytes);
  ws->secret = gm_secret_make();
  return ws;
}

void gm_workspace_reset(gm_workspace *ws) {
  gm_arena_reset(&ws->arena);
  ws->status = GM_OK;
}

void gm_workspace_close(gm_workspace *ws) {
  if (!ws) return;
  if (ws->guest.close) ws->guest.close(&ws->guest);
  gm_arena_close(&ws->arena);
  free(ws);
}

const char *gm_workspace_message(const gm_workspace *ws) {
  return ws->message;
}

uint64_t gm_workspace_offset(const gm_workspace *ws) {
  return ws->offset;
}

void gm_workspace_watch(gm_workspace *ws, const volatile int *flag) {
  ws->watched = flag;
}

bool gm_stopped(const gm_workspace *ws) {
  return ws->watched && __atomic_load_n(ws->watched, __ATOMIC_RELAXED);
}

gm_status gm_fail(gm_workspace *ws, gm_status status, uint64_t offset,
                  const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(ws->message, sizeof ws->message, format, arguments);
  va_end(arguments);
  ws->status = status;
  ws->offset = offset;
  return status;
}

void *gm_take(gm_workspace *ws, size_t size) {
  void *piece = gm_arena_take(&ws->arena, size);
  if (!piece)
    gm_fail(ws, GM_NO_MEMORY, 0,
            "no room for %zu more bytes: %zu are held, at most %zu may be",
            size, ws->arena.held, ws->arena.ceiling);
  return piece;
}

void *gm_take_array(gm_workspace *ws, size_t count, size_t item_size) {
  if (item_size && count > SIZE_MAX / item_size / 4) {
    gm_fail(ws, GM_NO_MEMORY, 0, "an array of %zu items does not fit", count);
    return NULL;
  }
  return gm_take(ws, count * item_size);
}

void *gm_grow(gm_workspace *ws, void *items, size_t count, size_t *capacity,
              size_t item_size) {
  if (count < *capacity) return items;
  size_t larger = *capacity ? *capacity * 2 : 16;
  void *copy = gm_take_array(ws, larger, item_size);
  if (!copy) return NULL;
  if (count) memcpy(copy, items, count * item_size);
  *capacity = larger;
  return copy;
}
