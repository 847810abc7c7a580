/* Maps being written: see geomention.h and writer.h. A writer outlives the
 * workspace's resets, so it lies in an arena of its own. */
#include "write/writer.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/str.h"
#include "write/format.h"
#include "write/qml.h"

enum { OWN_BYTES = 4 << 20 }; /* the ceiling of a writer's own arena */

/* ---------------------------------------------------------------- opening --
 */

/* A text in the writer's arena. */
static const char *keep(gm_workspace *ws, gm_writer *writer, const char *text,
                        const char *more) {
  char *copy = gm_arena_take(&writer->arena, strlen(text) + strlen(more) + 1);
  if (copy)
    stpcpy(stpcpy(copy, text), more);
  else
    gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the path of a map");
  return copy;
}

static gm_status make_folder(gm_workspace *ws, gm_writer *writer,
                             const char *path) {
  if (mkdir(path, 0777) == 0) {
    writer->folder = keep(ws, writer, path, "");
    return writer->folder ? GM_OK : ws->status;
  }
  if (errno == EEXIST) return GM_OK;
  return gm_fail(ws, GM_CANNOT_WRITE, 0, "the folder %s cannot be made: %s",
                 path, strerror(errno));
}

/* The path of a format's map: as it was given, or map.EXT in the folder. */
static const char *book_path(gm_workspace *ws, gm_writer *writer,
                             const char *path, const gm_layout *layout,
                             bool in_folder) {
  if (!in_folder) return keep(ws, writer, path, "");
  bool slash = gm_str_ends(gm_str_of(path), GM_STR("/"));
  const char *stem = keep(ws, writer, path, slash ? "map" : "/map");
  return stem ? keep(ws, writer, stem, layout->endings[0]) : NULL;
}

static gm_status open_book(gm_workspace *ws, gm_writer *writer,
                           const char *path, const gm_layout *layout,
                           bool in_folder) {
  gm_book *book = gm_arena_take(&writer->arena, sizeof *book);
  if (!book) return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a map");
  *book = (gm_book){
      .arena = &writer->arena,
      .shelf = &writer->shelf,
      .layout = layout,
      .gazetteer = writer->gazetteer,
      .crs = writer->moved && layout->projected ? &writer->crs : &gm_crs_wgs84,
      .geometry = writer->geometry,
      .path = book_path(ws, writer, path, layout, in_folder)};
  writer->shelf.books[writer->shelf.count++] = book;
  if (!book->path) return ws->status;
  return layout->open ? layout->open(ws, book) : GM_OK;
}

static gm_status open_sheet(gm_workspace *ws, gm_book *book,
                            const gm_layer *layer, const char *name,
                            gm_layer_geometry geometry) {
  gm_sheet *sheet = &book->sheets[book->sheet_count];
  if (book->sheet_count == GM_SHEETS_MAX)
    return gm_fail(ws, GM_TOO_LARGE, 0, "a map has at most %d layers",
                   GM_SHEETS_MAX);
  *sheet = (gm_sheet){
      .book = book, .layer = layer, .name = name, .geometry = geometry};
  book->sheet_count++;
  return book->layout->begin(ws, sheet);
}

/* A layer of shapes is one sheet where the format can mix them, else three. */
static gm_status open_layer(gm_workspace *ws, gm_book *book,
                            const gm_layer *layer) {
  gm_layer_geometry geometry = layer->geometry;
  bool shapes = geometry == GM_LAYER_ANY;
  if (book->layout->tell && layer != &gm_layer_mentions) return GM_OK;
  if (shapes && book->geometry == GM_GEOMETRY_POINT) geometry = GM_LAYER_POINT;
  bool parted = geometry == GM_LAYER_ANY && !book->layout->mixed;
  if (parted) geometry = GM_LAYER_POINT;
  gm_status status = open_sheet(ws, book, layer, layer->name, geometry);
  if (parted && status == GM_OK)
    status = open_sheet(ws, book, layer, "mentions_lines", GM_LAYER_LINE);
  if (parted && status == GM_OK)
    status = open_sheet(ws, book, layer, "mentions_areas", GM_LAYER_POLYGON);
  return status;
}

