/* Features of Natural Earth, as GeoJSON and as shapefiles. */
#include <shapefil.h>

#include "gazetteer/naturalearth.h"
#include "unit/gazetteer/publisher_files.h"

#define SQUARE \
  "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,4],[0,0]]]}"
#define LINE "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,0],[2,0]]}"

/* A collection in the making; each feature is a line, the first is line 3. */
static char collection[4096];

static void begin(void) {
  snprintf(collection, sizeof collection,
           "{\"type\":\"FeatureCollection\",\n\"features\":[\n");
}

/* @param more  further properties, with ' for " and a comma before */
static void feature(const char *class_of, const char *name, const char *more,
                    const char *geometry) {
  char copy[256];
  size_t used = strlen(collection);
  snprintf(copy, sizeof copy, "%s", more);
  for (char *at = copy; (at = strchr(at, '\''));) *at = '"';
  snprintf(collection + used, sizeof collection - used,
           "%s{\"type\":\"Feature\",\"properties\":{\"featurecla\":\"%s\","
           "\"name\":\"%s\"%s},\"geometry\":%s}\n",
           collection[used - 2] == '[' ? "" : ",", class_of, name, copy,
           geometry);
}

static void put_collection(const char *name) {
  size_t used = strlen(collection);
  snprintf(collection + used, sizeof collection - used, "]}\n");
  put_text(name, collection);
}

static gm_place only(const char *name) {
  const gm_meaning *meanings;
  uint32_t count = 0;
  assert_int_equal(gm_gazetteer_look_up(t.ws, t.gazetteer, gm_str_of(name),
                                        &meanings, &count),
                   GM_OK);
  assert_int_equal(count, 1);
  return gm_gazetteer_place(t.gazetteer, meanings[0].place);
}

static void makes_places_of_features(void **state) {
  (void)state;
  begin();
  feature("Lake", "Lake Oomo", ",'name_de':'Oomosee','scalerank':2", SQUARE);
  put_collection("ne_lakes.json");
  gm_compiled told = compile_told();
  assert_int_equal(told.left_out, 0);
  gm_place lake = only("Oomosee");
  assert_str_equal(lake.ref, "ne:ne_lakes:1");
  assert_str_equal(lake.name, "Lake Oomo");
  assert_str_equal(lake.feature_code, "LK");
  assert_str_equal(lake.source, "naturalearthdata.com");
  assert_float_equal(lake.at.lat_deg, 2, 1e-6);
  assert_float_equal(lake.at.lon_deg, 2, 1e-6);
  assert_float_equal(lake.prominence, 166.0 / 255, 1e-3);
}

static void undoes_capitals_and_shortenings(void **state) {
  (void)state;
  begin();
  feature("ocean", "ARCTA OC\u00c9AN", "", SQUARE);
  feature("Island", "Mirk I.", "", SQUARE);
  put_collection("ne.geojson");
  compile_told();
  assert_str_equal(only("arcta ocean").name, "Arcta Oc\u00e9an");
  assert_str_equal(only("Mirk Island").name, "Mirk Island");
}

static void passes_over_features_without_a_name(void **state) {
  (void)state;
  begin();
  feature("Lake", "", "", SQUARE);
  feature("Lake", "-99", "", SQUARE);
  feature("Lake", "Oomo", "", SQUARE);
  put_collection("ne.json");
  assert_int_equal(compile_told().left_out, 0);
  assert_int_equal(gm_gazetteer_about(t.gazetteer).places, 1);
}

static void leaves_out_odd_features_and_tells_the_first(void **state) {
  char remarks[1024];
  (void)state;
  begin();
  feature("Lake", "Oomo", "", SQUARE);
  feature("Lake", "Flat", "", "null");
  feature("Riddle", "Odd", "", SQUARE);
  feature("Lake", "Broken", ",", SQUARE);
  feature("River", "Vesk", "", LINE);
  put_collection("ne.json");
  gm_compiled told = compile_told();
  assert_int_equal(told.left_out, 3);
  snprintf(remarks, sizeof remarks, "%.*s", GM_PRINT(told.remarks));
  assert_non_null(strstr(remarks, "/ne.json line 4\n")); /* Flat */
  assert_non_null(strstr(remarks, "/ne.json line 5\n")); /* Odd */
  assert_non_null(strstr(remarks, "that are no features of GeoJSON"));
  assert_non_null(strstr(remarks, "/ne.json line 6\n")); /* Broken */
  assert_float_equal(only("Vesk").at.lon_deg, 1, 1e-6);
}

