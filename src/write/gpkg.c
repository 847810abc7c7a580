/* GeoPackage (OGC 12-128r15, version 1.2): an SQLite file with a table a layer.
 *
 *     gpkg_contents          which tables there are, and how far they reach
 *     gpkg_geometry_columns  where their geometries are
 *     gpkg_spatial_ref_sys   what the coordinates mean
 *     rtree_places_geom      the spatial index of a layer
 *     layer_styles           how QGIS draws it
 *     gpkg_ogr_contents      how many rows it has, so that GDAL need not count
 *
 * The file is written in one transaction without a journal: until it is
 * complete it has a temporary name anyway. The cache is bounded, so memory does
 * not grow with the map. All times in it are the gazetteer's date, so that the
 * same articles give the same bytes. */
#include "write/gpkg.h"

#include <stdarg.h>
#include <string.h>

#include "base/str.h"
#include "earth/project.h"
#include "write/qml.h"

static const char *const endings[] = {".gpkg", NULL};

static const char frame[] =
    "PRAGMA application_id=1196444487;" /* "GPKG" */
    "PRAGMA user_version=10201;"
    "PRAGMA journal_mode=OFF;"
    "PRAGMA synchronous=OFF;"
    "PRAGMA locking_mode=EXCLUSIVE;"
    "PRAGMA cache_size=-16000;" /* KiB */
    "PRAGMA temp_store=MEMORY;"
    "BEGIN;"
    "CREATE TABLE gpkg_spatial_ref_sys("
    "srs_name TEXT NOT NULL,srs_id INTEGER NOT NULL PRIMARY KEY,"
    "organization TEXT NOT NULL,organization_coordsys_id INTEGER NOT NULL,"
    "definition TEXT NOT NULL,description TEXT);"
    "CREATE TABLE gpkg_contents("
    "table_name TEXT NOT NULL PRIMARY KEY,data_type TEXT NOT NULL,"
    "identifier TEXT UNIQUE,description TEXT DEFAULT '',"
    "last_change DATETIME NOT NULL DEFAULT "
    "(strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
    "min_x DOUBLE,min_y DOUBLE,max_x DOUBLE,max_y DOUBLE,srs_id INTEGER,"
    "CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) "
    "REFERENCES gpkg_spatial_ref_sys(srs_id));"
    "CREATE TABLE gpkg_geometry_columns("
    "table_name TEXT NOT NULL,column_name TEXT NOT NULL,"
    "geometry_type_name TEXT NOT NULL,srs_id INTEGER NOT NULL,"
    "z TINYINT NOT NULL,m TINYINT NOT NULL,"
    "CONSTRAINT pk_geom_cols PRIMARY KEY (table_name,column_name),"
    "CONSTRAINT uk_gc_table_name UNIQUE (table_name),"
    "CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) "
    "REFERENCES gpkg_contents(table_name),"
    "CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) "
    "REFERENCES gpkg_spatial_ref_sys(srs_id));"
    "CREATE TABLE gpkg_extensions("
    "table_name TEXT,column_name TEXT,extension_name TEXT NOT NULL,"
    "definition TEXT NOT NULL,scope TEXT NOT NULL,"
    "CONSTRAINT ge_tce UNIQUE (table_name,column_name,extension_name));"
    "CREATE TABLE gpkg_ogr_contents("
    "table_name TEXT NOT NULL PRIMARY KEY,feature_count INTEGER DEFAULT NULL);"
    "INSERT INTO gpkg_spatial_ref_sys VALUES"
    "('Undefined Cartesian SRS',-1,'NONE',-1,'undefined',''),"
    "('Undefined geographic SRS',0,'NONE',0,'undefined','');";

/* QGIS asks for all of these columns; it reads the table only if it is among
 * the contents once any other table without a geometry is. */
static const char styles[] =
    "CREATE TABLE layer_styles("
    "id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,"
    "f_table_catalog TEXT(256),f_table_schema TEXT(256),"
    "f_table_name TEXT(256),f_geometry_column TEXT(256),styleName TEXT(30),"
    "styleQML TEXT,styleSLD TEXT,useAsDefault BOOLEAN,description TEXT,"
    "owner TEXT(30),ui TEXT(30),update_time DATETIME DEFAULT "
    "(strftime('%Y-%m-%dT%H:%M:%fZ','now')));";

