/* See dbf.h.
 *
 * Values are handed to shapelib as they shall stand in the file: its own
 * printing of numbers obeys the locale. */
#include "write/dbf.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "write/number.h"

enum {
  NUMBER_BYTES = 10, /* at least: a wider column is one of 64-bit integers */
  DATE_BYTES = 8,
  HEAD_BYTES = 32, /* of the table, and of each column */
};

/* A value as the table has it: 20260102, 2988507, 48.85341, Paris. */
static gm_str cell_of(gm_field_type type, const gm_value *value, char *room,
                      size_t room_size) {
  if (value->null) return (gm_str){0};
  switch (type) {
    case GM_FIELD_INTEGER:
      snprintf(room, room_size, "%" PRId64, value->integer);
      return gm_str_of(room);
    case GM_FIELD_REAL:
      snprintf(room, room_size, "%s",
               gm_number_of(value->real, value->decimals).digits);
      return gm_str_of(room);
    case GM_FIELD_TIME:
      if (value->text.size < sizeof "2026-01-02" - 1) return (gm_str){0};
      snprintf(room, room_size, "%.4s%.2s%.2s", value->text.bytes,
               value->text.bytes + 5, value->text.bytes + 8);
      return gm_str_of(room);
    case GM_FIELD_TEXT: break;
  }
  return (gm_str){value->text.bytes,
                  gm_dbf_cut(value->text, GM_DBF_TEXT_BYTES)};
}

size_t gm_dbf_cut(gm_str text, size_t most) {
  if (text.size <= most) return text.size;
  while (most && ((unsigned char)text.bytes[most] & 0xC0) == 0x80) most--;
  return most;
}

/* ---------------------------------------------------------- the columns -- */

void gm_dbf_widths_begin(const gm_layer *layer, gm_dbf_widths *widths) {
  *widths = (gm_dbf_widths){0};
  for (int i = 0; i < layer->field_count; i++) {
    gm_field_type type = layer->fields[i].type;
    bool number = type == GM_FIELD_INTEGER || type == GM_FIELD_REAL;
    widths->bytes[i] = number ? NUMBER_BYTES : 1;
    if (type == GM_FIELD_TIME) widths->bytes[i] = DATE_BYTES;
    if (type == GM_FIELD_REAL) widths->decimals[i] = 1;
  }
}

void gm_dbf_widths_note(const gm_layer *layer, const gm_value *values,
                        gm_dbf_widths *widths) {
  char room[GM_NUMBER_BYTES];
  for (int i = 0; i < layer->field_count; i++) {
    gm_field_type type = layer->fields[i].type;
    gm_str cell = cell_of(type, &values[i], room, sizeof room);
    if ((int)cell.size > widths->bytes[i]) widths->bytes[i] = (int)cell.size;
    if (type == GM_FIELD_REAL && !values[i].null &&
        values[i].decimals > widths->decimals[i])
      widths->decimals[i] = values[i].decimals;
  }
}

uint64_t gm_dbf_size(const gm_layer *layer, const gm_dbf_widths *widths,
                     uint64_t rows) {
  uint64_t row = 1, head = HEAD_BYTES + 1;
  for (int i = 0; i < layer->field_count; i++) {
    row += (uint64_t)widths->bytes[i];
    head += HEAD_BYTES;
  }
  return head + row * rows + 1;
}

bool gm_dbf_create_fields(DBFHandle table, const gm_layer *layer,
                          const gm_dbf_widths *widths) {
  static const char types[] = {[GM_FIELD_TEXT] = 'C',
                               [GM_FIELD_INTEGER] = 'N',
                               [GM_FIELD_REAL] = 'N',
                               [GM_FIELD_TIME] = 'D'};
  for (int i = 0; i < layer->field_count; i++)
    if (DBFAddNativeFieldType(table, layer->fields[i].dbf,
                              types[layer->fields[i].type], widths->bytes[i],
                              widths->decimals[i]) < 0)
      return false;
  return true;
}

/* ------------------------------------------------------------- the rows -- */

/* Numbers stand on the right of their column, all else on the left. */
static void justify(gm_str cell, bool right, int width, char *out) {
  size_t room = (size_t)width;
  size_t size = cell.size < room ? cell.size : room;
  memset(out, ' ', room);
  memcpy(right ? out + room - size : out, cell.bytes, size);
  out[room] = '\0';
}

bool gm_dbf_write(DBFHandle table, int row, const gm_layer *layer,
                  const gm_value *values, const gm_dbf_widths *widths) {
  char room[GM_NUMBER_BYTES], text[GM_DBF_TEXT_BYTES + 1];
  for (int i = 0; i < layer->field_count; i++) {
    gm_field_type type = layer->fields[i].type;
    gm_str cell = cell_of(type, &values[i], room, sizeof room);
    if (!cell.size) {
      if (!DBFWriteNULLAttribute(table, row, i)) return false;
      continue;
    }
    bool right = type == GM_FIELD_INTEGER || type == GM_FIELD_REAL;
    justify(cell, right, widths->bytes[i], text);
    if (!DBFWriteAttributeDirectly(table, row, i, text)) return false;
  }
  return true;
}
