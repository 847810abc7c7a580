/* See qml_area.h.
 *
 * - Rules: first the type of the geometry, then the kind of the place. A rule
 *   that does not fit a layer draws nothing there.
 * - Ten mentions of a country lie on each other as ten areas. Their fills hide
 * nothing that one would not hide: they are opaque within their layer, and
 * the layer as a whole lets the map below shine through. An outline is dashed
 * where the confidence is below 0.5.
 * - The largest areas are drawn first, so that a country does not cover its
 *   divisions; among points the surest are drawn last, as in the other style.
 * - Labels by rules, too: in the middle of areas, along lines, beside points.
 * Where ten mentions want the same spot nine find it taken; only along a line
 * there is room for ten, so there it is for the first mention alone. */
#include "write/qml_area.h"

#include <stdio.h>

#include "base/str.h"
#include "write/qml_look.h"

/* True for the first mention of a place; costs a walk through the layer. */
#define FIRST                                                        \
  "&quot;mention_id&quot;=minimum(&quot;mention_id&quot;,group_by:=" \
  "concat(&quot;name&quot;,&quot;lat&quot;,&quot;lon&quot;))"

#define UNSURE "coalesce(&quot;confidence&quot;,0)&lt;0.5"

/* The types in the order of the legend, with what their symbols begin at. */
static const struct {
  const char *type, *label;
} types[] = {{"Polygon", "Areas"}, {"Line", "Rivers"}, {"Point", "Points"}};

enum { TYPES = sizeof types / sizeof *types };

static void print_key(gm_buffer *out, size_t number) {
  gm_buffer_print(out, " key=\"{7a1c0d52-6be3-4f0e-9d43-%012zu}\"", number);
}

static void print_rules(gm_buffer *out) {
  gm_buffer_append(out, GM_STR("<rules"));
  print_key(out, 0);
  gm_buffer_append(out, GM_STR(">\n"));
  for (size_t type = 0; type < TYPES; type++) {
    gm_buffer_append(out, GM_STR("<rule"));
    print_key(out, 100 * (type + 1));
    gm_buffer_print(out,
                    " label=\"%s\""
                    " filter=\"geometry_type($geometry)='%s'\">\n",
                    types[type].label, types[type].type);
    for (size_t i = 0; i < GM_QML_LOOKS; i++) {
      gm_buffer_append(out, GM_STR("<rule"));
      print_key(out, 100 * (type + 1) + i + 1);
      gm_buffer_print(out,
                      " label=\"%s\" filter=\"&quot;kind&quot;='%s'\""
                      " symbol=\"%zu\"/>\n",
                      gm_qml_looks[i].label,
                      gm_place_kind_name(gm_qml_looks[i].kind),
                      type * GM_QML_LOOKS + i);
    }
    gm_buffer_append(out, GM_STR("</rule>\n"));
  }
  gm_buffer_append(out, GM_STR("</rules>\n"));
}

static void begin_symbol(gm_buffer *out, size_t number, const char *type,
                         const char *class) {
  gm_buffer_print(out,
                  "<symbol name=\"%zu\" type=\"%s\" alpha=\"1\""
                  " clip_to_extent=\"1\" force_rhr=\"0\">"
                  "<layer class=\"%s\" enabled=\"1\" locked=\"0\" pass=\"0\">"
                  "<Option type=\"Map\">",
                  number, type, class);
}

static void begin_driven(gm_buffer *out) {
  gm_buffer_append(out, GM_STR("</Option>\n<data_defined_properties>"
                               "<Option type=\"Map\">"
                               "<Option name=\"properties\" type=\"Map\">\n"));
}

static void end_symbol(gm_buffer *out) {
  gm_buffer_append(out, GM_STR("</Option><Option name=\"type\""
                               " type=\"QString\" value=\"collection\"/>"
                               "</Option></data_defined_properties></layer>"
                               "</symbol>\n"));
}

/* A colour, "red,green,blue", most of the way to white. */
static void print_tint(char *out, size_t size, const char *colour) {
  unsigned red = 0, green = 0, blue = 0;
  sscanf(colour, "%u,%u,%u", &red, &green, &blue);
  snprintf(out, size, "%u,%u,%u,255", 170 + red / 3, 170 + green / 3,
           170 + blue / 3);
}

