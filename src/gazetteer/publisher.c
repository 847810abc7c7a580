/* See publisher.h. */
#include "gazetteer/publisher.h"

#include <sys/stat.h>

#include "gazetteer/geonames.h"
#include "gazetteer/naturalearth.h"

static bool has_origin(const gm_folder_list *list, gm_origin origin) {
  for (size_t i = 0; i < list->count; i++)
    if (list->files[i].origin == origin) return true;
  return false;
}

static bool has_any(const gm_folder_list *list) {
  for (size_t i = 0; i < list->count; i++)
    if (list->files[i].origin) return true;
  return false;
}

gm_status gm_publisher_begin(gm_build *build, const gm_folder_list *list) {
  return has_any(list) ? gm_merge_open(build) : GM_OK;
}

/* -------------------------------------------------------------- sources --- */

/* A publisher as a source, unless some sources.tsv has its code. */
static gm_status add_source(gm_build *build,
                            const gm_str cells[GM_SOURCES_COLUMN_COUNT],
                            uint16_t *out) {
  uint32_t number;
  if (!gm_pool_find(&build->sources, cells[GM_SOURCES_CODE], &number)) {
    gm_status status = gm_build_add_source(build, cells, &number);
    if (status) return status;
  }
  *out = (uint16_t)number;
  return GM_OK;
}

static gm_status add_geonames(gm_build *build, uint16_t *out) {
  const gm_str cells[GM_SOURCES_COLUMN_COUNT] = {
      [GM_SOURCES_CODE] = GM_STR("geonames.org"),
      [GM_SOURCES_PACKAGE] = GM_STR("GeoNames"),
      [GM_SOURCES_LICENCE] = GM_STR("CC BY 4.0"),
      [GM_SOURCES_ATTRIBUTION] =
          GM_STR("Contains data from GeoNames (https://www.geonames.org), CC BY"
                 " 4.0, selected, merged and reformatted."),
      [GM_SOURCES_WHAT] = GM_STR("places and names"),
  };
  return add_source(build, cells, out);
}

static gm_status add_natural_earth(gm_build *build, uint16_t *out) {
  const gm_str cells[GM_SOURCES_COLUMN_COUNT] = {
      [GM_SOURCES_CODE] = GM_STR("naturalearthdata.com"),
      [GM_SOURCES_PACKAGE] = GM_STR("Natural Earth"),
      [GM_SOURCES_LICENCE] = GM_STR("public domain"),
      [GM_SOURCES_ATTRIBUTION] =
          GM_STR("Made with Natural Earth (https://www.naturalearthdata.com)."),
      [GM_SOURCES_WHAT] = GM_STR("waters, lands, countries"),
  };
  return add_source(build, cells, out);
}

/* --------------------------------------------------------------- places --- */

typedef gm_status (*geonames_step)(gm_build *, const gm_geonames_file *);

static bool is_country_code(gm_str stem) {
  return stem.size == 2 && stem.bytes[0] >= 'A' && stem.bytes[0] <= 'Z' &&
         stem.bytes[1] >= 'A' && stem.bytes[1] <= 'Z';
}

/* Whether a table of names by language has all that the column of alternate
 * names in a table of places has: a whole table has everybody's, that of a
 * country the country's. */
static bool is_covered(const gm_folder_list *list, const gm_folder_file *file) {
  gm_str places = gm_origin_stem(file->path, file->member);
  for (size_t i = 0; i < list->count; i++) {
    const gm_folder_file *other = &list->files[i];
    if (other->origin != GM_ORIGIN_ALTERNATES) continue;
    gm_str names = gm_origin_stem(other->path, other->member);
    if (gm_str_starts(names, GM_STR("alternateNames")) ||
        (is_country_code(names) && gm_str_equal(names, places)))
      return true;
  }
  return false;
}

static uint64_t size_of(const char *path) {
  struct stat about;
  return stat(path, &about) ? 0 : (uint64_t)about.st_size;
}

/* Does a step with all of GeoNames' files of one origin. */
static gm_status do_geonames(gm_build *build, const gm_folder_list *list,
                             gm_origin origin, geonames_step step) {
  gm_status status = GM_OK;
  uint16_t source;
  if (!has_origin(list, origin)) return GM_OK;
  status = add_geonames(build, &source);
  for (size_t i = 0; i < list->count && !status; i++) {
    const gm_folder_file *file = &list->files[i];
    if (file->origin != origin) continue;
    gm_geonames_file geonames = {file->path, file->member, size_of(file->path),
                                 source, !is_covered(list, file)};
    status = step(build, &geonames);
  }
  return status;
}

static gm_status read_natural_earth(gm_build *build,
                                    const gm_folder_list *list) {
  gm_status status = GM_OK;
  gm_earth_file earth = {0};
  if (!has_origin(list, GM_ORIGIN_GEOJSON) &&
      !has_origin(list, GM_ORIGIN_SHAPEFILE))
    return GM_OK;
  status = do_geonames(build, list, GM_ORIGIN_ALTERNATES,
                       gm_geonames_learn_wikidata);
  if (!status) status = add_natural_earth(build, &earth.source);
  for (size_t i = 0; i < list->count && !status; i++) {
    const gm_folder_file *file = &list->files[i];
    earth.path = file->path;
    earth.member = file->member;
    earth.number = (uint32_t)i + 1;
    if (file->origin == GM_ORIGIN_GEOJSON)
      status = gm_naturalearth_read_geojson(build, &earth);
    else if (file->origin == GM_ORIGIN_SHAPEFILE)
      status = gm_naturalearth_read_shapefile(build, &earth);
  }
  return status;
}

gm_status gm_publisher_read_places(gm_build *build,
                                   const gm_folder_list *list) {
  if (!build->merge) return GM_OK;
  gm_status status = read_natural_earth(build, list);
  if (!status) status = gm_merge_begin_claims(build);
  if (!status)
    status = do_geonames(build, list, GM_ORIGIN_PLACES, gm_geonames_claim);
  if (!status) status = gm_merge_end_claims(build);
  if (!status)
    status = do_geonames(build, list, GM_ORIGIN_PLACES, gm_geonames_add_places);
  return status;
}

gm_status gm_publisher_read_names(gm_build *build, const gm_folder_list *list) {
  static const struct {
    gm_origin origin;
    geonames_step step;
  } steps[] = {{GM_ORIGIN_COUNTRIES, gm_geonames_add_countries},
               {GM_ORIGIN_DIVISIONS, gm_geonames_add_divisions},
               {GM_ORIGIN_ALTERNATES, gm_geonames_add_alternates}};
  gm_status status = GM_OK;
  if (!build->merge) return GM_OK;
  for (size_t i = 0; i < sizeof steps / sizeof *steps && !status; i++)
    status = do_geonames(build, list, steps[i].origin, steps[i].step);
  return status;
}

gm_status gm_publisher_report(gm_build *build) {
  gm_compiled compiled = {.remarks = GM_STR("")};
  if (build->merge) {
    compiled.merged = build->merge->merged;
    compiled.left_out = gm_remarks_count(&build->merge->remarks);
    compiled.remarks = gm_remarks_say(build->ws, &build->merge->remarks);
    if (!compiled.remarks.bytes) return GM_NO_MEMORY;
  }
  if (build->options.compiled) *build->options.compiled = compiled;
  return GM_OK;
}
