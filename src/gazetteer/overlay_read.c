/* See overlay_read.h. A file that begins with { is GeoJSON, any other CSV. */
#include "gazetteer/overlay_read.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "gazetteer/csv.h"
#include "gazetteer/hash.h"

void *gm_overlay_take(gm_workspace *ws, gm_arena *arena, size_t count,
                      size_t size) {
  void *memory = NULL;
  if (!size || count <= SIZE_MAX / size)
    memory = gm_arena_take(arena, count * size);
  if (!memory)
    gm_fail(ws, GM_NO_MEMORY, 0,
            "no memory for an overlay's %zu items of %zu "
            "bytes",
            count, size);
  return memory;
}

gm_overlay_row *gm_overlay_row_next(gm_workspace *ws, gm_overlay_rows *rows,
                                    const char *path, const char *unit,
                                    uint64_t number) {
  gm_overlay_row *items =
      gm_grow(ws, rows->items, rows->count, &rows->capacity, sizeof *items);
  if (!items) return NULL;
  rows->items = items;
  gm_overlay_row *row = &items[rows->count];
  *row = (gm_overlay_row){.path = path, .unit = unit, .number = number};
  return row;
}

/* ------------------------------------------------------------------ CSV -- */

/* Which column each field of a record belongs to. */
typedef struct header {
  gm_overlay_column columns[GM_CSV_FIELDS_MOST];
  uint32_t count;
} header;

static gm_status unknown_column(gm_workspace *ws, const char *path,
                                uint64_t line, uint32_t field, gm_str heading) {
  char all[256] = "";
  for (int i = 0; i < GM_OVERLAY_COLUMN_COUNT; i++) {
    size_t size = strlen(all);
    snprintf(all + size, sizeof all - size, "%s%s", i ? ", " : "",
             gm_overlay_heading((gm_overlay_column)i));
  }
  return gm_fail(ws, GM_BAD_INPUT, 0,
                 "%s line %" PRIu64 ", column %" PRIu32
                 ": \"%.*s\" is no column of an overlay; there are %s",
                 path, line, field + 1, GM_PRINT(heading), all);
}

static gm_status read_header(gm_workspace *ws, const char *path, gm_csv *csv,
                             header *out) {
  gm_str fields[GM_CSV_FIELDS_MOST];
  bool more;
  const char *wrong = gm_csv_next(csv, fields, &out->count, &more);
  if (!wrong && !more) wrong = "names no columns";
  if (wrong)
    return gm_fail(ws, GM_BAD_INPUT, 0, "%s line %" PRIu64 " %s", path,
                   csv->line, wrong);
  for (uint32_t i = 0; i < out->count; i++) {
    gm_str heading = gm_str_trim(fields[i]);
    if (!gm_overlay_column_of(heading, &out->columns[i]))
      return unknown_column(ws, path, csv->line, i, heading);
  }
  return GM_OK;
}

static gm_status read_record(gm_workspace *ws, const header *head,
                             const gm_str *fields, uint32_t count,
                             gm_overlay_row *row) {
  gm_status status = GM_OK;
  if (count > head->count)
    return gm_fail(ws, GM_BAD_INPUT, 0,
                   "%s line %" PRIu64 " has %" PRIu32
                   " fields, the header %" PRIu32
                   "; quote what holds a separator",
                   row->path, row->number, count, head->count);
  for (uint32_t i = 0; i < count && !status; i++)
    status = gm_overlay_row_set(ws, row, head->columns[i], fields[i]);
  return status ? status : gm_overlay_row_check(ws, row);
}

static gm_status read_csv(gm_workspace *ws, const char *path, char *bytes,
                          size_t size, gm_overlay_rows *rows) {
  gm_csv csv = gm_csv_open(bytes, size);
  gm_str fields[GM_CSV_FIELDS_MOST];
  uint32_t count;
  bool more;
  header head;
  gm_status status = read_header(ws, path, &csv, &head);
  while (!status) {
    const char *wrong = gm_csv_next(&csv, fields, &count, &more);
    if (wrong)
      return gm_fail(ws, GM_BAD_INPUT, 0, "%s line %" PRIu64 " %s", path,
                     csv.line, wrong);
    if (!more) break;
    gm_overlay_row *row = gm_overlay_row_next(ws, rows, path, "line", csv.line);
    if (!row) return GM_NO_MEMORY;
    status = read_record(ws, &head, fields, count, row);
    rows->count++;
  }
  return status;
}

/* ------------------------------------------------------------- the file -- */

static gm_status check_encoding(gm_workspace *ws, const char *path,
                                gm_str text) {
  size_t bad;
  if (gm_utf8_valid(text, &bad)) return GM_OK;
  uint64_t line = 1;
  for (size_t i = 0; i < bad; i++) line += text.bytes[i] == '\n';
  return gm_fail(ws, GM_BAD_ENCODING, bad,
                 "%s line %" PRIu64 " is not UTF-8 at byte %zu of the file",
                 path, line, bad + 1);
}

/* The first byte that says something. */
static char first_byte(gm_str text) {
  if (gm_str_starts(text, GM_STR("\xEF\xBB\xBF")))
    text = (gm_str){text.bytes + 3, text.size - 3};
  text = gm_str_trim(text);
  return text.size ? text.bytes[0] : 0;
}

static char *copy_text(gm_workspace *ws, gm_arena *arena, gm_str text) {
  char *copy = gm_overlay_take(ws, arena, text.size + 1, 1);
  if (copy && text.size) memcpy(copy, text.bytes, text.size);
  return copy;
}

gm_status gm_overlay_read(gm_workspace *ws, gm_arena *arena, const char *path,
                          gm_overlay_rows *rows, uint64_t *hash) {
  gm_str file;
  gm_status status = gm_file_map(ws, path, &file);
  if (status) return status;
  char *own_path = copy_text(ws, arena, gm_str_of(path));
  gm_str text = {copy_text(ws, arena, file), file.size};
  *hash = gm_hash_on(*hash, file);
  gm_file_unmap(file);
  if (!own_path || !text.bytes) return GM_NO_MEMORY;
  status = check_encoding(ws, path, text);
  if (status) return status;
  if (first_byte(text) == '{')
    return gm_overlay_read_json(ws, arena, own_path, text, rows);
  return read_csv(ws, own_path, (char *)(uintptr_t)text.bytes, text.size, rows);
}
