/* The layer of the mentions: see layer_mentions.c. */
#ifndef GM_WRITE_LAYER_MENTIONS_H
#define GM_WRITE_LAYER_MENTIONS_H

#include "write/writer.h"

/* Prints a row for each mention of a document. @threads any number at once.
 * @return GM_NO_MEMORY, GM_CANCELLED. @cost linear. */
gm_status gm_mentions_render(gm_workspace *ws, const gm_writer *writer,
                             const gm_document *document, gm_mentions mentions,
                             gm_resolutions resolutions, gm_rendering *out);

#endif
