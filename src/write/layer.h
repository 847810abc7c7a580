/* Layers of the map: tables with a geometry, which every format can write.
 *
 *     layer "places", points
 *       field   name    geonameid  mentions ...     output/fields.def
 *       row     Paris   2988507    12               + POINT (2.3488 48.85341)
 *       row     Lyon    2996944    3                + POINT (4.84671 45.74846)
 *
 * A layer is one file layer_NAME.c with its gm_layer, which makes its rows and
 * feeds them to the writer one at a time; a format takes them and knows nothing
 * of what they say. So each of the two grows by itself. */
#ifndef GM_WRITE_LAYER_H
#define GM_WRITE_LAYER_H

#include "base/workspace.h"

typedef enum gm_field_type {
  GM_FIELD_TEXT,
  GM_FIELD_INTEGER,
  GM_FIELD_REAL,
  GM_FIELD_TIME, /* a text YYYY-MM-DDTHH:MM:SSZ */
} gm_field_type;

/* A column, as output/fields.def tells it. */
typedef struct gm_field {
  const char *name;
  const char *dbf;
  gm_field_type type;
  const char *unit;
  const char *meaning;
} gm_field;

/* A value: null, or what the field's type says. Texts live at least until the
 * row was handed over. */
typedef struct gm_value {
  bool null;
  bool failed; /* there was no memory for it: gm_fail was called */
  gm_str text; /* never empty unless null */
  int64_t integer;
  double real;
  int decimals; /* of `real` */
} gm_value;

typedef enum gm_layer_geometry {
  GM_LAYER_NONE,
  GM_LAYER_POINT,
  GM_LAYER_LINE,
  GM_LAYER_POLYGON,
  GM_LAYER_ANY, /* as the run draws places: by points, or by their shapes */
} gm_layer_geometry;

typedef struct gm_layer {
  const char *name;    /* a table of a GeoPackage; map_NAME.EXT */
  const char *title;   /* what QGIS calls it */
  const char *meaning; /* a sentence without a full stop */
  gm_layer_geometry geometry;
  const gm_field *fields;
  int field_count;
  int time_field; /* when a row happened; -1: it has no time */
} gm_layer;

/* One row on its way into the formats. */
typedef struct gm_layer_row {
  const gm_value *values; /* field_count of them */
  const gm_shape *shape;  /* NULL: none */
} gm_layer_row;

#define GM_LAYER_MEMBER(upper, lower, meaning) \
  extern const gm_layer gm_layer_##lower;
GM_MAP_LAYERS(GM_LAYER_MEMBER)
#undef GM_LAYER_MEMBER

enum { GM_LAYERS = GM_MAP_LAYER_COUNT };

/* All layers in the order of QGIS's panel: what is drawn on top comes first. */
extern const gm_layer *const gm_layers[GM_LAYERS];

#endif
