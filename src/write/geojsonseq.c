/* GeoJSON, one Feature a line and nothing around them: for long runs, since a
 * reader may take a line at a time and a file that was cut short loses only
 * its last. Without the record separators of RFC 8142, which line tools do not
 * expect; GDAL and QGIS read it under these endings either way. */
#include "base/str.h"
#include "write/feature.h"
#include "write/layout.h"

static const char *const endings[] = {".geojsonl", ".geojsons", ".ndjson",
                                      ".jsonl", NULL};

static gm_status tail(gm_workspace *ws, const gm_sheet *sheet, gm_buffer *out) {
  (void)ws;
  if (sheet->rows) gm_buffer_append(out, GM_STR("\n"));
  return GM_OK;
}

const gm_layout gm_layout_geojsonseq = {
    .name = "geojsonseq",
    .endings = endings,
    .between = "\n",
    .styled = true,
    .streamed = true,
    .mixed = true,
    .begin = gm_text_begin,
    .print = gm_feature_print,
    .add = gm_text_add,
    .end = gm_text_end,
    .tail = tail,
};
