/* The style of a map with areas: points, lines and polygons in one style, since
 * QGIS makes a layer of each and loads the one file for all three. */
#ifndef GM_WRITE_QML_AREA_H
#define GM_WRITE_QML_AREA_H

#include "base/buffer.h"

/* Appends the renderer and the labels. */
void gm_qml_area_print(gm_buffer *out);

#endif
