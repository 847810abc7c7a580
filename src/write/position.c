/* See position.h. */
#include "write/position.h"

enum { STRETCH_BYTES = 1024 };

/* Bytes 10xxxxxx go on with a code point, all others begin one; so stretches
 * may be cut anywhere. */
static uint32_t count_begun(gm_str text, size_t begin, size_t end) {
  uint32_t count = 0;
  for (size_t i = begin; i < end; i++)
    count += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
  return count;
}

gm_status gm_positions_of(gm_workspace *ws, gm_str text, gm_positions *out) {
  size_t stretches = text.size / STRETCH_BYTES;
  uint32_t *milestones = gm_take_array(ws, stretches + 1, sizeof *milestones);
  if (!milestones) return ws->status;
  for (size_t i = 0; i < stretches; i++)
    milestones[i + 1] = milestones[i] + count_begun(text, i * STRETCH_BYTES,
                                                    (i + 1) * STRETCH_BYTES);
  *out = (gm_positions){text, milestones};
  return GM_OK;
}

uint32_t gm_positions_at(const gm_positions *positions, size_t byte) {
  if (byte > positions->text.size) byte = positions->text.size;
  size_t stretch = byte / STRETCH_BYTES;
  return positions->milestones[stretch] +
         count_begun(positions->text, stretch * STRETCH_BYTES, byte);
}
