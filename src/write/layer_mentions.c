/* The mentions: a row for each place that an article names, at the place's
 * point, or as wide as the place is. What could not be placed is a row without
 * a geometry. */
#include "write/layer_mentions.h"

#include "base/str.h"
#include "write/layer_unresolved.h"

const gm_layer gm_layer_mentions = {
    .name = "mentions",
    .title = "Mentions",
    .meaning = "every place that an article names, where it is",
    .geometry = GM_LAYER_ANY,
    .fields = gm_fields,
    .field_count = GM_FIELD_COUNT,
    .time_field = GM_FIELD_AT_date,
};

/* The place's shape, or its point in `point`; no rings where it has none. */
static gm_status shape_of(const gm_row *row, gm_geometry geometry,
                          const gm_ring *point, gm_shape *out) {
  *out = (gm_shape){GM_SHAPE_POINT, point, row->placed ? 1 : 0};
  bool has_place = row->place.index != GM_NO_PLACE;
  if (!has_place || geometry == GM_GEOMETRY_POINT) return GM_OK;
  return gm_gazetteer_shape(row->ws, row->gazetteer, row->place.index, out);
}

static gm_status add_mention(const gm_writer *writer, const gm_row *row,
                             gm_rendering *out) {
  gm_value values[GM_FIELD_COUNT];
  gm_shape shape;
  const gm_ring point = {&row->place.at, 1, false};
  for (int i = 0; i < GM_FIELD_COUNT; i++) {
    values[i] = gm_field_value(row, i);
    if (values[i].failed) return row->ws->status;
  }
  gm_status status = shape_of(row, writer->geometry, &point, &shape);
  if (status != GM_OK) return status;
  gm_layer_row cells = {values, shape.count ? &shape : NULL};
  return gm_rendering_add(row->ws, writer, &gm_layer_mentions, &cells, out);
}

gm_status gm_mentions_render(gm_workspace *ws, const gm_writer *writer,
                             const gm_document *document, gm_mentions mentions,
                             gm_resolutions resolutions, gm_rendering *out) {
  gm_positions positions;
  gm_status status = gm_positions_of(ws, document->text, &positions);
  for (uint32_t i = 0; status == GM_OK && i < mentions.count; i++) {
    gm_arena_mark mark = gm_arena_here(&ws->arena);
    gm_row row = gm_row_of(ws, writer->gazetteer, document, &positions,
                           mentions, resolutions, i);
    if (gm_stopped(ws))
      return gm_fail(ws, GM_CANCELLED, 0, "stopped while writing");
    status = add_mention(writer, &row, out);
    if (status == GM_OK) status = gm_unresolved_render(writer, &row, out);
    gm_arena_rewind(&ws->arena, mark);
  }
  return status;
}
