/* See qml_part.h. */
#include "write/qml_part.h"

#include "base/str.h"
#include "write/qml_look.h"
#include "write/xml.h"

static void put(gm_buffer *out, const char *text) {
  gm_xml_print(gm_str_of(text), out);
}

void gm_qml_temporal(gm_buffer *out, const char *begin, const char *end) {
  gm_buffer_print(out,
                  "<temporal enabled=\"1\" mode=\"%d\" startField=\"%s\""
                  " endField=\"%s\" durationField=\"\" fixedDuration=\"0\""
                  " durationUnit=\"d\" accumulate=\"0\" limitMode=\"0\">"
                  "<fixedRange><start></start><end></end></fixedRange>"
                  "</temporal>\n",
                  end ? 2 : 1, begin, end ? end : "");
}

/* --------------------------------------------------------------- labels -- */

static void put_driven(gm_buffer *out, const char *name,
                       const char *expression) {
  gm_buffer_print(out,
                  "<Option name=\"%s\" type=\"Map\">"
                  "<Option name=\"active\" type=\"bool\" value=\"true\"/>"
                  "<Option name=\"expression\" type=\"QString\" value=\"",
                  name);
  put(out, expression);
  gm_buffer_append(out, GM_STR("\"/><Option name=\"type\" type=\"int\""
                               " value=\"3\"/></Option>\n"));
}

static void begin_driven(gm_buffer *out) {
  gm_buffer_append(out, GM_STR("<Option type=\"Map\">"
                               "<Option name=\"properties\" type=\"Map\">\n"));
}

static void end_driven(gm_buffer *out) {
  gm_buffer_append(out, GM_STR("</Option><Option name=\"type\""
                               " type=\"QString\" value=\"collection\"/>"
                               "</Option>"));
}

void gm_qml_label_print(gm_buffer *out, const gm_qml_label *label) {
  gm_buffer_append(out, GM_STR("<labeling type=\"simple\"><settings>\n"
                               "<text-style isExpression=\"1\" fieldName=\""));
  put(out, label->text);
  gm_buffer_print(
      out,
      "\" fontFamily=\"Sans Serif\" fontSize=\"%d\""
      " fontSizeUnit=\"Point\" textColor=\"%s\" textOpacity=\"1\">"
      "<text-buffer bufferDraw=\"1\" bufferSize=\"0.8\""
      " bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,255\""
      " bufferOpacity=\"0.85\" bufferNoFill=\"0\" bufferJoinStyle=\"128\"/>"
      "</text-style>\n<placement %s/>\n"
      "<rendering drawLabels=\"1\" obstacle=\"0\" scaleVisibility=\"0\""
      " displayAll=\"0\"%s/>\n<dd_properties>",
      label->size_pt, label->colour, label->placement, label->rendering);
  begin_driven(out);
  if (label->positions)
    put_driven(out, "PredefinedPositionOrder", label->positions);
  put_driven(out, "Priority", label->priority);
  end_driven(out);
  gm_buffer_append(out, GM_STR("</dd_properties></settings></labeling>\n"));
}

/* ------------------------------------------------- names, clicks and tips --
 */

void gm_qml_aliases(gm_buffer *out, const char *const *pairs) {
  gm_buffer_append(out, GM_STR("<aliases>"));
  for (; *pairs; pairs += 2)
    gm_buffer_print(out, "<alias field=\"%s\" name=\"%s\"/>", pairs[0],
                    pairs[1]);
  gm_buffer_append(out, GM_STR("</aliases>\n"));
}

void gm_qml_action(gm_buffer *out) {
  gm_buffer_append(
      out, GM_STR("<attributeactions>"
                  "<defaultAction key=\"Canvas\""
                  " value=\"{5d0c8f4e-1a57-4a3c-9e0b-6f1d2c3b4a59}\"/>"
                  "<actionsetting type=\"5\" name=\"Open the article\""
                  " shortTitle=\"Open\" action=\"[% &quot;url&quot; %]\""
                  " id=\"{5d0c8f4e-1a57-4a3c-9e0b-6f1d2c3b4a59}\" icon=\"\""
                  " capture=\"0\" isEnabledOnlyWhenEditable=\"0\""
                  " notificationMessage=\"\"><actionScope id=\"Canvas\"/>"
                  "<actionScope id=\"Feature\"/></actionsetting>"
                  "</attributeactions>\n"));
}

void gm_qml_tip(gm_buffer *out, const char *name, const char *html) {
  gm_buffer_append(out, GM_STR("<previewExpression>"));
  put(out, name);
  gm_buffer_append(out, GM_STR("</previewExpression>\n<mapTip>"));
  put(out, html);
  gm_buffer_append(out, GM_STR("</mapTip>\n"));
}

/* -------------------------------------------------------------- symbols -- */

void gm_qml_symbol(gm_buffer *out, size_t number, const char *type,
                   const char *class, const char *const *options,
                   const char *const *driven) {
  gm_buffer_print(out,
                  "<symbol name=\"%zu\" type=\"%s\" alpha=\"1\""
                  " clip_to_extent=\"1\" force_rhr=\"0\">"
                  "<layer class=\"%s\" enabled=\"1\" locked=\"0\" pass=\"0\">"
                  "<Option type=\"Map\">",
                  number, type, class);
  for (; *options; options += 2) gm_qml_option(out, options[0], options[1]);
  gm_buffer_append(out, GM_STR("</Option>\n<data_defined_properties>"));
  begin_driven(out);
  for (; *driven; driven += 2) put_driven(out, driven[0], driven[1]);
  end_driven(out);
  gm_buffer_append(out,
                   GM_STR("</data_defined_properties></layer></symbol>\n"));
}

/* An empty layer has the whole legend. */
static bool is_shown(unsigned kinds, size_t look) {
  return !kinds || kinds >> gm_qml_looks[look].kind & 1;
}

void gm_qml_kinds(gm_buffer *out, unsigned kinds, const char *size,
                  const char *order, bool ascending) {
  gm_buffer_append(out, GM_STR("<renderer-v2 type=\"categorizedSymbol\""
                               " attr=\"kind\" enableorderby=\"1\""
                               " symbollevels=\"0\" forceraster=\"0\">\n"
                               "<categories>\n"));
  for (size_t i = 0; i < GM_QML_LOOKS; i++)
    if (is_shown(kinds, i))
      gm_buffer_print(out,
                      "<category render=\"true\" symbol=\"%zu\" value=\"%s\""
                      " label=\"%s\"/>\n",
                      i, gm_place_kind_name(gm_qml_looks[i].kind),
                      gm_qml_looks[i].label);
  gm_buffer_append(out, GM_STR("</categories>\n<symbols>\n"));
  for (size_t i = 0; i < GM_QML_LOOKS; i++)
    if (is_shown(kinds, i)) gm_qml_marker(out, i, i, size);
  gm_buffer_print(out,
                  "</symbols>\n<orderby><orderByClause asc=\"%d\""
                  " nullsFirst=\"1\">",
                  ascending);
  put(out, order);
  gm_buffer_append(out, GM_STR("</orderByClause></orderby>\n"
                               "</renderer-v2>\n"));
}
