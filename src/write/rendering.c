/* Renderings: one document's rows in the bytes of all formats of a writer, made
 * on any thread and written in their turn. A rendering outlives the
 * workspace's resets, so it has an arena of its own. */
#include <string.h>

#include "base/str.h"
#include "write/layer_mentions.h"
#include "write/writer.h"

enum { OWN_BYTES = 1 << 20 };

/* What a rendering holds for one sheet. */
typedef struct part {
  gm_buffer buffer;
  uint64_t rows;
  gm_seen seen;
} part;

struct gm_rendering {
  gm_arena arena;   /* holds this struct */
  uint64_t outside; /* rows beyond what the system is made for */
  part parts[GM_BOOKS_MAX][GM_SHEETS_MAX];
};

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
  for (int book = 0; book < GM_BOOKS_MAX; book++)
    for (int sheet = 0; sheet < GM_SHEETS_MAX; sheet++)
      gm_buffer_close(&rendering->parts[book][sheet].buffer);
  gm_arena_close(&arena);
}

static void clear_part(part *p) {
  gm_buffer_clear(&p->buffer);
  p->rows = 0;
  p->seen = (gm_seen){0};
}

static void clear(const gm_writer *writer, gm_rendering *rendering) {
  rendering->outside = 0;
  for (int book = 0; book < writer->shelf.count; book++)
    for (int sheet = 0; sheet < writer->shelf.books[book]->sheet_count; sheet++)
      clear_part(&rendering->parts[book][sheet]);
}

/* --------------------------------------------------------------- printing --
 */

/* Whether a row goes into a sheet: a layer of shapes may be parted into one
 * sheet for each type. What has no geometry stands with the points. */
static bool takes(const gm_sheet *sheet, const gm_layer *layer,
                  const gm_shape *shape) {
  static const gm_shape_type wanted[] = {
      [GM_LAYER_POINT] = GM_SHAPE_POINT,
      [GM_LAYER_LINE] = GM_SHAPE_LINE,
      [GM_LAYER_POLYGON] = GM_SHAPE_POLYGON,
  };
  if (sheet->layer != layer || sheet->book->layout->tell) return false;
  if (layer->geometry != GM_LAYER_ANY || sheet->geometry == GM_LAYER_ANY)
    return true;
  return (shape ? shape->type : GM_SHAPE_POINT) == wanted[sheet->geometry];
}

/* Times are written so that the order of letters is that of time. */
static void widen(gm_period *period, const char *first, const char *last) {
  if (!*first) return;
  if (!*period->first || strcmp(first, period->first) < 0)
    strcpy(period->first, first);
  if (strcmp(last, period->last) > 0) strcpy(period->last, last);
}

static void note_time(gm_period *period, const gm_value *value) {
  char time[sizeof period->first] = "";
  if (value->null || value->text.size >= sizeof time) return;
  memcpy(time, value->text.bytes, value->text.size);
  widen(period, time, time);
}

static unsigned kind_bit(gm_str name) {
  for (unsigned i = 0; i < GM_PLACE_KIND_COUNT; i++)
    if (gm_str_equal(name, gm_str_of(gm_place_kind_name((gm_place_kind)i))))
      return 1U << i;
  return 0;
}

static void note(gm_seen *seen, const gm_layer *layer,
                 const gm_layer_row *row) {
  if (layer->time_field >= 0)
    note_time(&seen->period, &row->values[layer->time_field]);
  for (int i = 0; i < layer->field_count; i++) {
    const gm_value *value = &row->values[i];
    if (value->null) continue;
    if (!strcmp(layer->fields[i].name, "kind"))
      seen->kinds |= kind_bit(value->text);
    if (!strcmp(layer->fields[i].name, "mentions") &&
        value->integer > seen->most)
      seen->most = value->integer;
  }
}

static void join(gm_seen *seen, const gm_seen *more) {
  widen(&seen->period, more->period.first, more->period.last);
  seen->kinds |= more->kinds;
  if (more->most > seen->most) seen->most = more->most;
}

static gm_status print(gm_workspace *ws, const gm_sheet *sheet,
                       const gm_layer_row *row, part *to) {
  const gm_layout *layout = sheet->book->layout;
  if (to->rows) gm_buffer_append(&to->buffer, gm_str_of(layout->between));
  gm_status status = layout->print(ws, sheet, row, &to->buffer);
  if (status == GM_OK && to->buffer.failed)
    status = gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a row of the map");
  to->rows++;
  note(&to->seen, sheet->layer, row);
  return status;
}

