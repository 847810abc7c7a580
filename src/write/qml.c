/* See qml.h. The style is text, filled in from a table of kinds.
 *
 * - A symbol and a colour a kind; the surer, the larger; hollow below 0.5.
 * - One position for a label: to the right of a town, below the middle of what
 *   is wide. Ten mentions of a town lie on one point and want ten labels there;
 *   with one position nine find it taken, and with several QGIS would write the
 *   name all around the point.
 * - The date drives the temporal controller, if there is any date.
 * - No <layerGeometryType>: with it QGIS refuses the style for a map in which
 *   nothing was placed, which is a table to it.
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
#include "write/qml_area.h"
#include "write/qml_look.h"

/* ---------------------------------------------------------- the pieces -- */

static const char head[] =
    "<qgis version=\"3.22.16\" styleCategories=\"AllStyleCategories\""
    " labelsEnabled=\"1\">\n";

/* Where no date is known QGIS holds the column for texts, and a style that
 * counts on dates would hide everything. */
static const char temporal[] =
    "<temporal enabled=\"1\" mode=\"1\" startField=\"date\" endField=\"\""
    " durationField=\"\" fixedDuration=\"0\" durationUnit=\"d\""
    " accumulate=\"0\" limitMode=\"0\"><fixedRange><start></start><end></end>"
    "</fixedRange></temporal>\n";

static const char renderer[] =
    "<renderer-v2 type=\"categorizedSymbol\" attr=\"kind\""
    " enableorderby=\"1\" symbollevels=\"0\" forceraster=\"0\">\n"
    "<categories>\n";

/* The surest are drawn last, on top. */
static const char order[] =
    "<orderby><orderByClause asc=\"1\" nullsFirst=\"1\">"
    "&quot;confidence&quot;</orderByClause></orderby>\n</renderer-v2>\n";

static const char labels[] =
    "<labeling type=\"simple\"><settings>\n"
    "<text-style fieldName=\"name\" isExpression=\"0\""
    " fontFamily=\"Sans Serif\" fontSize=\"9\" fontSizeUnit=\"Point\""
    " textColor=\"34,34,34,255\" textOpacity=\"1\">"
    "<text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\""
    " bufferColor=\"255,255,255,255\" bufferOpacity=\"0.85\""
    " bufferNoFill=\"0\" bufferJoinStyle=\"128\"/></text-style>\n"
    "<placement placement=\"6\" predefinedPositionOrder=\"R\""
    " offsetType=\"1\" dist=\"0.6\" distUnits=\"MM\" priority=\"5\""
    " layerType=\"PointGeometry\"/>\n"
    "<rendering drawLabels=\"1\" obstacle=\"0\" scaleVisibility=\"0\""
    " displayAll=\"0\"/>\n"
    "<dd_properties><Option type=\"Map\"><Option name=\"properties\""
    " type=\"Map\">\n";

static const char behind_labels[] =
    "</Option><Option name=\"type\" type=\"QString\" value=\"collection\"/>"
    "</Option></dd_properties></settings></labeling>\n";

static const char rest[] =
    "<aliases>"
    "<alias field=\"mention_id\" name=\"Mention\"/>"
    "<alias field=\"document\" name=\"Article\"/>"
    "<alias field=\"url\" name=\"Address\"/>"
    "<alias field=\"text\" name=\"As written\"/>"
    "<alias field=\"name\" name=\"Place\"/>"
    "<alias field=\"geonameid\" name=\"GeoNames id\"/>"
    "<alias field=\"feature_code\" name=\"Feature code\"/>"
    "<alias field=\"country\" name=\"Country code\"/>"
    "<alias field=\"country_name\" name=\"Country\"/>"
    "<alias field=\"admin1\" name=\"State or province\"/>"
    "<alias field=\"admin2\" name=\"County or district\"/>"
    "<alias field=\"confidence_mention\" name=\"Confidence: is a place\"/>"
    "<alias field=\"confidence_place\" name=\"Confidence: is this one\"/>"
    "<alias field=\"runner_up\" name=\"Second best\"/>"
    "<alias field=\"runner_up_id\" name=\"Second best, id\"/>"
    "</aliases>\n"
    "<attributeactions>"
    "<defaultAction key=\"Canvas\""
    " value=\"{5d0c8f4e-1a57-4a3c-9e0b-6f1d2c3b4a59}\"/>"
    "<actionsetting type=\"5\" name=\"Open the article\" shortTitle=\"Open\""
    " action=\"[% &quot;url&quot; %]\""
    " id=\"{5d0c8f4e-1a57-4a3c-9e0b-6f1d2c3b4a59}\" icon=\"\" capture=\"0\""
    " isEnabledOnlyWhenEditable=\"0\" notificationMessage=\"\">"
    "<actionScope id=\"Canvas\"/><actionScope id=\"Feature\"/>"
    "</actionsetting></attributeactions>\n"
    "<previewExpression>coalesce(&quot;name&quot;, &quot;text&quot;) ||"
    " coalesce(' - ' || &quot;title&quot;, '')</previewExpression>\n";

