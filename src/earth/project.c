/* See project.h.
 *
 * PROJ wants a context a thread: it is the guest of the workspace, opened with
 * the first point and closed with the workspace. Whether a system can show a
 * point is asked by going there and back: PROJ gives numbers for many a point
 * on the other side of the globe, but they do not lead home. */
#include "earth/project.h"

#include <math.h>
#include <proj.h>
#include <stdlib.h>
#include <string.h>

#include "earth/point.h"

const gm_crs gm_crs_wgs84 = {
    .said = "EPSG:4326",
    .name = "WGS 84",
    .authority = "EPSG",
    .code = 4326,
    .wkt =
        "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,"
        "298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\","
        "\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
        "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
        "AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST],"
        "AUTHORITY[\"EPSG\",\"4326\"]]",
    .esri_wkt =
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID["
        "\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\","
        "0.0],UNIT[\"Degree\",0.0174532925199433]]",
};

static const double home_deg = 1e-4; /* as far a point may come back */

/* Farther than twice round the globe in metres: Mercator's pole, which PROJ has
 * at 2.4e8 instead of infinity. */
static const double farthest = 1.5e8;

/* ------------------------------------------------------- finding a system --
 */

/* Whether points can be drawn in it; vertical and geocentric ones are not for
 * maps. */
static bool is_drawn(PJ *crs) {
  switch (proj_get_type(crs)) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS:
    case PJ_TYPE_PROJECTED_CRS:
    case PJ_TYPE_BOUND_CRS: return true;
    default: return false;
  }
}

/* A copy of a text; NULL where there is none, or no memory. */
static const char *keep(gm_arena *arena, const char *text) {
  char *copy = text ? gm_arena_take(arena, strlen(text) + 1) : NULL;
  return copy ? strcpy(copy, text) : NULL;
}

/* What PROJ is asked: "+proj=..." alone would be a calculation to it. */
static const char *keep_said(gm_arena *arena, const char *said) {
  static const char type[] = " +type=crs";
  bool add = strstr(said, "+proj=") && !strstr(said, "+type=crs");
  char *copy = gm_arena_take(arena, strlen(said) + sizeof type);
  return copy ? strcat(strcpy(copy, said), add ? type : "") : NULL;
}

/* Where it is of use. */
static gm_box area_of(PJ_CONTEXT *context, PJ *crs) {
  gm_box box = {-90, -180, 90, 180};
  double west, south, east, north;
  if (proj_get_area_of_use(context, crs, &west, &south, &east, &north, NULL) &&
      west >= -180 && east >= -180)
    box = (gm_box){south, west, north, east};
  return box;
}

static gm_status describe(gm_workspace *ws, PJ_CONTEXT *context, PJ *crs,
                          gm_arena *arena, gm_crs *out) {
  static const char *const one_line[] = {"MULTILINE=NO", NULL};
  const char *authority = proj_get_id_auth_name(crs, 0);
  const char *code = proj_get_id_code(crs, 0);
  bool numbered = authority && code && atoi(code) > 0;
  out->made_for = area_of(context, crs);
  out->name = keep(arena, proj_get_name(crs));
  out->authority = numbered ? keep(arena, authority) : NULL;
  out->code = numbered ? atoi(code) : 0;
  out->wkt = keep(arena, proj_as_wkt(context, crs, PJ_WKT1_GDAL, one_line));
  out->esri_wkt =
      keep(arena, proj_as_wkt(context, crs, PJ_WKT1_ESRI, one_line));
  if (out->name && out->wkt && out->esri_wkt) return GM_OK;
  return gm_fail(ws, GM_MISUSE, 0,
                 "%s: files cannot say this coordinate system (it has no"
                 " WKT 1); name another",
                 out->said);
}

gm_status gm_crs_find(gm_workspace *ws, const char *said, gm_arena *arena,
                      gm_crs *out) {
  PJ_CONTEXT *context = proj_context_create();
  if (!context) return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for PROJ");
  proj_log_level(context, PJ_LOG_NONE);
  gm_crs found = {.said = keep_said(arena, said)};
  PJ *crs = found.said ? proj_create(context, found.said) : NULL;
  gm_status status = GM_OK;
  if (!crs || !is_drawn(crs))
    status = gm_fail(ws, GM_MISUSE, 0,
                     "%s is no coordinate system that PROJ knows for maps; say"
                     " EPSG:3857, EPSG:32637 or the like",
                     said);
  if (status == GM_OK) status = describe(ws, context, crs, arena, &found);
  proj_destroy(crs);
  proj_context_destroy(context);
  if (status == GM_OK) *out = found;
  return status;
}

