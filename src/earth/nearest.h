/* Points in the order of a curve on which neighbours are mostly near: the
 * Z-order (Morton 1966). The world is halved again and again, north from south
 * and east from west; the answers, one bit each, are the key.
 *
 *     0 1     A cell of any level, a half of a half of ..., is one run of
 *      /      keys, so all points in it are found by two binary searches
 *     2 3     in the sorted keys. No tree has to be stored.
 *
 * A circle lies in few cells that are as large as its radius: a window. */
#ifndef GM_EARTH_NEAREST_H
#define GM_EARTH_NEAREST_H

#include "geomention.h"

/* The key of a point in steps of 1/100,000 degree; what is out of range gets
 * the key of the nearest edge. */
uint32_t gm_nearest_key(int32_t lat_e5, int32_t lon_e5);

/* Rows by columns of cells of one level; columns go on behind the 180th
 * meridian. */
typedef struct gm_nearest_window {
  unsigned level; /* 0: the whole world is one cell; at most 16 */
  uint32_t row, rows, column, columns;
} gm_nearest_window;

/* The cells that hold a circle: at most 3 by 5, but for circles near a pole. */
gm_nearest_window gm_nearest_around(gm_point at, double radius_km);

/* The keys of a window's cell, from `first` to `last`. */
typedef struct gm_nearest_run {
  uint32_t first, last;
} gm_nearest_run;

/* @param i, j  row and column within the window */
gm_nearest_run gm_nearest_cell(const gm_nearest_window *window, uint32_t i,
                               uint32_t j);

#endif
