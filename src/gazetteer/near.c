/* The places near a point: see geomention.h and earth/nearest.h. The circle
 * begins small and grows until it holds enough, so that a search for a few
 * places costs little in a city and in a desert. */
#include <stdlib.h>

#include "base/workspace.h"
#include "earth/distance.h"
#include "earth/nearest.h"
#include "earth/point.h"
#include "gazetteer/mapped.h"
#include "gazetteer/overlay.h"

static const double FIRST_KM = 4;     /* of the circle; then twice that */
static const double WORLD_KM = 20100; /* no two places are farther apart */

/* A search. The best so far are a heap: the one to be dropped first on top. */
typedef struct search {
  gm_workspace *ws;
  const gm_gazetteer *gazetteer;
  gm_point at;
  double radius_km;
  gm_nearby *found;
  uint32_t count, most;
} search;

/* The place at a position of the curve. */
static uint32_t place_at(const gm_gazetteer *gazetteer, uint32_t position) {
  return gm_mapped_u32(gazetteer, GM_SECTION_NEAREST,
                       (uint64_t)position * GM_RECORD_NEAREST);
}

static uint32_t key_at(const gm_gazetteer *gazetteer, uint32_t position) {
  gm_format_place place =
      gm_mapped_place(gazetteer, place_at(gazetteer, position));
  return gm_nearest_key(place.lat_e5, place.lon_e5);
}

static uint32_t count_positions(const gm_gazetteer *gazetteer) {
  size_t size = gazetteer->sections[GM_SECTION_NEAREST].size;
  return (uint32_t)(size / GM_RECORD_NEAREST);
}

/* The first position whose key is not below `key`. */
static uint32_t first_position(const gm_gazetteer *gazetteer, uint32_t key) {
  uint32_t low = 0, high = count_positions(gazetteer);
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (key_at(gazetteer, middle) < key)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool is_before(gm_nearby a, gm_nearby b) {
  return a.far_km < b.far_km || (a.far_km == b.far_km && a.place < b.place);
}

static int by_nearness(const void *a, const void *b) {
  const gm_nearby *x = a, *y = b;
  return is_before(*y, *x) - is_before(*x, *y);
}

/* Puts `one` into the heap from its end upwards. */
static void push(search *s, gm_nearby one) {
  uint32_t i = s->count++;
  for (; i > 0 && is_before(s->found[(i - 1) / 2], one); i = (i - 1) / 2)
    s->found[i] = s->found[(i - 1) / 2];
  s->found[i] = one;
}

/* Puts `one` in the place of the top. */
static void replace_top(search *s, gm_nearby one) {
  uint32_t i = 0;
  for (uint32_t child = 1; child < s->count; child = 2 * i + 1) {
    if (child + 1 < s->count && is_before(s->found[child], s->found[child + 1]))
      child++;
    if (!is_before(one, s->found[child])) break;
    s->found[i] = s->found[child];
    i = child;
  }
  s->found[i] = one;
}

/* Takes a place in if it is among the best. */
static void consider(search *s, uint32_t place) {
  gm_point at = gm_gazetteer_place(s->gazetteer, place).at;
  gm_nearby one = {place, gm_distance_fast_km(s->at, at)};
  if (one.far_km > s->radius_km) return;
  if (s->count < s->most)
    push(s, one);
  else if (is_before(one, s->found[0]))
    replace_top(s, one);
}

static void scan_run(search *s, gm_nearest_run run) {
  enum { BETWEEN_LOOKS = 4096 };
  uint32_t positions = count_positions(s->gazetteer);
  for (uint32_t i = first_position(s->gazetteer, run.first);
       i < positions && key_at(s->gazetteer, i) <= run.last; i++) {
    if (i % BETWEEN_LOOKS == 0 && gm_stopped(s->ws)) return;
    uint32_t place = place_at(s->gazetteer, i);
    if (place < s->gazetteer->places &&
        !gm_overlay_place(s->gazetteer->overlay, place))
      consider(s, place);
  }
}

/* New places of an overlay, and those that it has moved: they are few. */
static void scan_overlay(search *s) {
  const gm_overlay *overlay = s->gazetteer->overlay;
  for (uint32_t i = 0; overlay && i < overlay->place_count; i++)
    consider(s, overlay->places[i].index);
}

/* Looks through the circle of the search's radius, from the beginning. */
static void scan(search *s) {
  gm_nearest_window window = gm_nearest_around(s->at, s->radius_km);
  s->count = 0;
  scan_overlay(s);
  for (uint32_t i = 0; i < window.rows; i++)
    for (uint32_t j = 0; j < window.columns; j++)
      scan_run(s, gm_nearest_cell(&window, i, j));
}

gm_status gm_gazetteer_near(gm_workspace *ws, const gm_gazetteer *gazetteer,
                            gm_point at, double radius_km, uint32_t most,
                            const gm_nearby **out, uint32_t *out_count) {
  search s = {
      .ws = ws, .gazetteer = gazetteer, .at = at, .radius_km = FIRST_KM};
  if (!gm_point_valid(at) || !(radius_km >= 0))
    return gm_fail(ws, GM_MISUSE, 0,
                   "latitude %g, longitude %g, %g km is no circle", at.lat_deg,
                   at.lon_deg, radius_km);
  uint32_t places = gm_gazetteer_about(gazetteer).places;
  s.most = most < places ? most : places;
  s.found = gm_take_array(ws, s.most, sizeof *s.found);
  if (!s.found) return GM_NO_MEMORY;
  if (radius_km > WORLD_KM) radius_km = WORLD_KM;
  while (s.most) {
    if (s.radius_km > radius_km) s.radius_km = radius_km;
    scan(&s);
    if (gm_stopped(ws))
      return gm_fail(ws, GM_CANCELLED, 0, "stopped while looking around");
    if (s.count == s.most || s.radius_km >= radius_km) break;
    s.radius_km *= 2;
  }
  qsort(s.found, s.count, sizeof *s.found, by_nearness);
  *out = s.found;
  *out_count = s.count;
  return GM_OK;
}
