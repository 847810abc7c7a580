/* Rows of a table of places. A ref is there once; a later table that has a
 * place of GeoNames again adds its names to it, and only them, so that a
 * hand-written table can enrich the big ones. */
#include <math.h>

#include <string.h>

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
  if (!cell.size || (gm_str_to_u64(cell, out) && !(*out >> 40))) return GM_OK;
  return gm_lines_fault(build->ws, &table->lines,
                        "has \"%.*s\" for a number of inhabitants",
                        GM_PRINT(cell));
}

gm_status gm_build_feature(gm_build *build, gm_str code, uint16_t *out) {
  gm_feature feature;
  uint32_t number;
  if (gm_pool_find(&build->feature_codes, code, &number)) {
    *out = (uint16_t)number;
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
  return gm_pool_add(build->ws, &build->feature_codes, code, &number);
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

/* What a ref must be: one of GeoNames holds a number. */
static gm_status check_ref(gm_build *build, const gm_table *table) {
  gm_str ref = table->cells[GM_PLACES_REF];
  uint64_t id = 0;
  if (!ref.size) return gm_lines_fault(build->ws, &table->lines, "has no ref");
  if (!gm_str_starts(ref, GM_STR("gn:"))) return GM_OK;
  gm_str digits = {ref.bytes + 3, ref.size - 3};
  if (gm_str_to_u64(digits, &id) && id && id <= UINT32_MAX &&
      ref.size <= GM_FORMAT_REF_BYTES)
    return GM_OK;
  return gm_lines_fault(build->ws, &table->lines,
                        "has the ref %.*s, which is no GeoNames id",
                        GM_PRINT(ref));
}

static bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

static gm_status check_country(gm_build *build, const gm_table *table) {
  gm_str code = table->cells[GM_PLACES_COUNTRY];
  if (!code.size || (code.size == 2 && is_capital(code.bytes[0]) &&
                     is_capital(code.bytes[1])))
    return GM_OK;
  return gm_lines_fault(build->ws, &table->lines,
                        "has \"%.*s\" for a country, not two capitals",
                        GM_PRINT(code));
}

gm_status gm_build_area_of(gm_build *build, gm_str feature,
                           const gm_str codes[3], uint32_t *out) {
  gm_str own[3] = {codes[0], codes[1], codes[2]};
  bool country = gm_feature_rules_country(feature);
  if (country) own[1] = (gm_str){0};
  if (country || gm_str_equal(feature, GM_STR("ADM1"))) own[2] = (gm_str){0};
  return gm_build_area(build, own, out);
}

/* The number of what a place lies in. */
static gm_status read_area(gm_build *build, const gm_table *table,
                           gm_str feature, uint32_t *out) {
  const gm_str codes[3] = {table->cells[GM_PLACES_COUNTRY],
                           table->cells[GM_PLACES_ADMIN1],
                           table->cells[GM_PLACES_ADMIN2]};
  gm_status status = gm_build_area_of(build, feature, codes, out);
  if (status != GM_BAD_INPUT) return status;
  return gm_lines_fault(build->ws, &table->lines,
                        "has codes of divisions of more than %d bytes", 60);
}

static gm_status read_place(gm_build *build, const gm_table *table,
                            gm_format_place *place) {
  uint64_t people = 0;
  gm_status status = check_ref(build, table);
  if (!status && !table->cells[GM_PLACES_NAME].size)
    status = gm_lines_fault(build->ws, &table->lines, "has no name");
  if (!status)
    status = read_degrees(build, table, GM_PLACES_LAT, &place->lat_e5);
  if (!status)
    status = read_degrees(build, table, GM_PLACES_LON, &place->lon_e5);
  if (!status) status = read_feature(build, table, &place->feature);
  if (!status) status = check_country(build, table);
  if (!status) status = read_population(build, table, &people);
  if (!status)
    status =
        read_area(build, table, table->cells[GM_PLACES_FEATURE], &place->area);
  if (!status)
    status = gm_source_of(build, table, table->cells[GM_PLACES_SOURCE],
                          &place->source);
  place->population = (uint32_t)people;
  place->population_high = (uint8_t)(people >> 32);
  return status;
}

/* A ref for the second time: its place gets more names, if it may. */
static gm_status check_again(gm_build *build, const gm_table *table,
                             uint32_t index) {
  gm_str ref = table->cells[GM_PLACES_REF];
  if (index >= build->table_begin)
    return gm_lines_fault(build->ws, &table->lines, "has %.*s a second time",
                          GM_PRINT(ref));
  if (gm_str_starts(ref, GM_STR("gn:"))) return GM_OK;
  return gm_lines_fault(build->ws, &table->lines,
                        "has %.*s, which another table has too", GM_PRINT(ref));
}

/* A name of a place, by which publishers' files may find it too. */
static gm_status learn(gm_build *build, uint32_t index, gm_str name) {
  return build->merge ? gm_merge_learn_name(build, index, name) : GM_OK;
}

/* Where Arabic is written, news often leaves the article of a town away:
 * "Qamishli" for Al-Qamishli. @return the rest of the name, or an empty one */
static gm_str without_article(gm_str country, gm_str name) {
  static const char lands[] = "AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD "
                              "SY TN YE ";
  enum { ARTICLE = 3, LEAST = 5 }; /* "Al-"; bytes that must be left */
  char land[] = {country.size == 2 ? country.bytes[0] : '?',
                 country.size == 2 ? country.bytes[1] : '?', ' ', '\0'};
  if (name.size < ARTICLE + LEAST || !strstr(lands, land)) return (gm_str){0};
  bool article = (name.bytes[0] == 'A' || name.bytes[0] == 'E') &&
                 name.bytes[1] == 'l' &&
                 (name.bytes[2] == '-' || name.bytes[2] == ' ');
  if (!article) return (gm_str){0};
  return (gm_str){name.bytes + ARTICLE, name.size - ARTICLE};
}

/* "Middlesex" for Middlesex County, "Niagara" for the Regional Municipality of
 * Niagara. @return the rest of the name, or an empty one */
static gm_str without_county(gm_str feature, gm_str name) {
  static const char *const before[] = {
      "County ", "Regional Municipality of ", "District Municipality of "};
  const gm_str behind = GM_STR(" County");
  if (!gm_str_equal(feature, GM_STR("ADM2"))) return (gm_str){0};
  if (gm_str_ends(name, behind))
    return (gm_str){name.bytes, name.size - behind.size};
  for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
    gm_str word = gm_str_of(before[i]);
    if (gm_str_starts(name, word))
      return (gm_str){name.bytes + word.size, name.size - word.size};
  }
  return (gm_str){0};
}

static gm_status add_short_form(gm_build *build, uint32_t index, gm_str name) {
  if (!name.size) return GM_OK;
  return gm_build_add_name(build, name, index, GM_NAME_ALTERNATE, (gm_str){0});
}

static gm_status add_alternates(gm_build *build, const gm_table *table,
                                uint32_t index) {
  gm_str others = table->cells[GM_PLACES_ALTERNATES];
  gm_status status = GM_OK;
  while (others.size && !status) {
    gm_str name = gm_str_trim(gm_str_cut(&others, '|'));
    if (!name.size) continue;
    status =
        gm_build_add_name(build, name, index, GM_NAME_ALTERNATE, (gm_str){0});
    if (!status) status = learn(build, index, name);
  }
  return status;
}

gm_status gm_place_table_row(gm_build *build, gm_table *table) {
  gm_str name = table->cells[GM_PLACES_NAME];
  gm_format_place place = {0};
  uint32_t index = 0;
  bool is_new = false;
  gm_status status = read_place(build, table, &place);
  if (!status)
    status = gm_build_add_place(build, table->cells[GM_PLACES_REF], name,
                                &place, &index, &is_new);
  if (status) return status;
  if (!is_new) {
    status = check_again(build, table, index);
    if (!status)
      status =
          gm_build_add_name(build, name, index, GM_NAME_OFFICIAL, (gm_str){0});
  } else if (build->merge) {
    status = gm_merge_learn_id(build, index);
  }
  if (!status) status = learn(build, index, name);
  if (!status)
    status = add_short_form(
        build, index, without_article(table->cells[GM_PLACES_COUNTRY], name));
  if (!status)
    status = add_short_form(
        build, index, without_county(table->cells[GM_PLACES_FEATURE], name));
  return status ? status : add_alternates(build, table, index);
}
