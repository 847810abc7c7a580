/* How QGIS draws the mentions.
 *
 * - A symbol and a colour a kind; the surer, the larger, and on top; hollow
 *   below 0.5.
 * - One position for a label: to the right of a town, below the middle of what
 *   is wide. Ten mentions of a town lie on one point and want ten labels there;
 *   with one position nine find it taken, and with several QGIS would write the
 *   name all around the point.
 * - The date drives the temporal controller, if there is any date. */
#include "write/qml_area.h"
#include "write/qml_layer.h"

static const gm_qml_label label = {
    .text = "\"name\"",
    .priority = "10*coalesce(\"confidence\",0)",
    .positions = "if(\"kind\" in ('city','quarter','facility'),'R','B')",
    .placement =
        "placement=\"6\" predefinedPositionOrder=\"R\""
        " offsetType=\"1\" dist=\"0.6\" distUnits=\"MM\""
        " priority=\"5\" layerType=\"PointGeometry\"",
    .rendering = "",
    .colour = "34,34,34,255",
    .size_pt = 9,
};

static const char *const aliases[] = {"mention_id",
                                      "Mention",
                                      "document",
                                      "Article",
                                      "url",
                                      "Address",
                                      "text",
                                      "As written",
                                      "modifier",
                                      "Words beside it",
                                      "modifier_kind",
                                      "What they say",
                                      "modifier_bearing",
                                      "Which way, degrees",
                                      "modifier_km",
                                      "How far, km",
                                      "name",
                                      "Place",
                                      "geonameid",
                                      "GeoNames id",
                                      "feature_code",
                                      "Feature code",
                                      "country",
                                      "Country code",
                                      "country_name",
                                      "Country",
                                      "admin1",
                                      "State or province",
                                      "admin2",
                                      "County or district",
                                      "confidence_mention",
                                      "Confidence: is a place",
                                      "confidence_place",
                                      "Confidence: is this one",
                                      "runner_up",
                                      "Second best",
                                      "runner_up_id",
                                      "Second best, id",
                                      NULL};

/* The article's words are escaped, since a map tip is HTML. */
static const char tip[] =
    "<b>[% coalesce(\"name\", \"text\") %]</b>"
    "[% coalesce(', ' || \"country_name\", '') %]"
    "[% coalesce(' (' || " GM_QML_ESCAPED("modifier") " || ')', '') %]<br>\n"
    "[% coalesce(" GM_QML_ESCAPED("title") ", '') %]"
    "[% coalesce(' (' || left(\"date\", 10) || ')', '') %]<br>\n"
    "<i>[% replace(" GM_QML_ESCAPED("sentence") ", " GM_QML_ESCAPED("text") ","
    " '<b>' || " GM_QML_ESCAPED("text") " || '</b>') %]</i>";

void gm_qml_mentions(gm_style style, gm_buffer *out) {
  if (style.seen.period.first[0]) gm_qml_temporal(out, "date", NULL);
  if (style.geometry == GM_LAYER_POINT) {
    gm_qml_kinds(out, style.seen.kinds,
                 "coalesce(scale_linear(\"confidence\",0.3,1,2.2,4),3)",
                 "\"confidence\"", true);
    gm_qml_label_print(out, &label);
  } else {
    gm_qml_area_print(out);
  }
  gm_qml_aliases(out, aliases);
  gm_qml_action(out);
  gm_qml_tip(out,
             "coalesce(\"name\", \"text\") || coalesce(' - ' || \"title\", '')",
             tip);
}
