/* Places of an overlay, new and corrected: see overlay_draft.h. */
#include <inttypes.h>
#include <string.h>

#include "gazetteer/build.h"
#include "gazetteer/overlay_draft.h"

/* How well known a new place is at least: as a town of 20,000. Whoever adds a
 * place reads of it. */
enum { LEAST_PROMINENCE = 120 };

/* The overlay's record of a place, made from the mapped one where there is
 * none; room for it was taken. */
gm_place *gm_overlay_record_of(gm_overlay_draft *b, uint32_t index) {
  gm_overlay *overlay = b->overlay;
  const gm_place *known = gm_overlay_place(overlay, index);
  if (known) return &overlay->places[known - overlay->places];
  gm_place *place = &overlay->places[overlay->place_count];
  *place = gm_gazetteer_place(&b->plain, index);
  place->source = GM_STR("overlay");
  gm_overlay_put(&overlay->by_index, index, overlay->place_count++);
  return place;
}

gm_place *gm_overlay_new_record(gm_overlay_draft *b,
                                const gm_overlay_row *row) {
  gm_overlay *overlay = b->overlay;
  uint32_t index = b->plain.places + overlay->new_count;
  const char *slash = strrchr(row->path, '/');
  gm_str ref = row->geonameid
                   ? gm_str_print(b->ws, "gn:%" PRIu32, row->geonameid)
                   : gm_str_print(b->ws, "overlay:%s:%" PRIu64,
                                  slash ? slash + 1 : row->path, row->number);
  ref = ref.bytes ? gm_overlay_keep_text(b, ref) : ref;
  if (!ref.bytes) return NULL;
  gm_place *place = &overlay->places[overlay->place_count];
  *place = (gm_place){.index = index,
                      .geonameid = row->geonameid,
                      .ref = ref,
                      .name = row->name,
                      .kind = GM_PLACE_CITY,
                      .country_place = GM_NO_PLACE,
                      .admin1_place = GM_NO_PLACE,
                      .admin2_place = GM_NO_PLACE,
                      .prominence = (float)LEAST_PROMINENCE / 255,
                      .source = GM_STR("overlay")};
  if (row->geonameid) gm_overlay_put(&overlay->by_id, row->geonameid, index);
  gm_overlay_put(&overlay->by_index, index, overlay->place_count++);
  overlay->new_count++;
  return place;
}

static gm_status give_country(gm_overlay_draft *b, const gm_overlay_row *row,
                              gm_place *place) {
  if (!*row->country) return GM_OK;
  uint32_t country = gm_overlay_country_of(b, row->country);
  if (country == GM_NO_PLACE)
    return gm_overlay_row_fault(b->ws, row, GM_OVERLAY_COLUMN_COUNTRY,
                                "the gazetteer has no country %s",
                                row->country);
  if (place->country_place != country) {
    place->admin1_place = GM_NO_PLACE;
    place->admin2_place = GM_NO_PLACE;
  }
  place->country_place = country;
  place->country = (gm_str){row->country, 2};
  return GM_OK;
}

static gm_status give_division(gm_overlay_draft *b, const gm_overlay_row *row,
                               gm_place *place) {
  if (!row->admin1.size) return GM_OK;
  const gm_overlay_wanted want = {row->country, "ADM1", -1};
  uint32_t count, division;
  gm_status status =
      gm_overlay_count_named(b, row->admin1, &want, &count, &division);
  if (status) return status;
  if (count != 1)
    return gm_overlay_row_fault(
        b->ws, row, GM_OVERLAY_COLUMN_ADMIN1,
        "the gazetteer has %" PRIu32 " first-level divisions \"%.*s\"%s%s%s",
        count, GM_PRINT(row->admin1), *row->country ? " in " : "", row->country,
        count > 1 && !*row->country ? "; name the country" : "");
  gm_place whole = gm_gazetteer_place(&b->plain, division);
  place->admin1_place = division;
  place->admin2_place = GM_NO_PLACE;
  place->country_place = whole.country_place;
  place->country = whole.country;
  return GM_OK;
}

/* A place of which no country is told lies in the one, and in the division,
 * whose shape holds its point. */
static gm_status find_country(gm_overlay_draft *b, gm_place *place) {
  const uint32_t *around;
  uint32_t count;
  gm_status status =
      gm_gazetteer_around(b->ws, &b->plain, place->at, &around, &count);
  if (status) return status;
  for (uint32_t i = 0; i < count; i++) {
    gm_place whole = gm_gazetteer_place(&b->plain, around[i]);
    if (whole.country_place == GM_NO_PLACE) continue;
    if (place->country_place == GM_NO_PLACE) {
      place->country_place = whole.country_place;
      place->country = whole.country;
    }
    if (place->admin1_place == GM_NO_PLACE &&
        whole.country_place == place->country_place &&
        gm_str_equal(whole.feature_code, GM_STR("ADM1")))
      place->admin1_place = whole.index;
  }
  return GM_OK;
}

static void give_size(const gm_overlay_row *row, gm_place *place) {
  bool has_kind = gm_overlay_row_has(row, GM_OVERLAY_COLUMN_KIND);
  float feature = (float)row->feature.prominence / 255;
  if (has_kind) {
    place->kind = (gm_place_kind)row->feature.kind;
    place->feature_code = gm_str_of(row->feature.code);
    if (place->prominence < feature) place->prominence = feature;
  }
  if (!gm_overlay_row_has(row, GM_OVERLAY_COLUMN_POPULATION)) return;
  float people = (float)gm_prominence_of(row->population) / 255;
  bool is_new = !place->population;
  place->population = row->population;
  if (!is_new || place->prominence < people) place->prominence = people;
}

/* What a row says of a place itself. */
gm_status gm_overlay_correct(gm_overlay_draft *b, const gm_overlay_row *row,
                             gm_place *place) {
  if (gm_overlay_row_has(row, GM_OVERLAY_COLUMN_LAT)) place->at = row->at;
  gm_status status = give_country(b, row, place);
  if (!status) status = give_division(b, row, place);
  if (!status && place->index >= b->plain.places &&
      place->country_place == GM_NO_PLACE)
    status = find_country(b, place);
  give_size(row, place);
  return status;
}
