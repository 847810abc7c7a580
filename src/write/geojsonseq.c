/* GeoJSON, one Feature a line and nothing around them: for long runs, since a
 * reader may take a line at a time and a file that was cut short loses only
 * its last. Without the record separators of RFC 8142, which line tools do not
 * expect; GDAL and QGIS read it under these endings either way. */
#include "base/str.h"
#include "write/feature.h"
#include "write/writer.h"

static const char *const endings[] = {".geojsonl", ".geojsons", ".ndjson",
                                      ".jsonl", NULL};

static gm_status begin(gm_workspace *ws, const gm_gazetteer *gazetteer,
                       gm_buffer *out) {
  (void)ws, (void)gazetteer, (void)out;
  return GM_OK;
}

static gm_status end(gm_workspace *ws, const gm_gazetteer *gazetteer,
                     void *state, bool any, gm_buffer *out) {
  (void)state;
  (void)ws, (void)gazetteer;
  if (any) gm_buffer_append(out, GM_STR("\n"));
  return GM_OK;
}

const gm_layout gm_layout_geojsonseq = {
    .name = "geojsonseq",
    .endings = endings,
    .between = "\n",
    .styled = true,
    .begin = begin,
    .render = gm_features_render,
    .end = end,
};
