/* UTM: metres of a zone of six degrees, as military grids write places, and the
 * way back to latitude and longitude on WGS 84. */
#ifndef GM_EARTH_UTM_H
#define GM_EARTH_UTM_H

#include "geomention.h"

/* @param zone        1 to 60
 * @param easting_m   500,000 on the zone's middle meridian
 * @param northing_m  from the equator; negative south of it
 * @cost some sines. Exact to a millimetre within a zone. */
gm_point gm_utm_point(int zone, double easting_m, double northing_m);

#endif
