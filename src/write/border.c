/* See border.h. */
#include "write/border.h"

#include <math.h>
#include <string.h>

#include "earth/simplify.h"

/* A point as one number, never 0: its coordinates in 1e-5 degrees. */
static uint64_t key_of(gm_point point) {
  uint64_t lat = (uint64_t)llround((point.lat_deg + 91) * 1e5);
  uint64_t lon = (uint64_t)llround((point.lon_deg + 181) * 1e5);
  return lat << 32 | lon;
}

static uint64_t mix(uint64_t key) {
  key = (key ^ key >> 33) * UINT64_C(0xff51afd7ed558ccd);
  return key ^ key >> 32;
}

gm_status gm_borders_open(gm_workspace *ws, uint64_t points, gm_borders *out) {
  uint64_t slots = 16;
  while (slots < points * 2) slots *= 2;
  out->slots = gm_take_array(ws, slots, sizeof *out->slots);
  out->mask = slots - 1;
  return out->slots ? GM_OK : GM_NO_MEMORY;
}

/* The slot of a point, perhaps an empty one. */
static struct gm_border_point *slot_of(const gm_borders *borders,
                                       uint64_t key) {
  uint64_t at = mix(key) & borders->mask;
  while (borders->slots[at].key && borders->slots[at].key != key)
    at = (at + 1) & borders->mask;
  return &borders->slots[at];
}

/* The point behind `i`, where the last point is the first. */
static uint32_t next(const gm_ring *ring, uint32_t i) {
  return i + 2 < ring->count ? i + 1 : 0;
}

static uint32_t before(const gm_ring *ring, uint32_t i) {
  return i ? i - 1 : ring->count - 2;
}

void gm_borders_note(gm_borders *borders, const gm_ring *ring) {
  for (uint32_t i = 0; i + 1 < ring->count; i++) {
    uint64_t key = key_of(ring->points[i]);
    uint64_t neighbours = mix(key_of(ring->points[before(ring, i)])) +
                          mix(key_of(ring->points[next(ring, i)]));
    struct gm_border_point *slot = slot_of(borders, key);
    if (slot->key && slot->neighbours != neighbours) slot->node = true;
    slot->key = key;
    slot->neighbours = neighbours;
  }
}

/* Where to cut a ring: at a node, else at its lowest key, which is the same
 * for the hole in a country and the country that fills it. */
static uint32_t find_start(const gm_borders *borders, const gm_ring *ring) {
  uint32_t start = 0;
  for (uint32_t i = 0; i + 1 < ring->count; i++) {
    if (slot_of(borders, key_of(ring->points[i]))->node) return i;
    if (key_of(ring->points[i]) < key_of(ring->points[start])) start = i;
  }
  return start;
}

static void turn_round(gm_point *points, uint32_t count) {
  for (uint32_t i = 0, j = count - 1; i < j; i++, j--) {
    gm_point kept = points[i];
    points[i] = points[j];
    points[j] = kept;
  }
}

/* Simplifies a stretch of two points or more in the direction that both its
 * countries take for the first. */
static uint32_t simplify_arc(gm_point *points, uint32_t count,
                             double tolerance_deg) {
  uint64_t first = key_of(points[0]), last = key_of(points[count - 1]);
  if (first == last) { /* a loop: its second point tells the direction */
    first = key_of(points[1]);
    last = key_of(points[count - 2]);
  }
  if (first <= last) return gm_line_simplify(points, count, tolerance_deg);
  turn_round(points, count);
  uint32_t kept = gm_line_simplify(points, count, tolerance_deg);
  turn_round(points, kept);
  return kept;
}

gm_status gm_borders_simplify(gm_workspace *ws, const gm_borders *borders,
                              const gm_ring *ring, double tolerance_deg,
                              gm_ring *out) {
  gm_point *points = gm_take_array(ws, ring->count, sizeof *points);
  if (!points) return GM_NO_MEMORY;
  uint32_t i = find_start(borders, ring), kept = 0, arc = 0;
  points[kept++] = ring->points[i];
  for (uint32_t left = ring->count - 1; left--;) {
    i = next(ring, i);
    points[kept++] = ring->points[i];
    if (left && !slot_of(borders, key_of(ring->points[i]))->node) continue;
    kept = arc + simplify_arc(points + arc, kept - arc, tolerance_deg);
    arc = kept - 1; /* the next arc begins where this one ends */
  }
  *out = (gm_ring){points, kept, ring->hole};
  return GM_OK;
}
