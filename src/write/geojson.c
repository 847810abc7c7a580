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
#include "write/writer.h"

static const char *const endings[] = {".geojson", ".json", NULL};

static gm_status begin(gm_workspace *ws, const gm_gazetteer *gazetteer,
                       gm_buffer *out) {
  (void)ws, (void)gazetteer;
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

static gm_status end(gm_workspace *ws, const gm_gazetteer *gazetteer,
                     void *state, bool any, gm_buffer *out) {
  (void)state;
  gm_buffer_print(out, "%s],\n\"generator\":\"geomention %s\",\"gazetteer\":",
                  any ? "\n" : "", gm_version());
  gm_status status = gm_json_print(ws, gazetteer_json(ws, gazetteer), out);
  gm_buffer_append(out, GM_STR("}\n"));
  return status;
}

const gm_layout gm_layout_geojson = {
    .name = "geojson",
    .endings = endings,
    .between = ",\n",
    .styled = true,
    .begin = begin,
    .render = gm_features_render,
    .end = end,
};
