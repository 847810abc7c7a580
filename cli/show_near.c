/* What lies near a point, and what a point lies in. */
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

static bool failed(gm_workspace *ws) {
  cli_say("%s", gm_workspace_message(ws));
  return false;
}

bool cli_show_near(gm_workspace *ws, const gm_gazetteer *gazetteer, gm_point at,
                   double far_km, uint32_t most, cli_show_list *out) {
  const gm_nearby *found;
  uint32_t count;
  bool good = true;
  if (gm_gazetteer_near(ws, gazetteer, at, far_km, most, &found, &count))
    return failed(ws);
  for (uint32_t i = 0; i < count && good; i++)
    good =
        cli_show_add(out, (cli_shown){found[i].place, NULL, found[i].far_km});
  return good;
}

bool cli_show_around(gm_workspace *ws, const gm_gazetteer *gazetteer,
                     gm_point at, cli_show_list *out) {
  const uint32_t *places;
  uint32_t count;
  bool good = true;
  if (gm_gazetteer_around(ws, gazetteer, at, &places, &count))
    return failed(ws);
  for (uint32_t i = 0; i < count && good; i++)
    good = cli_show_add(out, (cli_shown){places[i], NULL, -1});
  return good;
}
