/* Natural Earth as GeoJSON (RFC 7946): see naturalearth.h. A file is a list of
 * features, of which one at a time is cut out of the text and parsed, so that
 * memory does not grow with the file. cJSON does the parsing. */
#include <cjson/cJSON.h>
#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"
#include "gazetteer/naturalearth.h"
#include "gazetteer/origin.h"

static const size_t most_feature_bytes = (size_t)256 << 20;

/* Where the cutting stands. */
typedef struct cutter {
  gm_archive archive;
  gm_buffer text; /* from the feature that is begun, or the last bytes */
  size_t at;      /* the next byte to look at */
  size_t begin;   /* of the feature that is begun */
  unsigned depth; /* of brackets */
  bool quoted, escaped;
  uint64_t line, begin_line; /* from 1 */
  char kinds[3];             /* the outer brackets: "{[{" around a feature */
} cutter;

/* --------------------------------------------------------- the geometry --- */

static gm_status add_position(gm_workspace *ws, gm_outline *outline,
                              const cJSON *position) {
  const cJSON *lon = cJSON_GetArrayItem(position, 0);
  const cJSON *lat = lon ? lon->next : NULL;
  if (!cJSON_IsNumber(lon) || !cJSON_IsNumber(lat)) return GM_OK;
  gm_point point = {.lat_deg = lat->valuedouble, .lon_deg = lon->valuedouble};
  return gm_outline_add(ws, outline, point);
}

/* Walks down `levels` of arrays: a part is a list of positions. */
static gm_status add_positions(gm_workspace *ws, gm_outline *outline,
                               const cJSON *list, int levels) {
  gm_status status = GM_OK;
  const cJSON *item;
  if (!cJSON_IsArray(list)) return GM_OK;
  if (levels == 0) {
    status = add_position(ws, outline, list);
    return status ? status : gm_outline_end_part(ws, outline);
  }
  cJSON_ArrayForEach(item, list) {
    status = levels == 1 ? add_position(ws, outline, item)
                         : add_positions(ws, outline, item, levels - 1);
    if (status) return status;
  }
  return levels == 1 ? gm_outline_end_part(ws, outline) : GM_OK;
}

static gm_status read_geometry(gm_workspace *ws, const cJSON *geometry,
                               gm_outline *outline) {
  static const struct {
    const char *type;
    gm_outline_kind kind;
    int levels;
  } types[] = {{"Point", GM_OUTLINE_POINTS, 0},
               {"MultiPoint", GM_OUTLINE_POINTS, 1},
               {"LineString", GM_OUTLINE_LINES, 1},
               {"MultiLineString", GM_OUTLINE_LINES, 2},
               {"Polygon", GM_OUTLINE_RINGS, 2},
               {"MultiPolygon", GM_OUTLINE_RINGS, 3}};
  const char *type =
      cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(geometry, "type"));
  gm_outline_clear(outline);
  for (size_t i = 0; type && i < sizeof types / sizeof *types; i++) {
    if (strcmp(type, types[i].type)) continue;
    outline->kind = types[i].kind;
    return add_positions(
        ws, outline, cJSON_GetObjectItemCaseSensitive(geometry, "coordinates"),
        types[i].levels);
  }
  return GM_OK;
}

/* ------------------------------------------------------------ a feature --- */

static gm_status read_attributes(gm_workspace *ws, const cJSON *properties,
                                 gm_earth_feature *feature) {
  const cJSON *item;
  feature->count = 0;
  cJSON_ArrayForEach(item, properties) {
    gm_str name = gm_str_of(item->string ? item->string : "");
    if (cJSON_IsString(item)) {
      gm_earth_feature_put(feature, name, gm_str_of(item->valuestring));
    } else if (cJSON_IsNumber(item)) {
      gm_str value = gm_str_print(ws, "%.15g", item->valuedouble);
      if (!value.bytes) return GM_NO_MEMORY;
      gm_earth_feature_put(feature, name, value);
    }
  }
  return GM_OK;
}

