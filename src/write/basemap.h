/* What lies below the layers of a project: the countries of the gazetteer, so
 * that a map needs no network, and has the same borders as its areas. */
#ifndef GM_WRITE_BASEMAP_H
#define GM_WRITE_BASEMAP_H

#include "write/qml_part.h"

extern const gm_layer gm_layer_basemap;

/* Adds a row a country to a sheet of that layer. @cost linear in the gazetteer,
 * some 0.1 s for the embedded one. */
gm_status gm_basemap_fill(gm_workspace *ws, gm_sheet *sheet);

/* How QGIS draws it: pale land, and names in grey where there is room. */
void gm_qml_basemap(gm_style style, gm_buffer *out);

#endif
