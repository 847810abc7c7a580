/* GeoJSON, RFC 7946: one FeatureCollection, a Feature a line.
 *
 *     {"type":"FeatureCollection","features":[
 *     {"type":"Feature",...},
 *     {"type":"Feature",...}
 *     ],
 *     "generator":"geomention 0.1.0","gazetteer":{"name":...}}
 *
 * The type comes first and what is told of the whole comes last: GDAL looks
 * for "FeatureCollection" in the first bytes of the file only. No "crs", which
 * the RFC took away; WGS 84 goes without saying. */
#include "base/str.h"
#include "write/feature.h"
#include "write/layout.h"

static const char *const endings[] = {".geojson", ".json", NULL};

static gm_status head(gm_workspace *ws, const gm_sheet *sheet, gm_buffer *out) {
  (void)ws, (void)sheet;
  gm_buffer_append(out, GM_STR("{\"type\":\"FeatureCollection\","
                               "\"features\":[\n"));
  return GM_OK;
}

/* Whose places these are, and under which licence. */
static cJSON *gazetteer_json(gm_workspace *ws, const gm_gazetteer *gazetteer) {
  gm_gazetteer_info info = gm_gazetteer_about(gazetteer);
  struct {
    const char *name;
    gm_str value;
  } members[] = {{"name", info.name},
                 {"date", info.date},
                 {"hash", info.hash},
                 {"licence", info.licence},
                 {"attribution", info.attribution}};
  cJSON *json = cJSON_CreateObject();
  for (size_t i = 0; i < sizeof members / sizeof *members; i++)
    if (!gm_json_add(json, members[i].name,
                     gm_json_text(ws, members[i].value))) {
      cJSON_Delete(json);
      return NULL;
    }
  return json;
}

static gm_status tail(gm_workspace *ws, const gm_sheet *sheet, gm_buffer *out) {
  gm_buffer_print(out, "%s],\n\"generator\":\"geomention %s\",\"gazetteer\":",
                  sheet->rows ? "\n" : "", gm_version());
  gm_status status =
      gm_json_print(ws, gazetteer_json(ws, sheet->book->gazetteer), out);
  gm_buffer_append(out, GM_STR("}\n"));
  return status;
}

const gm_layout gm_layout_geojson = {
    .name = "geojson",
    .endings = endings,
    .between = ",\n",
    .styled = true,
    .streamed = true,
    .mixed = true,
    .begin = gm_text_begin,
    .print = gm_feature_print,
    .add = gm_text_add,
    .end = gm_text_end,
    .head = head,
    .tail = tail,
};
