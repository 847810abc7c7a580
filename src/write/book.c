/* The files of a book: their names, and how they appear together.
 *
 *     map.geojson          the mentions
 *     map_places.geojson   a further layer, in formats of one layer a file
 *     map.gpkg             all layers, in formats that hold many */
#include <string.h>

#include "base/str.h"
#include "write/layout.h"

/* Where the ending of the last part of a path begins: its last dot. */
static size_t stem_size(const char *path) {
  const char *slash = strrchr(path, '/');
  const char *dot = strrchr(slash ? slash : path, '.');
  return dot ? (size_t)(dot - path) : strlen(path);
}

const char *gm_sheet_path(gm_workspace *ws, const gm_sheet *sheet,
                          const char *ending) {
  const gm_book *book = sheet->book;
  bool first = sheet == &book->sheets[0] || book->layout->together;
  if (first && !ending) return book->path;
  size_t stem = stem_size(book->path);
  if (!ending) ending = book->path + stem;
  size_t size = stem + strlen(sheet->name) + strlen(ending) + 2;
  char *path = gm_arena_take(book->arena, size);
  if (!path) {
    gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the path of a layer");
    return NULL;
  }
  memcpy(path, book->path, stem);
  char *end = path + stem;
  if (!first) end = stpcpy(stpcpy(end, "_"), sheet->name);
  stpcpy(end, ending);
  return path;
}

static gm_file *add_file(gm_workspace *ws, gm_book *book, const char *path,
                         gm_status (*make)(gm_workspace *, const char *,
                                           gm_file *)) {
  gm_file *file = &book->files[book->file_count];
  if (book->file_count == GM_FILES_MAX) {
    gm_fail(ws, GM_TOO_LARGE, 0, "a map has at most %d files", GM_FILES_MAX);
    return NULL;
  }
  if (make(ws, path, file) != GM_OK) return NULL;
  book->file_count++;
  return file;
}

gm_file *gm_book_create(gm_workspace *ws, gm_book *book, const char *path) {
  return add_file(ws, book, path, gm_file_create);
}

gm_file *gm_book_lend(gm_workspace *ws, gm_book *book, const char *path) {
  return add_file(ws, book, path, gm_file_lend);
}

static bool has_file(const gm_book *book, const char *path) {
  for (int i = 0; i < book->file_count; i++) {
    const char *own = book->files[i].path;
    if (own && !strcmp(own, path)) return true;
  }
  return false;
}

gm_status gm_sheet_write_beside(gm_workspace *ws, gm_sheet *sheet,
                                const char *ending, gm_str text) {
  const char *path = gm_sheet_path(ws, sheet, ending);
  if (!path) return ws->status;
  const gm_shelf *shelf = sheet->book->shelf;
  for (int i = 0; i < shelf->count; i++)
    if (has_file(shelf->books[i], path)) return GM_OK;
  gm_file *file = gm_book_create(ws, sheet->book, path);
  return file ? gm_file_write(ws, file, text) : ws->status;
}
