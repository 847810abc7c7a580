/* A project of QGIS, map.qgz, with its data beside it, map.gpkg.
 *
 *     map.qgz   a zip with map.qgs: layers, styles, first view, time
 *     map.gpkg  all layers, and the countries below them
 *
 * The project names its data by a relative path, so the two may be moved
 * together. libzip packs it, as it unpacks publishers' files elsewhere; the
 * time in the zip is fixed, so that the same articles give the same bytes. */
#include <string.h>
#include <zip.h>

#include "base/str.h"
#include "write/basemap.h"
#include "write/gpkg.h"
#include "write/qgs.h"

static const char *const endings[] = {".qgz", NULL};

static const char *last_part(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

/* The map's path with another ending, from `path` on, in the writer's arena. */
static char *with_ending(gm_workspace *ws, const gm_book *book,
                         const char *path, const char *ending) {
  const char *dot = strrchr(last_part(path), '.');
  size_t stem = dot ? (size_t)(dot - path) : strlen(path);
  char *out = gm_arena_take(book->arena, stem + strlen(ending) + 1);
  if (out)
    strcpy((char *)memcpy(out, path, stem) + stem, ending);
  else
    gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the path of a project");
  return out;
}

static gm_status open(gm_workspace *ws, gm_book *book) {
  const char *data = with_ending(ws, book, book->path, ".gpkg");
  gm_status status = data ? gm_gpkg_open(ws, book, data) : ws->status;
  if (status != GM_OK) return status;
  gm_sheet *sheet = &book->sheets[book->sheet_count++];
  *sheet = (gm_sheet){.book = book,
                      .layer = &gm_layer_basemap,
                      .name = gm_layer_basemap.name,
                      .geometry = gm_layer_basemap.geometry};
  return gm_gpkg_begin(ws, sheet);
}

static gm_status end(gm_workspace *ws, gm_sheet *sheet) {
  gm_status status = GM_OK;
  if (sheet->layer == &gm_layer_basemap) status = gm_basemap_fill(ws, sheet);
  return status == GM_OK ? gm_gpkg_end(ws, sheet) : status;
}

/* ------------------------------------------------------------- the project */

/* How far the points reach. */
static gm_extent extent_of(const gm_book *book) {
  gm_extent extent = {0};
  for (int i = 0; i < book->sheet_count; i++) {
    const gm_sheet *sheet = &book->sheets[i];
    const gm_gpkg_table *table = sheet->own;
    if (sheet->geometry == GM_LAYER_POINT)
      gm_extent_widen(&extent, table->extent);
  }
  return extent;
}

static gm_status cannot_pack(gm_workspace *ws, const gm_file *file,
                             const char *why) {
  return gm_fail(ws, GM_CANNOT_WRITE, 0, "%s cannot be written: libzip says %s",
                 file->path, why);
}

/* Puts the one file into the zip that libzip has opened. */
static bool add_member(zip_t *zip, const char *name, const gm_buffer *text) {
  enum { DAY = 1 << 5 | 1, MIDNIGHT = 0 }; /* 1 January 1980, as DOS has it */
  zip_source_t *source = zip_source_buffer(zip, text->bytes, text->size, 0);
  if (!source) return false;
  zip_int64_t at = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);
  if (at < 0) {
    zip_source_free(source);
    return false;
  }
  return zip_file_set_dostime(zip, (zip_uint64_t)at, MIDNIGHT, DAY, 0) == 0;
}

static gm_status pack(gm_workspace *ws, const gm_file *file, const char *name,
                      const gm_buffer *text) {
  int code = 0;
  zip_t *zip = zip_open(file->temporary, ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (!zip) return cannot_pack(ws, file, "that it cannot be opened");
  if (add_member(zip, name, text) && zip_close(zip) == 0) return GM_OK;
  gm_status status = cannot_pack(ws, file, zip_strerror(zip));
  zip_discard(zip);
  return status;
}

static gm_status write_project(gm_workspace *ws, gm_book *book,
                               const gm_qgs *project) {
  gm_buffer text = {0};
  const char *name = with_ending(ws, book, last_part(book->path), ".qgs");
  gm_file *file = name ? gm_book_lend(ws, book, book->path) : NULL;
  if (!file) return ws->status;
  gm_qgs_print(project, &text);
  gm_status status =
      text.failed ? gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a project")
                  : pack(ws, file, name, &text);
  gm_buffer_close(&text);
  return status;
}

static gm_status close(gm_workspace *ws, gm_book *book) {
  gm_qgs project = {
      .book = book,
      .title = with_ending(ws, book, last_part(book->path), ""),
      .data = with_ending(ws, book, last_part(book->path), ".gpkg"),
      .extent = extent_of(book),
  };
  if (!project.title || !project.data) return ws->status;
  gm_status status = gm_gpkg_close(ws, book);
  return status == GM_OK ? write_project(ws, book, &project) : status;
}

const gm_layout gm_layout_qgz = {
    .name = "qgz",
    .endings = endings,
    .between = "",
    .together = true,
    .open = open,
    .begin = gm_gpkg_begin,
    .print = gm_gpkg_print,
    .add = gm_gpkg_add,
    .end = end,
    .close = close,
    .drop = gm_gpkg_drop,
    .drop_book = gm_gpkg_drop_book,
};
