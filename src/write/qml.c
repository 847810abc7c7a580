/* See qml.h. What a style says of a layer is in qml_LAYER.c; no style has a
 * <layerGeometryType>, with which QGIS refuses it for a map in which nothing
 * was placed, since that is a table to it.
 *
 * A user may change the style and save it over ours. Therefore it carries a
 * mark, the hash of all its other bytes: where that holds no more, someone has
 * been at work, and the file stays as it is. */
#include "write/qml.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "write/qml_layer.h"

static const char head[] =
    "<qgis version=\"3.22.16\" styleCategories=\"AllStyleCategories\""
    " labelsEnabled=\"%d\">\n";

/* ------------------------------------------------------------ the mark -- */

static const char before_mark[] =
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
    "<!-- Written by geomention, which writes it anew while this mark fits: ";
static const char behind_mark[] = " -->\n";

enum { MARK_DIGITS = 16 };

/* FNV-1a, 64 bits. It guards against chance, not against malice. */
static uint64_t hash_of(gm_str body) {
  uint64_t hash = UINT64_C(0xcbf29ce484222325);
  for (size_t i = 0; i < body.size; i++)
    hash = (hash ^ (unsigned char)body.bytes[i]) * UINT64_C(0x100000001b3);
  return hash;
}

/* The style behind the mark of its bytes. */
static void print_marked(const gm_buffer *body, gm_buffer *out) {
  gm_buffer_print(out, "%s%016" PRIx64 "%s", before_mark,
                  hash_of(gm_buffer_str(body)), behind_mark);
  gm_buffer_append(out, gm_buffer_str(body));
}

gm_style gm_style_of(const gm_sheet *sheet) {
  const gm_book *book = sheet->book;
  bool among = false;
  for (int i = 0; i < book->sheet_count; i++)
    among |= book->sheets[i].layer == &gm_layer_places;
  return (gm_style){.layer = sheet->layer,
                    .geometry = sheet->geometry,
                    .seen = sheet->seen,
                    .among = among && book->layout->together};
}

void gm_qml_render(gm_style style, gm_buffer *out) {
  gm_buffer body = {0};
  gm_buffer_print(&body, head, gm_qml_layer_labelled(style));
  bool styled = gm_qml_layer(style, &body);
  gm_buffer_append(&body, GM_STR("</qgis>\n"));
  if (styled) print_marked(&body, out);
  out->failed |= body.failed;
  gm_buffer_close(&body);
}

bool gm_qml_untouched(gm_str style) {
  size_t head_size = sizeof before_mark - 1 + MARK_DIGITS;
  size_t body_at = head_size + sizeof behind_mark - 1;
  if (style.size < body_at) return false;
  gm_str body = {style.bytes + body_at, style.size - body_at};
  char expected[sizeof before_mark + MARK_DIGITS + sizeof behind_mark];
  snprintf(expected, sizeof expected, "%s%016" PRIx64 "%s", before_mark,
           hash_of(body), behind_mark);
  return gm_str_starts(style, gm_str_of(expected));
}

/* ----------------------------------------------------------- the place -- */

bool gm_qml_wanted(gm_workspace *ws, const char *path) {
  if (access(path, F_OK) != 0) return true;
  gm_str style;
  if (gm_file_map(ws, path, &style) != GM_OK) return false;
  bool untouched = gm_qml_untouched(style);
  gm_file_unmap(style);
  return untouched;
}
