/* Rows of a table of places. A ref is there once; a later table that has a
 * place of GeoNames again adds its names to it, and only them, so that a
 * hand-written table can enrich the big ones. */
#include <math.h>

#include "gazetteer/build.h"
#include "gazetteer/merge.h"

static const double most_degrees[] = {90, 180};

/* A coordinate in steps of 1/100,000 of a degree. */
static gm_status read_degrees(gm_build *build, const gm_table *table,
                              int column, int32_t *out) {
  double value = 0, most = most_degrees[column == GM_PLACES_LON];
  gm_str cell = table->cells[column];
  if (!gm_str_to_double(cell, &value) || value < -most || value > most)
    return gm_lines_fault(build->ws, &table->lines,
                          "has \"%.*s\" for degrees of %s", GM_PRINT(cell),
                          column == GM_PLACES_LON ? "longitude" : "latitude");
  *out = (int32_t)lround(value * 1e5);
  return GM_OK;
}

static gm_status read_population(gm_build *build, const gm_table *table,
                                 uint64_t *out) {
  gm_str cell = table->cells[GM_PLACES_POPULATION];
  if (!cell.size || gm_str_to_u64(cell, out)) return GM_OK;
  return gm_lines_fault(build->ws, &table->lines,
                        "has \"%.*s\" for a number of inhabitants",
                        GM_PRINT(cell));
}

gm_status gm_build_feature(gm_build *build, gm_str code, uint16_t *out) {
  gm_feature feature;
  for (size_t i = 0; i < build->features_count; i++) {
    if (!gm_str_equal(code, gm_str_of(build->features[i].code))) continue;
    *out = (uint16_t)i;
    return GM_OK;
  }
  *out = GM_NO_FEATURE;
  if (!gm_feature_find(code, &feature)) return GM_OK;
  gm_feature *features =
      gm_grow(build->ws, build->features, build->features_count,
              &build->features_capacity, sizeof *features);
  if (!features) return GM_NO_MEMORY;
  build->features = features;
  *out = (uint16_t)build->features_count;
  features[build->features_count++] = feature;
  return GM_OK;
}

static gm_status read_feature(gm_build *build, const gm_table *table,
                              uint16_t *out) {
  gm_str code = table->cells[GM_PLACES_FEATURE];
  gm_status status = gm_build_feature(build, code, out);
  if (status || *out != GM_NO_FEATURE) return status;
  return gm_lines_fault(build->ws, &table->lines,
                        "has the feature code \"%.*s\", which GeoNames has"
                        " not",
                        GM_PRINT(code));
}

static gm_status read_geonameid(gm_build *build, const gm_table *table,
                                uint32_t *out) {
  gm_str ref = table->cells[GM_PLACES_REF];
  uint64_t id = 0;
  if (!ref.size) return gm_lines_fault(build->ws, &table->lines, "has no ref");
  if (!gm_str_starts(ref, GM_STR("gn:"))) return GM_OK;
  gm_str digits = {ref.bytes + 3, ref.size - 3};
  if (!gm_str_to_u64(digits, &id) || !id || id > UINT32_MAX)
    return gm_lines_fault(build->ws, &table->lines,
                          "has the ref %.*s, which is no GeoNames id",
                          GM_PRINT(ref));
  *out = (uint32_t)id;
  return GM_OK;
}

static bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

static gm_status read_country(gm_build *build, const gm_table *table,
                              char out[2]) {
  gm_str code = table->cells[GM_PLACES_COUNTRY];
  if (!code.size) return GM_OK;
  if (code.size != 2 || !is_capital(code.bytes[0]) ||
      !is_capital(code.bytes[1]))
    return gm_lines_fault(build->ws, &table->lines,
                          "has \"%.*s\" for a country, not two capitals",
                          GM_PRINT(code));
  memcpy(out, code.bytes, 2);
  return GM_OK;
}

gm_status gm_build_areas(gm_build *build, const gm_str codes[3],
                         uint32_t areas[3]) {
  char code[64];
  int size = 0;
  areas[0] = areas[1] = areas[2] = GM_NO_AREA;
  if (!codes[0].size) return GM_OK;
  if (codes[0].size + codes[1].size + codes[2].size + 3 > sizeof code)
    return GM_OK;
  for (int i = 0; i < 3; i++) {
    size += snprintf(code + size, sizeof code - (size_t)size, "%s%.*s",
                     i ? "." : "", GM_PRINT(codes[i]));
    if (!codes[i].size) continue;
    gm_status status =
        gm_build_area(build, (gm_str){code, (size_t)size}, &areas[i]);
    if (status) return status;
  }
  return GM_OK;
}

