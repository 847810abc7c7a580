/* Shapefiles, read back by shapelib. */
#include <shapefil.h>

#include "unit/write/rows.h"
#include "unit/write/run.h"

static void write_one(gm_workspace *ws, gm_layer_geometry geometry,
                      const gm_shape *shape) {
  const char *texts[] = {"الرياض", "", NULL};
  gm_layer layer = rows_layer(geometry);
  assert_int_equal(rows_write(ws, "map.shp", NULL, &layer, shape, texts),
                   GM_OK);
}

static void values_read_back(void **state) {
  write_one(*state, GM_LAYER_POINT, &rows_point);
  DBFHandle table = DBFOpen(path_of("map_things.dbf"), "rb");
  assert_non_null(table);
  assert_int_equal(DBFGetRecordCount(table), 2);
  assert_string_equal(DBFReadStringAttribute(table, 0, 0), "الرياض");
  assert_string_equal(DBFReadStringAttribute(table, 0, 1), "-9007199254740993");
  assert_true(DBFReadDoubleAttribute(table, 0, 2) == 0.5);
  assert_string_equal(DBFReadStringAttribute(table, 0, 3), "20260102");
  for (int i = 0; i < ROWS_FIELDS; i++)
    assert_true(DBFIsAttributeNULL(table, 1, i));
  DBFClose(table);
  char *encoding = read_text("map_things.cpg");
  assert_string_equal(encoding, "UTF-8");
  free(encoding);
}

static void what_has_no_place_is_a_null_shape(void **state) {
  write_one(*state, GM_LAYER_POINT, &rows_point);
  SHPHandle shapes = SHPOpen(path_of("map_things.shp"), "rb");
  assert_non_null(shapes);
  SHPObject *first = SHPReadObject(shapes, 0), *second;
  second = SHPReadObject(shapes, 1);
  assert_int_equal(first->nSHPType, SHPT_POINT);
  assert_true(first->padfX[0] == 2.3488 && first->padfY[0] == 48.85341);
  assert_int_equal(second->nSHPType, SHPT_NULL);
  SHPDestroyObject(first);
  SHPDestroyObject(second);
  SHPClose(shapes);
}

/* Twice the signed area of a part: negative where it runs clockwise. */
static double turn_of(const SHPObject *object, int part) {
  int begin = object->panPartStart[part];
  int end = part + 1 < object->nParts ? object->panPartStart[part + 1]
                                      : object->nVertices;
  double turn = 0;
  for (int i = begin; i + 1 < end; i++)
    turn += object->padfX[i] * object->padfY[i + 1] -
            object->padfX[i + 1] * object->padfY[i];
  return turn;
}

static void outlines_run_clockwise_and_holes_against_it(void **state) {
  write_one(*state, GM_LAYER_POLYGON, &rows_polygons);
  SHPHandle shapes = SHPOpen(path_of("map_things.shp"), "rb");
  SHPObject *object = SHPReadObject(shapes, 0);
  assert_int_equal(object->nSHPType, SHPT_POLYGON);
  assert_int_equal(object->nParts, 3);
  assert_true(turn_of(object, 0) < 0);
  assert_true(turn_of(object, 1) > 0);
  assert_true(turn_of(object, 2) < 0);
  SHPDestroyObject(object);
  SHPClose(shapes);
}

static void a_layer_without_places_is_a_table(void **state) {
  unlink(path_of("map_things.shp"));
  write_one(*state, GM_LAYER_NONE, NULL);
  assert_int_equal(access(path_of("map_things.dbf"), F_OK), 0);
  assert_int_not_equal(access(path_of("map_things.shp"), F_OK), 0);
}

static void an_empty_layer_has_its_columns(void **state) {
  const char *texts[] = {NULL};
  gm_layer layer = rows_layer(GM_LAYER_LINE);
  assert_int_equal(rows_write(*state, "map.shp", NULL, &layer, NULL, texts),
                   GM_OK);
  int count = -1, type = -1;
  SHPHandle shapes = SHPOpen(path_of("map_things.shp"), "rb");
  SHPGetInfo(shapes, &count, &type, NULL, NULL);
  assert_int_equal(count, 0);
  assert_int_equal(type, SHPT_ARC);
  SHPClose(shapes);
  DBFHandle table = DBFOpen(path_of("map_things.dbf"), "rb");
  assert_int_equal(DBFGetFieldCount(table), ROWS_FIELDS);
  DBFClose(table);
}

/* The day of the last change is in the head of the table. */
static void the_date_of_the_file_is_the_gazetteer_s(void **state) {
  write_one(*state, GM_LAYER_NONE, NULL);
  FILE *file = fopen(path_of("map_things.dbf"), "rb");
  unsigned char head[4];
  assert_int_equal(fread(head, 1, sizeof head, file), sizeof head);
  fclose(file);
  assert_int_equal(head[1], 126);
  assert_int_equal(head[2], 1);
  assert_int_equal(head[3], 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(values_read_back),
      TEST(what_has_no_place_is_a_null_shape),
      TEST(outlines_run_clockwise_and_holes_against_it),
      TEST(a_layer_without_places_is_a_table),
      TEST(an_empty_layer_has_its_columns),
      TEST(the_date_of_the_file_is_the_gazetteer_s),
  };
  return cmocka_run_group_tests_name("write/shapefile", tests, open_folder,
                                     close_folder);
}
