/* Written coordinates: how texts write a point on Earth in numbers.
 *
 *     50.4501, 30.5234               decimal degrees: four decimals, or a word
 *     50.45° N, 30.52° E               such as "coordinates" before them
 *     48°51'24"N 2°21'03"E           degrees, minutes, seconds
 *     latitude 48.85, longitude 2.35
 *     36.2 degrees north, 140.1 degrees east
 *     37U DQ 12345 67890             a military grid (MGRS)
 *
 * Only their form is read here; where they are is the resolver's business. */
#ifndef GM_DOCUMENT_COORDINATE_H
#define GM_DOCUMENT_COORDINATE_H

#include "base/str.h"

/* A square of the military grid: zone 37, band U, square DQ, metres in it. */
typedef struct gm_grid {
  int zone; /* 0: there is none, but latitude and longitude */
  char band, column, row;
  uint32_t east_m, north_m; /* of the corner */
  uint32_t side_m;          /* 1 to 10,000: how exact it is */
} gm_grid;

typedef struct gm_coordinate {
  gm_span span;
  double lat_deg, lon_deg; /* as written: they may be out of their ranges */
  gm_grid grid;
} gm_coordinate;

/* The first coordinates at or behind `from`. @return false: there are none
 * @cost linear in what is passed over. */
bool gm_coordinate_next(gm_str text, uint32_t from, gm_coordinate *out);

#endif
