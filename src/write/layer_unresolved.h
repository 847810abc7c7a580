/* The layer of the names that could not be placed: see layer_unresolved.c. */
#ifndef GM_WRITE_LAYER_UNRESOLVED_H
#define GM_WRITE_LAYER_UNRESOLVED_H

#include "write/field.h"
#include "write/writer.h"

/* Prints a row for a mention, if it is unresolved and the writer has the layer.
 * @threads any number at once. */
gm_status gm_unresolved_render(const gm_writer *writer, const gm_row *row,
                               gm_rendering *out);

#endif