static void puts_together_what_is_the_same(void **state) {
  char text[1024] = "";
  (void)state;
  row(text, sizeof text, 12, "Vesk River", "", "1", "1", "STM", "LV", "", "",
      "");
  row(text, sizeof text, 13, "Oomo", "", "50", "50", "LK", "LV", "", "", "");
  row(text, sizeof text, 14, "Sea of Q", "", "-50", "50", "SEA", "", "", "",
      "");
  put_text("LV.txt", text);
  put_text("alternateNamesV2.txt", "1\t14\twkdt\tQ77\t\t\t\t\t\t\n");
  begin();
  feature("River", "Vesk", "", LINE);
  feature("River", "Vesk", "", LINE);
  feature("Lake", "Loch Oomo", ",'gn_id':13.0", SQUARE);
  feature("sea", "Quiet Sea", ",'wikidataid':'Q77'", SQUARE);
  put_collection("ne.json");
  gm_compiled told = compile_told();
  assert_int_equal(gm_gazetteer_about(t.gazetteer).places, 3);
  assert_int_equal(told.merged, 4);
  assert_int_equal(place_of(12).index, only("Vesk").index);
  assert_int_equal(place_of(12).index, only("Vesk River").index);
  assert_str_equal(place_of(12).source, "naturalearthdata.com+geonames.org");
  assert_int_equal(place_of(13).index, only("Loch Oomo").index);
  assert_int_equal(place_of(14).index, only("Quiet Sea").index);
}

static void takes_the_code_of_a_division(void **state) {
  char text[1024] = "";
  (void)state;
  row(text, sizeof text, 10, "Lorva", "", "1", "1", "PCLI", "LV", "00", "", "");
  row(text, sizeof text, 12, "Kelmo", "", "1", "1", "PPL", "LV", "07", "", "");
  put_text("LV.txt", text);
  begin();
  feature("Admin-1 states provinces", "Norda",
          ",'iso_a2':'LV','gn_a1_code':'LV.07'", SQUARE);
  put_collection("ne.json");
  compile_told();
  assert_int_equal(place_of(12).admin1_place, only("Norda").index);
}

static void refuses_a_cut_file(void **state) {
  (void)state;
  put_text("ne.json", "{\"type\":\"FeatureCollection\",\n\"features\":[\n{");
  tables_fail(&t, "/ne.json line 3 ends inside of a bracket");
}

static void passes_over_other_json(void **state) {
  (void)state;
  put_text("package.json", "{\"name\": \"x\"}");
  tables_fail(&t, " holds no table");
}

/* ----------------------------------------------------------- shapefiles --- */

/* Writes a lake in a shapefile beside the tests' tables. */
static void make_shapefile(const char *name, const char *lake) {
  char path[256];
  double x[] = {0, 0, 4, 4, 0}, y[] = {0, 4, 4, 0, 0};
  snprintf(path, sizeof path, "%s/%s", t.folder, name);
  SHPHandle shapes = SHPCreate(path, SHPT_POLYGON);
  SHPObject *shape = SHPCreateSimpleObject(SHPT_POLYGON, 5, x, y, NULL);
  SHPWriteObject(shapes, -1, shape);
  SHPDestroyObject(shape);
  SHPClose(shapes);
  DBFHandle table = DBFCreate(path);
  DBFAddField(table, "NAME", FTString, 40, 0);
  DBFAddField(table, "FEATURECLA", FTString, 20, 0);
  DBFAddField(table, "SCALERANK", FTInteger, 4, 0);
  DBFWriteStringAttribute(table, 0, 0, lake);
  DBFWriteStringAttribute(table, 0, 1, "Lake");
  DBFWriteIntegerAttribute(table, 0, 2, 3);
  DBFClose(table);
}

static void assert_lake(void) {
  assert_int_equal(compile_told().left_out, 0);
  gm_place lake = only("Ooem\u00f6");
  assert_str_equal(lake.feature_code, "LK");
  assert_float_equal(lake.at.lat_deg, 2, 1e-6);
  assert_float_equal(lake.prominence, 154.0 / 255, 1e-3);
}

static void reads_a_shapefile(void **state) {
  (void)state;
  make_shapefile("lakes.shp", "Ooem\u00f6");
  put_text("lakes.cpg", "UTF-8");
  assert_lake();
}

static void reads_a_shapefile_of_windows(void **state) {
  (void)state;
  make_shapefile("lakes.shp", "Ooem\xf6");
  assert_lake();
}

static void reads_a_shapefile_in_a_zip(void **state) {
  static const char *const endings[] = {"shp", "shx", "dbf"};
  char path[256], member[32], bytes[4096];
  (void)state;
  make_shapefile("lakes.shp", "Ooem\u00f6");
  for (int i = 0; i < 3; i++) {
    snprintf(path, sizeof path, "%s/lakes.%s", t.folder, endings[i]);
    snprintf(member, sizeof member, "in/lakes.%s", endings[i]);
    FILE *file = fopen(path, "rb");
    size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    unlink(path);
    put_member("lakes.zip", member, bytes, size);
  }
  assert_lake();
}

static void refuses_a_shapefile_without_its_parts(void **state) {
  char path[256];
  (void)state;
  make_shapefile("lakes.shp", "Oomo");
  snprintf(path, sizeof path, "%s/lakes.dbf", t.folder);
  unlink(path);
  assert_int_equal(tables_compile(&t), GM_CANNOT_READ);
}

