/* See utm.h. The inverse of the transverse Mercator projection by Krüger's
 * series in the third flattening n, to its fourth power (Krüger 1912,
 * doi:10.2312/GFZ.b103-krueger28; Karney 2011, doi:10.1007/s00190-011-0445-3):
 *
 *     metres --scale--> xi, eta --series--> Gauss-Schreiber --> sphere --> WGS
 * 84
 */
#include "earth/utm.h"

#include <math.h>

/* Of WGS 84. */
static const double radius_m = 6378137, flattening = 1 / 298.257223563;

static const double pi = 3.14159265358979323846;

/* The radius of the sphere whose meridians are as long. */
static double rectifying_m(double n) {
  return radius_m / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
}

/* The latitude on the ellipsoid of a conformal one. */
static double geographic(double n, double chi) {
  double n2 = n * n, n3 = n2 * n;
  return chi + (2 * n - 2 * n2 / 3 - 2 * n3) * sin(2 * chi) +
         (7 * n2 / 3 - 8 * n3 / 5) * sin(4 * chi) + 56 * n3 / 15 * sin(6 * chi);
}

gm_point gm_utm_point(int zone, double easting_m, double northing_m) {
  const double scale = 0.9996, false_easting_m = 500000;
  double n = flattening / (2 - flattening), n2 = n * n, n3 = n2 * n,
         n4 = n2 * n2;
  const double beta[] = {
      n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360,
      n2 / 48 + n3 / 15 - 437 * n4 / 1440,
      17 * n3 / 480 - 37 * n4 / 840,
      4397 * n4 / 161280,
  };
  double xi = northing_m / (scale * rectifying_m(n));
  double eta = (easting_m - false_easting_m) / (scale * rectifying_m(n));
  double north = xi, east = eta;
  for (int i = 0; i < 4; i++) {
    double twice = 2 * (i + 1);
    north -= beta[i] * sin(twice * xi) * cosh(twice * eta);
    east -= beta[i] * cos(twice * xi) * sinh(twice * eta);
  }
  double chi = asin(sin(north) / cosh(east));
  double lon_deg = atan2(sinh(east), cos(north)) * 180 / pi + zone * 6 - 183;
  return (gm_point){geographic(n, chi) * 180 / pi, lon_deg};
}
