/* See qgs.h. What QGIS 3.22 wants was found by trial:
 *
 * - the <id> of a layer has more than ten characters, or the layer is not in
 *   the tree;
 * - <spatialrefsys> has a <srsid> beside its <authid>, and ProjectionsEnabled
 *   is 1, or the project has no coordinate system;
 * - the controller of time keeps its mode 0, or one sees the first day alone;
 * - labels that would be cut off are not drawn, so the view is padded.
 *
 * The map is drawn in Web Mercator, for which x = R lon and
 * y = R ln tan(45 degrees + lat / 2). */
#include "write/qgs.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/str.h"
#include "write/basemap.h"
#include "write/qml.h"
#include "write/qml_layer.h"
#include "write/xml.h"

static const double radius_m = 6378137;
static const double pi = 3.14159265358979323846;
static const double farthest_deg = 80; /* north and south that is drawn */
static const double least_m = 400000;  /* the smallest first view */

static const char mercator[] =
    "<spatialrefsys><proj4>+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0"
    " +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs</proj4>"
    "<srsid>3857</srsid><srid>3857</srid><authid>EPSG:3857</authid>"
    "<description>WGS 84 / Pseudo-Mercator</description>"
    "<projectionacronym>merc</projectionacronym>"
    "<ellipsoidacronym>EPSG:7030</ellipsoidacronym>"
    "<geographicflag>false</geographicflag></spatialrefsys>";

static const char wgs84[] =
    "<spatialrefsys><proj4>+proj=longlat +datum=WGS84 +no_defs</proj4>"
    "<srsid>3452</srsid><srid>4326</srid><authid>EPSG:4326</authid>"
    "<description>WGS 84</description>"
    "<projectionacronym>longlat</projectionacronym>"
    "<ellipsoidacronym>EPSG:7030</ellipsoidacronym>"
    "<geographicflag>true</geographicflag></spatialrefsys>";

/* ---------------------------------------------------------- the first view */

static gm_extent on_mercator(gm_extent degrees) {
  double south = fmax(-farthest_deg, degrees.min_y);
  double north = fmin(farthest_deg, degrees.max_y);
  return (gm_extent){
      .min_x = radius_m * degrees.min_x * pi / 180,
      .max_x = radius_m * degrees.max_x * pi / 180,
      .min_y = radius_m * log(tan(pi / 4 + south * pi / 360)),
      .max_y = radius_m * log(tan(pi / 4 + north * pi / 360)),
      .any = true,
  };
}

/* 15 % more on each side, for the labels, and not too near. */
static void pad(double *least, double *most) {
  double size = fmax(*most - *least, least_m);
  double middle = (*least + *most) / 2;
  *least = middle - 0.65 * size;
  *most = middle + 0.65 * size;
}

static gm_extent view_of(const gm_qgs *project) {
  static const gm_extent world = {-170, -55, 180, 75, true};
  gm_extent view = on_mercator(project->extent.any ? project->extent : world);
  pad(&view.min_x, &view.max_x);
  pad(&view.min_y, &view.max_y);
  return view;
}

/* ------------------------------------------------------------- the layers */

/* Tables that are empty would only be in the way. */
static bool is_shown(const gm_sheet *sheet) {
  return sheet->rows || sheet->layer == &gm_layer_places ||
         sheet->layer == &gm_layer_mentions;
}

static bool has_places(const gm_book *book) {
  for (int i = 0; i < book->sheet_count; i++)
    if (book->sheets[i].layer == &gm_layer_places) return true;
  return false;
}

/* Every mention lies below its place, and every article on one: they are there
 * to be switched on. */
static bool is_checked(const gm_sheet *sheet) {
  if (sheet->layer == &gm_layer_articles) return false;
  return sheet->layer != &gm_layer_mentions || !has_places(sheet->book);
}

static void print_title(const gm_sheet *sheet, gm_buffer *out) {
  const char *part = sheet->geometry == GM_LAYER_LINE      ? ", lines"
                     : sheet->geometry == GM_LAYER_POLYGON ? ", areas"
                                                           : "";
  bool parted = sheet->layer->geometry == GM_LAYER_ANY;
  gm_buffer_print(out, "%s%s", sheet->layer->title, parted ? part : "");
}

