/* Publishers' files for tests: rows of GeoNames with few cells to write, and
 * the same bytes in every packing. */
#ifndef TESTS_GAZETTEER_PUBLISHER_FILES_H
#define TESTS_GAZETTEER_PUBLISHER_FILES_H

#include <zip.h>
#include <zlib.h>
#include <zstd.h>

#include "unit/gazetteer/tables.h"

/* A row of a table of places: id, name, alternates (with | between), lat, lon,
 * feature, country, admin1, population, date. */
static inline void row(char *out, size_t size, int id, const char *name,
                       const char *alternates, const char *lat, const char *lon,
                       const char *feature, const char *country,
                       const char *admin1, const char *population,
                       const char *date) {
  char list[256];
  snprintf(list, sizeof list, "%s", alternates);
  for (char *at = list; (at = strchr(at, '|'));) *at = ',';
  size_t used = strlen(out);
  snprintf(out + used, size - used,
           "%d\t%s\t%s\t%s\t%s\t%s\tP\t%s\t%s\t\t%s\t\t\t\t%s\t\t\t\t%s\n", id,
           name, name, list, lat, lon, feature, country, admin1, population,
           date);
}

static inline const char *put_text(const char *name, const char *text) {
  return tables_bytes(&t, name, text, strlen(text));
}

static inline const char *put_zstd(const char *name, const char *text) {
  char packed[65536];
  size_t size = ZSTD_compress(packed, sizeof packed, text, strlen(text), 3);
  assert_false(ZSTD_isError(size));
  return tables_bytes(&t, name, packed, size);
}

static inline const char *put_gzip(const char *name, const char *text) {
  const char *path = tables_bytes(&t, name, "", 0);
  gzFile file = gzopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(gzwrite(file, text, (unsigned)strlen(text)), strlen(text));
  assert_int_equal(gzclose(file), Z_OK);
  return path;
}

/* Adds a member to a .zip, which is made if it is not there. */
static inline const char *put_member(const char *name, const char *member,
                                     const void *bytes, size_t size) {
  static char path[256];
  int error = 0;
  snprintf(path, sizeof path, "%s/%s", t.folder, name);
  zip_t *zip = zip_open(path, ZIP_CREATE, &error);
  assert_non_null(zip);
  zip_source_t *source = zip_source_buffer(zip, bytes, size, 0);
  assert_true(zip_file_add(zip, member, source, 0) >= 0);
  assert_int_equal(zip_close(zip), 0);
  return path;
}

static inline const char *put_zip(const char *name, const char *member,
                                  const char *text) {
  return put_member(name, member, text, strlen(text));
}

/* Compiles the folder and tells what was merged and left out. */
static inline gm_compiled compile_told(void) {
  const char *folders[] = {t.folder};
  gm_compiled told = {0};
  gm_compile_options how = {.compiled = &told};
  gm_status status = gm_gazetteer_compile(t.ws, folders, 1, t.path, &how);
  if (!status) status = gm_gazetteer_open(t.ws, t.path, &t.gazetteer);
  assert_string_equal(status ? gm_workspace_message(t.ws) : "", "");
  return told;
}

static inline gm_place place_of(uint32_t geonameid) {
  uint32_t index = gm_gazetteer_by_geonameid(t.gazetteer, geonameid);
  return gm_gazetteer_place(t.gazetteer, index);
}

#endif
