/* See field.h. One small function a field, found by the field's name: a line
 * in fields.def without its function here does not compile. */
#include "write/field.h"

#include <inttypes.h>

#include "base/str.h"
#include "document/excerpt.h"
#include "earth/point.h"
#include "write/label.h"
#include "write/value.h"

const gm_field gm_fields[GM_FIELD_COUNT] = {
#define GM_FIELDS_OF_MENTIONS
#define X(name, dbf, type, unit, meaning) \
  {#name, dbf, GM_FIELD_##type, unit, meaning},
#include "../../output/fields.def"
#undef X
};

/* A point that the text writes is no place, but it has one's coordinates. */
static gm_place point_of(const gm_resolution *resolution) {
  return (gm_place){.index = GM_NO_PLACE,
                    .country_place = GM_NO_PLACE,
                    .admin1_place = GM_NO_PLACE,
                    .admin2_place = GM_NO_PLACE,
                    .at = resolution->at};
}

gm_row gm_row_of(gm_workspace *ws, const gm_gazetteer *gazetteer,
                 const gm_document *document, const gm_positions *positions,
                 gm_mentions mentions, gm_resolutions resolutions, uint32_t i) {
  gm_row row = {ws,
                gazetteer,
                document,
                positions,
                &mentions.items[i],
                &resolutions.items[i],
                i + 1,
                false,
                {.index = GM_NO_PLACE}};
  if (row.resolution->place != GM_NO_PLACE)
    row.place = gm_gazetteer_place(gazetteer, row.resolution->place);
  if (row.resolution->has_point) row.place = point_of(row.resolution);
  row.placed = (row.resolution->has_point || row.place.index != GM_NO_PLACE) &&
               gm_point_valid(row.place.at);
  if (!row.placed) row.place = (gm_place){.index = GM_NO_PLACE};
  return row;
}

/* ------------------------------------------------------ kinds of values -- */

static gm_value name_at(const gm_row *row, uint32_t index) {
  if (!row->placed || index == GM_NO_PLACE) return gm_value_nothing();
  return gm_value_text(gm_gazetteer_place(row->gazetteer, index).name);
}

/* ------------------------------------------------------- the article's -- */

/* The letter keeps QGIS from taking the column for dates. */
static gm_value mention_id_of(const gm_row *row) {
  return gm_value_made(gm_str_print(row->ws, "a%" PRIu64 "-%" PRIu32,
                                    row->document->ordinal, row->number));
}

static gm_value document_of(const gm_row *row) {
  return gm_value_text(row->document->id);
}

static gm_value part_of(const gm_row *row) {
  bool in_title = row->mention->part == GM_PART_TITLE;
  return gm_value_text(in_title ? GM_STR("title") : GM_STR("text"));
}

static gm_value title_of(const gm_row *row) {
  return gm_value_text(row->document->title);
}

static gm_value url_of(const gm_row *row) {
  return gm_value_text(row->document->url);
}

static gm_value source_of(const gm_row *row) {
  return gm_value_text(row->document->source);
}

static gm_value date_of(const gm_row *row) {
  return gm_value_text(row->document->date);
}

/* ------------------------------------------------------- the mention's -- */

static gm_value text_of(const gm_row *row) {
  return gm_value_text(gm_str_part(row->document->text, row->mention->span));
}

/* The code points between the part's first byte and `byte`. */
static gm_value position(const gm_row *row, uint32_t byte) {
  bool in_title = row->mention->part == GM_PART_TITLE;
  gm_span part =
      in_title ? row->document->title_part : row->document->text_part;
  return gm_value_integer(gm_positions_at(row->positions, byte) -
                          gm_positions_at(row->positions, part.begin));
}

static gm_value begin_of(const gm_row *row) {
  return position(row, row->mention->span.begin);
}

static gm_value end_of(const gm_row *row) {
  return position(row, row->mention->span.end);
}

static gm_value sentence_of(const gm_row *row) {
  return gm_value_made(gm_excerpt_of(row->ws, row->document->text,
                                     row->mention->sentence,
                                     row->mention->span));
}

static gm_value use_of(const gm_row *row) {
  return gm_value_text(gm_str_of(gm_use_name(row->mention->use)));
}

static gm_value modifier_of(const gm_row *row) {
  gm_span words = row->mention->modifier.span;
  if (words.begin == words.end) return gm_value_nothing();
  return gm_value_made(
      gm_excerpt_of(row->ws, row->document->text, words, words));
}

static gm_value modifier_kind_of(const gm_row *row) {
  return gm_value_text(
      gm_str_of(gm_modifier_name(row->mention->modifier.kind)));
}

static gm_value modifier_bearing_of(const gm_row *row) {
  const gm_modifier *modifier = &row->mention->modifier;
  if (!modifier->has_bearing) return gm_value_nothing();
  return gm_value_real((double)modifier->bearing_deg, GM_BEARING_DECIMALS);
}

static gm_value modifier_km_of(const gm_row *row) {
  float far_km = row->mention->modifier.far_km;
  if (!(far_km > 0)) return gm_value_nothing();
  return gm_value_real((double)far_km, GM_KILOMETRE_DECIMALS);
}

/* --------------------------------------------------------- the place's -- */

static gm_value name_of(const gm_row *row) {
  return gm_value_text(row->place.name);
}

static gm_value geonameid_of(const gm_row *row) {
  return gm_value_known(row->place.geonameid);
}

static gm_value kind_of(const gm_row *row) {
  if (row->place.index == GM_NO_PLACE) return gm_value_nothing();
  return gm_value_text(gm_str_of(gm_place_kind_name(row->place.kind)));
}

static gm_value feature_code_of(const gm_row *row) {
  return gm_value_text(row->place.feature_code);
}

static gm_value country_of(const gm_row *row) {
  return gm_value_text(row->place.country);
}

static gm_value country_name_of(const gm_row *row) {
  return name_at(row, row->place.country_place);
}

static gm_value admin1_of(const gm_row *row) {
  return name_at(row, row->place.admin1_place);
}

static gm_value admin2_of(const gm_row *row) {
  return name_at(row, row->place.admin2_place);
}

static gm_value population_of(const gm_row *row) {
  return gm_value_known(row->place.population);
}

static gm_value lat_of(const gm_row *row) {
  if (!row->placed) return gm_value_nothing();
  return gm_value_real(row->place.at.lat_deg, GM_COORDINATE_DECIMALS);
}

static gm_value lon_of(const gm_row *row) {
  if (!row->placed) return gm_value_nothing();
  return gm_value_real(row->place.at.lon_deg, GM_COORDINATE_DECIMALS);
}

static gm_value place_id_of(const gm_row *row) {
  return gm_value_text(row->place.ref);
}

static gm_value place_source_of(const gm_row *row) {
  return gm_value_text(row->place.source);
}

/* ------------------------------------------------------ the decision's -- */

static gm_value confidence_of(const gm_row *row) {
  return gm_value_real((double)row->resolution->confidence,
                       GM_CONFIDENCE_DECIMALS);
}

static gm_value confidence_mention_of(const gm_row *row) {
  return gm_value_real((double)row->mention->confidence,
                       GM_CONFIDENCE_DECIMALS);
}

static gm_value confidence_place_of(const gm_row *row) {
  return gm_value_real((double)row->resolution->confidence_place,
                       GM_CONFIDENCE_DECIMALS);
}

static gm_value runner_up_of(const gm_row *row) {
  if (row->resolution->runner_up == GM_NO_PLACE) return gm_value_nothing();
  return gm_value_made(
      gm_label_of(row->ws, row->gazetteer, row->resolution->runner_up));
}

static gm_value runner_up_id_of(const gm_row *row) {
  uint32_t index = row->resolution->runner_up;
  if (index == GM_NO_PLACE) return gm_value_nothing();
  return gm_value_known(gm_gazetteer_place(row->gazetteer, index).geonameid);
}

/* Who reads only this column must see that a mention has no place. */
static gm_value reasons_of(const gm_row *row) {
  gm_str reasons = row->resolution->reasons;
  if (row->placed || gm_str_starts(reasons, GM_STR("unresolved")))
    return gm_value_text(reasons);
  if (!reasons.size) return gm_value_text(GM_STR("unresolved: no place fits"));
  return gm_value_made(
      gm_str_print(row->ws, "unresolved: %.*s", GM_PRINT(reasons)));
}

gm_value gm_field_value(const gm_row *row, int field) {
  static gm_value (*const values[])(const gm_row *) = {
#define GM_FIELDS_OF_MENTIONS
#define X(name, dbf, type, unit, meaning) name##_of,
#include "../../output/fields.def"
#undef X
  };
  return values[field](row);
}
