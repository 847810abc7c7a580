/* Reading the file of an overlay, CSV or GeoJSON, into rows. */
#ifndef GM_GAZETTEER_OVERLAY_READ_H
#define GM_GAZETTEER_OVERLAY_READ_H

#include "gazetteer/overlay_row.h"

/* Rows in the order of the file: later ones win. */
typedef struct gm_overlay_rows {
  gm_overlay_row *items;
  size_t count, capacity;
} gm_overlay_rows;

/* Reads and checks a file. The rows' texts are kept in the arena, the rows
 * themselves in the workspace, behind those that `rows` already has.
 * @param hash  goes on with the file's bytes
 * @return GM_CANNOT_READ; GM_BAD_INPUT, GM_BAD_ENCODING with line and column */
gm_status gm_overlay_read(gm_workspace *ws, gm_arena *arena, const char *path,
                          gm_overlay_rows *rows, uint64_t *hash);

/* The row behind the last, made ready for what one line or feature says; NULL
 * after gm_fail. It counts once it was checked and rows->count was raised. */
gm_overlay_row *gm_overlay_row_next(gm_workspace *ws, gm_overlay_rows *rows,
                                    const char *path, const char *unit,
                                    uint64_t number);

/* The rows of a GeoJSON text, for gm_overlay_read. */
gm_status gm_overlay_read_json(gm_workspace *ws, gm_arena *arena,
                               const char *path, gm_str text,
                               gm_overlay_rows *rows);

/* Zeroed memory of an arena, as gm_take_array. */
void *gm_overlay_take(gm_workspace *ws, gm_arena *arena, size_t count,
                      size_t size);

#endif
