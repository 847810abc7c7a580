/* The table of values beside shapes: columns of fixed width, in which all
 * values are text. */
#ifndef GM_WRITE_DBF_H
#define GM_WRITE_DBF_H

#include <shapefil.h>

#include "write/layer.h"

enum {
  GM_DBF_COLUMNS = 64,
  GM_DBF_TEXT_BYTES = 254, /* the widest column */
};

/* How wide the columns must be for the rows so far. */
typedef struct gm_dbf_widths {
  int bytes[GM_DBF_COLUMNS];
  int decimals[GM_DBF_COLUMNS];
} gm_dbf_widths;

void gm_dbf_widths_begin(const gm_layer *layer, gm_dbf_widths *widths);
void gm_dbf_widths_note(const gm_layer *layer, const gm_value *values,
                        gm_dbf_widths *widths);

/* How large the file is with so many rows. */
uint64_t gm_dbf_size(const gm_layer *layer, const gm_dbf_widths *widths,
                     uint64_t rows);

/* @return false when shapelib could not */
bool gm_dbf_create_fields(DBFHandle table, const gm_layer *layer,
                          const gm_dbf_widths *widths);
bool gm_dbf_write(DBFHandle table, int row, const gm_layer *layer,
                  const gm_value *values, const gm_dbf_widths *widths);

/* How many bytes of a text fit into `most` without cutting a character. */
size_t gm_dbf_cut(gm_str text, size_t most);

#endif
