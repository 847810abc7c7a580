/* See merge.h. */
#include "gazetteer/merge.h"

#include "earth/distance.h"

gm_status gm_merge_open(gm_build *build) {
  build->merge = gm_take(build->ws, sizeof *build->merge);
  return build->merge ? GM_OK : GM_NO_MEMORY;
}

void gm_merge_close(gm_build *build) {
  if (!build->merge) return;
  gm_number_map_close(build->ws, &build->merge->ids);
  gm_number_map_close(build->ws, &build->merge->wikidata);
}

gm_point gm_merge_point(const gm_format_place *place) {
  return (gm_point){.lat_deg = place->lat_e5 * 1e-5,
                    .lon_deg = place->lon_e5 * 1e-5};
}

const char *gm_merge_country(const gm_build *build,
                             const gm_format_place *place) {
  return build->area_rows[place->area].country;
}

void gm_merge_set_people(gm_format_place *place, uint64_t people) {
  if (people >> 40) return; /* more than there are */
  place->population = (uint32_t)people;
  place->population_high = (uint8_t)(people >> 32);
}

static gm_family family_of(const gm_build *build, uint32_t place) {
  return gm_family_of(&build->features[build->places[place].feature]);
}

/* ---------------------------------------------------------------- by id --- */

gm_status gm_merge_learn_id(gm_build *build, uint32_t place) {
  uint32_t id = gm_format_geonameid(build->places[place].ref);
  if (!id) return GM_OK;
  return gm_number_map_add(build->ws, &build->merge->ids, id, place);
}

bool gm_merge_has_id(const gm_build *build, uint32_t place) {
  return gm_format_geonameid(build->places[place].ref) != 0;
}

/* Remembers the ref that a place has until now. */
static gm_status keep_ref(gm_build *build, uint32_t place) {
  gm_merge *merge = build->merge;
  uint32_t number;
  gm_str ref = gm_refs_get(&build->places[place], &build->strings);
  gm_status status = gm_pool_add(build->ws, &merge->renamed, ref, &number);
  if (status) return status;
  uint32_t *places = gm_grow(build->ws, merge->renamed_places, number,
                             &merge->renamed_capacity, sizeof *places);
  if (!places) return GM_NO_MEMORY;
  merge->renamed_places = places;
  places[number] = place;
  return GM_OK;
}

gm_status gm_merge_give_id(gm_build *build, uint32_t place,
                           uint32_t geonameid) {
  char ref[16];
  int size = snprintf(ref, sizeof ref, "gn:%u", geonameid);
  if (size > GM_FORMAT_REF_BYTES) return GM_OK; /* GeoNames has none so long */
  gm_status status = keep_ref(build, place);
  if (!status)
    status = gm_refs_fit(build->ws, &build->strings,
                         (gm_str){ref, (size_t)size}, build->places[place].ref);
  return status ? status : gm_merge_learn_id(build, place);
}

bool gm_merge_find_ref(const gm_build *build, gm_str ref, uint32_t *place) {
  uint32_t number;
  uint64_t id;
  if (!build->merge) return false;
  if (gm_pool_find(&build->merge->renamed, ref, &number)) {
    *place = build->merge->renamed_places[number];
    return true;
  }
  gm_str digits = ref;
  return gm_str_equal(gm_str_cut(&digits, ':'), GM_STR("gn")) &&
         gm_str_to_u64(digits, &id) && id <= UINT32_MAX &&
         gm_number_map_find(&build->merge->ids, (uint32_t)id, place);
}

/* -------------------------------------------------------------- by name --- */

static void put_named(gm_merge *merge, struct gm_named named) {
  size_t mask = merge->named_slots - 1;
  size_t at = named.hash & mask;
  while (merge->named[at].place) {
    if (merge->named[at].hash == named.hash &&
        merge->named[at].place == named.place)
      return;
    at = (at + 1) & mask;
  }
  merge->named[at] = named;
  merge->named_count++;
}

static gm_status widen(gm_build *build) {
  gm_merge *merge = build->merge;
  struct gm_named *old = merge->named;
  size_t slots = merge->named_slots;
  if (merge->named_count * 3 < slots * 2) return GM_OK;
  merge->named_slots = slots ? slots * 2 : 1024;
  merge->named =
      gm_take_array(build->ws, merge->named_slots, sizeof *merge->named);
  if (!merge->named) return GM_NO_MEMORY;
  merge->named_count = 0;
  for (size_t i = 0; i < slots; i++)
    if (old[i].place) put_named(merge, old[i]);
  return GM_OK;
}

