/* Geometries as well-known text (OGC 06-103r4): MULTIPOLYGON (((30 10, ... */
#ifndef GM_WRITE_WKT_H
#define GM_WRITE_WKT_H

#include "base/buffer.h"

/* Appends a shape of at least one ring: a POINT, a MULTILINESTRING or a
 * MULTIPOLYGON. */
void gm_wkt_print(const gm_shape *shape, gm_buffer *out);

#endif
