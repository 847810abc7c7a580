/* See hints.h, and gm_hints_check in geomention.h. */
#include "resolve/hints.h"

#include <string.h>

#include "document/outlets.h"
#include "earth/box.h"
#include "earth/point.h"
#include "resolve/homes.h"

/* --------------------------------------------------------------- reading -- */

/* "Ukraine" instead of UA: says the code. */
static gm_status refuse_country(gm_workspace *ws, const gm_gazetteer *gazetteer,
                                gm_str word) {
  uint32_t place = GM_NO_PLACE;
  gm_str code = {0};
  if (!gm_gazetteer_locate(ws, gazetteer, word, &place))
    code = gm_gazetteer_place(gazetteer, place).country;
  return gm_fail(ws, GM_BAD_INPUT, 0,
                 "\"%.*s\" is no code of a country in the gazetteer; write two "
                 "letters of ISO 3166-1, such as %.*s",
                 GM_PRINT(word),
                 GM_PRINT(code.size == 2 ? code : GM_STR("UA")));
}

static bool is_letter(char byte) {
  return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static gm_status read_countries(gm_workspace *ws, const gm_gazetteer *gazetteer,
                                const char *countries, gm_known *out) {
  gm_str rest = gm_str_of(countries);
  while (rest.size) {
    gm_str word = gm_str_trim(gm_str_cut(&rest, ','));
    if (word.size != 2 || !is_letter(word.bytes[0]) ||
        !is_letter(word.bytes[1]))
      return refuse_country(ws, gazetteer, word);
    if (out->country_count == GM_COUNTRIES_MOST)
      return gm_fail(ws, GM_BAD_INPUT, 0,
                     "more than %d countries are asked for", GM_COUNTRIES_MOST);
    char *code = out->countries[out->country_count++];
    code[0] = (char)(word.bytes[0] & ~0x20);
    code[1] = (char)(word.bytes[1] & ~0x20);
  }
  return out->country_count
             ? GM_OK
             : gm_fail(ws, GM_BAD_INPUT, 0, "no country is named");
}

static gm_status read_box(gm_workspace *ws, const gm_box *box, gm_known *out) {
  gm_point low = {box->south_deg, box->west_deg};
  gm_point high = {box->north_deg, box->east_deg};
  if (!gm_point_valid(low) || !gm_point_valid(high) ||
      low.lat_deg > high.lat_deg)
    return gm_fail(ws, GM_BAD_INPUT, 0,
                   "west %g, south %g, east %g, north %g is no box: south must "
                   "lie below north, latitudes within 90 degrees, longitudes "
                   "within 180",
                   box->west_deg, box->south_deg, box->east_deg,
                   box->north_deg);
  out->box = box;
  return GM_OK;
}

/* All hints but the homes. */
static gm_status read_hints(gm_workspace *ws, const gm_gazetteer *gazetteer,
                            const gm_hints *hints, gm_known *out) {
  gm_status status = GM_OK;
  if (!(hints->min_confidence >= 0 && hints->min_confidence <= 1))
    return gm_fail(ws, GM_BAD_INPUT, 0,
                   "a confidence of %g is asked for; it must be from 0 to 1",
                   (double)hints->min_confidence);
  if (!(hints->threshold >= 0 && hints->threshold <= 1))
    return gm_fail(ws, GM_BAD_INPUT, 0,
                   "a threshold of %g is asked for; it must be from 0 to 1",
                   (double)hints->threshold);
  out->min_confidence = hints->min_confidence;
  if (hints->countries)
    status = read_countries(ws, gazetteer, hints->countries, out);
  if (!status && hints->box) status = read_box(ws, hints->box, out);
  return status;
}

/* How much of a learnt home's evidence counts: of strong evidence that holds
 * with a probability, more is left than that share of it. */
static float trust_in(const gm_home *learnt) {
  return learnt->confidence * (2 - learnt->confidence);
}

/* The home that was told, else the one that was learnt. */
static gm_status read_home(gm_workspace *ws, const gm_gazetteer *gazetteer,
                           const gm_document *document, gm_known *out) {
  out->home_trust = 1;
  if (document->home.size)
    return gm_gazetteer_locate(ws, gazetteer, document->home, &out->home);
  const gm_home *learnt = gm_homes_of(ws, document);
  if (!learnt) return GM_OK;
  out->home = learnt->place;
  out->home_trust = trust_in(learnt);
  out->home_learnt = true;
  return GM_OK;
}

gm_status gm_known_read(gm_workspace *ws, const gm_gazetteer *gazetteer,
                        const gm_document *document, gm_known *out) {
  gm_known known = {.home = GM_NO_PLACE};
  gm_status status = GM_OK;
  if (document->hints)
    status = read_hints(ws, gazetteer, document->hints, &known);
  if (!status) status = read_home(ws, gazetteer, document, &known);
  if (status) return status;
  known.home_site = gm_gazetteer_site(gazetteer, known.home);
  *out = known;
  return GM_OK;
}

/* -------------------------------------------------------------- checking -- */

/* The homes of a table. @return GM_BAD_INPUT with path and line */
static gm_status check_outlets(gm_workspace *ws, const gm_gazetteer *gazetteer,
                               const gm_outlets *outlets) {
  const char *path;
  uint32_t line, place;
  gm_str home;
  for (uint32_t i = 0; gm_outlets_row(outlets, i, &path, &line, &home); i++) {
    gm_arena_mark before = gm_arena_here(&ws->arena);
    gm_status status = gm_gazetteer_locate(ws, gazetteer, home, &place);
    if (status) {
      gm_str why = gm_str_print(ws, "%s", gm_workspace_message(ws));
      return gm_fail(ws, status, 0, "%s line %u: %.*s", path, line,
                     GM_PRINT(why));
    }
    gm_arena_rewind(&ws->arena, before);
  }
  return GM_OK;
}

/* Whether some place of the gazetteer is a country of this code. */
static bool has_country(const gm_gazetteer *gazetteer, const char *code) {
  uint32_t count = gm_gazetteer_about(gazetteer).places;
  for (uint32_t i = 0; i < count; i++) {
    gm_site site = gm_gazetteer_site(gazetteer, i);
    if (!strcmp(site.country, code)) return true;
  }
  return false;
}

gm_status gm_hints_check(gm_workspace *ws, const gm_gazetteer *gazetteer,
                         const gm_hints *hints) {
  gm_known known = {.home = GM_NO_PLACE};
  gm_status status = read_hints(ws, gazetteer, hints, &known);
  for (uint32_t i = 0; i < known.country_count && !status; i++)
    if (!has_country(gazetteer, known.countries[i]))
      status = refuse_country(ws, gazetteer, gm_str_of(known.countries[i]));
  if (!status && hints->home)
    status =
        gm_gazetteer_locate(ws, gazetteer, gm_str_of(hints->home), &known.home);
  if (!status && hints->outlets)
    status = check_outlets(ws, gazetteer, hints->outlets);
  return status;
}

/* ------------------------------------------------------------- the area --- */

bool gm_known_any(const gm_known *known) {
  return known->home != GM_NO_PLACE || gm_known_has_area(known);
}

bool gm_known_has_area(const gm_known *known) {
  return known->country_count || known->box;
}

bool gm_known_holds(const gm_known *known, const gm_site *site) {
  bool inside = !known->country_count;
  for (uint32_t i = 0; i < known->country_count && !inside; i++)
    inside = !strcmp(known->countries[i], site->country);
  return inside && (!known->box || gm_box_holds(*known->box, site->at));
}
