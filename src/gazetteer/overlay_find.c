/* Whom a row of an overlay speaks of: see overlay_draft.h. A place is named by
 * its id, or by a name that only one place has: the user is asked rather than
 * guessed at. */
#include <inttypes.h>
#include <string.h>

#include "gazetteer/kind.h"
#include "gazetteer/name.h"
#include "gazetteer/overlay_draft.h"

/* The place of a country code, or GM_NO_PLACE: places tell theirs. */
uint32_t gm_overlay_country_of(gm_overlay_draft *b, const char *code) {
  uint32_t at = (uint32_t)(code[0] - 'A') * 26 + (uint32_t)(code[1] - 'A');
  while (!b->countries[at] && b->countries_looked < b->plain.places) {
    gm_site site = gm_gazetteer_site(&b->plain, b->countries_looked++);
    unsigned first = (unsigned)(site.country[0] - 'A');
    unsigned second = (unsigned)(site.country[1] - 'A');
    if (first < 26 && second < 26 && site.country_place != GM_NO_PLACE)
      b->countries[first * 26 + second] = site.country_place + 1;
  }
  return b->countries[at] ? b->countries[at] - 1 : GM_NO_PLACE;
}

static bool fits(const gm_site *site, const gm_overlay_wanted *want) {
  return (!*want->country || !strcmp(want->country, site->country)) &&
         (!*want->feature || !strcmp(want->feature, site->feature)) &&
         (want->kind < 0 || want->kind == site->kind);
}

/* How many there are; `first` is the best known. */
gm_status gm_overlay_count_named(const gm_overlay_draft *b, gm_str name,
                                 const gm_overlay_wanted *want, uint32_t *count,
                                 uint32_t *first) {
  gm_entry entry = {0};
  gm_str key = gm_name_key(b->ws, name);
  if (!key.bytes) return GM_NO_MEMORY;
  *count = 0;
  *first = GM_NO_PLACE;
  gm_gazetteer_entry(&b->plain, key, &entry);
  for (uint32_t i = 0; i < entry.sense_count; i++) {
    gm_sense sense = gm_gazetteer_sense(&b->plain, entry, i);
    gm_site site = gm_gazetteer_site(&b->plain, sense.place);
    if (gm_name_kind_is_people(sense.kind) || sense.place == *first ||
        !fits(&site, want))
      continue;
    if (!(*count)++) *first = sense.place;
  }
  return GM_OK;
}

/* The one place of the row's name. */
static gm_status find_named(const gm_overlay_draft *b,
                            const gm_overlay_row *row, uint32_t *out) {
  bool has_kind = gm_overlay_row_has(row, GM_OVERLAY_COLUMN_KIND);
  const gm_overlay_wanted want = {row->country,
                                  has_kind ? row->feature.code : "",
                                  has_kind ? row->feature.kind : -1};
  uint32_t count;
  gm_status status = gm_overlay_count_named(b, row->name, &want, &count, out);
  if (status || count == 1) return status;
  if (!count)
    return gm_overlay_row_fault(
        b->ws, row, GM_OVERLAY_COLUMN_NAME,
        "the gazetteer has no place \"%.*s\"%s%s; a new one needs lat and lon",
        GM_PRINT(row->name), *row->country ? " in " : "", row->country);
  return gm_overlay_row_fault(
      b->ws, row, GM_OVERLAY_COLUMN_NAME,
      "\"%.*s\" is %" PRIu32 " places%s%s; name one by its geonameid (%" PRIu32
      " is the best known)",
      GM_PRINT(row->name), count, *row->country ? " in " : "", row->country,
      gm_gazetteer_site(&b->plain, *out).geonameid);
}

/* The place that a row speaks of; GM_NO_PLACE: a new one. */
gm_status gm_overlay_find_place(const gm_overlay_draft *b,
                                const gm_overlay_row *row, uint32_t *out) {
  bool adds = row->action == GM_OVERLAY_ADD;
  *out = GM_NO_PLACE;
  if (row->pinned) return GM_OK;
  if (row->geonameid) {
    *out = gm_overlay_by_id(b->overlay, row->geonameid);
    if (*out == GM_NO_PLACE)
      *out = gm_gazetteer_by_geonameid(&b->plain, row->geonameid);
    if (*out != GM_NO_PLACE || adds) return GM_OK;
    return gm_overlay_row_fault(
        b->ws, row, GM_OVERLAY_COLUMN_GEONAMEID,
        "the gazetteer has no place with the id %" PRIu32, row->geonameid);
  }
  if (adds && gm_overlay_row_has(row, GM_OVERLAY_COLUMN_LAT)) return GM_OK;
  return find_named(b, row, out);
}
