/* CSV, RFC 4180: a line a row, for spreadsheets and for everything else.
 *
 * - A spreadsheet takes a cell that begins with = + - @ for a formula, and an
 *   article may say what it likes; such texts get an apostrophe before them,
 *   which a spreadsheet does not show.
 * - Files begin with a byte order mark: without it Excel reads Cyrillic as
 *   Latin. Standard output, whose readers are programs, has none.
 * - Points stand in the columns lat and lon. Other geometries, and points of
 *   another coordinate system, are a last column WKT.
 * - Beside it lies a .csvt, which tells GDAL and QGIS the types, and a .prj. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "write/layout.h"
#include "write/number.h"
#include "write/wkt.h"

static const char *const endings[] = {".csv", NULL};

/* ----------------------------------------------------------- the columns -- */

static int field_at(const gm_layer *layer, const char *name) {
  for (int i = 0; i < layer->field_count; i++)
    if (!strcmp(layer->fields[i].name, name)) return i;
  return -1;
}

/* Whether the points stand in the columns lat and lon already. */
static bool has_columns(const gm_sheet *sheet) {
  return sheet->geometry == GM_LAYER_POINT &&
         sheet->book->crs == &gm_crs_wgs84 &&
         field_at(sheet->layer, "lon") >= 0;
}

static bool has_wkt(const gm_sheet *sheet) {
  return sheet->geometry != GM_LAYER_NONE && !has_columns(sheet);
}

/* What .csvt calls the type of a column. */
static const char *type_of(const gm_sheet *sheet, int i) {
  static const char *const types[] = {[GM_FIELD_TEXT] = "String",
                                      [GM_FIELD_INTEGER] = "Integer64",
                                      [GM_FIELD_REAL] = "Real",
                                      [GM_FIELD_TIME] = "DateTime"};
  if (has_columns(sheet) && i == field_at(sheet->layer, "lon")) return "CoordX";
  if (has_columns(sheet) && i == field_at(sheet->layer, "lat")) return "CoordY";
  return types[sheet->layer->fields[i].type];
}

static gm_status write_types(gm_workspace *ws, gm_sheet *sheet) {
  gm_buffer types = {0};
  for (int i = 0; i < sheet->layer->field_count; i++)
    gm_buffer_print(&types, "%s%s", i ? "," : "", type_of(sheet, i));
  if (has_wkt(sheet)) gm_buffer_append(&types, GM_STR(",WKT"));
  gm_buffer_append(&types, GM_STR("\n"));
  gm_status status =
      types.failed
          ? gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the types of a table")
          : gm_sheet_write_beside(ws, sheet, ".csvt", gm_buffer_str(&types));
  gm_buffer_close(&types);
  return status;
}

static bool is_stream(const gm_sheet *sheet) {
  return !strcmp(sheet->book->path, "-");
}

static gm_status begin(gm_workspace *ws, gm_sheet *sheet) {
  gm_status status = gm_text_begin(ws, sheet);
  if (status != GM_OK || is_stream(sheet)) return status;
  status = write_types(ws, sheet);
  if (status == GM_OK && sheet->geometry != GM_LAYER_NONE)
    status = gm_sheet_write_beside(ws, sheet, ".prj",
                                   gm_str_of(sheet->book->crs->esri_wkt));
  return status;
}

static gm_status head(gm_workspace *ws, const gm_sheet *sheet, gm_buffer *out) {
  (void)ws;
  if (!is_stream(sheet)) gm_buffer_append(out, GM_STR("\xEF\xBB\xBF"));
  for (int i = 0; i < sheet->layer->field_count; i++)
    gm_buffer_print(out, "%s%s", i ? "," : "", sheet->layer->fields[i].name);
  gm_buffer_append(out, has_wkt(sheet) ? GM_STR(",WKT\n") : GM_STR("\n"));
  return GM_OK;
}

/* -------------------------------------------------------------- the rows -- */

/* Whether a spreadsheet would calculate the text. */
static bool is_formula(gm_str text) {
  return strchr("=+-@\t\r", text.bytes[0]) && text.bytes[0];
}

static bool wants_quotes(gm_str text) {
  for (size_t i = 0; i < text.size; i++)
    if (strchr(",\"\n\r", text.bytes[i])) return true;
  return text.bytes[0] == ' ' || text.bytes[text.size - 1] == ' ';
}

static void print_text(gm_str text, gm_buffer *out) {
  bool quotes = wants_quotes(text) || is_formula(text);
  if (quotes) gm_buffer_append(out, GM_STR("\""));
  if (is_formula(text)) gm_buffer_append(out, GM_STR("'"));
  while (text.size) {
    const char *quote = memchr(text.bytes, '"', text.size);
    size_t size = quote ? (size_t)(quote - text.bytes) + 1 : text.size;
    gm_buffer_append(out, (gm_str){text.bytes, size});
    if (quote) gm_buffer_append(out, GM_STR("\""));
    text = (gm_str){text.bytes + size, text.size - size};
  }
  if (quotes) gm_buffer_append(out, GM_STR("\""));
}

static void print_value(gm_field_type type, const gm_value *value,
                        gm_buffer *out) {
  if (value->null) return;
  switch (type) {
    case GM_FIELD_INTEGER:
      gm_buffer_print(out, "%" PRId64, value->integer);
      break;
    case GM_FIELD_REAL:
      gm_buffer_print(out, "%s",
                      gm_number_of(value->real, value->decimals).digits);
      break;
    case GM_FIELD_TEXT:
    case GM_FIELD_TIME: print_text(value->text, out); break;
  }
}

static gm_status print(gm_workspace *ws, const gm_sheet *sheet,
                       const gm_layer_row *row, gm_buffer *out) {
  (void)ws;
  for (int i = 0; i < sheet->layer->field_count; i++) {
    if (i) gm_buffer_append(out, GM_STR(","));
    print_value(sheet->layer->fields[i].type, &row->values[i], out);
  }
  if (has_wkt(sheet)) {
    gm_buffer_append(out, row->shape ? GM_STR(",\"") : GM_STR(","));
    if (row->shape) {
      gm_wkt_print(row->shape, out);
      gm_buffer_append(out, GM_STR("\""));
    }
  }
  gm_buffer_append(out, GM_STR("\n"));
  return GM_OK;
}

const gm_layout gm_layout_csv = {
    .name = "csv",
    .endings = endings,
    .between = "",
    .projected = true,
    .styled = true,
    .streamed = true,
    .begin = begin,
    .print = print,
    .add = gm_text_add,
    .end = gm_text_end,
    .head = head,
};