static gm_status read_areas(gm_build *build, const gm_table *table,
                            uint32_t areas[3]) {
  const gm_str codes[] = {table->cells[GM_PLACES_COUNTRY],
                          table->cells[GM_PLACES_ADMIN1],
                          table->cells[GM_PLACES_ADMIN2]};
  gm_status status = gm_build_areas(build, codes, areas);
  if (status || !codes[0].size || areas[0] != GM_NO_AREA) return status;
  return gm_lines_fault(build->ws, &table->lines,
                        "has codes of divisions of %zu bytes",
                        codes[0].size + codes[1].size + codes[2].size + 2);
}

static gm_status read_place(gm_build *build, const gm_table *table,
                            gm_draft_place *place) {
  gm_format_place *record = &place->record;
  gm_str name = table->cells[GM_PLACES_NAME];
  gm_status status = GM_OK;
  if (!name.size)
    return gm_lines_fault(build->ws, &table->lines, "has no name");
  if (!status) status = read_geonameid(build, table, &record->geonameid);
  if (!status)
    status = read_degrees(build, table, GM_PLACES_LAT, &record->lat_e5);
  if (!status)
    status = read_degrees(build, table, GM_PLACES_LON, &record->lon_e5);
  if (!status) status = read_feature(build, table, &record->feature);
  if (!status) status = read_country(build, table, record->country);
  if (!status) status = read_population(build, table, &record->population);
  if (!status) status = read_areas(build, table, place->areas);
  if (!status)
    status = gm_source_of(build, table, table->cells[GM_PLACES_SOURCE],
                          &record->source);
  if (!status)
    status = gm_pool_add(build->ws, &build->strings, name, &record->name);
  return status;
}

/* A ref for the second time: its place gets more names, if it may. */
static gm_status check_again(gm_build *build, const gm_table *table,
                             uint32_t index) {
  gm_str ref = table->cells[GM_PLACES_REF];
  if (build->places[index].table == build->tables)
    return gm_lines_fault(build->ws, &table->lines, "has %.*s a second time",
                          GM_PRINT(ref));
  if (gm_str_starts(ref, GM_STR("gn:"))) return GM_OK;
  return gm_lines_fault(build->ws, &table->lines,
                        "has %.*s, which another table has too", GM_PRINT(ref));
}

gm_status gm_build_add_place(gm_build *build, gm_str ref,
                             const gm_draft_place *place, uint32_t *index,
                             bool *added) {
  size_t before = build->refs.count;
  gm_status status = gm_pool_add(build->ws, &build->refs, ref, index);
  *added = build->refs.count > before;
  if (status || !*added) return status;
  gm_draft_place *places = gm_grow(build->ws, build->places, *index,
                                   &build->places_capacity, sizeof *places);
  if (!places) return GM_NO_MEMORY;
  build->places = places;
  places[*index] = *place;
  places[*index].table = build->tables;
  return gm_pool_add(build->ws, &build->strings, ref,
                     &places[*index].record.ref);
}

/* A name of a place, by which publishers' files may find it too. */
static gm_status add_name(gm_build *build, uint32_t index, gm_str name,
                          gm_name_kind kind) {
  gm_status status = gm_build_add_name(build, name, index, kind, (gm_str){0});
  if (status || !build->merge) return status;
  return gm_merge_learn_name(build, index, name);
}

static gm_status add_names(gm_build *build, const gm_table *table,
                           uint32_t index) {
  gm_str others = table->cells[GM_PLACES_ALTERNATES];
  gm_status status =
      add_name(build, index, table->cells[GM_PLACES_NAME], GM_NAME_OFFICIAL);
  while (others.size && !status) {
    gm_str name = gm_str_trim(gm_str_cut(&others, '|'));
    if (name.size) status = add_name(build, index, name, GM_NAME_ALTERNATE);
  }
  return status;
}

gm_status gm_place_table_row(gm_build *build, gm_table *table) {
  gm_draft_place place = {0};
  uint32_t index = 0;
  bool added = false;
  gm_status status = read_place(build, table, &place);
  if (!status)
    status = gm_build_add_place(build, table->cells[GM_PLACES_REF], &place,
                                &index, &added);
  if (!status && !added) status = check_again(build, table, index);
  if (!status && added && build->merge)
    status = gm_merge_learn_id(build, index);
  return status ? status : add_names(build, table, index);
}
