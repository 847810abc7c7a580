/* See outlet.h. */
#include "gazetteer/outlet.h"

gm_outlet gm_outlet_open(gm_workspace *ws, gm_file *file, uint64_t at) {
  gm_outlet outlet = {.ws = ws, .file = file, .at = at, .hash = GM_HASH_BEGIN};
  outlet.bytes = gm_take(ws, GM_OUTLET_BYTES);
  if (!outlet.bytes) outlet.status = GM_NO_MEMORY;
  return outlet;
}

static void write_out(gm_outlet *outlet) {
  gm_str piece = {outlet->bytes, outlet->used};
  outlet->hash = gm_hash_words(outlet->hash, piece);
  outlet->status =
      gm_file_write_at(outlet->ws, outlet->file, outlet->at, piece);
  outlet->at += outlet->used;
  outlet->used = 0;
}

void gm_outlet_put_over(gm_outlet *outlet, const void *bytes, size_t size) {
  const char *from = bytes;
  while (size && !outlet->status) {
    size_t room = GM_OUTLET_BYTES - outlet->used;
    size_t part = size < room ? size : room;
    memcpy(outlet->bytes + outlet->used, from, part);
    outlet->used += part;
    from += part;
    size -= part;
    if (outlet->used == GM_OUTLET_BYTES) write_out(outlet);
  }
}

gm_status gm_outlet_close(gm_outlet *outlet) {
  static const char zeros[8] = {0};
  gm_outlet_put(outlet, zeros, (8 - outlet->used % 8) % 8);
  if (outlet->used && !outlet->status) write_out(outlet);
  return outlet->status;
}
