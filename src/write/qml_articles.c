/* How QGIS draws the articles: a leaf at the place that each is about, the
 * surer the darker, with its title. */
#include "base/str.h"
#include "write/qml_layer.h"

static const gm_qml_label label = {
    .text = "wordwrap(left(coalesce(\"title\",\"document\"),60),22)",
    .priority = "10*coalesce(\"confidence\",0)",
    .placement =
        "placement=\"6\" predefinedPositionOrder=\"R,L,BR,BL,TR,TL\""
        " offsetType=\"1\" dist=\"0.6\" distUnits=\"MM\""
        " priority=\"4\" layerType=\"PointGeometry\"",
    .rendering = "",
    .colour = "60,60,90,255",
    .size_pt = 8,
};

static const char *const aliases[] = {"article_id",
                                      "Article",
                                      "document",
                                      "Name of the article",
                                      "url",
                                      "Address",
                                      "place_names",
                                      "Places mentioned most",
                                      "focus",
                                      "Focus",
                                      "focus_country_name",
                                      "Focus: country",
                                      "focus_division",
                                      "Focus: division",
                                      "confidence",
                                      "Confidence: place",
                                      "confidence_country",
                                      "Confidence: country",
                                      "confidence_division",
                                      "Confidence: division",
                                      NULL};

static const char *const options[] = {"name",
                                      "square",
                                      "color",
                                      "70,80,130,255",
                                      "outline_color",
                                      "255,255,255,255",
                                      "outline_width",
                                      "0.3",
                                      "size",
                                      "2.8",
                                      "size_unit",
                                      "MM",
                                      NULL};

static const char *const driven[] = {"fillColor",
                                     "color_mix_rgb('255,255,255','70,80,130',"
                                     "0.3+0.7*coalesce(\"confidence\",0))",
                                     "outlineColor", "'70,80,130,255'", NULL};

static const char tip[] =
    "<b>[% coalesce(" GM_QML_ESCAPED("title") "," GM_QML_ESCAPED("document")
    ") %]</b>[% coalesce(' (' || left(\"date\",10) || ')','') %]<br>\n"
    "about [% coalesce(\"focus\",'no place') %]"
    "[% coalesce(', ' || \"focus_country_name\",'') %]<br>\n"
    "<i>[% coalesce(" GM_QML_ESCAPED("place_names") ",'') %]</i>";

void gm_qml_articles(gm_style style, gm_buffer *out) {
  if (style.seen.period.first[0]) gm_qml_temporal(out, "date", NULL);
  gm_buffer_append(out, GM_STR("<renderer-v2 type=\"singleSymbol\""
                               " symbollevels=\"0\" forceraster=\"0\">"
                               "<symbols>\n"));
  gm_qml_symbol(out, 0, "marker", "SimpleMarker", options, driven);
  gm_buffer_append(out, GM_STR("</symbols></renderer-v2>\n"));
  gm_qml_label_print(out, &label);
  gm_qml_aliases(out, aliases);
  gm_qml_action(out);
  gm_qml_tip(out, "coalesce(\"title\",\"document\")", tip);
}
