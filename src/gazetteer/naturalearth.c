/* See naturalearth.h: from a feature to a place. */
#include "gazetteer/naturalearth.h"

#include <inttypes.h>
#include <math.h>
#include <strings.h>

static void remark(gm_build *build, const gm_earth_feature *feature,
                   gm_remark sort) {
  gm_remarks_add(&build->merge->remarks, sort, feature->path, feature->line);
}

/* The first of some attributes that says something. */
static gm_str first_of(const gm_earth_feature *feature,
                       const char *const *names) {
  for (; *names; names++) {
    gm_str value = gm_earth_feature_get(feature, *names);
    if (value.size) return value;
  }
  return (gm_str){0};
}

/* ---------------------------------------------------------------- names --- */

/* Bytes of a letter in capitals: ASCII, or Latin-1 in UTF-8. */
static bool is_capital(gm_str name, size_t i) {
  unsigned char byte = (unsigned char)name.bytes[i];
  unsigned char before = i ? (unsigned char)name.bytes[i - 1] : 0;
  return (byte >= 'A' && byte <= 'Z') ||
         (before == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97);
}

static bool is_small(gm_str name, size_t i) {
  unsigned char byte = (unsigned char)name.bytes[i];
  return (byte >= 'a' && byte <= 'z');
}

static bool begins_word(gm_str name, size_t i) {
  if (i && (unsigned char)name.bytes[i - 1] == 0xC3) i--;
  return !i || name.bytes[i - 1] == ' ' || name.bytes[i - 1] == '-' ||
         name.bytes[i - 1] == '(' || name.bytes[i - 1] == '/' ||
         (i == 1 && name.bytes[0] == '\'');
}

/* Big features are written in capitals, for the look of the map: "ARCTIC
 * OCEAN". In texts, capitals alone mean something else, so they are undone. */
static gm_str with_small_letters(gm_workspace *ws, gm_str name) {
  size_t capitals = 0;
  for (size_t i = 0; i < name.size; i++) {
    if (is_small(name, i)) return name;
    capitals += is_capital(name, i);
  }
  if (capitals < 4) return name;
  gm_str copy = gm_str_copy(ws, name);
  char *bytes = (char *)copy.bytes;
  for (size_t i = 0; bytes && i < name.size; i++)
    if (is_capital(name, i) && !begins_word(name, i))
      bytes[i] = (char)(bytes[i] + 0x20);
  return copy;
}

/* "Mikhaylov I." is Mikhaylov Island. */
static gm_str spelt_out(gm_workspace *ws, gm_str name) {
  static const struct {
    const char *cut, *whole;
  } endings[] = {{" I.", "Island"},        {" Is.", "Islands"},
                 {" Mts.", "Mountains"},   {" Pen.", "Peninsula"},
                 {" Mt.", "Mountain"},     {" R.", "River"},
                 {" Arch.", "Archipelago"}};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    gm_str cut = gm_str_of(endings[i].cut);
    if (!gm_str_ends(name, cut)) continue;
    name.size -= cut.size;
    return gm_str_print(ws, "%.*s %s", GM_PRINT(name), endings[i].whole);
  }
  return name;
}

static gm_str tidy(gm_workspace *ws, gm_str name) {
  gm_str tidied = with_small_letters(ws, gm_str_trim(name));
  return tidied.bytes ? spelt_out(ws, tidied) : tidied;
}

/* An attribute that is a name: its language, and what kind it is. */
static bool is_name_attribute(gm_str attribute, gm_str *language,
                              gm_name_kind *kind) {
  static const struct {
    const char *name;
    gm_name_kind kind;
  } names[] = {
      {"name", GM_NAME_OFFICIAL},       {"name_long", GM_NAME_OFFICIAL},
      {"formal_en", GM_NAME_OFFICIAL},  {"name_alt", GM_NAME_ALTERNATE},
      {"namealt", GM_NAME_ALTERNATE},   {"brk_name", GM_NAME_ALTERNATE},
      {"nameascii", GM_NAME_ALTERNATE}, {"name_ciawf", GM_NAME_ALTERNATE},
      {"gn_name", GM_NAME_ALTERNATE},   {"name_local", GM_NAME_ALTERNATE},
  };
  *language = (gm_str){0};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    gm_str name = gm_str_of(names[i].name);
    if (attribute.size != name.size ||
        strncasecmp(attribute.bytes, name.bytes, name.size))
      continue;
    *kind = names[i].kind;
    return true;
  }
  if (attribute.size != 7 || strncasecmp(attribute.bytes, "name_", 5))
    return false;
  *language = (gm_str){attribute.bytes + 5, 2};
  *kind = strncasecmp(language->bytes, GM_HOME_LANGUAGE, 2) ? GM_NAME_ALTERNATE
                                                            : GM_NAME_OFFICIAL;
  return true;
}

