/* How QGIS draws the areas: a choropleth of the mentions of all that lies
 * inside, in classes that grow by a factor, since few areas have most of them.
 * Far away it shows countries, near by their divisions. */
#include <inttypes.h>

#include "base/str.h"
#include "write/qml_layer.h"

enum {
  CLASSES = 5,
  NEAR_SCALE = 12000000, /* 1 : so many; divisions below */
};

static const char *const colours[CLASSES] = {
    "254,237,222,255", "253,208,162,255", "253,174,107,255", "241,105,19,255",
    "166,54,3,255"};

static const gm_qml_label label = {
    .text = "\"name\" || ' (' || \"mentions\" || ')'",
    .priority = "min(10,2*ln(1+\"mentions\"))",
    .placement =
        "placement=\"4\" fitInPolygonOnly=\"0\" priority=\"3\""
        " layerType=\"PolygonGeometry\"",
    .rendering = " minFeatureSize=\"4\"",
    .colour = "90,70,50,255",
    .size_pt = 8,
};

static const char *const aliases[] = {"name",
                                      "Area",
                                      "place_id",
                                      "Gazetteer key",
                                      "geonameid",
                                      "GeoNames id",
                                      "country",
                                      "Country code",
                                      "country_name",
                                      "Country",
                                      "places",
                                      "Places mentioned",
                                      "mentions_per_million",
                                      "Mentions per million inhabitants",
                                      "articles_per_million",
                                      "Articles per million inhabitants",
                                      "first_date",
                                      "First article",
                                      "last_date",
                                      "Last article",
                                      "place_source",
                                      "Source of the shape",
                                      NULL};

static const char tip[] =
    "<b>[% " GM_QML_ESCAPED("name") " %]</b>"
    "[% if(\"level\"='division',coalesce(', ' || \"country_name\",''),'') %]"
    "<br>\n[% \"mentions\" %] mention[% if(\"mentions\"=1,'','s') %] of "
    "[% \"places\" %] place[% if(\"places\"=1,'','s') %] in "
    "[% \"articles\" %] article[% if(\"articles\"=1,'','s') %]"
    "[% coalesce('<br>' || round(\"mentions_per_million\",2) || "
    "' mentions per million inhabitants','') %]";

/* The smallest number of mentions of each class; returns how many classes
 * there are up to `most`. */
static int classes_of(int64_t most, int64_t *least) {
  int64_t factor = 2;
  while (factor * factor * factor * factor < most) factor++;
  int count = 0;
  for (int64_t at = 1; count < CLASSES && at <= most; at *= factor)
    least[count++] = at;
  if (!count) least[count++] = 1; /* an empty layer */
  return count;
}

static void print_class(gm_buffer *out, int group, int i, const int64_t *least,
                        int count) {
  gm_buffer_print(out,
                  "<rule key=\"{7a1c0d52-6be3-4f0e-9d43-%012d}\""
                  " symbol=\"%d\" filter=\"&quot;mentions&quot;>=%" PRId64,
                  1000 + 100 * group + i + 1, group * CLASSES + i, least[i]);
  bool last = i + 1 == count;
  if (!last)
    gm_buffer_print(out, " and &quot;mentions&quot;&lt;%" PRId64, least[i + 1]);
  gm_buffer_print(out, "\" label=\"%" PRId64, least[i]);
  if (last)
    gm_buffer_append(out, GM_STR(" and more"));
  else if (least[i + 1] > least[i] + 1)
    gm_buffer_print(out, " to %" PRId64, least[i + 1] - 1);
  gm_buffer_append(out, GM_STR("\"/>\n"));
}

/* One level of areas, seen at its scales. */
static void print_group(gm_buffer *out, int group, const int64_t *least,
                        int count) {
  static const char *const labels[] = {"Countries: mentions",
                                       "Divisions: mentions"};
  static const char *const levels[] = {"country", "division"};
  static const char *const scales[] = {"scalemindenom", "scalemaxdenom"};
  gm_buffer_print(out,
                  "<rule key=\"{7a1c0d52-6be3-4f0e-9d43-%012d}\" label=\"%s\""
                  " filter=\"&quot;level&quot;='%s'\" %s=\"%d\">\n",
                  1000 + 100 * group, labels[group], levels[group],
                  scales[group], NEAR_SCALE);
  for (int i = 0; i < count; i++) print_class(out, group, i, least, count);
  gm_buffer_append(out, GM_STR("</rule>\n"));
}

/* QGIS gives a symbol to the first rule that wants it: each has its own. */
static void print_fill(gm_buffer *out, int group, int i) {
  const char *const options[] = {"color",
                                 colours[i],
                                 "style",
                                 "solid",
                                 "outline_color",
                                 "140,120,100,255",
                                 "outline_style",
                                 "solid",
                                 "outline_width",
                                 "0.2",
                                 "joinstyle",
                                 "round",
                                 NULL};
  const char *const driven[] = {NULL};
  gm_qml_symbol(out, (size_t)(group * CLASSES + i), "fill", "SimpleFill",
                options, driven);
}

static void print_renderer(gm_style style, gm_buffer *out) {
  int64_t least[CLASSES];
  int count = classes_of(style.seen.most, least);
  gm_buffer_append(out, GM_STR("<renderer-v2 type=\"RuleRenderer\""
                               " symbollevels=\"0\" forceraster=\"0\">\n"
                               "<rules key=\"{7a1c0d52-6be3-4f0e-9d43-"
                               "000000000999}\">\n"));
  for (int group = 0; group < 2; group++) print_group(out, group, least, count);
  gm_buffer_append(out, GM_STR("</rules>\n<symbols>\n"));
  for (int group = 0; group < 2; group++)
    for (int i = 0; i < count; i++) print_fill(out, group, i);
  gm_buffer_append(out, GM_STR("</symbols></renderer-v2>\n"
                               "<layerOpacity>0.7</layerOpacity>\n"));
}

void gm_qml_areas(gm_style style, gm_buffer *out) {
  if (style.seen.period.first[0])
    gm_qml_temporal(out, "first_date", "last_date");
  print_renderer(style, out);
  gm_qml_label_print(out, &label);
  gm_qml_aliases(out, aliases);
  gm_qml_tip(out, "\"name\" || ' (' || \"mentions\" || ')'", tip);
}
