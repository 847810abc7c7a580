/* What a format of the output is. A new one is a file with such a table and a
 * line in format.c.
 *
 *     writer    one run's map
 *       book    the map in one format      map.gpkg      map.geojson ...
 *         sheet one layer of it            a table       a file of its own
 *
 * Rows are printed into the bytes of a format on any thread, and added to the
 * sheet by the one thread that holds the writer, so that the bytes are the same
 * for any number. What a text format prints is what stands in the file; others
 * pack the row (pack.h) and unpack it when they add it. */
#ifndef GM_WRITE_LAYOUT_H
#define GM_WRITE_LAYOUT_H

#include "base/buffer.h"
#include "base/file.h"
#include "earth/project.h"
#include "write/layer.h"

typedef struct gm_book gm_book;
typedef struct gm_sheet gm_sheet;

typedef struct gm_layout {
  const char *name;           /* for --to */
  const char *const *endings; /* of paths, with the dot; NULL ends them */
  const char *between;        /* two rows */
  bool styled;                /* a QGIS style belongs beside each file */
  bool together;              /* one file holds all layers */
  bool streamed;              /* may go to standard output */
  bool projected;             /* may be in another system than WGS 84 */
  bool mixed;                 /* a layer may mix points, lines and polygons */

  /* Of a format that is together: begins its file. Else NULL. */
  gm_status (*open)(gm_workspace *ws, gm_book *book);

  /* Begins a layer: its file or its table. */
  gm_status (*begin)(gm_workspace *ws, gm_sheet *sheet);

  /* Appends one row to `out`. @threads any number at once. */
  gm_status (*print)(gm_workspace *ws, const gm_sheet *sheet,
                     const gm_layer_row *row, gm_buffer *out);

  /* Of a format that tells whole articles instead of rows, on the mentions'
   * sheet and no other: appends one. It counts as a row. Else NULL. @threads
   * any number at once. */
  gm_status (*tell)(gm_workspace *ws, const gm_document *document,
                    gm_mentions mentions, gm_resolutions resolutions,
                    gm_buffer *out);

  /* Takes rows that were printed; sheet->rows are there already. */
  gm_status (*add)(gm_workspace *ws, gm_sheet *sheet, gm_str rows);

  /* Ends a layer, and then the file that is together: from here on the files
   * of the book are complete but for their names. */
  gm_status (*end)(gm_workspace *ws, gm_sheet *sheet);
  gm_status (*close)(gm_workspace *ws, gm_book *book);

  /* Lets go of what a foreign library holds, after a failure or end; NULL:
   * nothing. */
  void (*drop)(gm_sheet *sheet);
  void (*drop_book)(gm_book *book);

  /* Of text formats: what stands before the first row and behind the last. */
  gm_status (*head)(gm_workspace *ws, const gm_sheet *sheet, gm_buffer *out);
  gm_status (*tail)(gm_workspace *ws, const gm_sheet *sheet, gm_buffer *out);
} gm_layout;

/* The times that a layer's rows bear; empty where there was none. */
typedef struct gm_period {
  char first[24], last[24];
} gm_period;

/* What styles want to know of rows that are gone: a legend shows what is there.
 */
typedef struct gm_seen {
  gm_period period;
  unsigned kinds; /* bit i: places of kind i */
  int64_t most;   /* the largest of the field "mentions" */
} gm_seen;

struct gm_sheet {
  gm_book *book;
  const gm_layer *layer;
  const char *name; /* the layer's, with a suffix where it was parted */
  gm_layer_geometry geometry; /* of this sheet; ANY where mixed */
  gm_file *file;              /* a text format's own */
  void *own;                  /* what a foreign library gave */
  uint64_t rows;
  gm_seen seen;
};

enum {
  GM_FILES_MAX = 64,
  GM_SHEETS_MAX = 16, /* of a book */
  GM_BOOKS_MAX = 8,
};

/* The books of a run. */
typedef struct gm_shelf {
  gm_book *books[GM_BOOKS_MAX];
  int count;
} gm_shelf;

struct gm_book {
  gm_arena *arena;       /* the writer's: for what lives as long as it */
  const gm_shelf *shelf; /* that it stands on */
  const gm_layout *layout;
  const gm_gazetteer *gazetteer;
  const gm_crs *crs; /* of what is written; WGS 84 in most formats */
  gm_geometry geometry;
  const char *path; /* "-", or the mentions' or the one file's */
  gm_sheet sheets[GM_SHEETS_MAX];
  int sheet_count;
  gm_file files[GM_FILES_MAX]; /* renamed in this order */
  int file_count;
  void *own;
};

extern const gm_layout gm_layout_geojson;
extern const gm_layout gm_layout_geojsonseq;
extern const gm_layout gm_layout_gpkg;
extern const gm_layout gm_layout_shapefile;
extern const gm_layout gm_layout_csv;
extern const gm_layout gm_layout_kml;
extern const gm_layout gm_layout_qgz;
extern const gm_layout gm_layout_html;

/* ----------------------------------------------------- what formats call -- */

/* The path of a file of the sheet: the map's own for the mentions, else
 * map_NAME, each with `ending` instead of its own unless that is NULL. In the
 * writer's arena; NULL after gm_fail. */
const char *gm_sheet_path(gm_workspace *ws, const gm_sheet *sheet,
                          const char *ending);

/* A new file among the book's. @return NULL after gm_fail */
gm_file *gm_book_create(gm_workspace *ws, gm_book *book, const char *path);

/* The same for a file that a foreign library writes to `temporary`. */
gm_file *gm_book_lend(gm_workspace *ws, gm_book *book, const char *path);

/* Writes a small file beside the map, unless another format of the run has:
 * map.prj belongs to map.shp and to map.csv. `ending` is its own. */
gm_status gm_sheet_write_beside(gm_workspace *ws, gm_sheet *sheet,
                                const char *ending, gm_str text);

/* The steps of a text format. */
gm_status gm_text_begin(gm_workspace *ws, gm_sheet *sheet);
gm_status gm_text_add(gm_workspace *ws, gm_sheet *sheet, gm_str rows);
gm_status gm_text_end(gm_workspace *ws, gm_sheet *sheet);

#endif
