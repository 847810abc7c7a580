/* An outlet: where one section of the file goes while it is made. Several can
 * be open at once, each at its own place of the file: bytes are gathered,
 * hashed and written a piece at a time. */
#ifndef GM_GAZETTEER_OUTLET_H
#define GM_GAZETTEER_OUTLET_H

#include "base/file.h"
#include "gazetteer/hash.h"

enum { GM_OUTLET_BYTES = 256 * 1024 }; /* a multiple of 8 */

typedef struct gm_outlet {
  gm_workspace *ws;
  gm_file *file;
  char *bytes;
  size_t used;
  uint64_t at; /* of the file: where the gathered bytes belong */
  uint64_t hash;
  gm_status status; /* of the first failure: afterwards nothing is done */
} gm_outlet;

/* @param at  a multiple of 8 */
gm_outlet gm_outlet_open(gm_workspace *ws, gm_file *file, uint64_t at);

/* What gm_outlet_put does where the gathered bytes are enough. */
void gm_outlet_put_over(gm_outlet *outlet, const void *bytes, size_t size);

static inline void gm_outlet_put(gm_outlet *outlet, const void *bytes,
                                 size_t size) {
  if (!size) return;
  if (outlet->status || size >= GM_OUTLET_BYTES - outlet->used) {
    gm_outlet_put_over(outlet, bytes, size);
    return;
  }
  memcpy(outlet->bytes + outlet->used, bytes, size);
  outlet->used += size;
}

/* Fills up with zeros to a multiple of 8 and writes what is left. */
gm_status gm_outlet_close(gm_outlet *outlet);

#endif