/* -------------------------------------------------------- moving points -- */

static void close_guest(gm_guest *guest) {
  proj_destroy(guest->object);
  proj_context_destroy(guest->context);
  gm_arena_close(&guest->arena);
  *guest = (gm_guest){0};
}

/* The way from WGS 84 to the system, kept in the workspace. NULL after
 * gm_fail. */
static PJ *way_to(gm_workspace *ws, const gm_crs *crs) {
  if (ws->guest.close && !strcmp(ws->guest.key, crs->said))
    return ws->guest.object;
  if (ws->guest.close) ws->guest.close(&ws->guest);
  PJ_CONTEXT *context = proj_context_create();
  if (context) proj_log_level(context, PJ_LOG_NONE);
  PJ *plain =
      context ? proj_create_crs_to_crs(context, "OGC:CRS84", crs->said, NULL)
              : NULL;
  PJ *way = plain ? proj_normalize_for_visualization(context, plain) : NULL;
  proj_destroy(plain);
  if (!way) {
    gm_fail(ws, GM_FOREIGN, 0, "PROJ finds no way from WGS 84 to %s",
            crs->said);
    proj_context_destroy(context);
    return NULL;
  }
  ws->guest = (gm_guest){.context = context, .object = way};
  ws->guest.close = close_guest;
  gm_arena_open(&ws->guest.arena, SIZE_MAX);
  ws->guest.key = keep(&ws->guest.arena, crs->said);
  if (ws->guest.key) return way;
  close_guest(&ws->guest);
  gm_fail(ws, GM_NO_MEMORY, 0, "no memory for PROJ");
  return NULL;
}

/* @return false: the system cannot show the point */
static bool move(PJ *way, gm_point from, gm_point *to) {
  proj_errno_reset(way);
  PJ_COORD there = proj_trans(
      way, PJ_FWD, proj_coord(from.lon_deg, from.lat_deg, 0, HUGE_VAL));
  if (!(fabs(there.xy.x) < farthest && fabs(there.xy.y) < farthest))
    return false;
  PJ_COORD back = proj_trans(way, PJ_INV, there);
  double east = fabs(remainder(back.xy.x - from.lon_deg, 360));
  double north = fabs(back.xy.y - from.lat_deg);
  bool pole = fabs(from.lat_deg) > 90 - home_deg;
  *to = (gm_point){.lat_deg = there.xy.y, .lon_deg = there.xy.x};
  return north < home_deg && (pole || east < home_deg);
}

/* The points of a ring that can be shown; a polygon's are closed again. */
static gm_status move_ring(gm_workspace *ws, PJ *way, const gm_crs *crs,
                           const gm_ring *ring, bool closed, gm_ring *out,
                           uint32_t *outside) {
  gm_point *points = gm_take_array(ws, (size_t)ring->count + 1, sizeof *points);
  if (!points) return ws->status;
  uint32_t count = 0;
  for (uint32_t i = 0; i < ring->count; i++) {
    bool shown = move(way, ring->points[i], &points[count]);
    count += shown;
    *outside += !shown || !gm_box_holds(crs->made_for, ring->points[i]);
  }
  bool open = count && memcmp(&points[0], &points[count - 1], sizeof *points);
  if (closed && open) points[count++] = points[0];
  *out = (gm_ring){points, count, ring->hole};
  return GM_OK;
}

gm_status gm_project(gm_workspace *ws, const gm_crs *crs, const gm_shape *shape,
                     gm_shape *out, uint32_t *outside) {
  static const uint32_t least[] = {
      [GM_SHAPE_POINT] = 1, [GM_SHAPE_LINE] = 2, [GM_SHAPE_POLYGON] = 4};
  PJ *way = way_to(ws, crs);
  gm_ring *rings = way ? gm_take_array(ws, shape->count, sizeof *rings) : NULL;
  if (!rings) return ws->status;
  uint32_t count = 0;
  bool outline = false; /* the last outline is there */
  for (uint32_t i = 0; i < shape->count; i++) {
    gm_ring *ring = &rings[count];
    gm_status status =
        move_ring(ws, way, crs, &shape->rings[i],
                  shape->type == GM_SHAPE_POLYGON, ring, outside);
    if (status != GM_OK) return status;
    bool enough = ring->count >= least[shape->type];
    if (!ring->hole) outline = enough;
    count += enough && outline;
  }
  *out = (gm_shape){shape->type, rings, count};
  return GM_OK;
}