/* ------------------------------------------------------------ statements -- */

gm_status gm_gpkg_failed(gm_workspace *ws, const gm_book *book) {
  return gm_fail(ws, GM_CANNOT_WRITE, 0, "%s cannot be written: SQLite says %s",
                 book->path, sqlite3_errmsg(book->own));
}

gm_status gm_gpkg_run(gm_workspace *ws, const gm_book *book, const char *sql) {
  int code = sqlite3_exec(book->own, sql, NULL, NULL, NULL);
  return code == SQLITE_OK ? GM_OK : gm_gpkg_failed(ws, book);
}

gm_status gm_gpkg_run_format(gm_workspace *ws, const gm_book *book,
                             const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *sql = sqlite3_vmprintf(format, arguments);
  va_end(arguments);
  if (!sql)
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a statement of SQLite");
  gm_status status = gm_gpkg_run(ws, book, sql);
  sqlite3_free(sql);
  return status;
}

gm_status gm_gpkg_prepare(gm_workspace *ws, const gm_book *book,
                          const char *sql, sqlite3_stmt **out) {
  int code = sqlite3_prepare_v2(book->own, sql, -1, out, NULL);
  return code == SQLITE_OK ? GM_OK : gm_gpkg_failed(ws, book);
}

/* -------------------------------------------------------------- the file -- */

static gm_status add_crs(gm_workspace *ws, const gm_book *book,
                         const gm_crs *crs) {
  return gm_gpkg_run_format(
      ws, book,
      "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES(%Q,%d,%Q,%d,%Q,'')",
      crs->name, gm_gpkg_srs(crs), crs->authority ? crs->authority : "NONE",
      gm_gpkg_srs(crs), crs->wkt);
}

gm_status gm_gpkg_open(gm_workspace *ws, gm_book *book, const char *path) {
  gm_file *file = gm_book_lend(ws, book, path);
  if (!file) return ws->status;
  sqlite3 *database = NULL;
  int code =
      sqlite3_open_v2(file->temporary, &database, SQLITE_OPEN_READWRITE, NULL);
  book->own = database;
  if (code != SQLITE_OK) return gm_gpkg_failed(ws, book);
  gm_status status = gm_gpkg_run(ws, book, frame);
  if (status == GM_OK) status = add_crs(ws, book, &gm_crs_wgs84);
  if (status == GM_OK) status = add_crs(ws, book, book->crs);
  return status;
}

static gm_status open(gm_workspace *ws, gm_book *book) {
  return gm_gpkg_open(ws, book, book->path);
}

/* ---------------------------------------------- what is known at the end -- */

/* When the gazetteer was made, "2026-11" or "2026-11-21": the one time that is
 * the same every time. */
static gm_str change_time(gm_workspace *ws, const gm_book *book) {
  gm_str date = gm_gazetteer_about(book->gazetteer).date;
  bool month = date.size == sizeof "2026-11" - 1;
  bool day = date.size == sizeof "2026-11-21" - 1;
  return gm_str_print(ws, "%.*s%sT00:00:00.000Z",
                      GM_PRINT(month || day ? date : GM_STR("2000-01-01")),
                      month ? "-01" : "");
}

static gm_status add_features(gm_workspace *ws, const gm_sheet *sheet,
                              const char *time) {
  const gm_gpkg_table *table = sheet->own;
  gm_extent e = table->extent;
  gm_str source = gm_gazetteer_about(sheet->book->gazetteer).attribution;
  gm_str extent = GM_STR("NULL,NULL,NULL,NULL");
  if (e.any)
    extent = gm_str_print(ws, "%.17g,%.17g,%.17g,%.17g", e.min_x, e.min_y,
                          e.max_x, e.max_y);
  return gm_gpkg_run_format(
      ws, sheet->book,
      "INSERT INTO gpkg_contents VALUES(%Q,%Q,%Q,'%q; places: %.*q',%Q,%.*s,"
      "%d);"
      "INSERT INTO gpkg_ogr_contents VALUES(%Q,%lld);",
      sheet->name, table->index ? "features" : "attributes", sheet->name,
      sheet->layer->meaning, GM_PRINT(source), time, GM_PRINT(extent),
      gm_gpkg_srs(sheet->book->crs), sheet->name, (long long)sheet->rows);
}