static void print_tree_layer(const gm_qgs *project, const gm_sheet *sheet,
                             gm_buffer *out) {
  gm_buffer_print(out, "<layer-tree-layer id=\"geomention_layer_%s\" name=\"",
                  sheet->name);
  print_title(sheet, out);
  gm_buffer_append(out, GM_STR("\" source=\"./"));
  gm_xml_print(gm_str_of(project->data), out);
  gm_buffer_print(out,
                  "|layername=%s\" providerKey=\"ogr\" checked=\"Qt::%s\""
                  " expanded=\"%d\"/>\n",
                  sheet->name, is_checked(sheet) ? "Checked" : "Unchecked",
                  sheet->layer == &gm_layer_places);
}

/* Walks over the sheets in the order of the panel; the basemap is behind all.
 */
static void each_layer(const gm_qgs *project, gm_buffer *out,
                       void (*print)(const gm_qgs *, const gm_sheet *,
                                     gm_buffer *)) {
  const gm_book *book = project->book;
  for (int rank = 0; rank < GM_LAYERS; rank++)
    for (int i = 0; i < book->sheet_count; i++)
      if (book->sheets[i].layer == gm_layers[rank] &&
          is_shown(&book->sheets[i]))
        print(project, &book->sheets[i], out);
}

static const gm_sheet *basemap_of(const gm_book *book) {
  for (int i = 0; i < book->sheet_count; i++)
    if (book->sheets[i].layer == &gm_layer_basemap) return &book->sheets[i];
  return NULL;
}

static void print_tree(const gm_qgs *project, gm_buffer *out) {
  const gm_sheet *basemap = basemap_of(project->book);
  gm_buffer_append(out, GM_STR("<layer-tree-group><customproperties/>\n"));
  each_layer(project, out, print_tree_layer);
  if (basemap) {
    gm_buffer_append(out, GM_STR("<layer-tree-group name=\"Background\""
                                 " checked=\"Qt::Checked\" expanded=\"0\">\n"));
    print_tree_layer(project, basemap, out);
    gm_buffer_append(out, GM_STR("</layer-tree-group>\n"));
  }
  gm_buffer_append(out, GM_STR("</layer-tree-group>\n"));
}

static void print_layer(const gm_qgs *project, const gm_sheet *sheet,
                        gm_buffer *out) {
  static const char *const geometries[] = {"No geometry", "Point", "Line",
                                           "Polygon"};
  static const char *const types[] = {"NoGeometry", "Point", "MultiLineString",
                                      "MultiPolygon"};
  gm_style style = gm_style_of(sheet);
  gm_buffer_print(out,
                  "<maplayer type=\"vector\" geometry=\"%s\" wkbType=\"%s\""
                  " labelsEnabled=\"%d\" hasScaleBasedVisibilityFlag=\"0\""
                  " styleCategories=\"AllStyleCategories\">\n"
                  "<id>geomention_layer_%s</id>\n<datasource>./",
                  geometries[sheet->geometry], types[sheet->geometry],
                  gm_qml_layer_labelled(style), sheet->name);
  gm_xml_print(gm_str_of(project->data), out);
  gm_buffer_print(out, "|layername=%s</datasource>\n<layername>", sheet->name);
  print_title(sheet, out);
  gm_buffer_print(out, "</layername>\n<srs>%s</srs>\n",
                  sheet->geometry != GM_LAYER_NONE ? wgs84 : "");
  gm_buffer_append(out,
                   GM_STR("<provider encoding=\"UTF-8\">ogr</provider>\n"));
  gm_qml_layer(style, out);
  gm_buffer_append(out, GM_STR("</maplayer>\n"));
}

static void print_layers(const gm_qgs *project, gm_buffer *out) {
  const gm_sheet *basemap = basemap_of(project->book);
  gm_buffer_append(out, GM_STR("<projectlayers>\n"));
  each_layer(project, out, print_layer);
  if (basemap) print_layer(project, basemap, out);
  gm_buffer_append(out, GM_STR("</projectlayers>\n"));
}

/* --------------------------------------------------------------- the time */

static gm_period period_of(const gm_book *book) {
  gm_period all = {0};
  for (int i = 0; i < book->sheet_count; i++) {
    const gm_period *one = &book->sheets[i].seen.period;
    if (book->sheets[i].geometry == GM_LAYER_NONE || !one->first[0]) continue;
    if (!all.first[0] || strcmp(one->first, all.first) < 0)
      strcpy(all.first, one->first);
    if (strcmp(one->last, all.last) > 0) strcpy(all.last, one->last);
  }
  return all;
}

