/* Pieces that the styles of all layers share, as QGIS 3.22 reads them. Texts
 * and expressions are given as they are and escaped here, unless said. */
#ifndef GM_WRITE_QML_PART_H
#define GM_WRITE_QML_PART_H

#include "write/layout.h"

/* What a style depends on. */
typedef struct gm_style {
  const gm_layer *layer;
  gm_layer_geometry geometry;
  gm_seen seen;
  bool among; /* the layer of the places is shown beside it */
} gm_style;

/* Drives the temporal controller. `end` NULL: a row is a moment, and else lasts
 * from one field to the other. */
void gm_qml_temporal(gm_buffer *out, const char *begin, const char *end);

/* How a layer is labelled: one label a row, where there is room. */
typedef struct gm_qml_label {
  const char *text;      /* an expression */
  const char *priority;  /* one that gives 0 to 10 */
  const char *positions; /* one that gives R,L,... around points; NULL: their
                          * constant order */
  const char *placement; /* attributes of <placement>, ready */
  const char *rendering; /* attributes of <rendering>, ready */
  const char *colour;    /* red,green,blue,alpha */
  int size_pt;
} gm_qml_label;

void gm_qml_label_print(gm_buffer *out, const gm_qml_label *label);

/* What columns are called in QGIS: pairs of field and name; NULL ends them. */
void gm_qml_aliases(gm_buffer *out, const char *const *pairs);

/* A click opens the address in the field "url". */
void gm_qml_action(gm_buffer *out);

/* The row's name in lists, an expression; and what hovers over it, HTML with
 * expressions between [% and %]. */
void gm_qml_tip(gm_buffer *out, const char *name, const char *html);

/* An expression for a tip: the field's text, escaped for HTML. */
#define GM_QML_ESCAPED(field) \
  "replace(\"" field "\", map('&', '&amp;', '<', '&lt;'))"

/* Symbols of one layer each: a marker, a line, a fill. `driven` are pairs of a
 * property and an expression; NULL ends them. */
void gm_qml_symbol(gm_buffer *out, size_t number, const char *type,
                   const char *class, const char *const *options,
                   const char *const *driven);

/* A renderer with a symbol a kind of place, of the kinds seen, by which the
 * larger `size` is drawn first. */
void gm_qml_kinds(gm_buffer *out, unsigned kinds, const char *size,
                  const char *order, bool ascending);

#endif
