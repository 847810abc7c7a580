/* See gpkg.h: a layer as a table, its rows, and their spatial index.
 *
 * The index is filled row by row: SQLite's R-tree splits its nodes as a B-tree
 * does, so it needs no second pass and no memory. Its triggers, which keep it
 * right when someone edits the table, call functions that only GDAL and QGIS
 * have; therefore they are made at the end. */
#include <string.h>

#include "base/str.h"
#include "earth/project.h"
#include "write/gpkg.h"
#include "write/pack.h"

static const char *const geometries[] = {
    [GM_LAYER_NONE] = NULL,
    [GM_LAYER_POINT] = "POINT",
    [GM_LAYER_LINE] = "MULTILINESTRING",
    [GM_LAYER_POLYGON] = "MULTIPOLYGON",
};

static const char *const types[] = {
    [GM_FIELD_TEXT] = "TEXT",
    [GM_FIELD_INTEGER] = "INTEGER",
    [GM_FIELD_REAL] = "REAL",
    [GM_FIELD_TIME] = "DATETIME",
};

int gm_gpkg_srs(const gm_crs *crs) {
  static const int own = 100000; /* for what has no code */
  return crs->authority ? crs->code : own;
}

/* --------------------------------------------------------- the statements --
 */

static gm_status create_table(gm_workspace *ws, const gm_sheet *sheet) {
  const gm_layer *layer = sheet->layer;
  const char *geometry = geometries[sheet->geometry];
  gm_buffer sql = {0};
  gm_buffer_print(&sql,
                  "CREATE TABLE \"%s\"("
                  "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL",
                  sheet->name);
  if (geometry) gm_buffer_print(&sql, ",geom %s", geometry);
  for (int i = 0; i < layer->field_count; i++)
    gm_buffer_print(&sql, ",\"%s\" %s", layer->fields[i].name,
                    types[layer->fields[i].type]);
  gm_buffer_append(&sql, (gm_str){")", 2}); /* with the zero byte */
  gm_status status = sql.failed ? gm_fail(ws, GM_NO_MEMORY, 0,
                                          "no memory for a statement of SQLite")
                                : gm_gpkg_run(ws, sheet->book, sql.bytes);
  gm_buffer_close(&sql);
  return status;
}

static gm_status create_index(gm_workspace *ws, const gm_sheet *sheet) {
  return gm_gpkg_run_format(ws, sheet->book,
                            "CREATE VIRTUAL TABLE \"rtree_%w_geom\" USING "
                            "rtree(id,minx,maxx,miny,maxy);",
                            sheet->name);
}

static gm_status prepare_insert(gm_workspace *ws, const gm_sheet *sheet,
                                sqlite3_stmt **out) {
  gm_buffer sql = {0};
  gm_buffer_print(&sql, "INSERT INTO \"%s\" VALUES(?", sheet->name);
  if (geometries[sheet->geometry]) gm_buffer_append(&sql, GM_STR(",?"));
  for (int i = 0; i < sheet->layer->field_count; i++)
    gm_buffer_append(&sql, GM_STR(",?"));
  gm_buffer_append(&sql, (gm_str){")", 2}); /* with the zero byte */
  gm_status status =
      sql.failed
          ? gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a statement of SQLite")
          : gm_gpkg_prepare(ws, sheet->book, sql.bytes, out);
  gm_buffer_close(&sql);
  return status;
}

static gm_status prepare_index(gm_workspace *ws, const gm_sheet *sheet,
                               sqlite3_stmt **out) {
  gm_str sql = gm_str_print(
      ws, "INSERT INTO \"rtree_%s_geom\" VALUES(?,?,?,?,?)%c", sheet->name, 0);
  if (!sql.bytes) return ws->status;
  return gm_gpkg_prepare(ws, sheet->book, sql.bytes, out);
}

gm_status gm_gpkg_begin(gm_workspace *ws, gm_sheet *sheet) {
  gm_gpkg_table *table = gm_arena_take(sheet->book->arena, sizeof *table);
  if (!table) return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a table");
  sheet->own = table;
  gm_status status = create_table(ws, sheet);
  if (status == GM_OK) status = prepare_insert(ws, sheet, &table->insert);
  if (status != GM_OK || sheet->geometry == GM_LAYER_NONE) return status;
  status = create_index(ws, sheet);
  return status == GM_OK ? prepare_index(ws, sheet, &table->index) : status;
}

/* --------------------------------------------------------------- the rows --
 */

