/* KML 2.3 (OGC 12-007r2), for Google Earth: a Placemark a row, with all fields
 * as typed data, a balloon with the words around the name, and the time, which
 * the slider of Google Earth uses.
 *
 * Its own elements have names that fields have too; GDAL reads a field "name",
 * "begin" or "end" into them and loses one of the two. So a field of such a
 * name carries the layer's in front: mentions_begin.
 *
 * A colour a kind of place, as in QGIS; the symbol is the program's own, since
 * any other would be fetched from a network. Coordinates are WGS 84, as the
 * standard says. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "write/layout.h"
#include "write/number.h"
#include "write/qml_look.h"
#include "write/xml.h"

static const char *const endings[] = {".kml", NULL};

static int field_at(const gm_layer *layer, const char *name) {
  for (int i = 0; i < layer->field_count; i++)
    if (!strcmp(layer->fields[i].name, name)) return i;
  return -1;
}

/* -------------------------------------------------------------- the head -- */

/* What GDAL makes of KML's own elements. */
static bool is_taken(const char *name) {
  static const char *const taken[] = {"name", "description", "begin",
                                      "end",  "timestamp",   "icon"};
  for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
    if (!strcmp(name, taken[i])) return true;
  return false;
}

static void print_name(const gm_layer *layer, int i, gm_buffer *out) {
  const char *name = layer->fields[i].name;
  if (is_taken(name)) gm_buffer_print(out, "%s_", layer->name);
  gm_buffer_print(out, "%s", name);
}

/* An int has 32 bits, and Asia has more inhabitants than that. */
static const char *type_of(const gm_field *field) {
  static const char *const types[] = {[GM_FIELD_TEXT] = "string",
                                      [GM_FIELD_INTEGER] = "int",
                                      [GM_FIELD_REAL] = "double",
                                      [GM_FIELD_TIME] = "string"};
  return strcmp(field->unit, "inhabitants") ? types[field->type] : "double";
}

static void print_schema(const gm_layer *layer, gm_buffer *out) {
  gm_buffer_print(out, "<Schema name=\"%s\" id=\"%s_fields\">\n", layer->name,
                  layer->name);
  for (int i = 0; i < layer->field_count; i++) {
    gm_buffer_print(out, "<SimpleField type=\"%s\" name=\"",
                    type_of(&layer->fields[i]));
    print_name(layer, i, out);
    gm_buffer_append(out, GM_STR("\"/>\n"));
  }
  gm_buffer_append(out, GM_STR("</Schema>\n"));
}

/* A colour is aabbggrr here. */
static void print_colour(const char *element, const char *colour, int alpha,
                         gm_buffer *out) {
  unsigned red = 0, green = 0, blue = 0;
  sscanf(colour, "%u,%u,%u", &red, &green, &blue);
  gm_buffer_print(out, "<%s><color>%02x%02x%02x%02x</color>", element,
                  (unsigned)alpha, blue, green, red);
}

static void print_styles(gm_buffer *out) {
  for (size_t i = 0; i < GM_QML_LOOKS; i++) {
    gm_buffer_print(out, "<Style id=\"%s\">",
                    gm_place_kind_name(gm_qml_looks[i].kind));
    print_colour("IconStyle", gm_qml_looks[i].colour, 255, out);
    gm_buffer_append(out, GM_STR("<scale>0.8</scale></IconStyle>"));
    print_colour("LineStyle", gm_qml_looks[i].colour, 255, out);
    gm_buffer_append(out, GM_STR("<width>2</width></LineStyle>"));
    print_colour("PolyStyle", gm_qml_looks[i].colour, 96, out);
    gm_buffer_append(out, GM_STR("</PolyStyle></Style>\n"));
  }
}

static gm_status head(gm_workspace *ws, const gm_sheet *sheet, gm_buffer *out) {
  gm_gazetteer_info info = gm_gazetteer_about(sheet->book->gazetteer);
  (void)ws;
  gm_buffer_print(out,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n"
                  "<Document id=\"root\"><name>%s</name>\n<description>",
                  sheet->name);
  gm_xml_print(info.attribution, out);
  gm_buffer_append(out, GM_STR("</description>\n"));
  print_schema(sheet->layer, out);
  print_styles(out);
  return GM_OK;
}

static gm_status tail(gm_workspace *ws, const gm_sheet *sheet, gm_buffer *out) {
  (void)ws, (void)sheet;
  gm_buffer_append(out, GM_STR("</Document></kml>\n"));
  return GM_OK;
}

/* --------------------------------------------------------- the geometry -- */

static void print_points(const gm_ring *ring, gm_buffer *out) {
  gm_buffer_append(out, GM_STR("<coordinates>"));
  for (uint32_t i = 0; i < ring->count; i++) {
    gm_point at = ring->points[i];
    gm_buffer_print(out, "%s%s,%s", i ? " " : "",
                    gm_number_of(at.lon_deg, GM_COORDINATE_DECIMALS).digits,
                    gm_number_of(at.lat_deg, GM_COORDINATE_DECIMALS).digits);
  }
  gm_buffer_append(out, GM_STR("</coordinates>"));
}

static void print_line(const gm_ring *line, gm_buffer *out) {
  gm_buffer_append(out, GM_STR("<LineString><tessellate>1</tessellate>"));
  print_points(line, out);
  gm_buffer_append(out, GM_STR("</LineString>"));
}

