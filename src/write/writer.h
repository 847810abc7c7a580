/* A map being written, as the layers see it: they open themselves and feed
 * rows, and need not know in which formats. */
#ifndef GM_WRITE_WRITER_H
#define GM_WRITE_WRITER_H

#include "write/layout.h"

struct gm_writer {
  gm_arena arena; /* holds this struct and the books */
  const gm_gazetteer *gazetteer;
  gm_geometry geometry;
  gm_crs crs;       /* of the formats that may have another than WGS 84 */
  bool moved;       /* it is another */
  uint64_t outside; /* rows beyond what it is made for */
  unsigned layers;  /* bits of gm_map_layer that are open */
  gm_shelf shelf;
  const char *folder; /* that was made for the map; NULL: none was */
  gm_rendering *own;  /* of gm_writer_add; NULL until it is needed */
};

/* Opens a layer in all formats, so that it is there even when no row comes.
 * The layers of gm_write_options are open from the start. */
gm_status gm_writer_layer(gm_workspace *ws, gm_writer *writer,
                          const gm_layer *layer);

/* Whether some format takes rows; others tell whole articles. */
bool gm_writer_takes_rows(const gm_writer *writer);

/* Prints a row into a rendering, in all formats. @threads any number. */
gm_status gm_rendering_add(gm_workspace *ws, const gm_writer *writer,
                           const gm_layer *layer, const gm_layer_row *row,
                           gm_rendering *out);

/* Adds a row to the map at once. @threads one at a time. */
gm_status gm_writer_add(gm_workspace *ws, gm_writer *writer,
                        const gm_layer *layer, const gm_layer_row *row);

#endif