/* Where a layer stands in QGIS's panel. */
static int rank_of(const gm_layer *layer) {
  int rank = 0;
  while (rank < GM_LAYERS && gm_layers[rank] != layer) rank++;
  return rank;
}

/* The table of contents: its first layer is the first in QGIS's panel. */
static gm_status add_contents(gm_workspace *ws, gm_book *book,
                              const char *time) {
  gm_status status = GM_OK;
  for (int rank = 0; rank <= GM_LAYERS; rank++)
    for (int i = 0; i < book->sheet_count && status == GM_OK; i++)
      if (rank_of(book->sheets[i].layer) == rank)
        status = add_features(ws, &book->sheets[i], time);
  return status;
}

static gm_status add_style(gm_workspace *ws, const gm_sheet *sheet,
                           const char *time) {
  gm_buffer style = {0};
  gm_qml_render(gm_style_of(sheet), &style);
  gm_status status = GM_OK;
  if (style.failed)
    status = gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a style");
  else if (style.size)
    status = gm_gpkg_run_format(
        ws, sheet->book,
        "INSERT INTO layer_styles(f_table_catalog,f_table_schema,f_table_name,"
        "f_geometry_column,styleName,styleQML,styleSLD,useAsDefault,"
        "description,owner,update_time) "
        "VALUES('','',%Q,%Q,'geomention','%.*q','',1,'','',%Q);",
        sheet->name, sheet->geometry != GM_LAYER_NONE ? "geom" : "",
        (int)style.size, style.bytes, time);
  gm_buffer_close(&style);
  return status;
}

static gm_status add_styles(gm_workspace *ws, gm_book *book, const char *time) {
  gm_status status = gm_gpkg_run(ws, book, styles);
  for (int i = 0; i < book->sheet_count && status == GM_OK; i++)
    status = add_style(ws, &book->sheets[i], time);
  if (status == GM_OK)
    status = gm_gpkg_run_format(
        ws, book,
        "INSERT INTO gpkg_contents(table_name,data_type,identifier,"
        "last_change,srs_id) "
        "VALUES('layer_styles','attributes','layer_styles',%Q,0);",
        time);
  return status;
}

gm_status gm_gpkg_close(gm_workspace *ws, gm_book *book) {
  gm_str time = change_time(ws, book);
  char *terminated = time.bytes ? gm_str_terminated(ws, time) : NULL;
  if (!terminated) return ws->status;
  gm_status status = add_contents(ws, book, terminated);
  if (status == GM_OK) status = add_styles(ws, book, terminated);
  if (status == GM_OK) status = gm_gpkg_run(ws, book, "COMMIT");
  if (status == GM_OK)
    for (int i = 0; i < book->sheet_count; i++) gm_gpkg_drop(&book->sheets[i]);
  if (status == GM_OK && sqlite3_close(book->own) != SQLITE_OK)
    status = gm_gpkg_failed(ws, book);
  if (status == GM_OK) book->own = NULL;
  return status;
}

void gm_gpkg_drop_book(gm_book *book) {
  sqlite3_close(book->own);
  book->own = NULL;
}

const gm_layout gm_layout_gpkg = {
    .name = "gpkg",
    .endings = endings,
    .between = "",
    .projected = true,
    .together = true,
    .open = open,
    .begin = gm_gpkg_begin,
    .print = gm_gpkg_print,
    .add = gm_gpkg_add,
    .end = gm_gpkg_end,
    .close = gm_gpkg_close,
    .drop = gm_gpkg_drop,
    .drop_book = gm_gpkg_drop_book,
};