gm_status gm_gpkg_print(gm_workspace *ws, const gm_sheet *sheet,
                        const gm_layer_row *row, gm_buffer *out) {
  (void)ws;
  gm_row_pack(sheet->layer, row, out);
  return GM_OK;
}

/* GDAL wants the fraction: it takes a time without one for odd, and QGIS shows
 * a DATE a day late. */
static void bind_time(sqlite3_stmt *insert, int at, gm_str time) {
  enum { SECONDS_BYTES = sizeof "2026-01-02T03:04:05" - 1 };
  char full[sizeof "2026-01-02T03:04:05.000Z"] = "";
  if (time.size == SECONDS_BYTES + 1) {
    memcpy(full, time.bytes, SECONDS_BYTES);
    strcat(full, ".000Z");
    time = gm_str_of(full);
  }
  sqlite3_bind_text(insert, at, time.bytes, (int)time.size, SQLITE_TRANSIENT);
}

static void bind_value(sqlite3_stmt *insert, int at, gm_field_type type,
                       const gm_value *value) {
  if (value->null) {
    sqlite3_bind_null(insert, at);
    return;
  }
  switch (type) {
    case GM_FIELD_INTEGER:
      sqlite3_bind_int64(insert, at, value->integer);
      break;
    case GM_FIELD_REAL: sqlite3_bind_double(insert, at, value->real); break;
    case GM_FIELD_TIME: bind_time(insert, at, value->text); break;
    case GM_FIELD_TEXT:
      sqlite3_bind_text(insert, at, value->text.bytes, (int)value->text.size,
                        SQLITE_STATIC);
      break;
  }
}

static gm_status step(gm_workspace *ws, const gm_book *book,
                      sqlite3_stmt *statement) {
  int code = sqlite3_step(statement);
  sqlite3_reset(statement);
  return code == SQLITE_DONE ? GM_OK : gm_gpkg_failed(ws, book);
}

static gm_status add_to_index(gm_workspace *ws, gm_sheet *sheet, int64_t fid,
                              gm_extent extent) {
  gm_gpkg_table *table = sheet->own;
  sqlite3_bind_int64(table->index, 1, fid);
  sqlite3_bind_double(table->index, 2, extent.min_x);
  sqlite3_bind_double(table->index, 3, extent.max_x);
  sqlite3_bind_double(table->index, 4, extent.min_y);
  sqlite3_bind_double(table->index, 5, extent.max_y);
  gm_extent_widen(&table->extent, extent);
  return step(ws, sheet->book, table->index);
}

/* One row, and its place in the index. */
static gm_status add_row(gm_workspace *ws, gm_sheet *sheet, int64_t fid,
                         const gm_unpacked *row) {
  gm_gpkg_table *table = sheet->own;
  gm_extent extent = gm_extent_of(&row->shape);
  int at = 1;
  sqlite3_bind_int64(table->insert, at++, fid);
  gm_buffer_clear(&table->blob);
  if (extent.any)
    gm_wkb_print(&row->shape, gm_gpkg_srs(sheet->book->crs), extent,
                 &table->blob);
  if (table->blob.failed)
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a geometry");
  if (table->index && extent.any)
    sqlite3_bind_blob64(table->insert, at++, table->blob.bytes,
                        table->blob.size, SQLITE_STATIC);
  else if (table->index)
    sqlite3_bind_null(table->insert, at++);
  for (int i = 0; i < sheet->layer->field_count; i++)
    bind_value(table->insert, at++, sheet->layer->fields[i].type,
               &row->values[i]);
  gm_status status = step(ws, sheet->book, table->insert);
  if (status == GM_OK && table->index && extent.any)
    status = add_to_index(ws, sheet, fid, extent);
  return status;
}

gm_status gm_gpkg_add(gm_workspace *ws, gm_sheet *sheet, gm_str rows) {
  gm_status status = GM_OK;
  int64_t fid = (int64_t)sheet->rows;
  while (rows.size && status == GM_OK) {
    gm_unpacked row;
    gm_arena_mark mark = gm_arena_here(&ws->arena);
    status = gm_row_unpack(ws, sheet->layer, &rows, &row);
    if (status == GM_OK) status = add_row(ws, sheet, ++fid, &row);
    gm_arena_rewind(&ws->arena, mark);
  }
  return status;
}

/* ---------------------------------------------------------------- the end --
 */

/* The triggers of the R-tree extension (F.3 of the standard), and those with
 * which GDAL keeps its count; %1$w would be the table's name, if SQLite knew
 * that, so it is given again and again. */