/* Adds a cell that may hold several names: "Sea of Japan|East Sea". */
static gm_status add_cell(gm_build *build, gm_str cell, uint32_t place,
                          gm_name_kind kind, gm_str language) {
  gm_status status = GM_OK;
  while (cell.size && !status) {
    gm_str name = tidy(build->ws, gm_str_cut(&cell, '|'));
    if (!name.bytes) return GM_NO_MEMORY;
    if (!name.size) continue;
    status = gm_build_add_name(build, name, place, kind, language);
    if (!status) status = gm_merge_learn_name(build, place, name);
  }
  return status;
}

static gm_status add_names(gm_build *build, const gm_earth_feature *feature,
                           uint32_t place) {
  gm_status status = GM_OK;
  for (size_t i = 0; i < feature->count && !status; i++) {
    gm_str language, name = feature->attributes[i].name;
    gm_name_kind kind;
    if (!is_name_attribute(name, &language, &kind)) continue;
    char small[2] = {0};
    for (size_t j = 0; j < language.size; j++)
      small[j] = (char)(language.bytes[j] | 0x20);
    language.bytes = small;
    gm_str cell = gm_str_trim(feature->attributes[i].value);
    if (gm_str_equal(cell, GM_STR("-99")) || gm_str_equal(cell, GM_STR("null")))
      continue;
    status = add_cell(build, cell, place, kind, language);
  }
  return status;
}

/* The main name. Of a disputed land `name` is who claims it. */
static gm_str name_of(const gm_earth_feature *feature, gm_str featurecla,
                      gm_str code) {
  static const char *const disputed[] = {"brk_name", "name", "name_en", NULL};
  static const char *const usual[] = {"name", "name_en", "name_long", NULL};
  bool claimed = gm_str_equal(code, GM_STR("RGN")) && featurecla.size > 5 &&
                 !strncasecmp(featurecla.bytes, "admin", 5);
  return first_of(feature, claimed ? disputed : usual);
}

/* --------------------------------------------------------------- places --- */

/* A number that may be written "6255146.0"; 0: none. */
static uint64_t number_of(gm_str cell) {
  double value;
  if (!gm_str_to_double(cell, &value) || !(value >= 1) || value > 1e15)
    return 0;
  return (uint64_t)value;
}

static void read_country(const gm_earth_feature *feature, char out[2]) {
  static const char *const names[] = {"iso_a2", "iso_a2_eh", "wb_a2", NULL};
  out[0] = out[1] = 0;
  for (const char *const *name = names; *name; name++) {
    gm_str code = gm_earth_feature_get(feature, *name);
    if (code.size != 2 || !is_capital(code, 0) || !is_capital(code, 1))
      continue;
    memcpy(out, code.bytes, 2);
    return;
  }
}

/* 0, the best known, to 12. A town of a million has 167. */
static uint8_t fame_of(const gm_earth_feature *feature) {
  double rank;
  gm_str cell = gm_earth_feature_get(feature, "scalerank");
  if (!gm_str_to_double(cell, &rank) || !(rank >= 0) || rank > 12) return 0;
  return (uint8_t)(190 - lround(rank * 12));
}

/* The feature's GeoNames id: its own, or the one its Wikidata id stands for. */
static uint32_t geonameid_of(const gm_build *build,
                             const gm_earth_feature *feature) {
  static const char *const names[] = {"gn_id", "geonameid", "geonamesid", NULL};
  uint64_t id = number_of(first_of(feature, names));
  gm_str q = gm_earth_feature_get(feature, "wikidataid");
  uint32_t of_wikidata;
  if (id && id <= UINT32_MAX) return (uint32_t)id;
  if (!gm_str_starts(q, GM_STR("Q"))) return 0;
  id = number_of((gm_str){q.bytes + 1, q.size - 1});
  if (!id || id > UINT32_MAX ||
      !gm_number_map_find(&build->merge->wikidata, (uint32_t)id, &of_wikidata))
    return 0;
  return of_wikidata;
}

/* The place that a feature is, if it is there. */
static gm_status find_place(gm_build *build, const gm_arrival *arrival,
                            uint32_t *index, bool *found) {
  gm_likeness likeness = {.at = gm_merge_point(&arrival->record)};
  uint32_t id = arrival->geonameid;
  *found = id && gm_number_map_find(&build->merge->ids, id, index);
  if (*found) return GM_OK;
  likeness.family = gm_family_of(&build->features[arrival->record.feature]);
  memcpy(likeness.country, gm_merge_country(build, &arrival->record), 2);
  gm_arena_mark before = gm_arena_here(&build->ws->arena);
  gm_str folded = gm_name_key(build->ws, arrival->name);
  if (!folded.bytes) return GM_NO_MEMORY;
  likeness.key = gm_family_key(likeness.family, folded);
  gm_arena_rewind(&build->ws->arena, before);
  *found = gm_merge_by_likeness(build, &likeness, index);
  if (*found && id && gm_merge_has_id(build, *index)) *found = false;
  return GM_OK;
}

