/* What the two halves of the GeoPackage share: gpkg.c, the file with its tables
 * of tables, and gpkg_table.c, a layer and its rows. */
#ifndef GM_WRITE_GPKG_H
#define GM_WRITE_GPKG_H

#include <sqlite3.h>

#include "write/layout.h"
#include "write/wkb.h"

/* What a sheet owns. */
typedef struct gm_gpkg_table {
  sqlite3_stmt *insert; /* a row */
  sqlite3_stmt *index;  /* its envelope, into the spatial index */
  gm_extent extent;
  gm_buffer blob; /* of the row at hand */
} gm_gpkg_table;

/* Runs statements without results. */
gm_status gm_gpkg_run(gm_workspace *ws, const gm_book *book, const char *sql);

/* The same with a format; texts go in with %Q and %w, see sqlite3_mprintf. */
gm_status gm_gpkg_run_format(gm_workspace *ws, const gm_book *book,
                             const char *format, ...);

gm_status gm_gpkg_prepare(gm_workspace *ws, const gm_book *book,
                          const char *sql, sqlite3_stmt **out);

/* Says what SQLite says. */
gm_status gm_gpkg_failed(gm_workspace *ws, const gm_book *book);

/* The number of a coordinate system in the file. */
int gm_gpkg_srs(const gm_crs *crs);

/* The steps of the layout, of which the project's are made, too. */
gm_status gm_gpkg_open(gm_workspace *ws, gm_book *book, const char *path);
gm_status gm_gpkg_close(gm_workspace *ws, gm_book *book);
void gm_gpkg_drop_book(gm_book *book);
gm_status gm_gpkg_begin(gm_workspace *ws, gm_sheet *sheet);
gm_status gm_gpkg_print(gm_workspace *ws, const gm_sheet *sheet,
                        const gm_layer_row *row, gm_buffer *out);
gm_status gm_gpkg_add(gm_workspace *ws, gm_sheet *sheet, gm_str rows);
gm_status gm_gpkg_end(gm_workspace *ws, gm_sheet *sheet);
void gm_gpkg_drop(gm_sheet *sheet);

#endif