static const char index_triggers[] =
    "CREATE TRIGGER \"rtree_%w_geom_insert\" AFTER INSERT ON \"%w\""
    " WHEN (new.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))"
    " BEGIN INSERT OR REPLACE INTO \"rtree_%w_geom\" VALUES (NEW.fid,"
    "ST_MinX(NEW.geom),ST_MaxX(NEW.geom),ST_MinY(NEW.geom),ST_MaxY(NEW.geom));"
    " END;"
    "CREATE TRIGGER \"rtree_%w_geom_update1\" AFTER UPDATE OF geom ON \"%w\""
    " WHEN OLD.fid=NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))"
    " BEGIN INSERT OR REPLACE INTO \"rtree_%w_geom\" VALUES (NEW.fid,"
    "ST_MinX(NEW.geom),ST_MaxX(NEW.geom),ST_MinY(NEW.geom),ST_MaxY(NEW.geom));"
    " END;"
    "CREATE TRIGGER \"rtree_%w_geom_update2\" AFTER UPDATE OF geom ON \"%w\""
    " WHEN OLD.fid=NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
    " BEGIN DELETE FROM \"rtree_%w_geom\" WHERE id=OLD.fid; END;";

static const char more_triggers[] =
    "CREATE TRIGGER \"rtree_%w_geom_update3\" AFTER UPDATE ON \"%w\""
    " WHEN OLD.fid!=NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))"
    " BEGIN DELETE FROM \"rtree_%w_geom\" WHERE id=OLD.fid;"
    " INSERT OR REPLACE INTO \"rtree_%w_geom\" VALUES (NEW.fid,"
    "ST_MinX(NEW.geom),ST_MaxX(NEW.geom),ST_MinY(NEW.geom),ST_MaxY(NEW.geom));"
    " END;"
    "CREATE TRIGGER \"rtree_%w_geom_update4\" AFTER UPDATE ON \"%w\""
    " WHEN OLD.fid!=NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
    " BEGIN DELETE FROM \"rtree_%w_geom\" WHERE id IN (OLD.fid,NEW.fid); END;"
    "CREATE TRIGGER \"rtree_%w_geom_delete\" AFTER DELETE ON \"%w\""
    " WHEN old.geom NOT NULL"
    " BEGIN DELETE FROM \"rtree_%w_geom\" WHERE id=OLD.fid; END;";

static const char count_triggers[] =
    "CREATE TRIGGER \"trigger_insert_feature_count_%w\" AFTER INSERT ON \"%w\""
    " BEGIN UPDATE gpkg_ogr_contents SET feature_count=feature_count+1"
    " WHERE lower(table_name)=lower(%Q); END;"
    "CREATE TRIGGER \"trigger_delete_feature_count_%w\" AFTER DELETE ON \"%w\""
    " BEGIN UPDATE gpkg_ogr_contents SET feature_count=feature_count-1"
    " WHERE lower(table_name)=lower(%Q); END;";

static gm_status register_geometry(gm_workspace *ws, const gm_sheet *sheet) {
  return gm_gpkg_run_format(
      ws, sheet->book,
      "INSERT INTO gpkg_geometry_columns VALUES(%Q,'geom',%Q,%d,0,0);"
      "INSERT INTO gpkg_extensions VALUES(%Q,'geom','gpkg_rtree_index',"
      "'http://www.geopackage.org/spec120/#extension_rtree','write-only');",
      sheet->name, geometries[sheet->geometry], gm_gpkg_srs(sheet->book->crs),
      sheet->name);
}

gm_status gm_gpkg_end(gm_workspace *ws, gm_sheet *sheet) {
  const char *n = sheet->name;
  gm_status status = GM_OK;
  if (sheet->geometry != GM_LAYER_NONE) {
    status = register_geometry(ws, sheet);
    if (status == GM_OK)
      status = gm_gpkg_run_format(ws, sheet->book, index_triggers, n, n, n, n,
                                  n, n, n, n, n);
    if (status == GM_OK)
      status = gm_gpkg_run_format(ws, sheet->book, more_triggers, n, n, n, n, n,
                                  n, n, n, n, n);
  }
  if (status == GM_OK)
    status =
        gm_gpkg_run_format(ws, sheet->book, count_triggers, n, n, n, n, n, n);
  return status;
}

void gm_gpkg_drop(gm_sheet *sheet) {
  gm_gpkg_table *table = sheet->own;
  if (!table) return;
  sqlite3_finalize(table->insert);
  sqlite3_finalize(table->index);
  gm_buffer_close(&table->blob);
  table->insert = table->index = NULL;
}