/* An outline with the `count` - 1 holes that follow it. */
static void print_polygon(const gm_ring *rings, uint32_t count,
                          gm_buffer *out) {
  gm_buffer_append(out, GM_STR("<Polygon>"));
  for (uint32_t i = 0; i < count; i++) {
    const char *side = i ? "inner" : "outer";
    gm_buffer_print(out, "<%sBoundaryIs><LinearRing>", side);
    print_points(&rings[i], out);
    gm_buffer_print(out, "</LinearRing></%sBoundaryIs>", side);
  }
  gm_buffer_append(out, GM_STR("</Polygon>"));
}

static void print_shape(const gm_shape *shape, gm_buffer *out) {
  if (shape->type == GM_SHAPE_POINT) {
    gm_buffer_append(out, GM_STR("<Point>"));
    print_points(&shape->rings[0], out);
    gm_buffer_append(out, GM_STR("</Point>"));
    return;
  }
  gm_buffer_append(out, GM_STR("<MultiGeometry>"));
  for (uint32_t i = 0; i < shape->count;) {
    uint32_t end = i + 1;
    while (end < shape->count && shape->rings[end].hole) end++;
    if (shape->type == GM_SHAPE_LINE)
      print_line(&shape->rings[i], out);
    else
      print_polygon(&shape->rings[i], end - i, out);
    i = end;
  }
  gm_buffer_append(out, GM_STR("</MultiGeometry>"));
}

/* -------------------------------------------------------------- the rows -- */

/* The text of a field, or nothing where the layer has none of that name. */
static gm_str text_of(const gm_sheet *sheet, const gm_layer_row *row,
                      const char *name) {
  int at = field_at(sheet->layer, name);
  return at < 0 || row->values[at].null ? (gm_str){0} : row->values[at].text;
}

static void print_element(const char *name, gm_str text, gm_buffer *out) {
  if (!text.size) return;
  gm_buffer_print(out, "<%s>", name);
  gm_xml_print(text, out);
  gm_buffer_print(out, "</%s>", name);
}

/* The balloon is HTML within XML, so the article's words are escaped twice. */
static void print_balloon(const gm_sheet *sheet, const gm_layer_row *row,
                          gm_buffer *out) {
  static const char *const lines[] = {"title", "titles", "sentence",
                                      "sentences"};
  gm_buffer html = {0};
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    gm_str text = text_of(sheet, row, lines[i]);
    if (!text.size) continue;
    gm_buffer_append(&html, GM_STR("<p>"));
    gm_xml_print(text, &html);
    gm_buffer_append(&html, GM_STR("</p>"));
  }
  out->failed |= html.failed;
  print_element("description", gm_buffer_str(&html), out);
  gm_buffer_close(&html);
}

static void print_time(const gm_sheet *sheet, const gm_layer_row *row,
                       gm_buffer *out) {
  int at = sheet->layer->time_field;
  if (at < 0 || row->values[at].null) return;
  gm_buffer_append(out, GM_STR("<TimeStamp>"));
  print_element("when", row->values[at].text, out);
  gm_buffer_append(out, GM_STR("</TimeStamp>"));
}

static void print_value(const gm_sheet *sheet, int i, const gm_value *value,
                        gm_buffer *out) {
  if (value->null) return;
  gm_buffer_append(out, GM_STR("<SimpleData name=\""));
  print_name(sheet->layer, i, out);
  gm_buffer_append(out, GM_STR("\">"));
  switch (sheet->layer->fields[i].type) {
    case GM_FIELD_INTEGER:
      gm_buffer_print(out, "%" PRId64, value->integer);
      break;
    case GM_FIELD_REAL:
      gm_buffer_print(out, "%s",
                      gm_number_of(value->real, value->decimals).digits);
      break;
    case GM_FIELD_TEXT:
    case GM_FIELD_TIME: gm_xml_print(value->text, out); break;
  }
  gm_buffer_append(out, GM_STR("</SimpleData>"));
}

static gm_status print(gm_workspace *ws, const gm_sheet *sheet,
                       const gm_layer_row *row, gm_buffer *out) {
  const gm_layer *layer = sheet->layer;
  gm_str name = text_of(sheet, row, "name");
  gm_str kind = text_of(sheet, row, "kind");
  (void)ws;
  gm_buffer_append(out, GM_STR("<Placemark>"));
  print_element("name", name.size ? name : text_of(sheet, row, "text"), out);
  print_balloon(sheet, row, out);
  print_time(sheet, row, out);
  if (kind.size)
    gm_buffer_print(out, "<styleUrl>#%.*s</styleUrl>", GM_PRINT(kind));
  gm_buffer_print(out, "<ExtendedData><SchemaData schemaUrl=\"#%s_fields\">",
                  layer->name);
  for (int i = 0; i < layer->field_count; i++)
    print_value(sheet, i, &row->values[i], out);
  gm_buffer_append(out, GM_STR("</SchemaData></ExtendedData>"));
  if (row->shape) print_shape(row->shape, out);
  gm_buffer_append(out, GM_STR("</Placemark>\n"));
  return GM_OK;
}

const gm_layout gm_layout_kml = {
    .name = "kml",
    .endings = endings,
    .between = "",
    .styled = true,
    .streamed = true,
    .begin = gm_text_begin,
    .print = print,
    .add = gm_text_add,
    .end = gm_text_end,
    .head = head,
    .tail = tail,
};
