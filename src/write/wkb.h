/* Geometries as a GeoPackage keeps them (OGC 12-128r15, 2.1.3): a small head,
 * then well-known binary.
 *
 *     47 50 00 flags | srs_id | envelope: minx maxx miny maxy | WKB
 *      G  P  v          i32     4 f64, not for points            */
#ifndef GM_WRITE_WKB_H
#define GM_WRITE_WKB_H

#include "base/buffer.h"

/* How far geometries reach, in the units of their coordinates: x to the east.
 */
typedef struct gm_extent {
  double min_x, min_y, max_x, max_y;
  bool any;
} gm_extent;

gm_extent gm_extent_of(const gm_shape *shape);
void gm_extent_widen(gm_extent *extent, gm_extent by);

/* Appends a shape of at least one ring: a Point, a MultiLineString or a
 * MultiPolygon. */
void gm_wkb_print(const gm_shape *shape, int32_t srs_id, gm_extent extent,
                  gm_buffer *out);

#endif
