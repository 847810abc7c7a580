/* See overlay_row.h. */
#include "gazetteer/overlay_row.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "gazetteer/kind.h"

static const char *const headings[] = {
#define HEADING(upper, lower) lower,
    GM_OVERLAY_COLUMNS(HEADING)
#undef HEADING
};

static const char *const actions[] = {
#define ACTION(upper, lower) lower,
    GM_OVERLAY_ACTIONS(ACTION)
#undef ACTION
};

/* What other programs call the columns. */
static const struct synonym {
  const char *heading;
  gm_overlay_column column;
} synonyms[] = {
    {"latitude", GM_OVERLAY_COLUMN_LAT},
    {"longitude", GM_OVERLAY_COLUMN_LON},
    {"lng", GM_OVERLAY_COLUMN_LON},
    {"feature", GM_OVERLAY_COLUMN_KIND},
    {"feature_code", GM_OVERLAY_COLUMN_KIND},
    {"id", GM_OVERLAY_COLUMN_GEONAMEID},
};

const char *gm_overlay_heading(gm_overlay_column column) {
  return headings[column];
}

static bool is_word(gm_str text, const char *word) {
  return strlen(word) == text.size && text.size &&
         strncasecmp(text.bytes, word, text.size) == 0;
}

bool gm_overlay_column_of(gm_str heading, gm_overlay_column *out) {
  for (int i = 0; i < GM_OVERLAY_COLUMN_COUNT; i++)
    if (is_word(heading, headings[i])) {
      *out = (gm_overlay_column)i;
      return true;
    }
  for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
    if (is_word(heading, synonyms[i].heading)) {
      *out = synonyms[i].column;
      return true;
    }
  return false;
}

gm_status gm_overlay_row_fault(gm_workspace *ws, const gm_overlay_row *row,
                               gm_overlay_column column, const char *format,
                               ...) {
  char sentence[GM_MESSAGE_BYTES];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(sentence, sizeof sentence, format, arguments);
  va_end(arguments);
  return gm_fail(ws, GM_BAD_INPUT, 0, "%s %s %" PRIu64 ", column %s: %s",
                 row->path, row->unit, row->number, headings[column], sentence);
}

/* ---------------------------------------------------------------- cells -- */

/* Each reads a cell into the row; false: it is not what `wanted` says. */

static bool read_action(gm_str cell, gm_overlay_row *row) {
  for (int i = 0; i < GM_OVERLAY_ACTION_COUNT; i++)
    if (is_word(cell, actions[i])) {
      row->action = (gm_overlay_action)i;
      return true;
    }
  return false;
}

static bool read_degrees(gm_str cell, double most, double *out) {
  double value;
  if (!gm_str_to_double(cell, &value) || value < -most || value > most)
    return false;
  *out = value;
  return true;
}

/* A kind of place, or one of GeoNames' feature codes, which says more. */
static bool read_kind(gm_str cell, gm_overlay_row *row) {
  for (int kind = 0; kind < GM_PLACE_KIND_COUNT; kind++)
    if (is_word(cell, gm_place_kind_name((gm_place_kind)kind))) {
      row->feature = (gm_feature){.kind = (uint8_t)kind};
      return true;
    }
  return gm_feature_find(cell, &row->feature);
}

static bool read_country(gm_str cell, gm_overlay_row *row) {
  if (cell.size != 2) return false;
  for (size_t i = 0; i < 2; i++) {
    char letter = cell.bytes[i];
    if (letter >= 'a' && letter <= 'z') letter = (char)(letter - 'a' + 'A');
    if (letter < 'A' || letter > 'Z') return false;
    row->country[i] = letter;
  }
  return true;
}

static bool read_id(gm_str cell, gm_overlay_row *row) {
  uint64_t id;
  if (!gm_str_to_u64(cell, &id) || !id || id > UINT32_MAX) return false;
  row->geonameid = (uint32_t)id;
  return true;
}

/* A year of our era; none was called so before. */
static bool read_year(gm_str cell, int16_t *out) {
  uint64_t year;
  if (!gm_str_to_u64(cell, &year) || !year || year > 9999) return false;
  *out = (int16_t)year;
  return true;
}

static bool read_cell(gm_overlay_row *row, gm_overlay_column column,
                      gm_str cell) {
  switch (column) {
    case GM_OVERLAY_COLUMN_ACTION: return read_action(cell, row);
    case GM_OVERLAY_COLUMN_NAME: row->name = cell; return true;
    case GM_OVERLAY_COLUMN_NAME_KIND:
      return gm_name_kind_of(cell, &row->name_kind);
    case GM_OVERLAY_COLUMN_FROM: return read_year(cell, &row->from_year);
    case GM_OVERLAY_COLUMN_TO: return read_year(cell, &row->to_year);
    case GM_OVERLAY_COLUMN_ALTERNATES: row->alternates = cell; return true;
    case GM_OVERLAY_COLUMN_LAT: return read_degrees(cell, 90, &row->at.lat_deg);
    case GM_OVERLAY_COLUMN_LON:
      return read_degrees(cell, 180, &row->at.lon_deg);
    case GM_OVERLAY_COLUMN_TO_LAT:
      return read_degrees(cell, 90, &row->to.lat_deg);
    case GM_OVERLAY_COLUMN_TO_LON:
      return read_degrees(cell, 180, &row->to.lon_deg);
    case GM_OVERLAY_COLUMN_KIND: return read_kind(cell, row);
    case GM_OVERLAY_COLUMN_COUNTRY: return read_country(cell, row);
    case GM_OVERLAY_COLUMN_ADMIN1: row->admin1 = cell; return true;
    case GM_OVERLAY_COLUMN_POPULATION:
      return gm_str_to_u64(cell, &row->population);
    case GM_OVERLAY_COLUMN_GEONAMEID: return read_id(cell, row);
    case GM_OVERLAY_COLUMN_NOTE:
    case GM_OVERLAY_COLUMN_COUNT: break;
  }
  return true;
}

