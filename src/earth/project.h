/* Coordinate systems: what they are called, and where points lie in them. The
 * one place that knows PROJ. */
#ifndef GM_EARTH_PROJECT_H
#define GM_EARTH_PROJECT_H

#include "base/workspace.h"

/* A coordinate system. Its strings live in the arena it was opened in. */
typedef struct gm_crs {
  const char *said;      /* what the user said, for PROJ */
  const char *name;      /* "WGS 84 / Pseudo-Mercator" */
  const char *authority; /* "EPSG", or NULL: it has no code */
  int32_t code;
  const char *wkt;      /* by OGC 01-009 (WKT 1), for GeoPackages */
  const char *esri_wkt; /* by Esri, for shapefiles */
} gm_crs;

/* WGS 84, in which all points of the library are. */
extern const gm_crs gm_crs_wgs84;

#endif
