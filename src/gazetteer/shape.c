/* Shapes of places: see geomention.h. They are unpacked into the workspace
 * when they are asked for. A broken file gives fewer or wrong points. */
#include "earth/shape.h"

#include <stdlib.h>

#include "base/workspace.h"
#include "gazetteer/mapped.h"
#include "gazetteer/shape_pack.h"

static uint32_t count_shapes(const gm_gazetteer *gazetteer) {
  size_t size = gazetteer->sections[GM_SECTION_SHAPES].size;
  return (uint32_t)(size / GM_RECORD_SHAPES);
}

/* The record of a place's shape. @return false: it has none */
static bool find_shape(const gm_gazetteer *gazetteer, uint32_t place,
                       gm_format_shape *out) {
  uint32_t low = 0, high = count_shapes(gazetteer);
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (gm_mapped_shape(gazetteer, middle).place < place)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == count_shapes(gazetteer)) return false;
  *out = gm_mapped_shape(gazetteer, low);
  return out->place == place;
}

static gm_status read_point(gm_workspace *ws, const gm_gazetteer *gazetteer,
                            uint32_t place, gm_shape *out) {
  gm_ring *ring = gm_take(ws, sizeof *ring);
  gm_point *point = gm_take(ws, sizeof *point);
  if (!ring || !point) return GM_NO_MEMORY;
  gm_place found = gm_gazetteer_place(gazetteer, place);
  *point = found.at;
  *ring = (gm_ring){point, 1, false};
  *out = (gm_shape){GM_SHAPE_POINT, ring, found.index != GM_NO_PLACE};
  return GM_OK;
}

gm_status gm_gazetteer_shape(gm_workspace *ws, const gm_gazetteer *gazetteer,
                             uint32_t place, gm_shape *out) {
  gm_format_shape record;
  if (!find_shape(gazetteer, place, &record))
    return read_point(ws, gazetteer, place, out);
  return gm_shape_unpack(ws, gazetteer->sections[GM_SECTION_OUTLINES], &record,
                         out);
}

/* ------------------------------------------------------ what is around -- */

/* A place whose shape holds the point. */
typedef struct holder {
  double area_km2;
  uint32_t place;
} holder;

static int compare_holders(const void *a, const void *b) {
  const holder *x = a, *y = b;
  if (x->area_km2 != y->area_km2) return x->area_km2 < y->area_km2 ? -1 : 1;
  return (x->place > y->place) - (x->place < y->place);
}

/* Whether the record's box holds the point; its edges belong to it. */
static bool may_hold(const gm_format_shape *record, gm_point at) {
  double lat = at.lat_deg * 1e5, lon = at.lon_deg * 1e5;
  return record->type == GM_SHAPE_POLYGON && lat >= record->south_e5 &&
         lat <= record->north_e5 &&
         ((lon >= record->west_e5 && lon <= record->east_e5) ||
          lon == 18000000 || lon == -18000000);
}

/* Adds the record's place to the holders if its shape holds the point. */
static gm_status look_into(gm_workspace *ws, const gm_gazetteer *gazetteer,
                           const gm_format_shape *record, gm_point at,
                           holder *holders, uint32_t *count) {
  gm_shape shape;
  gm_arena_mark mark = gm_arena_here(&ws->arena);
  gm_status status = gm_shape_unpack(
      ws, gazetteer->sections[GM_SECTION_OUTLINES], record, &shape);
  if (!status && gm_shape_holds(&shape, at))
    holders[(*count)++] = (holder){gm_shape_area_km2(&shape), record->place};
  gm_arena_rewind(&ws->arena, mark);
  return status;
}

gm_status gm_gazetteer_around(gm_workspace *ws, const gm_gazetteer *gazetteer,
                              gm_point at, const uint32_t **out,
                              uint32_t *out_count) {
  uint32_t shapes = count_shapes(gazetteer), may = 0, count = 0;
  for (uint32_t i = 0; i < shapes; i++) {
    gm_format_shape record = gm_mapped_shape(gazetteer, i);
    may += may_hold(&record, at);
  }
  holder *holders = gm_take_array(ws, may, sizeof *holders);
  uint32_t *places = gm_take_array(ws, may, sizeof *places);
  if (!holders || !places) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < shapes; i++) {
    gm_format_shape record = gm_mapped_shape(gazetteer, i);
    if (record.place >= gazetteer->places || !may_hold(&record, at)) continue;
    gm_status status = look_into(ws, gazetteer, &record, at, holders, &count);
    if (status) return status;
  }
  if (count) qsort(holders, count, sizeof *holders, compare_holders);
  for (uint32_t i = 0; i < count; i++) places[i] = holders[i].place;
  *out = places;
  *out_count = count;
  return GM_OK;
}