/* What a cell must be, for those that can be wrong. */
static const char *wanted(gm_overlay_column column) {
  switch (column) {
    case GM_OVERLAY_COLUMN_ACTION: return "add, point, never or prefer";
    case GM_OVERLAY_COLUMN_NAME_KIND:
      return "official, short, alternate, abbreviation, historic, colloquial, "
             "demonym or adjective";
    case GM_OVERLAY_COLUMN_FROM:
    case GM_OVERLAY_COLUMN_TO: return "a year from 1 to 9999";
    case GM_OVERLAY_COLUMN_LAT:
    case GM_OVERLAY_COLUMN_TO_LAT: return "a number of degrees from -90 to 90";
    case GM_OVERLAY_COLUMN_LON:
    case GM_OVERLAY_COLUMN_TO_LON:
      return "a number of degrees from -180 to 180";
    case GM_OVERLAY_COLUMN_KIND:
      return "a kind of place such as city, or a feature code of GeoNames";
    case GM_OVERLAY_COLUMN_COUNTRY: return "two letters of ISO 3166";
    case GM_OVERLAY_COLUMN_POPULATION: return "a whole number";
    case GM_OVERLAY_COLUMN_GEONAMEID: return "an id of GeoNames";
    default: return "text";
  }
}

gm_status gm_overlay_row_set(gm_workspace *ws, gm_overlay_row *row,
                             gm_overlay_column column, gm_str cell) {
  cell = gm_str_trim(cell);
  if (!cell.size) return GM_OK;
  row->given |= (uint32_t)1 << column;
  if (read_cell(row, column, cell)) return GM_OK;
  return gm_overlay_row_fault(ws, row, column, "\"%.*s\" is not %s",
                              GM_PRINT(cell), wanted(column));
}

/* ------------------------------------------------------------- together -- */

/* A pair of coordinates is whole or not there at all. */
static gm_status check_pair(gm_workspace *ws, const gm_overlay_row *row,
                            gm_overlay_column lat, gm_overlay_column lon) {
  bool has_lat = gm_overlay_row_has(row, lat);
  if (has_lat == gm_overlay_row_has(row, lon)) return GM_OK;
  return gm_overlay_row_fault(ws, row, has_lat ? lon : lat,
                              "%s and %s go together, and only one is there",
                              headings[lat], headings[lon]);
}

static gm_status missing(gm_workspace *ws, const gm_overlay_row *row,
                         gm_overlay_column column, const char *why) {
  return gm_overlay_row_fault(ws, row, column, "nothing stands here; %s", why);
}

static bool has_point(const gm_overlay_row *row) {
  return gm_overlay_row_has(row, GM_OVERLAY_COLUMN_LAT);
}

static gm_status check_prefer(gm_workspace *ws, const gm_overlay_row *row) {
  bool box = gm_overlay_row_has(row, GM_OVERLAY_COLUMN_TO_LAT);
  if (box != has_point(row))
    return missing(ws, row,
                   box ? GM_OVERLAY_COLUMN_LAT : GM_OVERLAY_COLUMN_TO_LAT,
                   "a box to prefer runs from lat, lon to to_lat, to_lon");
  if (box && row->at.lat_deg > row->to.lat_deg)
    return gm_overlay_row_fault(ws, row, GM_OVERLAY_COLUMN_TO_LAT,
                                "the box ends south of where it begins");
  if (box || row->geonameid || *row->country || row->name.size) return GM_OK;
  return missing(ws, row, GM_OVERLAY_COLUMN_COUNTRY,
                 "say what to prefer: a country, a place or a box");
}

gm_status gm_overlay_row_check(gm_workspace *ws, const gm_overlay_row *row) {
  gm_status status =
      check_pair(ws, row, GM_OVERLAY_COLUMN_LAT, GM_OVERLAY_COLUMN_LON);
  if (!status)
    status =
        check_pair(ws, row, GM_OVERLAY_COLUMN_TO_LAT, GM_OVERLAY_COLUMN_TO_LON);
  if (!status && row->to_year && row->to_year < row->from_year)
    status = gm_overlay_row_fault(ws, row, GM_OVERLAY_COLUMN_TO,
                                  "%d comes before %d", row->to_year,
                                  row->from_year);
  if (status) return status;
  switch (row->action) {
    case GM_OVERLAY_NEVER:
      return row->name.size ? GM_OK
                            : missing(ws, row, GM_OVERLAY_COLUMN_NAME,
                                      "say which name is never a place");
    case GM_OVERLAY_POINT:
      if (!has_point(row))
        return missing(ws, row, GM_OVERLAY_COLUMN_LAT,
                       "a point needs lat and lon");
      return row->geonameid || row->name.size
                 ? GM_OK
                 : missing(ws, row, GM_OVERLAY_COLUMN_GEONAMEID,
                           "say whose point it is");
    case GM_OVERLAY_PREFER: return check_prefer(ws, row);
    default:
      return row->geonameid || row->name.size
                 ? GM_OK
                 : missing(ws, row, GM_OVERLAY_COLUMN_NAME,
                           "a place needs a name");
  }
}
