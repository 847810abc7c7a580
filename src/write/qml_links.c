/* How QGIS draws the links: the heavier, the wider and the darker. Those that
 * only share an article, not a sentence, are many and say little: they are in
 * the legend, but switched off. */
#include "base/str.h"
#include "write/qml_layer.h"

static const char *const aliases[] = {"link_id",     "Link",
                                      "from_name",   "One place",
                                      "to_name",     "The other",
                                      "articles",    "Articles with both",
                                      "sentences",   "Sentences with both",
                                      "weight",      "Weight",
                                      "distance_km", "Distance in km",
                                      "first_date",  "First article",
                                      "last_date",   "Last article",
                                      NULL};

static const char *const options[] = {
    "line_color", "106,81,163,255",  "line_style", "solid",    "line_width",
    "0.4",        "line_width_unit", "MM",         "capstyle", "round",
    "joinstyle",  "round",           NULL};

static const char *const strong[] = {
    "outlineWidth", "min(3.5,0.35+0.6*ln(1+\"weight\"))", "outlineColor",
    "color_rgba(106,81,163,min(220,90+40*ln(1+\"weight\")))", NULL};

static const char *const weak[] = {"outlineWidth", "0.2", "outlineColor",
                                   "'106,81,163,60'", NULL};

static const char rules[] =
    "<renderer-v2 type=\"RuleRenderer\" symbollevels=\"0\" forceraster=\"0\">\n"
    "<rules key=\"{7a1c0d52-6be3-4f0e-9d43-000000000900}\">"
    "<rule key=\"{7a1c0d52-6be3-4f0e-9d43-000000000901}\" symbol=\"0\""
    " label=\"In one sentence\" filter=\"&quot;sentences&quot;>0\"/>"
    "<rule key=\"{7a1c0d52-6be3-4f0e-9d43-000000000902}\" symbol=\"1\""
    " label=\"In one article only\" checkstate=\"0\""
    " filter=\"&quot;sentences&quot;=0\"/></rules>\n<symbols>\n";

static const char tip[] =
    "<b>[% " GM_QML_ESCAPED("from_name") " %]</b> and <b>[% "
    GM_QML_ESCAPED("to_name") " %]</b><br>\n"
    "together in [% \"sentences\" %] sentence[% if(\"sentences\"=1,'','s') %]"
    " and [% \"articles\" %] article[% if(\"articles\"=1,'','s') %]<br>\n"
    "[% coalesce(" GM_QML_ESCAPED("titles") " || '<br>','') %]\n"
    "<i>[% coalesce(" GM_QML_ESCAPED("sentence") ",'') %]</i>";

void gm_qml_links(gm_style style, gm_buffer *out) {
  if (style.seen.period.first[0])
    gm_qml_temporal(out, "first_date", "last_date");
  gm_buffer_append(out, GM_STR(rules));
  gm_qml_symbol(out, 0, "line", "SimpleLine", options, strong);
  gm_qml_symbol(out, 1, "line", "SimpleLine", options, weak);
  gm_buffer_append(out, GM_STR("</symbols></renderer-v2>\n"));
  gm_qml_aliases(out, aliases);
  gm_qml_tip(out, "\"from_name\" || ' - ' || \"to_name\"", tip);
}
