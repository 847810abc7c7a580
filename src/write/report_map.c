/* See report_map.h. The gazetteer's shapes are good for maps of a country; a
 * page needs the world in a quarter of a megabyte. So borders keep a point
 * where they would else run 4 km beside where they run, and islands go that are
 * smaller than a city, unless a country is nothing else. */
#include "write/report_map.h"

#include <math.h>

#include "base/str.h"
#include "write/border.h"
#include "write/number.h"
#include "write/report_json.h"

enum { SCALE = 100 }; /* steps of one degree */
static const double tolerance_deg = 0.04;
static const double smallest_area = 0.02; /* square degrees at the equator */
static const float shown_city = 0.62F; /* prominence: half a million people */

typedef struct country {
  gm_place place;
  gm_shape shape;
} country;

typedef struct drawing {
  gm_workspace *ws;
  country *countries;
  size_t count, capacity;
  uint64_t points;
  gm_borders borders;
  gm_buffer *out;
} drawing;

/* ------------------------------------------------------------- gathering -- */

static gm_status add_country(drawing *d, const gm_gazetteer *gazetteer,
                             gm_place place) {
  gm_shape shape;
  gm_status status = gm_gazetteer_shape(d->ws, gazetteer, place.index, &shape);
  if (status || shape.type != GM_SHAPE_POLYGON) return status;
  country *countries =
      gm_grow(d->ws, d->countries, d->count, &d->capacity, sizeof *countries);
  if (!countries) return GM_NO_MEMORY;
  d->countries = countries;
  countries[d->count++] = (country){place, shape};
  for (uint32_t i = 0; i < shape.count; i++) d->points += shape.rings[i].count;
  return GM_OK;
}

static void print_label(gm_buffer *out, const gm_place *place) {
  gm_report_text(place->name, out);
  gm_buffer_print(out, ",%s,%s,%d", gm_number_of(place->at.lat_deg, 2).digits,
                  gm_number_of(place->at.lon_deg, 2).digits,
                  (int)lroundf(place->prominence * 100));
}

static bool is_shown(const gm_place *place) {
  return place->kind == GM_PLACE_CITY &&
         (place->prominence >= shown_city ||
          gm_str_equal(place->feature_code, GM_STR("PPLC")));
}

/* Prints the cities while it gathers the countries: one walk for both. */
static gm_status gather(drawing *d, const gm_gazetteer *gazetteer) {
  uint32_t places = gm_gazetteer_about(gazetteer).places;
  gm_status status = GM_OK;
  bool any = false;
  gm_buffer_append(d->out, GM_STR("\"cities\":["));
  for (uint32_t i = 0; i < places && !status; i++) {
    gm_place place = gm_gazetteer_place(gazetteer, i);
    if (gm_stopped(d->ws))
      return gm_fail(d->ws, GM_CANCELLED, 0, "stopped while writing");
    if (place.kind == GM_PLACE_COUNTRY)
      status = add_country(d, gazetteer, place);
    if (!is_shown(&place)) continue;
    gm_buffer_append(d->out, any ? GM_STR(",[") : GM_STR("["));
    print_label(d->out, &place);
    gm_buffer_append(d->out, GM_STR("]"));
    any = true;
  }
  gm_buffer_append(d->out, GM_STR("]"));
  return status;
}

/* --------------------------------------------------------------- drawing -- */

/* The shoelace formula, with degrees of longitude as wide as they are. */
static double area_of(const gm_ring *ring) {
  double sum = 0;
  for (uint32_t i = 0; i + 1 < ring->count; i++) {
    gm_point a = ring->points[i], b = ring->points[i + 1];
    sum += a.lon_deg * b.lat_deg - b.lon_deg * a.lat_deg;
  }
  double lat = ring->count ? ring->points[0].lat_deg : 0;
  return fabs(sum) / 2 * cos(lat * 3.14159265358979323846 / 180);
}

static void print_ring(gm_buffer *out, const gm_ring *ring) {
  long x = 0, y = 0;
  for (uint32_t i = 0; i < ring->count; i++) {
    long to_x = lround(ring->points[i].lon_deg * SCALE);
    long to_y = lround(ring->points[i].lat_deg * SCALE);
    if (i && to_x == x && to_y == y) continue;
    gm_buffer_print(out, "%s%ld,%ld", i ? "," : "[", to_x - x, to_y - y);
    x = to_x, y = to_y;
  }
  gm_buffer_append(out, GM_STR("]"));
}

static gm_status print_country(drawing *d, const country *c) {
  gm_arena_mark mark = gm_arena_here(&d->ws->arena);
  double largest = 0;
  bool any = false;
  gm_status status = GM_OK;
  for (uint32_t i = 0; i < c->shape.count; i++)
    largest = fmax(largest, area_of(&c->shape.rings[i]));
  gm_buffer_append(d->out, GM_STR("["));
  gm_report_text(c->place.country, d->out);
  gm_buffer_append(d->out, GM_STR(","));
  print_label(d->out, &c->place);
  gm_buffer_append(d->out, GM_STR(",["));
  for (uint32_t i = 0; i < c->shape.count && !status; i++) {
    const gm_ring *whole = &c->shape.rings[i];
    gm_ring ring = *whole;
    double area = area_of(whole);
    if (area < smallest_area && area < largest) continue;
    if (area >= smallest_area) /* what is smaller keeps its points */
      status =
          gm_borders_simplify(d->ws, &d->borders, whole, tolerance_deg, &ring);
    if (status || ring.count < 4) continue;
    if (any) gm_buffer_append(d->out, GM_STR(","));
    print_ring(d->out, &ring);
    any = true;
  }
  gm_buffer_append(d->out, GM_STR("]]"));
  gm_arena_rewind(&d->ws->arena, mark);
  return status;
}

static gm_status draw(drawing *d) {
  gm_status status = gm_borders_open(d->ws, d->points, &d->borders);
  for (size_t c = 0; c < d->count && !status; c++)
    for (uint32_t i = 0; i < d->countries[c].shape.count; i++)
      gm_borders_note(&d->borders, &d->countries[c].shape.rings[i]);
  gm_buffer_append(d->out, GM_STR(",\"countries\":["));
  for (size_t c = 0; c < d->count && !status; c++) {
    if (c) gm_buffer_append(d->out, GM_STR(",\n"));
    status = print_country(d, &d->countries[c]);
  }
  gm_buffer_append(d->out, GM_STR("]"));
  return status;
}

gm_status gm_report_map_print(gm_workspace *ws, const gm_gazetteer *gazetteer,
                              gm_buffer *out) {
  gm_arena_mark mark = gm_arena_here(&ws->arena);
  drawing d = {.ws = ws, .out = out};
  gm_buffer_print(out, "{\"scale\":%d,", SCALE);
  gm_status status = gather(&d, gazetteer);
  if (!status) status = draw(&d);
  gm_buffer_append(out, GM_STR("}"));
  gm_arena_rewind(&ws->arena, mark);
  return status;
}
