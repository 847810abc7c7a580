/* Maps being written: see geomention.h. A writer and a rendering outlive the
 * workspace's resets, so each lies in an arena of its own. */
#include "write/writer.h"

#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "write/qml.h"

static const gm_layout *const layouts[] = {&gm_layout_geojson,
                                           &gm_layout_geojsonseq,
                                           &gm_layout_html};

enum {
  LAYOUTS = sizeof layouts / sizeof *layouts,
  OWN_BYTES = 1 << 20, /* the ceiling of a writer's own arena */
};

struct gm_writer {
  gm_arena arena; /* holds this struct */
  const gm_layout *layout;
  void *state; /* the layout's, or NULL */
  const gm_gazetteer *gazetteer;
  gm_geometry geometry;
  gm_file file;
  bool begun; /* what stands before the first feature was written */
  bool any;   /* a feature was written */
  bool dated; /* one with a date */
};

struct gm_rendering {
  gm_arena arena; /* holds this struct */
  gm_buffer buffer;
  bool dated; /* its document has a date */
};

/* ----------------------------------------------------- which format it is --
 */

static const gm_layout *layout_by_name(const char *name) {
  for (size_t i = 0; i < LAYOUTS; i++)
    if (!strcmp(layouts[i]->name, name)) return layouts[i];
  return NULL;
}

static const gm_layout *layout_by_path(const char *path) {
  for (size_t i = 0; i < LAYOUTS; i++)
    for (const char *const *ending = layouts[i]->endings; *ending; ending++)
      if (gm_str_ends(gm_str_of(path), gm_str_of(*ending))) return layouts[i];
  return NULL;
}

/* Standard output has no ending; the first format is its own. */
static gm_status choose_layout(gm_workspace *ws, const char *path,
                               const char *name, const gm_layout **out) {
  if (!name && !strcmp(path, "-")) name = layouts[0]->name;
  const gm_layout *layout = name ? layout_by_name(name) : layout_by_path(path);
  if (!layout && name)
    return gm_fail(ws, GM_MISUSE, 0,
                   "%s: no such format; say geojson, geojsonseq or html",
                   name);
  if (!layout)
    return gm_fail(ws, GM_MISUSE, 0,
                   "%s: no format has this ending; geomention writes .geojson,"
                   " .geojsonl (ogr2ogr makes others of them) and .html, or"
                   " say --to geojson, geojsonseq or html",
                   path);
  *out = layout;
  return GM_OK;
}

/* -------------------------------------------------------- the map's file -- */

/* Writes what the buffer holds, if `status` so far is good, and closes it. */
static gm_status flush(gm_workspace *ws, gm_file *file, gm_status status,
                       gm_buffer *buffer) {
  if (status == GM_OK && buffer->failed)
    status = gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the map's frame");
  if (status == GM_OK) status = gm_file_write(ws, file, gm_buffer_str(buffer));
  gm_buffer_close(buffer);
  return status;
}

static void free_writer(gm_writer *writer) {
  gm_arena arena = writer->arena;
  if (writer->state) writer->layout->close(writer->state);
  gm_arena_close(&arena);
}

gm_status gm_writer_open(gm_workspace *ws, const char *path,
                         const gm_write_options *options, gm_writer **out) {
  const gm_layout *layout = NULL;
  gm_status status = choose_layout(ws, path, options->format, &layout);
  if (status != GM_OK) return status;
  gm_arena arena;
  gm_arena_open(&arena, OWN_BYTES);
  gm_writer *writer = gm_arena_take(&arena, sizeof *writer);
  if (!writer) return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a writer");
  *writer = (gm_writer){.arena = arena,
                        .layout = layout,
                        .gazetteer = options->gazetteer,
                        .geometry = options->geometry};
  if (layout->open)
    status = layout->open(ws, options->gazetteer, &writer->state);
  if (status == GM_OK) status = gm_file_create(ws, path, &writer->file);
  if (status != GM_OK) {
    free_writer(writer);
    return status;
  }
  *out = writer;
  return GM_OK;
}

/* Writes what stands before the first feature, once, and as late as can be:
 * who fails before has written nothing to standard output. */
static gm_status begin(gm_workspace *ws, gm_writer *writer) {
  if (writer->begun) return GM_OK;
  writer->begun = true;
  gm_buffer frame = {0};
  gm_status status = writer->layout->begin(ws, writer->gazetteer, &frame);
  return flush(ws, &writer->file, status, &frame);
}

