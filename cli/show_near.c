/* What lies near a point, and what a point lies in. All places are looked at:
 * some milliseconds for some hundred thousand. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "say.h"
#include "show.h"

/* --------------------------------------------------------------- points -- */

/* A number, and what stands behind it and the blanks there. */
static bool read_number(const char *text, const char **end, double most,
                        double *out) {
  char *stop;
  *out = strtod(text, &stop);
  *end = stop + strspn(stop, " ");
  return stop != text && *out >= -most && *out <= most;
}

bool cli_show_point(const char *text, gm_point *out) {
  const char *rest, *end;
  if (!read_number(text, &rest, 90, &out->lat_deg)) return false;
  if (*rest != ',') return false;
  return read_number(rest + 1, &end, 180, &out->lon_deg) && !*end;
}

static double radians(double degrees) {
  return degrees * 3.14159265358979323846 / 180;
}

static double distance_km(gm_point a, gm_point b) {
  double up = sin(radians(b.lat_deg - a.lat_deg) / 2);
  double across = sin(radians(b.lon_deg - a.lon_deg) / 2);
  double h = up * up + cos(radians(a.lat_deg)) * cos(radians(b.lat_deg)) *
                           across * across;
  return 2 * 6371.0088 * asin(fmin(1, sqrt(h)));
}

/* --------------------------------------------------------------- places -- */

static int by_distance(const void *a, const void *b) {
  const cli_shown *one = a, *other = b;
  if (one->far_km != other->far_km) return one->far_km < other->far_km ? -1 : 1;
  return one->place < other->place ? -1 : one->place > other->place;
}

bool cli_show_add(cli_show_list *list, cli_shown item) {
  if (list->count == list->capacity) {
    uint32_t capacity = list->capacity ? list->capacity * 2 : 64;
    cli_shown *items = reallocarray(list->items, capacity, sizeof *items);
    if (!items) {
      cli_say("no memory for %u places", (unsigned)capacity);
      return false;
    }
    list->items = items;
    list->capacity = capacity;
  }
  list->items[list->count++] = item;
  return true;
}

bool cli_show_near(gm_workspace *ws, const gm_gazetteer *gazetteer, gm_point at,
                   double far_km, uint32_t most, cli_show_list *out) {
  uint32_t places = gm_gazetteer_about(gazetteer).places;
  (void)ws;
  for (uint32_t i = 0; i < places; i++) {
    double km = distance_km(at, gm_gazetteer_place(gazetteer, i).at);
    if (km <= far_km && !cli_show_add(out, (cli_shown){i, NULL, km}))
      return false;
  }
  if (out->count)
    qsort(out->items, out->count, sizeof *out->items, by_distance);
  if (out->count > most) out->count = most;
  return true;
}

/* The divisions and the country of the nearest place that tells its own. */
bool cli_show_around(gm_workspace *ws, const gm_gazetteer *gazetteer,
                     gm_point at, cli_show_list *out) {
  const double most_km = 100;
  cli_show_list near = {0};
  bool good = cli_show_near(ws, gazetteer, at, most_km, UINT32_MAX, &near);
  for (uint32_t i = 0; good && i < near.count && !out->count; i++) {
    gm_place place = gm_gazetteer_place(gazetteer, near.items[i].place);
    uint32_t whole[] = {place.admin2_place, place.admin1_place,
                        place.country_place};
    if (place.country_place == GM_NO_PLACE) continue;
    for (int k = 0; k < 3; k++)
      if (good && whole[k] != GM_NO_PLACE)
        good = cli_show_add(out, (cli_shown){whole[k], NULL, -1});
  }
  free(near.items);
  return good;
}
