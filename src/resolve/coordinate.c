/* See coordinate.h. Latitude and longitude are as they are written. A square
 * of the military grid is a zone of six degrees, a band of eight, and two
 * letters for a square of 100 km, which repeat every 2,000 km northwards:
 *
 *     37U DQ 12345 67890   zone 37, band U (48 to 56 north), square DQ,
 *                          12,345 m east and 67,890 m north in it
 *
 * (NGA.STND.0037). The point is the middle of the square. */
#include "resolve/coordinate.h"

#include <math.h>
#include <string.h>

#include "document/coordinate.h"
#include "earth/point.h"
#include "earth/utm.h"

/* The latitudes of a band: C begins 80 degrees south; X, the last, has 12. */
static bool is_in_band(char band, double lat_deg) {
  static const char bands[] = "CDEFGHJKLMNPQRSTUVWX";
  const double about_deg = 1; /* a square may reach over its band's edge */
  const char *at = strchr(bands, band);
  if (!at) return false;
  double low_deg = 8 * (double)(at - bands) - 80;
  return lat_deg > low_deg - about_deg &&
         lat_deg < low_deg + (band == 'X' ? 12 : 8) + about_deg;
}

/* The place of a letter in the alphabet without I and O, from 0. */
static int letter_number(char letter) {
  return letter - 'A' - (letter > 'I') - (letter > 'O');
}

/* The easting of a square's left edge; 0: the zone has no such column. */
static double column_m(const gm_grid *grid) {
  int first = (grid->zone - 1) % 3 * 8; /* A, J or S */
  int column = letter_number(grid->column) - first;
  return column < 0 || column > 7 ? 0 : (column + 1) * 1e5;
}

/* The northing of a square's lower edge, but for some 2,000 km; -1: the zone
 * has no such row. */
static double row_m(const gm_grid *grid) {
  const int rows = 20;
  int row = letter_number(grid->row);
  if (row >= rows) return -1;
  if (grid->zone % 2 == 0) row = (row + rows - 5) % rows; /* begins at F */
  return row * 1e5;
}

/* The point of a square. @return false: there is no such square */
static bool grid_point(const gm_grid *grid, gm_point *out) {
  const double cycle_m = 2e6, equator_m = 1e7;
  double half_m = grid->side_m / 2.0;
  double east_m = column_m(grid) + grid->east_m + half_m;
  double north_m = row_m(grid) + grid->north_m + half_m;
  if (column_m(grid) <= 0 || row_m(grid) < 0) return false;
  if (grid->band < 'N') north_m -= equator_m;
  for (int i = 0; i < 5; i++, north_m += cycle_m) {
    *out = gm_utm_point(grid->zone, east_m, north_m);
    if (is_in_band(grid->band, out->lat_deg)) return true;
  }
  return false;
}

/* The coordinates that are all of a span. */
static bool read(gm_str text, gm_span span, gm_coordinate *out) {
  text.size = span.end;
  return gm_coordinate_next(text, span.begin, out) &&
         out->span.begin == span.begin && out->span.end == span.end;
}

/* @return what is wrong with them, or NULL */
static const char *find_point(const gm_coordinate *written, gm_point *out) {
  if (written->grid.zone)
    return grid_point(&written->grid, out)
               ? NULL
               : "unresolved: the military grid has no such square";
  *out = (gm_point){written->lat_deg, written->lon_deg};
  if (fabs(out->lat_deg) > 90)
    return "unresolved: the latitude is more than 90 degrees";
  if (fabs(out->lon_deg) > 180)
    return "unresolved: the longitude is more than 180 degrees";
  return NULL;
}

/* "the text writes the coordinates; 3 km from Bakhmut" */
static gm_status tell_nearest(gm_workspace *ws, const gm_gazetteer *gazetteer,
                              gm_resolution *out) {
  const double far_km = 200;
  const gm_nearby *near;
  uint32_t count = 0;
  out->reasons = GM_STR("the text writes the coordinates");
  gm_status status =
      gm_gazetteer_near(ws, gazetteer, out->at, far_km, 1, &near, &count);
  if (status || !count) return status;
  gm_str name = gm_gazetteer_place(gazetteer, near[0].place).name;
  out->runner_up = near[0].place;
  out->reasons =
      gm_str_print(ws, "the text writes the coordinates; %.0f km from %.*s",
                   near[0].far_km, GM_PRINT(name));
  return out->reasons.bytes ? GM_OK : GM_NO_MEMORY;
}

gm_status gm_coordinate_resolve(gm_workspace *ws, const gm_gazetteer *gazetteer,
                                gm_str text, const gm_mention *mention,
                                gm_resolution *out) {
  gm_coordinate written;
  if (out->candidate_count || !read(text, mention->span, &written))
    return GM_OK;
  *out = (gm_resolution){.place = GM_NO_PLACE, .runner_up = GM_NO_PLACE};
  const char *wrong = find_point(&written, &out->at);
  if (wrong || !gm_point_valid(out->at)) {
    out->reasons = gm_str_of(wrong ? wrong : "unresolved: it is no point");
    return GM_OK;
  }
  out->has_point = true;
  out->confidence_place = 1;
  out->confidence = mention->confidence;
  return tell_nearest(ws, gazetteer, out);
}
