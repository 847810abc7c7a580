/* See outline.h. */
#include "gazetteer/outline.h"

#include <math.h>
#include <stdlib.h>

#include "earth/point.h"

static const double radians = 3.14159265358979323846 / 180;

void gm_outline_clear(gm_outline *outline) {
  outline->kind = GM_OUTLINE_NONE;
  outline->count = outline->parts = 0;
}

gm_status gm_outline_add(gm_workspace *ws, gm_outline *outline,
                         gm_point point) {
  gm_point *points = gm_grow(ws, outline->points, outline->count,
                             &outline->capacity, sizeof *points);
  if (!points) return GM_NO_MEMORY;
  outline->points = points;
  points[outline->count++] = point;
  return GM_OK;
}

gm_status gm_outline_end_part(gm_workspace *ws, gm_outline *outline) {
  size_t *ends = gm_grow(ws, outline->ends, outline->parts,
                         &outline->parts_capacity, sizeof *ends);
  if (!ends) return GM_NO_MEMORY;
  outline->ends = ends;
  ends[outline->parts++] = outline->count;
  return GM_OK;
}

/* --------------------------------------------------------------- areas --- */

/* Where a line of latitude crosses the rings. A side counts with its lower end
 * and without its upper one, so that a corner counts once. */
static size_t cross(const gm_outline *outline, double lat, double *lons) {
  size_t begin = 0, count = 0;
  for (size_t part = 0; part < outline->parts; part++) {
    size_t end = outline->ends[part];
    for (size_t i = begin; i < end; i++) {
      gm_point a = outline->points[i];
      gm_point b = outline->points[i + 1 < end ? i + 1 : begin];
      if ((a.lat_deg <= lat) == (b.lat_deg <= lat)) continue;
      double share = (lat - a.lat_deg) / (b.lat_deg - a.lat_deg);
      lons[count++] = a.lon_deg + share * (b.lon_deg - a.lon_deg);
    }
    begin = end;
  }
  return count;
}

static int compare_lons(const void *a, const void *b) {
  const double *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

/* The longest stretch inside on a line of latitude: its middle and length. */
static double longest_inside(const gm_outline *outline, double lat,
                             double *lons, gm_point *middle) {
  double longest = 0;
  size_t count = cross(outline, lat, lons);
  qsort(lons, count, sizeof *lons, compare_lons);
  for (size_t i = 0; i + 1 < count; i += 2) {
    double length = (lons[i + 1] - lons[i]) * cos(lat * radians);
    if (length <= longest) continue;
    longest = length;
    *middle = (gm_point){lat, (lons[i] + lons[i + 1]) / 2};
  }
  return longest;
}

/* Twice the area of a ring, in degrees (the shoelace formula). */
static double ring_area(const gm_outline *outline, size_t begin, size_t end) {
  double sum = 0;
  for (size_t i = begin; i < end; i++) {
    gm_point a = outline->points[i];
    gm_point b = outline->points[i + 1 < end ? i + 1 : begin];
    sum += a.lon_deg * b.lat_deg - b.lon_deg * a.lat_deg;
  }
  return fabs(sum);
}

/* The parallels between which the largest ring lies: of an archipelago, its
 * main island. Lines across the whole might miss every one. */
static void find_range(const gm_outline *outline, double *south,
                       double *north) {
  double largest = -1;
  size_t begin = 0;
  for (size_t part = 0; part < outline->parts; part++) {
    size_t end = outline->ends[part];
    double area = ring_area(outline, begin, end);
    if (area > largest && end > begin) {
      largest = area;
      *south = *north = outline->points[begin].lat_deg;
      for (size_t i = begin; i < end; i++) {
        *south = fmin(*south, outline->points[i].lat_deg);
        *north = fmax(*north, outline->points[i].lat_deg);
      }
    }
    begin = end;
  }
}

/* A line along a side would find the edge, not the inside. */
static bool has_corner_at(const gm_outline *outline, double lat) {
  for (size_t i = 0; i < outline->count; i++)
    if (outline->points[i].lat_deg == lat) return true;
  return false;
}

/* @param lons  room for as many as there are points */
static bool point_of_rings(const gm_outline *outline, double *lons,
                           gm_point *out) {
  enum { LINES = 9 };
  double south = 0, north = 0, longest = 0;
  find_range(outline, &south, &north);
  /* From the middle outwards, so that the middle wins where it is as long. */
  for (int i = 0; i < LINES; i++) {
    int step = (i + 1) / 2 * (i % 2 ? 1 : -1);
    double lat = (south + north) / 2 + step * (north - south) / (LINES + 1);
    if (has_corner_at(outline, lat)) lat += (north - south) / 77;
    gm_point middle;
    double length = longest_inside(outline, lat, lons, &middle);
    if (length <= longest * 1.25) continue;
    longest = length;
    *out = middle;
  }
  return longest > 0;
}

/* --------------------------------------------------------------- lines --- */

/* How long a step is, in degrees of a great circle, roughly. */
static double step_length(gm_point a, gm_point b) {
  double across = (a.lon_deg - b.lon_deg) * cos(a.lat_deg * radians);
  return hypot(a.lat_deg - b.lat_deg, across);
}

static double part_length(const gm_outline *outline, size_t begin, size_t end) {
  double length = 0;
  for (size_t i = begin; i + 1 < end; i++)
    length += step_length(outline->points[i], outline->points[i + 1]);
  return length;
}

/* The corner in the middle of the longest part. */
static bool point_of_lines(const gm_outline *outline, gm_point *out) {
  size_t begin = 0, longest_begin = 0, longest_end = 0;
  double longest = -1;
  for (size_t part = 0; part < outline->parts; part++) {
    double length = part_length(outline, begin, outline->ends[part]);
    if (length > longest && outline->ends[part] > begin) {
      longest = length;
      longest_begin = begin;
      longest_end = outline->ends[part];
    }
    begin = outline->ends[part];
  }
  if (longest_begin == longest_end) return false;
  double gone = 0;
  size_t i = longest_begin;
  for (; i + 1 < longest_end && gone < longest / 2; i++)
    gone += step_length(outline->points[i], outline->points[i + 1]);
  *out = outline->points[i];
  return true;
}

/* Longitudes beyond 180 degrees are drawn there so as not to cut the area. */
static double around(double lon) {
  return lon > 180 && lon <= 360 ? lon - 360 : lon;
}

static bool is_finite(const gm_outline *outline) {
  for (size_t i = 0; i < outline->count; i++)
    if (!isfinite(outline->points[i].lat_deg) ||
        !isfinite(outline->points[i].lon_deg))
      return false;
  return outline->count != 0;
}

gm_status gm_outline_point(gm_workspace *ws, const gm_outline *outline,
                           gm_point *out, bool *found) {
  gm_point point = {0};
  *found = false;
  if (!is_finite(outline)) return GM_OK;
  if (outline->kind == GM_OUTLINE_POINTS) {
    point = outline->points[0];
    *found = true;
  } else if (outline->kind == GM_OUTLINE_LINES) {
    *found = point_of_lines(outline, &point);
  } else if (outline->kind == GM_OUTLINE_RINGS) {
    gm_arena_mark before = gm_arena_here(&ws->arena);
    double *lons = gm_take_array(ws, outline->count, sizeof *lons);
    if (!lons) return GM_NO_MEMORY;
    *found = point_of_rings(outline, lons, &point);
    gm_arena_rewind(&ws->arena, before);
  }
  point.lon_deg = around(point.lon_deg);
  *found = *found && gm_point_valid(point);
  if (*found) *out = point;
  return GM_OK;
}