/* Puts what a feature knows to a place that is there. */
static gm_status add_to(gm_build *build, uint32_t index,
                        const gm_arrival *arrival) {
  gm_format_place *held = &build->places[index];
  const gm_format_place *record = &arrival->record;
  gm_status status = GM_OK;
  build->merge->merged++;
  if (record->prominence > held->prominence)
    held->prominence = record->prominence;
  if (!gm_format_population(held))
    gm_merge_set_people(held, gm_format_population(record));
  if (arrival->geonameid && !gm_merge_has_id(build, index))
    status = gm_merge_give_id(build, index, arrival->geonameid);
  if (!status)
    status = gm_build_add_name(build, arrival->name, index, GM_NAME_OFFICIAL,
                               (gm_str){0});
  return status ? status : gm_merge_add_source(build, index, record->source);
}

/* Its ref: GeoNames' id, Natural Earth's own, or its number in the file. */
static gm_str ref_of(gm_build *build, const gm_earth_feature *feature,
                     const gm_arrival *arrival) {
  uint64_t id = number_of(gm_earth_feature_get(feature, "ne_id"));
  if (arrival->geonameid)
    return gm_str_print(build->ws, "gn:%u", arrival->geonameid);
  if (id) return gm_str_print(build->ws, "ne:%" PRIu64, id);
  return gm_str_print(build->ws, "ne:%.*s:%" PRIu64, GM_PRINT(feature->stem),
                      feature->number);
}

static gm_status add_new(gm_build *build, const gm_earth_feature *feature,
                         const gm_arrival *arrival, uint32_t *index) {
  bool is_new;
  gm_str ref = ref_of(build, feature, arrival);
  if (!ref.bytes) return GM_NO_MEMORY;
  gm_status status = gm_build_add_place(build, ref, arrival->name,
                                        &arrival->record, index, &is_new);
  if (status) return status;
  return is_new ? gm_merge_learn_id(build, *index)
                : add_to(build, *index, arrival);
}

/* The codes of its country and, of a division, GeoNames' own: "KZ.17". */
static gm_status read_area(gm_build *build, const gm_earth_feature *feature,
                           gm_str code, uint32_t *out) {
  char country[2];
  read_country(feature, country);
  gm_str codes[3] = {{country, country[0] ? 2 : 0}, {0}, {0}};
  gm_str division = gm_earth_feature_get(feature, "gn_a1_code");
  gm_str of = gm_str_cut(&division, '.');
  if (gm_str_equal(of, codes[0]) && division.size <= 8 &&
      !gm_str_equal(division, GM_STR("00")))
    codes[1] = division;
  return gm_build_area_of(build, code, codes, out);
}

/* Fills in what arrives; false in `good`: it was remarked on. */
static gm_status read_feature(gm_build *build, const gm_earth_file *file,
                              const gm_earth_feature *feature, gm_str code,
                              gm_arrival *arrival, bool *good) {
  static const char *const people[] = {"pop_max", "pop_est", NULL};
  gm_format_place *record = &arrival->record;
  gm_point at;
  *arrival = (gm_arrival){.record.source = file->source};
  gm_status status = gm_build_feature(build, code, &record->feature);
  if (!status)
    status = gm_outline_point(build->ws, &feature->outline, &at, good);
  if (status) return status;
  if (record->feature == GM_NO_FEATURE || !*good) {
    remark(build, feature, *good ? GM_REMARK_FEATURE : GM_REMARK_POINT);
    *good = false;
    return GM_OK;
  }
  record->lat_e5 = (int32_t)lround(at.lat_deg * 1e5);
  record->lon_e5 = (int32_t)lround(at.lon_deg * 1e5);
  record->prominence = fame_of(feature);
  gm_merge_set_people(record, number_of(first_of(feature, people)));
  arrival->geonameid = geonameid_of(build, feature);
  return read_area(build, feature, code, &record->area);
}

/* Draws a place as the feature does, to about 10 m: rounded to 100, one area in
 * a hundred would touch itself. */
static gm_status add_shape(gm_build *build, const gm_earth_file *file,
                           const gm_earth_feature *feature, uint32_t place) {
  enum { DECIMALS = 4 };
  gm_shape shape;
  gm_status status =
      gm_outline_shape(build->ws, &feature->outline, DECIMALS, &shape);
  if (status || !shape.count) return status;
  return gm_build_add_shape(build, place, &shape, DECIMALS, file->source,
                            file->number);
}

gm_status gm_naturalearth_add(gm_build *build, const gm_earth_file *file,
                              const gm_earth_feature *feature) {
  gm_arrival arrival;
  uint32_t index;
  bool good, found;
  gm_str featurecla = gm_earth_feature_get(feature, "featurecla");
  gm_str code = gm_naturalearth_code(featurecla);
  gm_str name = name_of(feature, featurecla, code);
  if (!name.size) return GM_OK;
  gm_status status = read_feature(build, file, feature, code, &arrival, &good);
  if (status || !good) return status;
  arrival.name = tidy(build->ws, name);
  if (!arrival.name.bytes) return GM_NO_MEMORY;
  status = find_place(build, &arrival, &index, &found);
  if (!status)
    status = found ? add_to(build, index, &arrival)
                   : add_new(build, feature, &arrival, &index);
  if (!status) status = add_shape(build, file, feature, index);
  return status ? status : add_names(build, feature, index);
}
