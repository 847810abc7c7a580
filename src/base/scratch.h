/* A scratch file: bytes that do not fit into memory for a while. It has no
 * name, so nothing is left of it however the program ends. */
#ifndef GM_BASE_SCRATCH_H
#define GM_BASE_SCRATCH_H

#include <stdatomic.h>

#include "base/workspace.h"

typedef struct gm_scratch {
  int file; /* -1: not open */
  _Atomic uint64_t end;
} gm_scratch;

/* Opens one in the folder of `path`, which has the room for the result.
 * @return GM_CANNOT_WRITE. @owner the caller, until gm_scratch_close. */
gm_status gm_scratch_open(gm_workspace *ws, const char *path, gm_scratch *out);
void gm_scratch_close(gm_scratch *scratch);

/* Appends bytes and says where they are. @threads any number at once. */
gm_status gm_scratch_add(gm_workspace *ws, gm_scratch *scratch, gm_str bytes,
                         uint64_t *offset);

/* Reads `size` bytes back. @threads any number at once. */
gm_status gm_scratch_read(gm_workspace *ws, const gm_scratch *scratch,
                          uint64_t offset, void *out, size_t size);

#endif
