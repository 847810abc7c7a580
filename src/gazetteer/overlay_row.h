/* A row of an overlay: what one line of a CSV file, or one feature of a GeoJSON
 * file, says. docs/overlay.md tells it to users. */
#ifndef GM_GAZETTEER_OVERLAY_ROW_H
#define GM_GAZETTEER_OVERLAY_ROW_H

#include "base/str.h"
#include "gazetteer/feature.h"

/* What a row wants. X(NAME, word in the column action). */
#define GM_OVERLAY_ACTIONS(X) \
  X(ADD, "add")               \
  X(POINT, "point")           \
  X(NEVER, "never")           \
  X(PREFER, "prefer")

typedef enum gm_overlay_action {
#define GM_OVERLAY_MEMBER(upper, lower) GM_OVERLAY_##upper,
  GM_OVERLAY_ACTIONS(GM_OVERLAY_MEMBER)
#undef GM_OVERLAY_MEMBER
      GM_OVERLAY_ACTION_COUNT
} gm_overlay_action;

/* The columns, in any order; all may be left out. X(NAME, heading). */
#define GM_OVERLAY_COLUMNS(X) \
  X(ACTION, "action")         \
  X(NAME, "name")             \
  X(NAME_KIND, "name_kind")   \
  X(FROM, "from")             \
  X(TO, "to")                 \
  X(ALTERNATES, "alternates") \
  X(LAT, "lat")               \
  X(LON, "lon")               \
  X(TO_LAT, "to_lat")         \
  X(TO_LON, "to_lon")         \
  X(KIND, "kind")             \
  X(COUNTRY, "country")       \
  X(ADMIN1, "admin1")         \
  X(POPULATION, "population") \
  X(GEONAMEID, "geonameid")   \
  X(NOTE, "note")

typedef enum gm_overlay_column {
#define GM_OVERLAY_MEMBER(upper, lower) GM_OVERLAY_COLUMN_##upper,
  GM_OVERLAY_COLUMNS(GM_OVERLAY_MEMBER)
#undef GM_OVERLAY_MEMBER
      GM_OVERLAY_COLUMN_COUNT
} gm_overlay_column;

typedef struct gm_overlay_row {
  const char *path; /* where it stands, for what must be said of it */
  const char *unit; /* "line" or "feature" */
  uint64_t number;
  gm_overlay_action action;
  bool pinned; /* no file's row: a new place that no text shall name */
  uint32_t given; /* a set of columns: bit 1 << GM_OVERLAY_COLUMN_... */
  gm_str name;
  gm_name_kind name_kind;
  int16_t from_year, to_year; /* when the name was in use; 0: unknown */
  gm_str alternates;          /* parted by | */
  gm_point at, to;    /* a box runs from `at`, its south-west, to `to` */
  gm_feature feature; /* code may be empty: only the kind is known */
  char country[3];
  gm_str admin1; /* its name */
  uint64_t population;
  uint32_t geonameid;
} gm_overlay_row;

/* Whether a column was filled in. */
static inline bool gm_overlay_row_has(const gm_overlay_row *row,
                                      gm_overlay_column column) {
  return row->given >> column & 1;
}

/* The heading of a column: a static string. */
const char *gm_overlay_heading(gm_overlay_column column);

/* The column with that heading, or with another usual one (latitude, lng,
 * feature ...); case does not matter. @return false: there is none */
bool gm_overlay_column_of(gm_str heading, gm_overlay_column *out);

/* Takes a cell over into the row; an empty one changes nothing. The text is
 * not copied. @return GM_BAD_INPUT with the place and the column */
gm_status gm_overlay_row_set(gm_workspace *ws, gm_overlay_row *row,
                             gm_overlay_column column, gm_str cell);

/* Checks what the columns say together. @return GM_BAD_INPUT */
gm_status gm_overlay_row_check(gm_workspace *ws, const gm_overlay_row *row);

/* gm_fail with the place before the sentence: "mine.csv line 3, column lat:
 * ...". @return GM_BAD_INPUT */
gm_status gm_overlay_row_fault(gm_workspace *ws, const gm_overlay_row *row,
                               gm_overlay_column column, const char *format,
                               ...) __attribute__((format(printf, 4, 5)));

#endif
