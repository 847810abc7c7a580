/* The unresolved: a row for each name that could not be placed, with what it
 * might have been; what a person should look at. A table, without a geometry.
 */
#include "write/layer_unresolved.h"

#include "write/label.h"
#include "write/value.h"

enum { SHOWN = 5 };

enum {
#define GM_FIELDS_OF_UNRESOLVED
#define X(name, dbf, type, unit, meaning) AT_##name,
#include "../../output/fields.def"
#undef X
  COUNT
};

static const gm_field fields[COUNT] = {
#define GM_FIELDS_OF_UNRESOLVED
#define X(name, dbf, type, unit, meaning) \
  {#name, dbf, GM_FIELD_##type, unit, meaning},
#include "../../output/fields.def"
#undef X
};

const gm_layer gm_layer_unresolved = {
    .name = "unresolved",
    .title = "Unresolved",
    .meaning = "names that could not be placed, with what they might mean",
    .geometry = GM_LAYER_NONE,
    .fields = fields,
    .field_count = COUNT,
    .time_field = AT_date,
};

/* The likeliest candidates: their names with probabilities, or their keys. */
static gm_value candidates_of(const gm_row *row, bool keys) {
  gm_str all = GM_STR("");
  const gm_resolution *resolution = row->resolution;
  for (uint32_t i = 0; i < resolution->candidate_count && i < SHOWN; i++) {
    const gm_candidate *one = &resolution->candidates[i];
    gm_str name = keys ? gm_gazetteer_place(row->gazetteer, one->place).ref
                       : gm_label_of(row->ws, row->gazetteer, one->place);
    all = keys ? gm_str_print(row->ws, "%.*s%s%.*s", GM_PRINT(all),
                              i ? "; " : "", GM_PRINT(name))
               : gm_str_print(row->ws, "%.*s%s%.*s (%.2f)", GM_PRINT(all),
                              i ? "; " : "", GM_PRINT(name),
                              (double)one->probability);
    if (!all.bytes) break;
  }
  return gm_value_made(all);
}

/* A column of the mentions that is here too. */
#define SAME(name) values[AT_##name] = gm_field_value(row, GM_FIELD_AT_##name)

static gm_status add(const gm_writer *writer, const gm_row *row,
                     gm_rendering *out) {
  gm_value values[COUNT];
  SAME(mention_id);
  SAME(document);
  SAME(part);
  SAME(title);
  SAME(url);
  SAME(source);
  SAME(date);
  SAME(text);
  SAME(begin);
  SAME(end);
  SAME(sentence);
  SAME(use);
  SAME(confidence_mention);
  SAME(reasons);
  values[AT_candidates] = candidates_of(row, false);
  values[AT_candidate_ids] = candidates_of(row, true);
  for (int i = 0; i < COUNT; i++)
    if (values[i].failed) return row->ws->status;
  const gm_layer_row cells = {values, NULL};
  return gm_rendering_add(row->ws, writer, &gm_layer_unresolved, &cells, out);
}

gm_status gm_unresolved_render(const gm_writer *writer, const gm_row *row,
                               gm_rendering *out) {
  if (row->placed || !(writer->layers >> GM_MAP_UNRESOLVED & 1)) return GM_OK;
  return add(writer, row, out);
}