/* The row as the formats of one coordinate system have it. */
static gm_status print_all(gm_workspace *ws, const gm_writer *writer,
                           const gm_crs *crs, const gm_layer *layer,
                           const gm_layer_row *row, gm_rendering *out) {
  gm_status status = GM_OK;
  for (int k = 0; k < writer->shelf.count; k++) {
    const gm_book *book = writer->shelf.books[k];
    if (book->crs != crs) continue;
    for (int i = 0; i < book->sheet_count && status == GM_OK; i++)
      if (takes(&book->sheets[i], layer, row->shape))
        status = print(ws, &book->sheets[i], row, &out->parts[k][i]);
  }
  return status;
}

/* The same for the formats in another system than WGS 84. */
static gm_status print_moved(gm_workspace *ws, const gm_writer *writer,
                             const gm_layer *layer, const gm_layer_row *row,
                             gm_rendering *out) {
  gm_arena_mark mark = gm_arena_here(&ws->arena);
  gm_layer_row moved = *row;
  gm_shape shape = {0};
  uint32_t outside = 0;
  gm_status status = GM_OK;
  if (row->shape) {
    status = gm_project(ws, &writer->crs, row->shape, &shape, &outside);
    moved.shape = shape.count ? &shape : NULL;
  }
  if (status == GM_OK)
    status = print_all(ws, writer, &writer->crs, layer, &moved, out);
  out->outside += outside > 0;
  gm_arena_rewind(&ws->arena, mark);
  return status;
}

gm_status gm_rendering_add(gm_workspace *ws, const gm_writer *writer,
                           const gm_layer *layer, const gm_layer_row *row,
                           gm_rendering *out) {
  gm_status status = print_all(ws, writer, &gm_crs_wgs84, layer, row, out);
  if (status == GM_OK && writer->moved)
    status = print_moved(ws, writer, layer, row, out);
  return status;
}

bool gm_writer_takes_rows(const gm_writer *writer) {
  for (int k = 0; k < writer->shelf.count; k++)
    if (!writer->shelf.books[k]->layout->tell) return true;
  return false;
}

/* The same for the formats that tell articles. */
static gm_status tell(gm_workspace *ws, const gm_writer *writer,
                      const gm_document *document, gm_mentions mentions,
                      gm_resolutions resolutions, gm_rendering *out) {
  gm_status status = GM_OK;
  for (int k = 0; k < writer->shelf.count && status == GM_OK; k++) {
    const gm_layout *layout = writer->shelf.books[k]->layout;
    if (!layout->tell) continue;
    status = layout->tell(ws, document, mentions, resolutions,
                          &out->parts[k][0].buffer);
    out->parts[k][0].rows = 1;
  }
  return status;
}

gm_status gm_render(gm_workspace *ws, const gm_writer *writer,
                    const gm_document *document, gm_mentions mentions,
                    gm_resolutions resolutions, gm_rendering *out) {
  clear(writer, out);
  if (mentions.count != resolutions.count)
    return gm_fail(ws, GM_MISUSE, 0, "%u mentions but %u resolutions",
                   (unsigned)mentions.count, (unsigned)resolutions.count);
  gm_status status = GM_OK;
  if (gm_writer_takes_rows(writer))
    status =
        gm_mentions_render(ws, writer, document, mentions, resolutions, out);
  if (status == GM_OK)
    status = tell(ws, writer, document, mentions, resolutions, out);
  if (status != GM_OK) clear(writer, out);
  return status;
}

/* ---------------------------------------------------------------- writing --
 */

static gm_status write_part(gm_workspace *ws, gm_sheet *sheet, const part *p) {
  if (!p->rows) return GM_OK;
  gm_status status =
      sheet->book->layout->add(ws, sheet, gm_buffer_str(&p->buffer));
  sheet->rows += p->rows;
  join(&sheet->seen, &p->seen);
  return status;
}

gm_status gm_write(gm_workspace *ws, gm_writer *writer,
                   const gm_rendering *rendering) {
  gm_status status = GM_OK;
  writer->outside += rendering->outside;
  for (int k = 0; k < writer->shelf.count; k++) {
    gm_book *book = writer->shelf.books[k];
    for (int i = 0; i < book->sheet_count && status == GM_OK; i++)
      status = write_part(ws, &book->sheets[i], &rendering->parts[k][i]);
  }
  return status;
}

gm_status gm_writer_add(gm_workspace *ws, gm_writer *writer,
                        const gm_layer *layer, const gm_layer_row *row) {
  if (!writer->own) writer->own = gm_rendering_open();
  if (!writer->own)
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a row of the map");
  clear(writer, writer->own);
  gm_status status = gm_rendering_add(ws, writer, layer, row, writer->own);
  return status == GM_OK ? gm_write(ws, writer, writer->own) : status;
}
