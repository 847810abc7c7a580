/* See feature.h.
 *
 *     {"type":"Feature",
 *      "geometry":{"type":"Point","coordinates":[37.6156,55.7522]},   or null,
 *                                                             or the area
 *      "properties":{"mention_id":"a12-3","document":...}}
 *
 * There is no "id" beside "type", though RFC 7946 would like one: QGIS shows a
 * text there as one more column, and takes a number for the row's own. The
 * property mention_id says the same once. */
#include "write/feature.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "write/geometry.h"
#include "write/number.h"

/* cJSON ends a text at a zero byte; a text that has one shows U+FFFD there, as
 * it does for everything that is no character. */
static char *without_zeros(gm_workspace *ws, gm_str text) {
  static const char REPLACEMENT[] = "\xEF\xBF\xBD";
  size_t zeros = 0;
  for (size_t i = 0; i < text.size; i++) zeros += text.bytes[i] == '\0';
  if (!zeros) return gm_str_terminated(ws, text);
  char *bytes = gm_take(ws, text.size + zeros * (sizeof REPLACEMENT - 2) + 1);
  if (!bytes) return NULL;
  char *to = bytes;
  for (size_t i = 0; i < text.size; i++) {
    if (text.bytes[i])
      *to++ = text.bytes[i];
    else
      to = stpcpy(to, REPLACEMENT);
  }
  return bytes;
}

cJSON *gm_json_text(gm_workspace *ws, gm_str text) {
  if (!text.size) return cJSON_CreateNull();
  char *terminated = without_zeros(ws, text);
  return terminated ? cJSON_CreateString(terminated) : NULL;
}

bool gm_json_add(cJSON *object, const char *name, cJSON *member) {
  if (member && cJSON_AddItemToObjectCS(object, name, member)) return true;
  cJSON_Delete(member);
  return false;
}

/* The workspace has said so already, unless it was cJSON that had none. */
static gm_status no_memory(gm_workspace *ws) {
  if (ws->status == GM_NO_MEMORY) return ws->status;
  return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a feature of the map");
}

gm_status gm_json_print(gm_workspace *ws, cJSON *value, gm_buffer *out) {
  char *printed = value ? cJSON_PrintUnformatted(value) : NULL;
  cJSON_Delete(value);
  if (!printed) return no_memory(ws);
  gm_buffer_append(out, gm_str_of(printed));
  cJSON_free(printed);
  return out->failed ? no_memory(ws) : GM_OK;
}

/* Raw, since cJSON would print 0.1 + 0.2 with all its digits, and a large id
 * as 1e+20. */
static cJSON *json_number(double value, int decimals) {
  return cJSON_CreateRaw(gm_number_of(value, decimals).digits);
}

static cJSON *json_integer(int64_t value) {
  char digits[GM_NUMBER_BYTES];
  snprintf(digits, sizeof digits, "%lld", (long long)value);
  return cJSON_CreateRaw(digits);
}

static cJSON *json_value(gm_workspace *ws, gm_field_type type,
                         const gm_value *value) {
  if (value->null) return cJSON_CreateNull();
  switch (type) {
    case GM_FIELD_INTEGER: return json_integer(value->integer);
    case GM_FIELD_REAL: return json_number(value->real, value->decimals);
    case GM_FIELD_TEXT:
    case GM_FIELD_TIME: break;
  }
  return gm_json_text(ws, value->text);
}

/* The geometry as GeoJSON; NULL where there is no memory. */
static cJSON *json_shape(const gm_shape *shape) {
  gm_buffer text = {0};
  if (!shape) return cJSON_CreateNull();
  gm_geometry_print(shape, &text);
  gm_buffer_append(&text, (gm_str){"", 1}); /* the zero byte at its end */
  cJSON *json = text.failed ? NULL : cJSON_CreateRaw(text.bytes);
  gm_buffer_close(&text);
  return json;
}

static bool add_properties(gm_workspace *ws, cJSON *feature,
                           const gm_layer *layer, const gm_value *values) {
  cJSON *properties = cJSON_AddObjectToObject(feature, "properties");
  if (!properties) return false;
  for (int i = 0; i < layer->field_count; i++)
    if (!gm_json_add(properties, layer->fields[i].name,
                     json_value(ws, layer->fields[i].type, &values[i])))
      return false;
  return true;
}

gm_status gm_feature_print(gm_workspace *ws, const gm_sheet *sheet,
                           const gm_layer_row *row, gm_buffer *out) {
  cJSON *feature = cJSON_CreateObject();
  bool built = cJSON_AddStringToObject(feature, "type", "Feature") &&
               gm_json_add(feature, "geometry", json_shape(row->shape)) &&
               add_properties(ws, feature, sheet->layer, row->values);
  if (!built) {
    cJSON_Delete(feature);
    feature = NULL;
  }
  return gm_json_print(ws, feature, out);
}
