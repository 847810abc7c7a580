/* Geometries of GeoJSON, RFC 7946, section 3.1, out of shapes. */
#ifndef GM_WRITE_GEOMETRY_H
#define GM_WRITE_GEOMETRY_H

#include "base/buffer.h"

/* Appends a geometry as JSON: a Point, LineString or Polygon, or the Multi- of
 * it where there are several. The shape has one ring at least. */
void gm_geometry_print(const gm_shape *shape, gm_buffer *out);

#endif