void gm_writer_abandon(gm_writer *writer) {
  if (!writer) return;
  gm_file_abandon(&writer->file);
  free_writer(writer);
}

/* ------------------------------------------------------------- renderings --
 */

gm_rendering *gm_rendering_open(void) {
  gm_arena arena;
  gm_arena_open(&arena, OWN_BYTES);
  gm_rendering *rendering = gm_arena_take(&arena, sizeof *rendering);
  if (rendering) rendering->arena = arena;
  return rendering;
}

void gm_rendering_close(gm_rendering *rendering) {
  if (!rendering) return;
  gm_arena arena = rendering->arena;
  gm_buffer_close(&rendering->buffer);
  gm_arena_close(&arena);
}

gm_status gm_render(gm_workspace *ws, const gm_writer *writer,
                    const gm_document *document, gm_mentions mentions,
                    gm_resolutions resolutions, gm_rendering *out) {
  gm_buffer_clear(&out->buffer);
  if (mentions.count != resolutions.count)
    return gm_fail(ws, GM_MISUSE, 0, "%u mentions but %u resolutions",
                   (unsigned)mentions.count, (unsigned)resolutions.count);
  gm_status status = writer->layout->render(
      ws, writer->gazetteer, document, mentions, resolutions, writer->geometry,
      writer->layout->between, &out->buffer);
  if (status != GM_OK) gm_buffer_clear(&out->buffer);
  out->dated = document->date.size > 0;
  return status;
}

/* Lets a layout with a state make of a rendering what it becomes now. */
static gm_status append(gm_workspace *ws, gm_writer *writer, gm_str rendered) {
  gm_buffer turned = {0};
  gm_status status =
      writer->layout->append(ws, writer->state, rendered, &turned);
  return flush(ws, &writer->file, status, &turned);
}

gm_status gm_write(gm_workspace *ws, gm_writer *writer,
                   const gm_rendering *rendering) {
  gm_str bytes = gm_buffer_str(&rendering->buffer);
  if (!bytes.size) return GM_OK;
  gm_status status = begin(ws, writer);
  if (status == GM_OK && writer->any)
    status =
        gm_file_write(ws, &writer->file, gm_str_of(writer->layout->between));
  if (status == GM_OK)
    status = writer->layout->append ? append(ws, writer, bytes)
                                    : gm_file_write(ws, &writer->file, bytes);
  writer->any = true;
  writer->dated |= rendering->dated;
  return status;
}

/* ---------------------------------------------------------------- the end --
 */

/* Writes the style under a temporary name, so that a folder that is full is
 * noticed before the map gets its name. `out` stays empty where no style is
 * wanted. */
static gm_status prepare_style(gm_workspace *ws, const gm_writer *writer,
                               gm_file *out) {
  if (!writer->file.path || !writer->layout->styled) return GM_OK;
  gm_str map_path = gm_str_of(writer->file.path);
  if (gm_str_ends(map_path, GM_STR(".qml"))) return GM_OK;
  char *path = gm_qml_path(ws, map_path);
  if (!path) return ws->status;
  if (!gm_qml_wanted(ws, path)) return GM_OK;
  gm_status status = gm_file_create(ws, path, out);
  if (status != GM_OK) return status;
  gm_buffer style = {0};
  gm_qml_render(writer->dated, writer->geometry, &style);
  return flush(ws, out, GM_OK, &style);
}

gm_status gm_writer_close(gm_workspace *ws, gm_writer *writer) {
  gm_buffer frame = {0};
  gm_file style = {0};
  gm_status status = begin(ws, writer);
  if (status == GM_OK)
    status = writer->layout->end(ws, writer->gazetteer, writer->state,
                                 writer->any, &frame);
  status = flush(ws, &writer->file, status, &frame);
  if (status == GM_OK) status = prepare_style(ws, writer, &style);
  if (status == GM_OK)
    status = gm_file_finish(ws, &writer->file);
  else
    gm_file_abandon(&writer->file);
  if (style.path && status == GM_OK)
    status = gm_file_finish(ws, &style);
  else if (style.path)
    gm_file_abandon(&style);
  free_writer(writer);
  return status;
}