static void print_fill(gm_buffer *out, size_t i) {
  char tint[64];
  print_tint(tint, sizeof tint, gm_qml_looks[i].colour);
  begin_symbol(out, i, "fill", "SimpleFill");
  gm_qml_option(out, "color", tint);
  gm_qml_option(out, "style", "solid");
  gm_qml_option(out, "outline_color", gm_qml_looks[i].colour);
  gm_qml_option(out, "outline_style", "solid");
  gm_qml_option(out, "outline_width", "0.4");
  gm_qml_option(out, "joinstyle", "round");
  begin_driven(out);
  gm_qml_driven(out, "outlineStyle", "if(" UNSURE ",'dash','solid')");
  end_symbol(out);
}

static void print_stroke(gm_buffer *out, size_t i) {
  begin_symbol(out, GM_QML_LOOKS + i, "line", "SimpleLine");
  gm_qml_option(out, "line_color", gm_qml_looks[i].colour);
  gm_qml_option(out, "line_style", "solid");
  gm_qml_option(out, "line_width", "0.7");
  gm_qml_option(out, "capstyle", "round");
  gm_qml_option(out, "joinstyle", "round");
  begin_driven(out);
  gm_qml_driven(out, "outlineStyle", "if(" UNSURE ",'dash','solid')");
  end_symbol(out);
}

static void print_renderer(gm_buffer *out) {
  gm_buffer_append(out, GM_STR("<renderer-v2 type=\"RuleRenderer\""
                               " enableorderby=\"1\" symbollevels=\"0\""
                               " forceraster=\"0\">\n"));
  print_rules(out);
  gm_buffer_append(out, GM_STR("<symbols>\n"));
  for (size_t i = 0; i < GM_QML_LOOKS; i++) print_fill(out, i);
  for (size_t i = 0; i < GM_QML_LOOKS; i++) print_stroke(out, i);
  for (size_t i = 0; i < GM_QML_LOOKS; i++)
    gm_qml_marker(out, 2 * GM_QML_LOOKS + i, i,
                  "coalesce(scale_linear(\"confidence\",0.3,1,2.2,4),3)");
  gm_buffer_append(out,
                   GM_STR("</symbols>\n<orderby>"
                          "<orderByClause asc=\"0\" nullsFirst=\"1\">"
                          "coalesce(area($geometry),0)</orderByClause>"
                          "<orderByClause asc=\"1\" nullsFirst=\"1\">"
                          "&quot;confidence&quot;</orderByClause></orderby>\n"
                          "</renderer-v2>\n"));
}

/* -------------------------------------------------------------- labels -- */

static const struct {
  const char *type, *only, *placement, *colour;
} labels[] = {
    {"Polygon", "",
     "placement=\"1\" overrunDistance=\"0\" layerType=\"PolygonGeometry\""
     " centroidWhole=\"0\" centroidInside=\"1\" quadOffset=\"4\"",
     "60,60,60,255"},
    {"Line", " and " FIRST,
     "placement=\"2\" placementFlags=\"9\" layerType=\"LineGeometry\"",
     "31,100,160,255"},
    {"Point", "",
     "placement=\"6\" predefinedPositionOrder=\"R\" offsetType=\"1\""
     " layerType=\"PointGeometry\"",
     "34,34,34,255"},
};

static void print_label(gm_buffer *out, size_t i) {
  gm_buffer_append(out, GM_STR("<rule"));
  print_key(out, 1000 + i);
  gm_buffer_print(
      out,
      " filter=\"geometry_type($geometry)='%s'%s\"><settings>"
      "<text-style fieldName=\"name\" isExpression=\"0\""
      " fontFamily=\"Sans Serif\" fontSize=\"9\" fontSizeUnit=\"Point\""
      " textColor=\"%s\" textOpacity=\"1\"><text-buffer bufferDraw=\"1\""
      " bufferSize=\"0.8\" bufferSizeUnits=\"MM\""
      " bufferColor=\"255,255,255,255\" bufferOpacity=\"0.85\""
      " bufferNoFill=\"0\" bufferJoinStyle=\"128\"/></text-style>\n"
      "<placement %s dist=\"0.6\" distUnits=\"MM\" priority=\"5\"/>\n"
      "<rendering drawLabels=\"1\" obstacle=\"0\" scaleVisibility=\"0\""
      " displayAll=\"0\"/></settings></rule>\n",
      labels[i].type, labels[i].only, labels[i].colour, labels[i].placement);
}

void gm_qml_area_print(gm_buffer *out) {
  print_renderer(out);
  gm_buffer_append(out, GM_STR("<layerOpacity>0.75</layerOpacity>\n"));
  gm_buffer_append(out, GM_STR("<labeling type=\"rule-based\"><rules"));
  print_key(out, 999);
  gm_buffer_append(out, GM_STR(">\n"));
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
    print_label(out, i);
  gm_buffer_append(out, GM_STR("</rules></labeling>\n"));
}
