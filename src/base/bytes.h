/* Bounded loads: how a mapped file is read. A load outside the file gives
 * zeros instead of a crash. All numbers are little-endian. */
#ifndef GM_BASE_BYTES_H
#define GM_BASE_BYTES_H

#include <stdint.h>
#include <string.h>

#include "geomention.h"

/* Copies `size` bytes at `offset` to `out`, or zeros where they are outside. */
static inline void gm_bytes_load(gm_str file, uint64_t offset, void *out,
                                 size_t size) {
  if (offset <= file.size && size <= file.size - offset)
    memcpy(out, file.bytes + offset, size);
  else
    memset(out, 0, size);
}

static inline uint32_t gm_bytes_u32(gm_str file, uint64_t offset) {
  uint32_t value;
  gm_bytes_load(file, offset, &value, sizeof value);
  return value;
}

static inline uint64_t gm_bytes_u64(gm_str file, uint64_t offset) {
  uint64_t value;
  gm_bytes_load(file, offset, &value, sizeof value);
  return value;
}

/* A stretch of the file, or an empty one where it is outside. */
static inline gm_str gm_bytes_str(gm_str file, uint64_t offset, size_t size) {
  if (offset > file.size || size > file.size - offset) return (gm_str){0};
  return (gm_str){file.bytes + offset, size};
}

#endif
