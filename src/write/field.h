/* The fields of the mentions: what output/fields.def says of each, and its
 * value for one mention. */
#ifndef GM_WRITE_FIELD_H
#define GM_WRITE_FIELD_H

#include "write/layer.h"
#include "write/position.h"

enum {
#define GM_FIELDS_OF_MENTIONS
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

/* @param field  0 .. GM_FIELD_COUNT - 1 */
gm_value gm_field_value(const gm_row *row, int field);

#endif
