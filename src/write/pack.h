/* Rows as bytes, for formats that are not text: packed on any thread, unpacked
 * by the one that writes. All pieces are multiples of eight bytes, so that what
 * is unpacked may point into the bytes.
 *
 *     u64  the row's whole size
 *     u64  a field: NULLS, or the size of a text, or a number     one a field
 *          the text's bytes, with zeros up to the next multiple
 *     u64  type of the shape, u64 rings (0: no shape)
 *     u64  points of a ring, with the top bit for a hole; then its points */
#ifndef GM_WRITE_PACK_H
#define GM_WRITE_PACK_H

#include "base/buffer.h"
#include "write/layer.h"

/* Appends a row. */
void gm_row_pack(const gm_layer *layer, const gm_layer_row *row,
                 gm_buffer *out);

/* A row that was unpacked; it lives in the bytes and in the workspace. */
typedef struct gm_unpacked {
  gm_value *values; /* as many as the layer has fields */
  gm_shape shape;   /* count 0: none */
} gm_unpacked;

/* Takes one row off the front of `rows`, which gm_row_pack wrote and which is
 * not empty. @return GM_NO_MEMORY */
gm_status gm_row_unpack(gm_workspace *ws, const gm_layer *layer, gm_str *rows,
                        gm_unpacked *out);

#endif
