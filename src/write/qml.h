/* The QGIS style beside a map: news.qml beside news.geojson, which QGIS loads
 * by itself when the map is opened. */
#ifndef GM_WRITE_QML_H
#define GM_WRITE_QML_H

#include "base/buffer.h"
#include "base/workspace.h"

/* The path of the style that belongs to a map: its last ending replaced. NULL
 * after gm_fail. */
char *gm_qml_path(gm_workspace *ws, gm_str map_path);

/* Whether a style may be written there: there is none, or one that geomention
 * wrote and nobody changed since. */
bool gm_qml_wanted(gm_workspace *ws, const char *path);

/* Appends the style, which begins with the mark of its own bytes.
 * @param dated  a feature of the map has a date */
void gm_qml_render(bool dated, gm_geometry geometry, gm_buffer *out);

/* Whether a style is one of ours, to the byte, of whichever version. */
bool gm_qml_untouched(gm_str style);

#endif
