/* Rows from GeoJSON: each feature is one, its properties are the columns, and
 * its geometry is the point; for what is preferred, a polygon stands for the
 * box around it. Properties that are no columns are passed over, since maps
 * have many. cJSON parses. */
#include <cjson/cJSON.h>
#include <string.h>

#include "earth/box.h"
#include "gazetteer/overlay_read.h"

/* A feature being read into a row. */
typedef struct reading {
  gm_workspace *ws;
  gm_arena *arena;
  gm_overlay_row *row;
} reading;

static const cJSON *get(const cJSON *object, const char *key) {
  return cJSON_GetObjectItemCaseSensitive(object, key);
}

static const char *string_of(const cJSON *object, const char *key) {
  const char *text = cJSON_GetStringValue(get(object, key));
  return text ? text : "";
}

/* The value of a property as a cell would have it, in the arena. */
static gm_status take_cell(const reading *in, const cJSON *item,
                           gm_overlay_column column) {
  char *printed = cJSON_IsNumber(item) ? cJSON_PrintUnformatted(item) : NULL;
  const char *text = printed ? printed : cJSON_GetStringValue(item);
  if (!text && cJSON_IsNull(item)) return GM_OK;
  if (!text)
    return gm_overlay_row_fault(in->ws, in->row, column,
                                "neither a text nor a number stands here");
  size_t size = strlen(text);
  char *copy = gm_overlay_take(in->ws, in->arena, size + 1, 1);
  if (copy) memcpy(copy, text, size);
  cJSON_free(printed);
  if (!copy) return GM_NO_MEMORY;
  return gm_overlay_row_set(in->ws, in->row, column, (gm_str){copy, size});
}

static gm_status read_properties(const reading *in, const cJSON *properties) {
  const cJSON *item;
  gm_status status = GM_OK;
  cJSON_ArrayForEach(item, properties) {
    gm_overlay_column column;
    if (!item->string ||
        !gm_overlay_column_of(gm_str_of(item->string), &column))
      continue;
    status = take_cell(in, item, column);
    if (status) break;
  }
  return status;
}

/* ------------------------------------------------------------- geometry -- */

/* [longitude, latitude] in their ranges. */
static bool read_position(const cJSON *position, gm_point *out) {
  const cJSON *lon = cJSON_GetArrayItem(position, 0);
  const cJSON *lat = cJSON_GetArrayItem(position, 1);
  if (!cJSON_IsNumber(lon) || !cJSON_IsNumber(lat)) return false;
  *out = (gm_point){lat->valuedouble, lon->valuedouble};
  return out->lat_deg >= -90 && out->lat_deg <= 90 && out->lon_deg >= -180 &&
         out->lon_deg <= 180;
}

/* Widens the box by all positions of arrays in arrays. `depth` is how many. */
static bool read_box(const cJSON *array, int depth, gm_box *box, bool *begun) {
  const cJSON *item;
  cJSON_ArrayForEach(item, array) {
    gm_point point;
    if (depth > 1) {
      if (!read_box(item, depth - 1, box, begun)) return false;
      continue;
    }
    if (!read_position(item, &point)) return false;
    *box = *begun ? gm_box_with(*box, point) : gm_box_of(point);
    *begun = true;
  }
  return true;
}

static void give_point(gm_overlay_row *row, gm_point at) {
  row->at = at;
  row->given |= (uint32_t)1 << GM_OVERLAY_COLUMN_LAT |
                (uint32_t)1 << GM_OVERLAY_COLUMN_LON;
}

static void give_box(gm_overlay_row *row, gm_box box) {
  give_point(row, (gm_point){box.south_deg, box.west_deg});
  row->to = (gm_point){box.north_deg, box.east_deg};
  row->given |= (uint32_t)1 << GM_OVERLAY_COLUMN_TO_LAT |
                (uint32_t)1 << GM_OVERLAY_COLUMN_TO_LON;
}

static gm_status read_geometry(const reading *in, const cJSON *geometry) {
  const char *type = string_of(geometry, "type");
  const cJSON *positions = get(geometry, "coordinates");
  bool begun = false;
  gm_box box;
  gm_point point;
  if (!*type) return GM_OK;
  if (strcmp(type, "Point") == 0 && read_position(positions, &point)) {
    give_point(in->row, point);
    return GM_OK;
  }
  int depth = !strcmp(type, "Polygon") ? 2 : !strcmp(type, "MultiPolygon") * 3;
  if (in->row->action == GM_OVERLAY_PREFER && depth &&
      read_box(positions, depth, &box, &begun) && begun) {
    give_box(in->row, box);
    return GM_OK;
  }
  return gm_overlay_row_fault(
      in->ws, in->row, GM_OVERLAY_COLUMN_LAT,
      "the geometry, a %.40s, is not %s in degrees", type,
      in->row->action == GM_OVERLAY_PREFER ? "a polygon" : "a point");
}

static gm_status read_feature(const reading *in, const cJSON *feature) {
  gm_status status = read_properties(in, get(feature, "properties"));
  if (!status) status = read_geometry(in, get(feature, "geometry"));
  return status ? status : gm_overlay_row_check(in->ws, in->row);
}

static gm_status read_features(gm_workspace *ws, gm_arena *arena,
                               const char *path, const cJSON *features,
                               gm_overlay_rows *rows) {
  const cJSON *feature;
  uint64_t number = 0;
  cJSON_ArrayForEach(feature, features) {
    gm_overlay_row *row =
        gm_overlay_row_next(ws, rows, path, "feature", ++number);
    if (!row) return GM_NO_MEMORY;
    const reading in = {ws, arena, row};
    gm_status status = read_feature(&in, feature);
    if (status) return status;
    rows->count++;
  }
  return GM_OK;
}

gm_status gm_overlay_read_json(gm_workspace *ws, gm_arena *arena,
                               const char *path, gm_str text,
                               gm_overlay_rows *rows) {
  const char *stop = text.bytes;
  cJSON *root = cJSON_ParseWithLengthOpts(text.bytes, text.size, &stop, false);
  const cJSON *features = get(root, "features");
  gm_status status;
  if (!root)
    status = gm_fail(ws, GM_BAD_INPUT, (uint64_t)(stop - text.bytes),
                     "%s is not JSON: byte %zu is out of place", path,
                     (size_t)(stop - text.bytes) + 1);
  else if (!cJSON_IsArray(features))
    status = gm_fail(ws, GM_BAD_INPUT, 0,
                     "%s is no FeatureCollection of GeoJSON: it has no "
                     "\"features\"",
                     path);
  else
    status = read_features(ws, arena, path, features, rows);
  cJSON_Delete(root);
  return status;
}
