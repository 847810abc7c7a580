/* See pack.h. */
#include "write/pack.h"

#include <math.h>
#include <string.h>

#include "base/str.h"

static const uint64_t null_mark = UINT64_MAX;
static const uint64_t hole_bit = UINT64_C(1) << 63;

static void put(gm_buffer *out, const void *bytes, size_t size) {
  static const char zeros[8] = {0};
  gm_buffer_append(out, (gm_str){bytes, size});
  gm_buffer_append(out, (gm_str){zeros, -size & 7});
}

static void put_number(gm_buffer *out, uint64_t number) {
  put(out, &number, sizeof number);
}

/* As many decimals as the text formats have: 0.9046, not 0.90457928. */
static double rounded(double real, int decimals) {
  double scale = pow(10, decimals);
  return round(real * scale) / scale;
}

static void pack_value(gm_field_type type, const gm_value *value,
                       gm_buffer *out) {
  bool number = type == GM_FIELD_INTEGER || type == GM_FIELD_REAL;
  if (value->null) {
    put_number(out, null_mark);
  } else if (number) {
    put_number(out, (uint64_t)value->decimals);
    double real = rounded(value->real, value->decimals);
    if (type == GM_FIELD_REAL)
      put(out, &real, sizeof real);
    else
      put(out, &value->integer, sizeof value->integer);
  } else {
    put_number(out, value->text.size);
    put(out, value->text.bytes, value->text.size);
  }
}

static void pack_shape(const gm_shape *shape, gm_buffer *out) {
  put_number(out, shape ? shape->type : GM_SHAPE_POINT);
  put_number(out, shape ? shape->count : 0);
  for (uint32_t i = 0; shape && i < shape->count; i++) {
    const gm_ring *ring = &shape->rings[i];
    put_number(out, ring->count | (ring->hole ? hole_bit : 0));
    put(out, ring->points, ring->count * sizeof *ring->points);
  }
}

void gm_row_pack(const gm_layer *layer, const gm_layer_row *row,
                 gm_buffer *out) {
  size_t begin = out->size;
  put_number(out, 0);
  for (int i = 0; i < layer->field_count; i++)
    pack_value(layer->fields[i].type, &row->values[i], out);
  pack_shape(row->shape, out);
  uint64_t size = out->size - begin;
  if (!out->failed) memcpy(out->bytes + begin, &size, sizeof size);
}

/* Takes `size` bytes off the front. */
static const void *take(gm_str *from, size_t size) {
  const char *bytes = from->bytes;
  size += -size & 7;
  from->bytes += size;
  from->size -= size;
  return bytes;
}

static uint64_t take_number(gm_str *from) {
  uint64_t number;
  memcpy(&number, take(from, sizeof number), sizeof number);
  return number;
}

static gm_value unpack_value(gm_field_type type, gm_str *from) {
  uint64_t mark = take_number(from);
  if (mark == null_mark) return (gm_value){.null = true};
  gm_value value = {0};
  if (type == GM_FIELD_INTEGER) {
    value.integer = (int64_t)take_number(from);
  } else if (type == GM_FIELD_REAL) {
    value.decimals = (int)mark;
    memcpy(&value.real, take(from, sizeof value.real), sizeof value.real);
  } else {
    value.text = (gm_str){take(from, mark), mark};
  }
  return value;
}

gm_status gm_row_unpack(gm_workspace *ws, const gm_layer *layer, gm_str *rows,
                        gm_unpacked *out) {
  gm_str from = *rows;
  from.size = take_number(&from) - sizeof(uint64_t);
  take(rows, from.size + sizeof(uint64_t));
  out->values =
      gm_take_array(ws, (size_t)layer->field_count, sizeof *out->values);
  if (!out->values) return ws->status;
  for (int i = 0; i < layer->field_count; i++)
    out->values[i] = unpack_value(layer->fields[i].type, &from);
  out->shape.type = (gm_shape_type)take_number(&from);
  out->shape.count = (uint32_t)take_number(&from);
  gm_ring *rings = gm_take_array(ws, out->shape.count, sizeof *rings);
  if (!rings) return ws->status;
  for (uint32_t i = 0; i < out->shape.count; i++) {
    uint64_t mark = take_number(&from);
    rings[i].hole = mark & hole_bit;
    rings[i].count = (uint32_t)mark;
    rings[i].points = take(&from, rings[i].count * sizeof *rings[i].points);
  }
  out->shape.rings = rings;
  return GM_OK;
}
