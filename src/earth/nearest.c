/* See nearest.h. */
#include "earth/nearest.h"

#include <math.h>

enum {
  BITS = 16,      /* of a key for each of latitude and longitude */
  POLE_LEVEL = 8, /* near a pole a row has all its cells: not too many */
};

/* One degree of latitude, a little short, so that circles become too large
 * rather than too small. */
static const double KM_PER_DEGREE = 110.5;

/* Puts a zero between each two of the lower 16 bits. */
static uint32_t spread(uint32_t bits) {
  bits = (bits | bits << 8) & 0x00FF00FF;
  bits = (bits | bits << 4) & 0x0F0F0F0F;
  bits = (bits | bits << 2) & 0x33333333;
  return (bits | bits << 1) & 0x55555555;
}

/* Which of 65,536 even parts of 0 to `whole` a value is in. */
static uint32_t part_of(int64_t value, int64_t whole) {
  if (value < 0) value = 0;
  if (value >= whole) value = whole - 1;
  return (uint32_t)(value * (1 << BITS) / whole);
}

uint32_t gm_nearest_key(int32_t lat_e5, int32_t lon_e5) {
  uint32_t row = part_of((int64_t)lat_e5 + 9000000, 18000000);
  uint32_t column = part_of((int64_t)lon_e5 + 18000000, 36000000);
  return spread(row) << 1 | spread(column);
}

/* Half the width of a circle in degrees of longitude; 180: round the pole. */
static double half_width(double lat_deg, double radius_deg) {
  const double degree = 3.14159265358979323846 / 180;
  if (fabs(lat_deg) + radius_deg >= 90) return 180;
  double sine = sin(radius_deg * degree) / cos(lat_deg * degree);
  return sine < 1 ? asin(sine) / degree : 180;
}

/* The deepest level at which the circle is not wider than a few cells. */
static unsigned level_for(double radius_deg, double half_deg) {
  unsigned level = 0;
  unsigned most = half_deg < 180 ? BITS : POLE_LEVEL;
  while (level < most) {
    double height = 180.0 / (double)(1U << (level + 1));
    if (height < radius_deg) break;
    if (half_deg < 180 && height * 4 < half_deg) break;
    level++;
  }
  return level;
}

/* The row or column of a value from 0 up to `whole`. */
static int64_t cell_of(double value, double whole, unsigned level) {
  return (int64_t)floor(value / whole * (double)(1U << level));
}

gm_nearest_window gm_nearest_around(gm_point at, double radius_km) {
  double radius = fmin(radius_km, 20100) / KM_PER_DEGREE + 1e-4;
  double half = half_width(at.lat_deg, radius);
  gm_nearest_window window = {.level = level_for(radius, half)};
  int64_t count = (int64_t)1 << window.level;
  int64_t south = cell_of(at.lat_deg + 90 - radius, 180, window.level);
  int64_t north = cell_of(at.lat_deg + 90 + radius, 180, window.level);
  if (south < 0) south = 0;
  if (north >= count) north = count - 1;
  window.row = (uint32_t)south;
  window.rows = (uint32_t)(north - south + 1);
  int64_t west = cell_of(at.lon_deg + 180 - half, 360, window.level);
  int64_t east = cell_of(at.lon_deg + 180 + half, 360, window.level);
  int64_t columns = east - west + 1 < count ? east - west + 1 : count;
  window.column = (uint32_t)((west % count + count) % count);
  window.columns = (uint32_t)columns;
  return window;
}

gm_nearest_run gm_nearest_cell(const gm_nearest_window *window, uint32_t i,
                               uint32_t j) {
  uint32_t mask = ((uint32_t)1 << window->level) - 1;
  uint32_t row = (window->row + i) & mask;
  uint32_t column = (window->column + j) & mask;
  uint32_t cell = spread(row) << 1 | spread(column);
  unsigned below = 2 * (BITS - window->level); /* bits inside the cell */
  if (below == 32) return (gm_nearest_run){0, UINT32_MAX};
  uint32_t first = cell << below;
  return (gm_nearest_run){first, first + (((uint32_t)1 << below) - 1)};
}