gm_status gm_writer_layer(gm_workspace *ws, gm_writer *writer,
                          const gm_layer *layer) {
  gm_status status = GM_OK;
  for (int i = 0; i < writer->shelf.count && status == GM_OK; i++)
    status = open_layer(ws, writer->shelf.books[i], layer);
  return status;
}

/* The mentions come first: they have the map's own name. */
static gm_status open_all(gm_workspace *ws, gm_writer *writer, const char *path,
                          const gm_formats *formats) {
  gm_status status = GM_OK;
  if (formats->folder) status = make_folder(ws, writer, path);
  for (int i = 0; i < formats->count && status == GM_OK; i++)
    status = open_book(ws, writer, path, formats->layouts[i], formats->folder);
  if (status == GM_OK) status = gm_writer_layer(ws, writer, &gm_layer_mentions);
  for (int i = 0; i < GM_LAYERS && status == GM_OK; i++)
    if (writer->layers >> i & 1 && gm_layers[i] != &gm_layer_mentions)
      status = gm_writer_layer(ws, writer, gm_layers[i]);
  return status;
}

/* Finds the coordinate system, unless it is WGS 84 anyway. One of the formats
 * must be able to have it. */
static gm_status find_crs(gm_workspace *ws, gm_writer *writer, const char *said,
                          const gm_formats *formats) {
  bool any = false;
  if (!said) return GM_OK;
  for (int i = 0; i < formats->count; i++)
    any |= formats->layouts[i]->projected;
  gm_status status = gm_crs_find(ws, said, &writer->arena, &writer->crs);
  if (status != GM_OK) return status;
  bool wgs84 = writer->crs.authority && writer->crs.code == gm_crs_wgs84.code &&
               !strcmp(writer->crs.authority, gm_crs_wgs84.authority);
  writer->moved = !wgs84;
  if (any || wgs84) return GM_OK;
  return gm_fail(ws, GM_MISUSE, 0,
                 "%s is always in WGS 84, not in %s; gpkg, shp and csv can be",
                 formats->layouts[0]->name, said);
}

gm_status gm_writer_open(gm_workspace *ws, const char *path,
                         const gm_write_options *options, gm_writer **out) {
  gm_formats formats;
  gm_status status = gm_formats_choose(ws, path, options->format, &formats);
  if (status != GM_OK) return status;
  gm_arena arena;
  gm_arena_open(&arena, OWN_BYTES);
  gm_writer *writer = gm_arena_take(&arena, sizeof *writer);
  if (!writer) return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a writer");
  *writer = (gm_writer){.arena = arena,
                        .gazetteer = options->gazetteer,
                        .geometry = options->geometry,
                        .layers = strcmp(path, "-") ? options->layers : 0};
  status = find_crs(ws, writer, options->crs, &formats);
  if (status == GM_OK) status = open_all(ws, writer, path, &formats);
  if (status != GM_OK) {
    gm_writer_abandon(writer);
    return status;
  }
  *out = writer;
  return GM_OK;
}

uint64_t gm_writer_largest(const gm_writer *writer, const char *format) {
  uint64_t most = 0;
  for (int k = 0; k < writer->shelf.count; k++) {
    const gm_book *book = writer->shelf.books[k];
    if (strcmp(book->layout->name, format) != 0) continue;
    for (int i = 0; i < book->sheet_count; i++)
      if (book->sheets[i].rows > most) most = book->sheets[i].rows;
  }
  return most;
}

uint64_t gm_writer_outside(const gm_writer *writer) {
  return writer->outside;
}

