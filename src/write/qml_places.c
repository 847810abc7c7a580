/* How QGIS draws the places: a symbol and a colour a kind, as large as the
 * logarithm of the mentions; the largest below, so that none hides another. A
 * label finds its place anywhere around the point, the most mentioned first. */
#include "write/qml_layer.h"

static const gm_qml_label label = {
    .text = "\"name\" || if(\"mentions\">1,' ('||\"mentions\"||')','')",
    .priority = "min(10,2+2*ln(\"mentions\"))",
    .placement =
        "placement=\"6\" predefinedPositionOrder="
        "\"R,L,TR,BR,TL,BL,TSR,BSR\" offsetType=\"1\" dist=\"0.6\""
        " distUnits=\"MM\" priority=\"5\""
        " layerType=\"PointGeometry\"",
    .rendering = "",
    .colour = "34,34,34,255",
    .size_pt = 9,
};

static const char *const aliases[] = {"name",
                                      "Place",
                                      "label",
                                      "Place in full",
                                      "place_id",
                                      "Gazetteer key",
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
                                      "first_date",
                                      "First article",
                                      "last_date",
                                      "Last article",
                                      "place_source",
                                      "Source of the place",
                                      NULL};

static const char tip[] =
    "<b>[% " GM_QML_ESCAPED("label") " %]</b><br>\n"
    "[% \"mentions\" %] mention[% if(\"mentions\"=1,'','s') %] in "
    "[% \"articles\" %] article[% if(\"articles\"=1,'','s') %]"
    "[% coalesce(', ' || left(\"first_date\",10) || if(left(\"last_date\",10)"
    "=left(\"first_date\",10),'',' to ' || left(\"last_date\",10)),'') %]<br>\n"
    "[% coalesce(" GM_QML_ESCAPED("titles") " || '<br>','') %]\n"
    "<i>[% replace(coalesce(" GM_QML_ESCAPED("sentences") ",''),"
    "\"name\",'<b>' || \"name\" || '</b>') %]</i>";

void gm_qml_places(gm_style style, gm_buffer *out) {
  if (style.seen.period.first[0])
    gm_qml_temporal(out, "first_date", "last_date");
  gm_qml_kinds(out, style.seen.kinds, "min(11,2.4+1.5*ln(\"mentions\"))",
               "\"mentions\"", false);
  gm_qml_label_print(out, &label);
  gm_qml_aliases(out, aliases);
  gm_qml_tip(out, "\"label\" || ' (' || \"mentions\" || ')'", tip);
}
