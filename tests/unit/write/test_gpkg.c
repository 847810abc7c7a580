/* GeoPackages, read back by SQLite. */
#include <sqlite3.h>

#include "unit/write/rows.h"
#include "unit/write/run.h"

static sqlite3 *written(gm_workspace *ws, gm_layer_geometry geometry,
                        const gm_shape *shape, const char **texts) {
  gm_layer layer = rows_layer(geometry);
  sqlite3 *database = NULL;
  assert_int_equal(rows_write(ws, "map.gpkg", NULL, &layer, shape, texts),
                   GM_OK);
  assert_int_equal(sqlite3_open_v2(path_of("map.gpkg"), &database,
                                   SQLITE_OPEN_READONLY, NULL),
                   SQLITE_OK);
  return database;
}

/* The one value that a query gives, as text. */
static void assert_value(sqlite3 *database, const char *sql,
                         const char *wanted) {
  sqlite3_stmt *statement = NULL;
  assert_int_equal(sqlite3_prepare_v2(database, sql, -1, &statement, NULL),
                   SQLITE_OK);
  assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
  const char *got = (const char *)sqlite3_column_text(statement, 0);
  if (wanted)
    assert_string_equal(got ? got : "(null)", wanted);
  else
    assert_null(got);
  sqlite3_finalize(statement);
}

static const char *two[] = {"Łódź", "", NULL};

static void says_what_it_is(void **state) {
  sqlite3 *database = written(*state, GM_LAYER_POINT, &rows_point, two);
  assert_value(database, "PRAGMA application_id", "1196444487");
  assert_value(database, "PRAGMA integrity_check", "ok");
  assert_value(database,
               "SELECT data_type FROM gpkg_contents"
               " WHERE table_name='things'",
               "features");
  assert_value(database,
               "SELECT geometry_type_name FROM gpkg_geometry_columns"
               " WHERE table_name='things'",
               "POINT");
  assert_value(database,
               "SELECT feature_count FROM gpkg_ogr_contents"
               " WHERE table_name='things'",
               "2");
  sqlite3_close(database);
}

static void values_read_back(void **state) {
  sqlite3 *database = written(*state, GM_LAYER_POINT, &rows_point, two);
  assert_value(database, "SELECT name FROM things WHERE fid=1", "Łódź");
  assert_value(database, "SELECT count FROM things WHERE fid=1",
               "-9007199254740993");
  assert_value(database, "SELECT date FROM things WHERE fid=1",
               "2026-01-02T03:04:05.000Z");
  assert_value(database,
               "SELECT coalesce(geom,name,count,share,date)"
               " FROM things WHERE fid=2",
               NULL);
  sqlite3_close(database);
}

static void the_index_holds_what_has_a_place(void **state) {
  sqlite3 *database = written(*state, GM_LAYER_POLYGON, &rows_polygons, two);
  assert_value(database, "SELECT count(*) FROM rtree_things_geom", "1");
  assert_value(database, "SELECT maxx FROM rtree_things_geom WHERE id=1",
               "180.0");
  assert_value(database, "SELECT rtreecheck('rtree_things_geom')", "ok");
  assert_value(database,
               "SELECT max_x||' '||max_y FROM gpkg_contents"
               " WHERE table_name='things'",
               "180.0 10.0");
  assert_value(database,
               "SELECT count(*) FROM sqlite_master"
               " WHERE type='trigger' AND tbl_name='things'",
               "8");
  sqlite3_close(database);
}

static void a_layer_without_places_is_a_table(void **state) {
  sqlite3 *database = written(*state, GM_LAYER_NONE, NULL, two);
  assert_value(database,
               "SELECT data_type FROM gpkg_contents"
               " WHERE table_name='things'",
               "attributes");
  assert_value(database,
               "SELECT count(*) FROM gpkg_geometry_columns"
               " WHERE table_name='things'",
               "0");
  sqlite3_close(database);
}

static void an_empty_layer_is_there(void **state) {
  const char *none[] = {NULL};
  sqlite3 *database = written(*state, GM_LAYER_LINE, NULL, none);
  assert_value(database, "SELECT count(*) FROM things", "0");
  assert_value(database,
               "SELECT min_x FROM gpkg_contents"
               " WHERE table_name='things'",
               NULL);
  sqlite3_close(database);
}

/* QGIS finds a style only under these conditions. */
static void styles_are_where_qgis_looks(void **state) {
  sqlite3 *database = written(*state, GM_LAYER_POINT, &rows_point, two);
  assert_value(database,
               "SELECT data_type FROM gpkg_contents"
               " WHERE table_name='layer_styles'",
               "attributes");
  assert_value(database,
               "SELECT f_table_catalog||f_table_schema||"
               "f_geometry_column||useAsDefault FROM layer_styles"
               " WHERE f_table_name='mentions'",
               "geom1");
  assert_value(database,
               "SELECT styleQML LIKE '%</qgis>%' FROM layer_styles"
               " WHERE f_table_name='mentions'",
               "1");
  assert_value(database, "SELECT update_time FROM layer_styles LIMIT 1",
               "2026-01-02T00:00:00.000Z");
  sqlite3_close(database);
}

static void a_map_that_failed_leaves_nothing(void **state) {
  gm_workspace *ws = *state;
  gm_write_options options = {.gazetteer = &stub_gazetteer};
  gm_writer *writer = NULL;
  unlink(path_of("gone.gpkg"));
  assert_int_equal(gm_writer_open(ws, path_of("gone.gpkg"), &options, &writer),
                   GM_OK);
  gm_writer_abandon(writer);
  assert_int_not_equal(access(path_of("gone.gpkg"), F_OK), 0);
  char name[64];
  snprintf(name, sizeof name, "gone.%u.part.gpkg", (unsigned)getpid());
  assert_int_not_equal(access(path_of(name), F_OK), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(says_what_it_is),
      TEST(values_read_back),
      TEST(the_index_holds_what_has_a_place),
      TEST(a_layer_without_places_is_a_table),
      TEST(an_empty_layer_is_there),
      TEST(styles_are_where_qgis_looks),
      TEST(a_map_that_failed_leaves_nothing),
  };
  return cmocka_run_group_tests_name("write/gpkg", tests, open_folder,
                                     close_folder);
}
