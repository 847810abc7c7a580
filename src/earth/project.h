/* Coordinate systems: what they are called, and where points lie in them. The
 * one place that knows PROJ. */
#ifndef GM_EARTH_PROJECT_H
#define GM_EARTH_PROJECT_H

#include "base/workspace.h"
#include "earth/box.h"

/* A coordinate system. Its strings live in the arena it was opened in. */
typedef struct gm_crs {
  const char *said;      /* what the user said, for PROJ */
  const char *name;      /* "WGS 84 / Pseudo-Mercator" */
  const char *authority; /* "EPSG", or NULL: it has no code */
  int32_t code;
  const char *wkt;      /* by OGC 01-009 (WKT 1), for GeoPackages */
  const char *esri_wkt; /* by Esri, for shapefiles */
  gm_box made_for; /* where it is of use; the world where that is unknown */
} gm_crs;

/* WGS 84, in which all points of the library are. */
extern const gm_crs gm_crs_wgs84;

/* Finds the system that PROJ knows by those words, such as "EPSG:3857".
 * @param arena  for the strings
 * @return GM_MISUSE: there is none, or it has no coordinates on a plane or on
 *         the globe */
gm_status gm_crs_find(gm_workspace *ws, const char *said, gm_arena *arena,
                      gm_crs *out);

/* Moves a shape from WGS 84 into a system: lon_deg becomes x to the east, and
 * lat_deg y to the north, whatever their units. Points that the system cannot
 * show are left out, and with them what is left without enough points.
 * @param outside  counts the points that were left out, or that lie where the
 *                 system is not made for
 * @return GM_FOREIGN with PROJ's words. @cost some microseconds a point */
gm_status gm_project(gm_workspace *ws, const gm_crs *crs, const gm_shape *shape,
                     gm_shape *out, uint32_t *outside);

#endif
