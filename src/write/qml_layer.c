/* See qml_layer.h: which layer has which style. Layers without a geometry are
 * tables to QGIS; they take no part in time, which it would have them do. */
#include "write/qml_layer.h"

#include "base/str.h"
#include "write/basemap.h"

static const struct {
  const gm_layer *layer;
  void (*print)(gm_style style, gm_buffer *out);
} styles[] = {
    {&gm_layer_places, gm_qml_places}, {&gm_layer_mentions, gm_qml_mentions},
    {&gm_layer_links, gm_qml_links},   {&gm_layer_articles, gm_qml_articles},
    {&gm_layer_areas, gm_qml_areas},   {&gm_layer_basemap, gm_qml_basemap},
};

bool gm_qml_layer(gm_style style, gm_buffer *out) {
  for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
    if (styles[i].layer != style.layer) continue;
    styles[i].print(style, out);
    return true;
  }
  if (style.geometry != GM_LAYER_NONE) return false;
  gm_buffer_append(out, GM_STR("<temporal enabled=\"0\" mode=\"0\"/>\n"));
  return true;
}

/* Lines would be labelled all over; and where the places are shown, they say
 * what mentions and areas are called. */
bool gm_qml_layer_labelled(gm_style style) {
  bool spatial = style.geometry != GM_LAYER_NONE;
  bool repeats =
      style.layer == &gm_layer_mentions || style.layer == &gm_layer_areas;
  return spatial && style.layer != &gm_layer_links && !(style.among && repeats);
}
