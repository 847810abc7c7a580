/* See qml_look.h. */
#include "write/qml_look.h"

#include <stdio.h>

#include "base/str.h"
#include "write/xml.h"

const gm_qml_look gm_qml_looks[GM_QML_LOOKS] = {
    {GM_PLACE_CITY, "City, town, village", "circle", "214,39,40"},
    {GM_PLACE_QUARTER, "Quarter", "circle", "231,116,84"},
    {GM_PLACE_DIVISION, "Division", "diamond", "148,103,189"},
    {GM_PLACE_COUNTRY, "Country", "diamond", "90,50,140"},
    {GM_PLACE_CONTINENT, "Continent", "star", "60,40,90"},
    {GM_PLACE_REGION, "Region", "pentagon", "230,126,0"},
    {GM_PLACE_WATER, "Water", "circle", "31,119,180"},
    {GM_PLACE_TERRAIN, "Terrain", "triangle", "44,140,44"},
    {GM_PLACE_FACILITY, "Facility", "square", "70,70,70"},
};

void gm_qml_option(gm_buffer *out, const char *name, const char *value) {
  gm_buffer_print(out, "<Option name=\"%s\" type=\"QString\" value=\"%s\"/>",
                  name, value);
}

void gm_qml_driven(gm_buffer *out, const char *name, const char *expression) {
  gm_buffer_print(out,
                  "<Option name=\"%s\" type=\"Map\">"
                  "<Option name=\"active\" type=\"bool\" value=\"true\"/>"
                  "<Option name=\"expression\" type=\"QString\" value=\"%s\"/>"
                  "<Option name=\"type\" type=\"int\" value=\"3\"/></Option>\n",
                  name, expression);
}

/* Full where sure, hollow where not. */
static void print_colour(gm_buffer *out, const char *name, const char *sure,
                         const char *unsure) {
  char expression[128];
  snprintf(expression, sizeof expression,
           "if(coalesce(&quot;confidence&quot;,0)>=0.5,'%s,255','%s,255')",
           sure, unsure);
  gm_qml_driven(out, name, expression);
}

void gm_qml_marker(gm_buffer *out, size_t number, size_t i, const char *size) {
  gm_buffer_print(out,
                  "<symbol name=\"%zu\" type=\"marker\" alpha=\"1\""
                  " clip_to_extent=\"1\" force_rhr=\"0\">"
                  "<layer class=\"SimpleMarker\" enabled=\"1\" locked=\"0\""
                  " pass=\"0\"><Option type=\"Map\">",
                  number);
  gm_qml_option(out, "name", gm_qml_looks[i].shape);
  gm_qml_option(out, "color", gm_qml_looks[i].colour);
  gm_qml_option(out, "outline_color", "255,255,255,255");
  gm_qml_option(out, "outline_width", "0.3");
  gm_qml_option(out, "size", "3.2");
  gm_qml_option(out, "size_unit", "MM");
  gm_buffer_print(out,
                  "</Option>\n<data_defined_properties>"
                  "<Option type=\"Map\"><Option name=\"properties\""
                  " type=\"Map\">\n");
  gm_buffer escaped = {0};
  gm_xml_print(gm_str_of(size), &escaped);
  gm_buffer_append(&escaped, (gm_str){"", 1});
  if (!escaped.failed) gm_qml_driven(out, "size", escaped.bytes);
  out->failed |= escaped.failed;
  gm_buffer_close(&escaped);
  print_colour(out, "fillColor", gm_qml_looks[i].colour, "255,255,255");
  print_colour(out, "outlineColor", "255,255,255", gm_qml_looks[i].colour);
  gm_buffer_print(out,
                  "</Option>"
                  "<Option name=\"type\" type=\"QString\""
                  " value=\"collection\"/></Option>"
                  "</data_defined_properties></layer></symbol>\n");
}
