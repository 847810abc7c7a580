/* Maps written into a folder of the test's own, and read back. */
#ifndef GM_TESTS_WRITE_MAP_H
#define GM_TESTS_WRITE_MAP_H

#include <cjson/cJSON.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "unit/write/run.h"
#include "unit/write/stub.h"

static char folder[] = "/tmp/geomention-test-XXXXXX";
static char path_buffer[256];

static inline int open_folder(void **state) {
  (void)state;
  return mkdtemp(folder) ? 0 : -1;
}

static inline int remove_entry(const char *path, const struct stat *about,
                               int kind, struct FTW *walk) {
  (void)about, (void)kind, (void)walk;
  return remove(path);
}

static inline int close_folder(void **state) {
  (void)state;
  return nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

/* A path in the folder, until the next call. */
static inline const char *path_of(const char *name) {
  snprintf(path_buffer, sizeof path_buffer, "%s/%s", folder, name);
  return path_buffer;
}

/* The whole file, terminated; NULL where there is none. @owner the caller. */
static inline char *read_text(const char *name) {
  FILE *file = fopen(path_of(name), "rb");
  if (!file) return NULL;
  char *text = calloc(1, 1 << 20);
  assert_non_null(text);
  size_t size = fread(text, 1, (1 << 20) - 1, file);
  text[size] = '\0';
  fclose(file);
  return text;
}

static inline void write_text(const char *name, const char *text) {
  FILE *file = fopen(path_of(name), "wb");
  assert_non_null(file);
  assert_true(fputs(text, file) >= 0);
  assert_int_equal(fclose(file), 0);
}

static inline gm_writer *open_writer(gm_workspace *ws, const char *format) {
  gm_write_options options = {.format = format, .gazetteer = &stub_gazetteer};
  gm_writer *writer = NULL;
  assert_int_equal(gm_writer_open(ws, path_of("map.json"), &options, &writer),
                   GM_OK);
  return writer;
}

/* Writes the article `times` times, each with an ordinal of its own. */
static inline void write_articles(gm_workspace *ws, gm_writer *writer,
                                  stub_article *article, int times) {
  gm_rendering *rendering = gm_rendering_open();
  for (int i = 0; i < times; i++) {
    article->document.ordinal = (uint64_t)i + 1;
    assert_int_equal(
        gm_render(ws, writer, &article->document, stub_mentions(article),
                  stub_resolutions(article), rendering),
        GM_OK);
    assert_int_equal(gm_write(ws, writer, rendering), GM_OK);
  }
  gm_rendering_close(rendering);
}

/* The text of a map with the article `times` times. @owner the caller. */
static inline char *map_text(gm_workspace *ws, const char *format,
                             stub_article *article, int times) {
  gm_writer *writer = open_writer(ws, format);
  write_articles(ws, writer, article, times);
  assert_int_equal(gm_writer_close(ws, writer), GM_OK);
  char *text = read_text("map.json");
  assert_non_null(text);
  return text;
}

static inline cJSON *map_of(gm_workspace *ws, const char *format,
                            stub_article *article, int times) {
  char *text = map_text(ws, format, article, times);
  cJSON *map = cJSON_Parse(text);
  free(text);
  assert_non_null(map);
  return map;
}

#endif