/* What hovers over a point. The article's words are escaped, since a map tip
 * is HTML. */
#define ESCAPED(field)   \
  "replace(&quot;" field \
  "&quot;, map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;'))"

static const char tip[] =
    "<mapTip>"
    "&lt;b>[% coalesce(&quot;name&quot;, &quot;text&quot;) %]&lt;/b>"
    "[% coalesce(', ' || &quot;country_name&quot;, '') %]&lt;br>\n"
    "[% coalesce(" ESCAPED("title") ", '') %]"
    "[% coalesce(' (' || left(&quot;date&quot;, 10) || ')', '') %]&lt;br>\n"
    "&lt;i>[% replace(" ESCAPED("sentence") ", " ESCAPED("text") ","
    " '&lt;b>' || " ESCAPED("text") " || '&lt;/b>') %]&lt;/i>"
    "</mapTip>\n</qgis>\n";

/* --------------------------------------------------------- the symbols -- */

static void print_category(gm_buffer *out, size_t i) {
  gm_buffer_print(out,
                  "<category render=\"true\" symbol=\"%zu\" value=\"%s\""
                  " label=\"%s\"/>\n",
                  i, gm_place_kind_name(gm_qml_looks[i].kind),
                  gm_qml_looks[i].label);
}

static void print_labels(gm_buffer *out) {
  gm_buffer_append(out, GM_STR(labels));
  gm_qml_driven(
      out, "PredefinedPositionOrder",
      "if(&quot;kind&quot; in ('city','quarter','facility'),'R','B')");
  gm_qml_driven(out, "Priority", "10*coalesce(&quot;confidence&quot;,0)");
  gm_buffer_append(out, GM_STR(behind_labels));
}

static void print_renderer(gm_buffer *out) {
  gm_buffer_append(out, GM_STR(renderer));
  for (size_t i = 0; i < GM_QML_LOOKS; i++) print_category(out, i);
  gm_buffer_append(out, GM_STR("</categories>\n<symbols>\n"));
  for (size_t i = 0; i < GM_QML_LOOKS; i++) gm_qml_marker(out, i, i);
  gm_buffer_append(out, GM_STR("</symbols>\n"));
  gm_buffer_append(out, GM_STR(order));
}

static void print_body(gm_buffer *out, gm_style style) {
  gm_buffer_append(out, GM_STR(head));
  if (style.dated) gm_buffer_append(out, GM_STR(temporal));
  if (style.geometry != GM_LAYER_POINT) {
    gm_qml_area_print(out);
  } else {
    print_renderer(out);
    print_labels(out);
  }
  gm_buffer_append(out, GM_STR(rest));
  gm_buffer_append(out, GM_STR(tip));
}

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

gm_style gm_style_of(const gm_sheet *sheet) {
  return (gm_style){sheet->layer, sheet->geometry, sheet->period.first[0]};
}

void gm_qml_render(gm_style style, gm_buffer *out) {
  gm_buffer body = {0};
  if (style.layer != &gm_layer_mentions) return;
  print_body(&body, style);
  gm_buffer_print(out, "%s%016" PRIx64 "%s", before_mark,
                  hash_of(gm_buffer_str(&body)), behind_mark);
  gm_buffer_append(out, gm_buffer_str(&body));
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

char *gm_qml_path(gm_workspace *ws, gm_str map_path) {
  size_t stem = map_path.size;
  for (size_t i = map_path.size; i > 0 && map_path.bytes[i - 1] != '/'; i--)
    if (map_path.bytes[i - 1] == '.') {
      stem = i - 1;
      break;
    }
  map_path.size = stem;
  gm_str path = gm_str_print(ws, "%.*s.qml", GM_PRINT(map_path));
  return path.bytes ? gm_str_terminated(ws, path) : NULL;
}

bool gm_qml_wanted(gm_workspace *ws, const char *path) {
  if (access(path, F_OK) != 0) return true;
  gm_str style;
  if (gm_file_map(ws, path, &style) != GM_OK) return false;
  bool untouched = gm_qml_untouched(style);
  gm_file_unmap(style);
  return untouched;
}
