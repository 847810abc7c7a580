/* Points on WGS 84: which pairs of numbers are one. */
#ifndef GM_EARTH_POINT_H
#define GM_EARTH_POINT_H

#include "geomention.h"

/* Whether both numbers are in their range; NaN and infinity are in none. */
static inline bool gm_point_valid(gm_point point) {
  return point.lat_deg >= -90 && point.lat_deg <= 90 && point.lon_deg >= -180 &&
         point.lon_deg <= 180;
}

#endif
