/* The map under the page's map: the world's countries and a few names, out of
 * the gazetteer, small enough to travel in every page. */
#ifndef GM_WRITE_REPORT_MAP_H
#define GM_WRITE_REPORT_MAP_H

#include "base/buffer.h"
#include "base/workspace.h"

/* Appends a JSON object:
 *
 *     {"scale":100,
 *      "countries":[["FR","France",46.0,2.0,96,[[x,y,dx,dy,...],...]],...],
 *      "cities":[["Paris",48.85,2.35,93],...]}
 *
 * Each country has code, name, point, prominence in hundredths, and the rings
 * of its shape: in hundredths of a degree, each point as steps from the one
 * before. A gazetteer without shapes gives empty lists.
 * @return GM_NO_MEMORY, GM_CANCELLED. @cost linear in the gazetteer's places */
gm_status gm_report_map_print(gm_workspace *ws, const gm_gazetteer *gazetteer,
                              gm_buffer *out);

#endif
