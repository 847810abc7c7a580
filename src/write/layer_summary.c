/* See layer_summary.h: what these layers share, and in which order they come.
 */
#include "write/layer_summary.h"

#include "write/value.h"

gm_status gm_layer_run_add(const gm_layer_run *run, const gm_layer *layer,
                           const gm_value *values, const gm_shape *shape) {
  for (int i = 0; i < layer->field_count; i++)
    if (values[i].failed) return run->ws->status;
  const gm_layer_row row = {values, shape && shape->count ? shape : NULL};
  return gm_writer_add(run->ws, run->writer, layer, &row);
}

void gm_values_clear(gm_value *values, int count) {
  for (int i = 0; i < count; i++) values[i] = gm_value_nothing();
}

gm_value gm_value_name_of(const gm_layer_run *run, uint32_t place) {
  return gm_value_text(gm_gazetteer_place(run->writer->gazetteer, place).name);
}

gm_value gm_value_key_of(const gm_layer_run *run, uint32_t place) {
  return gm_value_text(gm_gazetteer_place(run->writer->gazetteer, place).ref);
}

/* The layers that come out of a summary. */
static const struct {
  gm_map_layer layer;
  gm_status (*write)(const gm_layer_run *run);
} layers[] = {
    {GM_MAP_PLACES, gm_layer_places_write},
    {GM_MAP_LINKS, gm_layer_links_write},
    {GM_MAP_ARTICLES, gm_layer_articles_write},
    {GM_MAP_AREAS, gm_layer_areas_write},
    {GM_MAP_TIMELINE, gm_layer_timeline_write},
};

enum { LAYERS = sizeof layers / sizeof *layers };

bool gm_writer_sums(const gm_writer *writer) {
  if (!gm_writer_takes_rows(writer)) return false;
  for (size_t i = 0; i < LAYERS; i++)
    if (writer->layers >> layers[i].layer & 1) return true;
  return false;
}

gm_status gm_write_summary(gm_workspace *ws, gm_writer *writer,
                           gm_summary *summary) {
  const gm_layer_run run = {ws, writer, summary};
  gm_status status = GM_OK;
  if (!gm_writer_sums(writer)) return GM_OK;
  for (size_t i = 0; i < LAYERS; i++)
    if (status == GM_OK && (writer->layers >> layers[i].layer & 1))
      status = layers[i].write(&run);
  return status;
}