static double days_at(const char *time) {
  struct tm parts = {0};
  if (!strptime(time, "%Y-%m-%d", &parts)) return 0;
  return (double)timegm(&parts) / 86400;
}

/* A step of the controller: such that there are not too many. */
static const char *step_of(const gm_period *period) {
  double days = days_at(period->last) - days_at(period->first);
  if (days <= 120) return "d";
  return days <= 900 ? "wk" : "mon";
}

static void print_time(const gm_book *book, gm_buffer *out) {
  gm_period period = period_of(book);
  if (!period.first[0]) return;
  gm_buffer_print(out,
                  "<ProjectTimeSettings timeStep=\"1\" timeStepUnit=\"%s\""
                  " cumulativeTemporalRange=\"0\" frameRate=\"1\">"
                  "<TemporalRange><start>%.10sT00:00:00Z</start>"
                  "<end>%.10sT23:59:59Z</end></TemporalRange>"
                  "</ProjectTimeSettings>\n",
                  step_of(&period), period.first, period.last);
}

/* ----------------------------------------------------------- the project */

static const char properties[] =
    "<properties><SpatialRefSys><ProjectionsEnabled type=\"int\">1"
    "</ProjectionsEnabled></SpatialRefSys><Gui>"
    "<CanvasColorRedPart type=\"int\">214</CanvasColorRedPart>"
    "<CanvasColorGreenPart type=\"int\">230</CanvasColorGreenPart>"
    "<CanvasColorBluePart type=\"int\">240</CanvasColorBluePart></Gui>"
    "<Paths><Absolute type=\"bool\">false</Absolute></Paths>"
    "<PAL><ShowingPartialsLabels type=\"bool\">false</ShowingPartialsLabels>"
    "<PlacementEngineVersion type=\"int\">1</PlacementEngineVersion></PAL>"
    "<TemporalControllerWidget><NavigationMode type=\"int\">0"
    "</NavigationMode></TemporalControllerWidget></properties>\n";

static void print_view(const gm_qgs *project, gm_buffer *out) {
  gm_extent view = view_of(project);
  gm_buffer_print(out,
                  "<mapcanvas name=\"theMapCanvas\" annotationsVisible=\"1\">"
                  "<units>meters</units><extent><xmin>%.0f</xmin>"
                  "<ymin>%.0f</ymin><xmax>%.0f</xmax><ymax>%.0f</ymax>"
                  "</extent><rotation>0</rotation><destinationsrs>%s"
                  "</destinationsrs></mapcanvas>\n",
                  view.min_x, view.min_y, view.max_x, view.max_y, mercator);
  gm_buffer_print(out,
                  "<ProjectViewSettings UseProjectScales=\"0\""
                  " rotation=\"0\"><DefaultViewExtent xmin=\"%.0f\""
                  " ymin=\"%.0f\" xmax=\"%.0f\" ymax=\"%.0f\">%s"
                  "</DefaultViewExtent></ProjectViewSettings>\n",
                  view.min_x, view.min_y, view.max_x, view.max_y, mercator);
}

void gm_qgs_print(const gm_qgs *project, gm_buffer *out) {
  gm_gazetteer_info info = gm_gazetteer_about(project->book->gazetteer);
  gm_buffer_append(
      out, GM_STR("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
                  "<qgis version=\"3.22.16\" projectname=\""));
  gm_xml_print(gm_str_of(project->title), out);
  gm_buffer_append(out, GM_STR("\">\n<homePath path=\"\"/>\n<title>"));
  gm_xml_print(gm_str_of(project->title), out);
  gm_buffer_print(out, "</title>\n<projectCrs>%s</projectCrs>\n", mercator);
  print_tree(project, out);
  print_view(project, out);
  print_layers(project, out);
  gm_buffer_append(out, GM_STR(properties));
  print_time(project->book, out);
  gm_buffer_append(out, GM_STR("<projectMetadata><title>"));
  gm_xml_print(gm_str_of(project->title), out);
  gm_buffer_append(out, GM_STR("</title><abstract>"));
  gm_xml_print(info.attribution, out);
  gm_buffer_append(out, GM_STR("</abstract></projectMetadata>\n</qgis>\n"));
}
