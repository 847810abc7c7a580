/* The QGIS style beside a map: news.qml beside news.geojson, which QGIS loads
 * by itself when the map is opened. */
#ifndef GM_WRITE_QML_H
#define GM_WRITE_QML_H

#include "write/qml_part.h"

/* Whether a style may be written there: there is none, or one that geomention
 * wrote and nobody changed since. */
bool gm_qml_wanted(gm_workspace *ws, const char *path);

/* The style of a sheet as it is now. */
gm_style gm_style_of(const gm_sheet *sheet);

/* Appends the style, which begins with the mark of its own bytes; nothing for a
 * layer that has none. */
void gm_qml_render(gm_style style, gm_buffer *out);

/* Whether a style is one of ours, to the byte, of whichever version. */
bool gm_qml_untouched(gm_str style);

#endif
