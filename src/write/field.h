/* The fields of the output: what output/fields.def says of each, and its value
 * for one mention. A format asks for the values one by one and writes them in
 * its own way, so that all formats say the same. */
#ifndef GM_WRITE_FIELD_H
#define GM_WRITE_FIELD_H

#include "base/workspace.h"
#include "write/position.h"

typedef enum gm_field_type {
  GM_FIELD_TEXT,
  GM_FIELD_INTEGER,
  GM_FIELD_REAL,
  GM_FIELD_TIME,
} gm_field_type;

typedef struct gm_field {
  const char *name;
  const char *dbf;
  gm_field_type type;
  const char *unit;
  const char *meaning;
} gm_field;

enum {
#define X(name, dbf, type, unit, meaning) GM_FIELD_AT_##name,
#include "../../output/fields.def"
#undef X
  GM_FIELD_COUNT
};

extern const gm_field gm_fields[GM_FIELD_COUNT];

/* One row of the output: a mention and what is known of it. */
typedef struct gm_row {
  gm_workspace *ws;
  const gm_gazetteer *gazetteer;
  const gm_document *document;
  const gm_positions *positions; /* of the document's text */
  const gm_mention *mention;
  const gm_resolution *resolution;
  uint32_t number; /* which mention of the document, from 1 */
  bool placed;
  gm_place place; /* index is GM_NO_PLACE unless placed */
} gm_row;

gm_row gm_row_of(gm_workspace *ws, const gm_gazetteer *gazetteer,
                 const gm_document *document, const gm_positions *positions,
                 gm_mentions mentions, gm_resolutions resolutions, uint32_t i);

/* A value: null, or what the field's type says. Texts live in the document,
 * the gazetteer or the workspace. */
typedef struct gm_value {
  bool null;
  bool failed; /* there was no memory for it: gm_fail was called */
  gm_str text; /* never empty unless null */
  int64_t integer;
  double real;
  int decimals; /* of `real` */
} gm_value;

/* @param field  0 .. GM_FIELD_COUNT - 1 */
gm_value gm_field_value(const gm_row *row, int field);

#endif