static gm_status take_feature(gm_build *build, const gm_earth_file *file,
                              gm_str text, gm_earth_feature *feature) {
  cJSON *json = cJSON_ParseWithLength(text.bytes, text.size);
  const cJSON *properties =
      cJSON_GetObjectItemCaseSensitive(json, "properties");
  const cJSON *geometry = cJSON_GetObjectItemCaseSensitive(json, "geometry");
  size_t bad;
  feature->number++;
  if (!cJSON_IsObject(properties) || !gm_utf8_valid(text, &bad)) {
    gm_remarks_add(&build->merge->remarks, GM_REMARK_JSON, feature->path,
                   feature->line);
    cJSON_Delete(json);
    return GM_OK;
  }
  gm_status status = read_geometry(build->ws, geometry, &feature->outline);
  if (!status) status = read_attributes(build->ws, properties, feature);
  if (!status) status = gm_naturalearth_add(build, file, feature);
  cJSON_Delete(json);
  return status;
}

/* ------------------------------------------------------ cutting the text ---
 */

/* Takes one byte. @return true: a feature ends with it */
static bool step(cutter *cut, char byte) {
  cut->line += byte == '\n';
  if (cut->quoted) {
    if (!cut->escaped && byte == '"') cut->quoted = false;
    cut->escaped = !cut->escaped && byte == '\\';
    return false;
  }
  if (byte == '"') {
    cut->quoted = true;
  } else if (byte == '{' || byte == '[') {
    if (cut->depth < 3) cut->kinds[cut->depth] = byte;
    if (++cut->depth == 3) {
      cut->begin = cut->at;
      cut->begin_line = cut->line;
    }
  } else if ((byte == '}' || byte == ']') && cut->depth) {
    return cut->depth-- == 3 && !memcmp(cut->kinds, "{[{", 3);
  }
  return false;
}

/* Drops what was looked at, but for a feature that is begun. */
static void drop(cutter *cut) {
  size_t keep = cut->depth >= 3 ? cut->begin : cut->at;
  if (!keep) return;
  cut->text.size -= keep;
  memmove(cut->text.bytes, cut->text.bytes + keep, cut->text.size);
  cut->at -= keep;
  cut->begin -= cut->depth >= 3 ? keep : cut->begin;
}

static gm_status take_text(gm_build *build, const gm_earth_file *file,
                           cutter *cut, gm_earth_feature *feature) {
  gm_status status = GM_OK;
  for (; cut->at < cut->text.size && !status; cut->at++) {
    if (!step(cut, cut->text.bytes[cut->at])) continue;
    gm_str text = {cut->text.bytes + cut->begin, cut->at + 1 - cut->begin};
    feature->line = cut->begin_line;
    status = take_feature(build, file, text, feature);
  }
  drop(cut);
  if (!status && cut->text.size > most_feature_bytes)
    status = gm_fail(build->ws, GM_TOO_LARGE, 0,
                     "%s line %" PRIu64 " has a feature of more than %zu bytes",
                     feature->path, cut->begin_line, most_feature_bytes);
  return status;
}

static gm_status take_all(gm_build *build, const gm_earth_file *file,
                          cutter *cut) {
  gm_earth_feature *feature = gm_take(build->ws, sizeof *feature);
  gm_status status = feature ? GM_OK : GM_NO_MEMORY;
  if (status) return status;
  feature->path = cut->archive.label;
  feature->stem = gm_origin_stem(file->path, file->member);
  while (!status && !cut->archive.ended) {
    status = gm_archive_read(build->ws, &cut->archive, &cut->text);
    if (!status) status = take_text(build, file, cut, feature);
  }
  if (!status && (cut->depth || cut->quoted))
    status = gm_fail(build->ws, GM_BAD_INPUT, 0,
                     "%s line %" PRIu64 " ends inside of a bracket",
                     feature->path, cut->line);
  return status;
}

gm_status gm_naturalearth_read_geojson(gm_build *build,
                                       const gm_earth_file *file) {
  cutter cut = {.line = 1};
  gm_status status =
      gm_archive_open(build->ws, file->path, file->member, &cut.archive);
  if (status) return status;
  status = take_all(build, file, &cut);
  gm_buffer_close(&cut.text);
  gm_archive_close(&cut.archive);
  return status;
}