gm_status gm_merge_learn_name(gm_build *build, uint32_t place, gm_str name) {
  gm_arena_mark before = gm_arena_here(&build->ws->arena);
  gm_str folded = gm_name_key(build->ws, name);
  if (!folded.bytes) return GM_NO_MEMORY;
  uint64_t key = gm_family_key(family_of(build, place), folded);
  gm_arena_rewind(&build->ws->arena, before);
  if (!key) return GM_OK;
  gm_status status = widen(build);
  if (!status)
    put_named(build->merge, (struct gm_named){(uint32_t)key, place + 1});
  return status;
}

/* Two codes of countries, where both are known; a river may have both. */
static bool countries_differ(gm_family family, const char *a, const char *b) {
  return !gm_family_is_wide(family) && a[0] && b[0] && memcmp(a, b, 2);
}

/* How far a place is from one that is like it; less than 0: it is not. */
static double distance(const gm_build *build, uint32_t place,
                       const gm_likeness *likeness) {
  const gm_format_place *draft = &build->places[place];
  gm_family family = family_of(build, place);
  if (family != likeness->family) return -1;
  if (countries_differ(family, gm_merge_country(build, draft),
                       likeness->country))
    return -1;
  double km = gm_distance_fast_km(gm_merge_point(draft), likeness->at);
  return km <= gm_family_far_km(family) ? km : -1;
}

/* The next place of a key from slot `at` on. @return false: no more */
static bool next_named(const gm_merge *merge, uint64_t key, size_t *at,
                       uint32_t *place) {
  size_t mask = merge->named_slots - 1;
  while (merge->named_slots) {
    struct gm_named named = merge->named[*at & mask];
    if (!named.place) return false;
    ++*at;
    if (named.hash != (uint32_t)key) continue;
    *place = named.place - 1;
    return true;
  }
  return false;
}

bool gm_merge_by_likeness(const gm_build *build, const gm_likeness *likeness,
                          uint32_t *place) {
  double best_km = -1;
  uint32_t candidate;
  size_t at = (uint32_t)likeness->key;
  if (!likeness->key) return false;
  while (next_named(build->merge, likeness->key, &at, &candidate)) {
    double km = distance(build, candidate, likeness);
    if (km < 0 || (best_km >= 0 && km > best_km)) continue;
    if (km == best_km && candidate > *place) continue;
    best_km = km;
    *place = candidate;
  }
  return best_km >= 0;
}

/* --------------------------------------------------------------- claims --- */

gm_status gm_merge_begin_claims(gm_build *build) {
  gm_merge *merge = build->merge;
  merge->claims_count = build->refs.count;
  merge->claims =
      gm_take_array(build->ws, merge->claims_count, sizeof *merge->claims);
  return merge->claims ? GM_OK : GM_NO_MEMORY;
}

void gm_merge_claim(gm_build *build, const gm_likeness *likeness,
                    uint32_t geonameid, uint32_t names) {
  uint32_t place;
  size_t at = (uint32_t)likeness->key;
  if (!likeness->key) return;
  while (next_named(build->merge, likeness->key, &at, &place)) {
    if (gm_merge_has_id(build, place)) continue;
    double km = distance(build, place, likeness);
    if (km < 0) continue;
    float score = (float)-km;
    if (gm_family_is_wide(likeness->family)) score += (float)names * 1e4F;
    struct gm_claim *held = &build->merge->claims[place];
    if (held->geonameid && score < held->score) continue;
    if (held->geonameid && score == held->score && geonameid > held->geonameid)
      continue;
    *held = (struct gm_claim){geonameid, score};
  }
}

gm_status gm_merge_end_claims(gm_build *build) {
  gm_merge *merge = build->merge;
  gm_status status = GM_OK;
  for (uint32_t i = 0; i < merge->claims_count && !status; i++) {
    uint32_t id = merge->claims[i].geonameid, other;
    if (!id || gm_number_map_find(&merge->ids, id, &other)) continue;
    status = gm_merge_give_id(build, i, id);
  }
  return status;
}

/* ----------------------------------------------------------------- days --- */

uint16_t gm_merge_day(const gm_build *build, uint32_t place) {
  return place < build->merge->days_count ? build->merge->days[place] : 0;
}

/* Days are kept up to the last place that has one. */
gm_status gm_merge_set_day(gm_build *build, uint32_t place, uint16_t day) {
  gm_merge *merge = build->merge;
  while (merge->days_count <= place) {
    uint16_t *days = gm_grow(build->ws, merge->days, merge->days_count,
                             &merge->days_capacity, sizeof *days);
    if (!days) return GM_NO_MEMORY;
    merge->days = days;
    days[merge->days_count++] = 0;
  }
  merge->days[place] = day;
  return GM_OK;
}

gm_status gm_merge_add_source(gm_build *build, uint32_t place,
                              uint16_t source) {
  uint16_t *held = &build->places[place].source;
  return gm_build_join_sources(build, *held, source, held);
}