const char *gm_writer_unmoved(const gm_writer *writer) {
  for (int i = 0; i < writer->shelf.count && writer->moved; i++)
    if (writer->shelf.books[i]->crs != &writer->crs)
      return writer->shelf.books[i]->layout->name;
  return NULL;
}

const char *gm_writer_path(const gm_writer *writer, unsigned i) {
  for (int k = 0; k < writer->shelf.count; k++) {
    const gm_book *book = writer->shelf.books[k];
    if (i < (unsigned)book->file_count) return book->files[i].path;
    i -= (unsigned)book->file_count;
  }
  return NULL;
}

/* ---------------------------------------------------------------- the end --
 */

/* Lets foreign libraries go, and then the files. */
static void drop_book(gm_book *book) {
  for (int i = 0; i < book->sheet_count; i++)
    if (book->layout->drop) book->layout->drop(&book->sheets[i]);
  if (book->layout->drop_book) book->layout->drop_book(book);
  for (int i = 0; i < book->file_count; i++) gm_file_abandon(&book->files[i]);
}

void gm_writer_abandon(gm_writer *writer) {
  if (!writer) return;
  for (int i = 0; i < writer->shelf.count; i++)
    drop_book(writer->shelf.books[i]);
  if (writer->folder) rmdir(writer->folder); /* unless something is in it */
  gm_rendering_close(writer->own);
  gm_arena arena = writer->arena;
  gm_arena_close(&arena);
}

/* Writes the style under a temporary name, so that a folder that is full is
 * noticed before the map gets its name. */
static gm_status add_style(gm_workspace *ws, gm_sheet *sheet) {
  const char *path = gm_sheet_path(ws, sheet, ".qml");
  if (!path) return ws->status;
  if (!gm_qml_wanted(ws, path)) return GM_OK;
  gm_buffer style = {0};
  gm_qml_render(gm_style_of(sheet), &style);
  gm_status status = GM_OK;
  if (style.failed)
    status = gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the map's style");
  else if (style.size)
    status = gm_sheet_write_beside(ws, sheet, ".qml", gm_buffer_str(&style));
  gm_buffer_close(&style);
  return status;
}

/* Whether styles go beside the map. A map that is called .qml itself gets
 * none. */
static bool is_styled(const gm_book *book) {
  return book->layout->styled && strcmp(book->path, "-") != 0 &&
         !gm_str_ends(gm_str_of(book->path), GM_STR(".qml"));
}

/* Writes all that is left to write. */
static gm_status end_book(gm_workspace *ws, gm_book *book) {
  gm_status status = GM_OK;
  for (int i = 0; i < book->sheet_count && status == GM_OK; i++)
    status = book->layout->end(ws, &book->sheets[i]);
  if (status == GM_OK && book->layout->close)
    status = book->layout->close(ws, book);
  for (int i = 0; i < book->sheet_count && status == GM_OK; i++)
    if (is_styled(book)) status = add_style(ws, &book->sheets[i]);
  return status;
}

/* Does one more step with all files of the map. */
static gm_status each_file(gm_workspace *ws, gm_writer *writer,
                           gm_status (*step)(gm_workspace *, gm_file *)) {
  gm_status status = GM_OK;
  for (int i = 0; i < writer->shelf.count; i++) {
    gm_book *book = writer->shelf.books[i];
    for (int k = 0; k < book->file_count && status == GM_OK; k++)
      status = step(ws, &book->files[k]);
  }
  return status;
}

/* All files are complete before the first gets its name. */
gm_status gm_writer_close(gm_workspace *ws, gm_writer *writer) {
  gm_status status = GM_OK;
  for (int i = 0; i < writer->shelf.count && status == GM_OK; i++)
    status = end_book(ws, writer->shelf.books[i]);
  if (status == GM_OK) status = each_file(ws, writer, gm_file_settle);
  if (status == GM_OK) status = each_file(ws, writer, gm_file_finish);
  gm_writer_abandon(writer);
  return status;
}
