/* What a format of the output is. A new one is a file with such a table and a
 * line in writer.c.
 *
 *     begin  feature  between  feature  between  feature  end
 *
 * The features of one document are rendered on any thread; the brackets around
 * them and what stands between two documents are written by the one thread
 * that holds the writer, so that the bytes are the same for any number. */
#ifndef GM_WRITE_WRITER_H
#define GM_WRITE_WRITER_H

#include "base/buffer.h"
#include "base/workspace.h"

typedef struct gm_layout {
  const char *name;           /* for --to */
  const char *const *endings; /* of paths, with the dot; NULL ends them */
  const char *between;        /* two features */
  bool styled;                /* a QGIS style belongs beside it */

  /* A format that must remember something of what it wrote has a state; the
   * others leave these three out. */
  gm_status (*open)(gm_workspace *ws, const gm_gazetteer *gazetteer,
                    void **state);

  /* Appends what a rendering becomes in its turn, instead of its bytes. */
  gm_status (*append)(gm_workspace *ws, void *state, gm_str rendered,
                      gm_buffer *out);
  void (*close)(void *state);

  /* Appends what stands before the first feature. */
  gm_status (*begin)(gm_workspace *ws, const gm_gazetteer *gazetteer,
                     gm_buffer *out);

  /* Appends one document's features, `between` between them. */
  gm_status (*render)(gm_workspace *ws, const gm_gazetteer *gazetteer,
                      const gm_document *document, gm_mentions mentions,
                      gm_resolutions resolutions, gm_geometry geometry,
                      const char *between, gm_buffer *out);

  /* Appends what stands behind the last feature; `any`: there was one. */
  gm_status (*end)(gm_workspace *ws, const gm_gazetteer *gazetteer,
                   void *state, bool any, gm_buffer *out);
} gm_layout;

extern const gm_layout gm_layout_geojson;
extern const gm_layout gm_layout_geojsonseq;
extern const gm_layout gm_layout_html;

#endif
