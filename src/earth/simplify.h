/* Lines with fewer points that look the same. */
#ifndef GM_EARTH_SIMPLIFY_H
#define GM_EARTH_SIMPLIFY_H

#include "geomention.h"

/* Moves the points to keep to the front: the first, the last, and each without
 * which the line would run more than `tolerance_deg` beside where it ran. Of a
 * line that ends where it begins, the farthest point is kept too.
 * @return how many are kept. @cost n log n, at worst n squared */
uint32_t gm_line_simplify(gm_point *points, uint32_t count,
                          double tolerance_deg);

#endif