static void survives_every_cut_of_a_shapefile(void **state) {
  static const char *const endings[] = {"shp", "shx", "dbf"};
  char path[256];
  (void)state;
  for (int i = 0; i < 3; i++)
    for (off_t size = 0; size < 200; size += 7) {
      make_shapefile("lakes.shp", "Oomo");
      snprintf(path, sizeof path, "%s/lakes.%s", t.folder, endings[i]);
      assert_int_equal(truncate(path, size), 0);
      tables_compile(&t); /* any status, but no crash */
    }
}

static void knows_the_classes_of_natural_earth(void **state) {
  (void)state;
  assert_str_equal(gm_naturalearth_code(GM_STR("Range/mtn")), "MTS");
  assert_str_equal(gm_naturalearth_code(GM_STR("range/mtn")), "MTS");
  assert_str_equal(gm_naturalearth_code(GM_STR("Dragons-be-here")), "");
}

static gm_shape shape_of(const char *name) {
  gm_shape shape = {0};
  assert_int_equal(
      gm_gazetteer_shape(t.ws, t.gazetteer, only(name).index, &shape), GM_OK);
  return shape;
}

static void draws_places_as_the_features_do(void **state) {
  const uint32_t *around;
  uint32_t count = 0;
  (void)state;
  begin();
  feature("Lake", "Oomo", "", SQUARE);
  feature("River", "Vesk", "", LINE);
  feature("Lake", "Dot", "", "{\"type\":\"Point\",\"coordinates\":[9,9]}");
  put_collection("ne.json");
  compile_told();
  assert_int_equal(shape_of("Oomo").type, GM_SHAPE_POLYGON);
  assert_int_equal(shape_of("Oomo").rings[0].count, 5);
  assert_int_equal(shape_of("Vesk").type, GM_SHAPE_LINE);
  assert_int_equal(shape_of("Dot").type, GM_SHAPE_POINT);
  assert_int_equal(
      gm_gazetteer_around(t.ws, t.gazetteer, (gm_point){1, 1}, &around, &count),
      GM_OK);
  assert_int_equal(count, 1);
  assert_int_equal(around[0], only("Oomo").index);
  assert_int_equal(gm_gazetteer_verify(t.ws, t.gazetteer), GM_OK);
}

#define LINE_ON "{\"type\":\"LineString\",\"coordinates\":[[2,0],[3,1]]}"
#define PART_OF_SQUARE \
  "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,1],[2,2],[1,1]]]}"

static void puts_the_pieces_of_a_line_together(void **state) {
  (void)state;
  begin();
  feature("River", "Vesk", "", LINE);
  feature("Lake", "Oomo", "", PART_OF_SQUARE);
  feature("River", "Vesk", "", LINE_ON);
  feature("Lake", "Oomo", "", SQUARE);
  put_collection("ne_1.json");
  begin(); /* the same in another file, which is not drawn beside it */
  feature("River", "Vesk", "", LINE);
  put_collection("ne_2.json");
  compile_told();
  gm_shape river = shape_of("Vesk");
  assert_int_equal(river.count, 2);
  assert_int_equal(river.rings[0].count, 3);
  assert_int_equal(river.rings[1].count, 2);
  assert_float_equal(river.rings[1].points[1].lon_deg, 3, 1e-6);
  assert_int_equal(shape_of("Oomo").count, 1); /* the larger area */
  assert_int_equal(shape_of("Oomo").rings[0].count, 5);
  assert_int_equal(gm_gazetteer_verify(t.ws, t.gazetteer), GM_OK);
}

static void leaves_our_own_drawing_as_it_is(void **state) {
  (void)state;
  tables_put(&t, "places.tsv", PLACES "x:1,Oomo,2,2,LK,,,,,,\n");
  tables_put(&t, "shapes.tsv", "ref,geometry,source\nx:1,0 +???CC?,\n");
  begin();
  feature("Lake", "Oomo", "", SQUARE);
  put_collection("ne.json");
  compile_told();
  assert_int_equal(shape_of("Oomo").rings[0].count, 4); /* a triangle */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(makes_places_of_features),
      TEST(undoes_capitals_and_shortenings),
      TEST(passes_over_features_without_a_name),
      TEST(leaves_out_odd_features_and_tells_the_first),
      TEST(puts_together_what_is_the_same),
      TEST(draws_places_as_the_features_do),
      TEST(puts_the_pieces_of_a_line_together),
      TEST(leaves_our_own_drawing_as_it_is),
      TEST(takes_the_code_of_a_division),
      TEST(refuses_a_cut_file),
      TEST(passes_over_other_json),
      TEST(reads_a_shapefile),
      TEST(reads_a_shapefile_of_windows),
      TEST(reads_a_shapefile_in_a_zip),
      TEST(refuses_a_shapefile_without_its_parts),
      TEST(survives_every_cut_of_a_shapefile),
      TEST(knows_the_classes_of_natural_earth),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
