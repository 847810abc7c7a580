/* Tables for tests: a folder of its own for each test, written from short
 * texts, compiled and opened. In the texts of tables a comma stands for a tab,
 * so that rows can be read. */
#ifndef TESTS_GAZETTEER_TABLES_H
#define TESTS_GAZETTEER_TABLES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants these before it. */
#include <cmocka.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/str.h"
#include "gazetteer/gazetteer.h"

#define PLACES                                                            \
  "ref,name,lat,lon,feature,country,admin1,admin2,population,alternates," \
  "source\n"
#define NAMES "ref,name,language,kind,source\n"
#define DATED "ref,name,language,kind,source,from,to\n"
#define SOURCES "code,package,version,date,licence,attribution,what\n"
#define GENERIC "word,kind,position\n"

typedef struct tables {
  char folder[64];
  char path[80]; /* of the compiled gazetteer */
  gm_workspace *ws;
  gm_gazetteer *gazetteer; /* NULL until tables_gazetteer */
} tables;

static inline void tables_open(tables *own) {
  *own = (tables){.folder = "/tmp/gm-tables-XXXXXX"};
  assert_non_null(mkdtemp(own->folder));
  snprintf(own->path, sizeof own->path, "%s.gaz", own->folder);
  own->ws = gm_workspace_open(0);
  assert_non_null(own->ws);
}

static inline int tables_remove(const char *path, const struct stat *about,
                                int type, struct FTW *walk) {
  (void)about, (void)type, (void)walk;
  return remove(path);
}

static inline void tables_close(tables *own) {
  gm_gazetteer_close(own->gazetteer);
  gm_workspace_close(own->ws);
  nftw(own->folder, tables_remove, 8, FTW_DEPTH | FTW_PHYS);
  unlink(own->path);
}

/* Writes bytes to a file of the folder, and the folders on its way. */
static inline const char *tables_bytes(tables *own, const char *name,
                                       const void *bytes, size_t size) {
  static char path[256];
  snprintf(path, sizeof path, "%s/%s", own->folder, name);
  for (char *at = path + strlen(own->folder) + 1; (at = strchr(at, '/'));
       at++) {
    *at = 0;
    mkdir(path, 0777);
    *at = '/';
  }
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, size, file), size);
  assert_int_equal(fclose(file), 0);
  return path;
}

/* Writes a text, with tabs for its commas. @return its path, until the next */
static inline const char *tables_put(tables *own, const char *name,
                                     const char *text) {
  char *copy = strdup(text);
  for (char *at = copy; (at = strchr(at, ','));) *at = '\t';
  const char *path = tables_bytes(own, name, copy, strlen(copy));
  free(copy);
  return path;
}

static inline gm_status tables_compile(tables *own) {
  const char *folders[] = {own->folder};
  return gm_gazetteer_compile(own->ws, folders, 1, own->path, NULL);
}

/* Compiles the tables, which must be good, and opens the gazetteer. */
static inline const gm_gazetteer *tables_gazetteer(tables *own) {
  gm_status status = tables_compile(own);
  if (!status) status = gm_gazetteer_open(own->ws, own->path, &own->gazetteer);
  assert_string_equal(status ? gm_workspace_message(own->ws) : "", "");
  return own->gazetteer;
}

/* Compiles the tables, which must be bad, and checks how the sentence ends. */
static inline void tables_fail(tables *own, const char *ending) {
  assert_int_equal(tables_compile(own), GM_BAD_INPUT);
  const char *message = gm_workspace_message(own->ws);
  gm_str said = gm_str_of(message);
  if (!gm_str_ends(said, gm_str_of(ending)))
    assert_string_equal(message, ending);
  assert_int_equal(access(own->path, F_OK), -1); /* nothing was written */
}

static inline void assert_str_equal(gm_str str, const char *expected) {
  char *copy = strndup(str.size ? str.bytes : "", str.size);
  assert_string_equal(copy, expected);
  free(copy);
}

/* The places of a name's meanings, in their order: "gn:1 gn:2". */
static inline const char *tables_refs(tables *own, const char *name) {
  static char refs[512];
  const gm_meaning *meanings;
  uint32_t count;
  refs[0] = 0;
  assert_int_equal(gm_gazetteer_look_up(own->ws, own->gazetteer,
                                        gm_str_of(name), &meanings, &count),
                   GM_OK);
  for (uint32_t i = 0; i < count; i++) {
    gm_place place = gm_gazetteer_place(own->gazetteer, meanings[i].place);
    size_t size = strlen(refs);
    snprintf(refs + size, sizeof refs - size, "%s%.*s", i ? " " : "",
             GM_PRINT(place.ref));
  }
  return refs;
}

/* The tables of the test that runs: TEST(name) opens and closes them. */
static tables t;

static inline int tables_setup(void **state) {
  (void)state;
  tables_open(&t);
  return 0;
}

static inline int tables_teardown(void **state) {
  (void)state;
  tables_close(&t);
  return 0;
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, tables_setup, tables_teardown)

#endif
