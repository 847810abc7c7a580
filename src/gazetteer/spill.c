/* See spill.h. */
#include "gazetteer/spill.h"

#include <string.h>

gm_status gm_spill_open(gm_workspace *ws, gm_spill *spill,
                        uint32_t piece_bytes) {
  memset(spill, 0, sizeof *spill);
  spill->piece_bytes = piece_bytes;
  bool good =
      gm_store_reserve(ws, &spill->open, (size_t)piece_bytes * GM_SHARDS);
  return good ? GM_OK : GM_NO_MEMORY;
}

void gm_spill_close(gm_workspace *ws, gm_spill *spill) {
  gm_store_close(ws, &spill->open);
  gm_store_close(ws, &spill->pieces);
}

static char *piece_of(const gm_spill *spill, unsigned shard) {
  return (char *)spill->open.bytes + (size_t)shard * spill->piece_bytes;
}

/* Writes a piece and notes where it is. */
static gm_status put_aside(gm_workspace *ws, gm_spill *spill,
                           gm_scratch *scratch, unsigned shard, gm_str bytes) {
  gm_spill_piece piece = {0, (uint32_t)bytes.size, shard};
  if (!bytes.size) return GM_OK;
  if (!gm_store_reserve(ws, &spill->pieces, (spill->count + 1) * sizeof piece))
    return GM_NO_MEMORY;
  gm_status status = gm_scratch_add(ws, scratch, bytes, &piece.offset);
  if (!status) ((gm_spill_piece *)spill->pieces.bytes)[spill->count++] = piece;
  return status;
}

static gm_status empty(gm_workspace *ws, gm_spill *spill, gm_scratch *scratch,
                       unsigned shard) {
  gm_str bytes = {piece_of(spill, shard), spill->used[shard]};
  spill->used[shard] = 0;
  return put_aside(ws, spill, scratch, shard, bytes);
}

static void append(gm_spill *spill, unsigned shard, gm_str bytes) {
  if (bytes.size)
    memcpy(piece_of(spill, shard) + spill->used[shard], bytes.bytes,
           bytes.size);
  spill->used[shard] += (uint32_t)bytes.size;
}

gm_status gm_spill_add(gm_workspace *ws, gm_spill *spill, gm_scratch *scratch,
                       unsigned shard, gm_str head, gm_str rest) {
  size_t size = head.size + rest.size;
  if (spill->used[shard] + size > spill->piece_bytes) {
    gm_status status = empty(ws, spill, scratch, shard);
    if (status) return status;
  }
  if (size <= spill->piece_bytes) {
    append(spill, shard, head);
    append(spill, shard, rest);
    return GM_OK;
  }
  char *whole = gm_take(ws, size); /* longer than any piece: for itself */
  if (!whole) return GM_NO_MEMORY;
  memcpy(whole, head.bytes, head.size);
  memcpy(whole + head.size, rest.bytes, rest.size);
  return put_aside(ws, spill, scratch, shard, (gm_str){whole, size});
}

gm_status gm_spill_flush(gm_workspace *ws, gm_spill *spill,
                         gm_scratch *scratch) {
  gm_status status = GM_OK;
  for (unsigned shard = 0; shard < GM_SHARDS && !status; shard++)
    status = empty(ws, spill, scratch, shard);
  return status;
}

size_t gm_spill_size(const gm_spill *spill, unsigned shard) {
  const gm_spill_piece *pieces = spill->pieces.bytes;
  size_t size = 0;
  for (size_t i = 0; i < spill->count; i++)
    if (pieces[i].shard == shard) size += pieces[i].size;
  return size;
}

gm_status gm_spill_read(gm_workspace *ws, const gm_spill *spill,
                        const gm_scratch *scratch, unsigned shard, char *out) {
  const gm_spill_piece *pieces = spill->pieces.bytes;
  gm_status status = GM_OK;
  for (size_t i = 0; i < spill->count && !status; i++) {
    if (pieces[i].shard != shard) continue;
    status =
        gm_scratch_read(ws, scratch, pieces[i].offset, out, pieces[i].size);
    out += pieces[i].size;
  }
  return status;
}
