/* See box.h. All comparisons of longitudes are made eastwards from the box's
 * western edge, where a box across 180 degrees is like any other. */
#include "earth/box.h"

/* How far east of `from` the meridian `to` is: 0 up to, not including, 360. */
static double eastwards(double from, double to) {
  double way = to - from;
  return way < 0 ? way + 360 : way;
}

gm_box gm_box_of(gm_point point) {
  return (gm_box){point.lat_deg, point.lon_deg, point.lat_deg, point.lon_deg};
}

double gm_box_width_deg(gm_box box) {
  return eastwards(box.west_deg, box.east_deg);
}

static bool holds_meridian(gm_box box, double lon_deg) {
  return eastwards(box.west_deg, lon_deg) <= gm_box_width_deg(box);
}

bool gm_box_holds(gm_box box, gm_point point) {
  return point.lat_deg >= box.south_deg && point.lat_deg <= box.north_deg &&
         holds_meridian(box, point.lon_deg);
}

gm_box gm_box_with(gm_box box, gm_point point) {
  if (point.lat_deg < box.south_deg) box.south_deg = point.lat_deg;
  if (point.lat_deg > box.north_deg) box.north_deg = point.lat_deg;
  if (holds_meridian(box, point.lon_deg)) return box;
  double to_the_east = eastwards(box.east_deg, point.lon_deg);
  double to_the_west = eastwards(point.lon_deg, box.west_deg);
  if (to_the_east <= to_the_west)
    box.east_deg = point.lon_deg;
  else
    box.west_deg = point.lon_deg;
  return box;
}
