/* The style of each layer: what stands within <qgis> of a .qml, or within
 * <maplayer> of a project. */
#ifndef GM_WRITE_QML_LAYER_H
#define GM_WRITE_QML_LAYER_H

#include "write/qml_part.h"

/* Appends a layer's style. @return false: it has none */
bool gm_qml_layer(gm_style style, gm_buffer *out);

/* Whether a layer is labelled. */
bool gm_qml_layer_labelled(gm_style style);

/* One a layer, each in a file of its own. */
void gm_qml_mentions(gm_style style, gm_buffer *out);
void gm_qml_places(gm_style style, gm_buffer *out);
void gm_qml_links(gm_style style, gm_buffer *out);
void gm_qml_articles(gm_style style, gm_buffer *out);
void gm_qml_areas(gm_style style, gm_buffer *out);

#endif
