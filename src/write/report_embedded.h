/* The parts of the page that are the same in every page: made while geomention
 * is built, from src/write/report/ and Leaflet, by tools/cmake/embed.cmake. */
#ifndef GM_WRITE_REPORT_EMBEDDED_H
#define GM_WRITE_REPORT_EMBEDDED_H

#include "geomention.h"

extern const bool gm_report_embedded; /* false: Leaflet was not found */
extern const gm_str gm_report_head;   /* what stands before the data */
extern const gm_str gm_report_tail;   /* what stands behind them */

#endif
