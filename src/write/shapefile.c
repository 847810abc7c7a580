/* Esri's shapefile: a set of files, which everything reads, and which says
 * less than the others.
 *
 *     map.shp  shapes        map.dbf  values        map.prj  the coordinates'
 *     map.shx  where         map.cpg  "UTF-8"                system
 *
 * A table of values (dBASE III, 1984) has columns of fixed width, of at most
 * 254 bytes, and wants the widths before the first row. So the rows are put
 * aside as they come, and written at the end, when the longest texts are known:
 * that makes files a fifth as large. A time keeps its day only. Outlines run
 * clockwise here, against GeoJSON's. A layer without geometry is a table alone.
 *
 * shapelib tells of a full disk on the standard error output, if at all: its
 * voice is taken, and the sizes of the files are compared with what they should
 * be. */
#include <shapefil.h>
#include <string.h>
#include <sys/stat.h>

#include "base/scratch.h"
#include "base/str.h"
#include "write/dbf.h"
#include "write/layout.h"
#include "write/pack.h"

static const char *const endings[] = {".shp", NULL};

/* What a sheet owns. */
typedef struct shapefile {
  gm_scratch scratch; /* rows: their size, then their bytes */
  gm_dbf_widths widths;
  gm_file *shp, *shx, *dbf;
  SHPHandle shapes; /* NULL: no geometry */
  DBFHandle table;
} shapefile;

static void hush(const char *message) {
  (void)message;
}

static SAHooks quiet_hooks(void) {
  SAHooks hooks;
  SASetupDefaultHooks(&hooks);
  hooks.Error = hush;
  return hooks;
}

/* ------------------------------------------------------------ the files -- */

static gm_file *lend(gm_workspace *ws, gm_sheet *sheet, const char *ending) {
  const char *path = gm_sheet_path(ws, sheet, ending);
  return path ? gm_book_lend(ws, sheet->book, path) : NULL;
}

static gm_status begin(gm_workspace *ws, gm_sheet *sheet) {
  shapefile *own = gm_arena_take(sheet->book->arena, sizeof *own);
  if (!own) return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a shapefile");
  own->scratch.file = -1;
  sheet->own = own;
  own->dbf = lend(ws, sheet, ".dbf");
  if (!own->dbf) return ws->status;
  if (sheet->geometry != GM_LAYER_NONE) {
    own->shp = lend(ws, sheet, ".shp");
    own->shx = own->shp ? lend(ws, sheet, ".shx") : NULL;
    if (!own->shx) return ws->status;
  }
  gm_dbf_widths_begin(sheet->layer, &own->widths);
  return gm_scratch_open(ws, sheet->book->path, &own->scratch);
}

static gm_status print(gm_workspace *ws, const gm_sheet *sheet,
                       const gm_layer_row *row, gm_buffer *out) {
  (void)ws;
  gm_row_pack(sheet->layer, row, out);
  return GM_OK;
}

/* Puts the rows aside and notes how wide they are. */
static gm_status add(gm_workspace *ws, gm_sheet *sheet, gm_str rows) {
  shapefile *own = sheet->own;
  uint64_t offset, size = rows.size;
  gm_status status = gm_scratch_add(
      ws, &own->scratch, (gm_str){(const char *)&size, sizeof size}, &offset);
  if (status == GM_OK)
    status = gm_scratch_add(ws, &own->scratch, rows, &offset);
  while (rows.size && status == GM_OK) {
    gm_unpacked row;
    gm_arena_mark mark = gm_arena_here(&ws->arena);
    status = gm_row_unpack(ws, sheet->layer, &rows, &row);
    if (status == GM_OK)
      gm_dbf_widths_note(sheet->layer, row.values, &own->widths);
    gm_arena_rewind(&ws->arena, mark);
  }
  return status;
}

/* ------------------------------------------------------------ the shapes -- */

static int shape_type(gm_layer_geometry geometry) {
  static const int types[] = {[GM_LAYER_POINT] = SHPT_POINT,
                              [GM_LAYER_LINE] = SHPT_ARC,
                              [GM_LAYER_POLYGON] = SHPT_POLYGON};
  return types[geometry];
}

/* The points of all rings, in shapelib's three arrays. Outlines are turned. */
static void spread(const gm_shape *shape, int *starts, double *x, double *y) {
  int at = 0;
  for (uint32_t i = 0; i < shape->count; i++) {
    const gm_ring *ring = &shape->rings[i];
    starts[i] = at;
    for (uint32_t k = 0; k < ring->count; k++, at++) {
      bool turn = shape->type == GM_SHAPE_POLYGON;
      gm_point point = ring->points[turn ? ring->count - 1 - k : k];
      x[at] = point.lon_deg;
      y[at] = point.lat_deg;
    }
  }
}

static SHPObject *make_object(gm_workspace *ws, const gm_sheet *sheet,
                              const gm_shape *shape) {
  int type = shape_type(sheet->geometry);
  size_t points = 0;
  if (!shape->count)
    return SHPCreateSimpleObject(SHPT_NULL, 0, NULL, NULL, NULL);
  for (uint32_t i = 0; i < shape->count; i++) points += shape->rings[i].count;
  int *starts = gm_take_array(ws, shape->count, sizeof *starts);
  double *x = gm_take_array(ws, points, sizeof *x);
  double *y = gm_take_array(ws, points, sizeof *y);
  if (!starts || !x || !y) return NULL;
  spread(shape, starts, x, y);
  if (type == SHPT_POINT) return SHPCreateSimpleObject(type, 1, x, y, NULL);
  return SHPCreateObject(type, -1, (int)shape->count, starts, NULL, (int)points,
                         x, y, NULL, NULL);
}

static gm_status cannot_write(gm_workspace *ws, const gm_file *file) {
  return gm_fail(ws, GM_CANNOT_WRITE, 0,
                 "%s cannot be written: shapelib gave up", file->path);
}

static gm_status write_shape(gm_workspace *ws, const gm_sheet *sheet,
                             const gm_shape *shape) {
  const shapefile *own = sheet->own;
  if (!own->shapes) return GM_OK;
  SHPObject *object = make_object(ws, sheet, shape);
  if (!object) return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a shape");
  int at = SHPWriteObject(own->shapes, -1, object);
  SHPDestroyObject(object);
  return at < 0 ? cannot_write(ws, own->shp) : GM_OK;
}

/* --------------------------------------------------------------- the end --
 */

/* Fixed, so that the same articles give the same bytes. */
static void set_date(const gm_sheet *sheet, DBFHandle table) {
  gm_str date = gm_gazetteer_about(sheet->book->gazetteer).date;
  int part[3] = {2000, 1, 1};
  for (int i = 0; i < 3 && date.size; i++) {
    uint64_t number;
    if (gm_str_to_u64(gm_str_cut(&date, '-'), &number)) part[i] = (int)number;
  }
  DBFSetLastModifiedDate(table, part[0] - 1900, part[1], part[2]);
}

static gm_status open_files(gm_workspace *ws, const gm_sheet *sheet) {
  shapefile *own = sheet->own;
  SAHooks hooks = quiet_hooks();
  own->table = DBFCreateLL(own->dbf->temporary, "LDID/0", &hooks);
  if (!own->table) return cannot_write(ws, own->dbf);
  set_date(sheet, own->table);
  if (!gm_dbf_create_fields(own->table, sheet->layer, &own->widths))
    return cannot_write(ws, own->dbf);
  if (!own->shp) return GM_OK;
  own->shapes =
      SHPCreateLL(own->shp->temporary, shape_type(sheet->geometry), &hooks);
  return own->shapes ? GM_OK : cannot_write(ws, own->shp);
}

/* Writes rows that were put aside. */
static gm_status write_rows(gm_workspace *ws, const gm_sheet *sheet,
                            gm_str rows, int *number) {
  const shapefile *own = sheet->own;
  gm_status status = GM_OK;
  while (rows.size && status == GM_OK) {
    gm_unpacked row;
    gm_arena_mark mark = gm_arena_here(&ws->arena);
    status = gm_row_unpack(ws, sheet->layer, &rows, &row);
    if (status == GM_OK) status = write_shape(ws, sheet, &row.shape);
    if (status == GM_OK && !gm_dbf_write(own->table, (*number)++, sheet->layer,
                                         row.values, &own->widths))
      status = cannot_write(ws, own->dbf);
    gm_arena_rewind(&ws->arena, mark);
  }
  return status;
}

static gm_status write_all(gm_workspace *ws, const gm_sheet *sheet) {
  const shapefile *own = sheet->own;
  gm_status status = GM_OK;
  int number = 0;
  for (uint64_t at = 0; at < own->scratch.end && status == GM_OK;) {
    gm_arena_mark mark = gm_arena_here(&ws->arena);
    uint64_t size;
    status = gm_scratch_read(ws, &own->scratch, at, &size, sizeof size);
    char *bytes = status == GM_OK ? gm_take(ws, size) : NULL;
    if (!bytes) return ws->status;
    status = gm_scratch_read(ws, &own->scratch, at + sizeof size, bytes, size);
    if (status == GM_OK)
      status = write_rows(ws, sheet, (gm_str){bytes, size}, &number);
    at += sizeof size + size;
    gm_arena_rewind(&ws->arena, mark);
  }
  return status;
}

static void drop(gm_sheet *sheet) {
  shapefile *own = sheet->own;
  if (!own) return;
  if (own->shapes) SHPClose(own->shapes);
  if (own->table) DBFClose(own->table);
  own->shapes = NULL;
  own->table = NULL;
  gm_scratch_close(&own->scratch);
}

/* Whether a file is as large as it should be. */
static gm_status check_size(gm_workspace *ws, const gm_file *file,
                            uint64_t size) {
  struct stat about;
  if (stat(file->temporary, &about) == 0 && (uint64_t)about.st_size == size)
    return GM_OK;
  return gm_fail(ws, GM_CANNOT_WRITE, 0,
                 "%s cannot be written: it was cut short, as by a full disk",
                 file->path);
}

/* Bytes of a .shp by its own head: a big-endian count of 16-bit words. */
static uint64_t told_size(const gm_file *file) {
  unsigned char head[28] = {0};
  FILE *stream = fopen(file->temporary, "rbe");
  if (!stream) return 0;
  size_t got = fread(head, 1, sizeof head, stream);
  fclose(stream);
  if (got < sizeof head) return 0;
  return 2 * ((uint64_t)head[24] << 24 | (uint64_t)head[25] << 16 |
              (uint64_t)head[26] << 8 | head[27]);
}

static gm_status end(gm_workspace *ws, gm_sheet *sheet) {
  shapefile *own = sheet->own;
  gm_status status = open_files(ws, sheet);
  if (status == GM_OK) status = write_all(ws, sheet);
  drop(sheet);
  if (status == GM_OK)
    status = check_size(ws, own->dbf,
                        gm_dbf_size(sheet->layer, &own->widths, sheet->rows));
  if (status == GM_OK)
    status = gm_sheet_write_beside(ws, sheet, ".cpg", GM_STR("UTF-8"));
  if (status != GM_OK || !own->shp) return status;
  status = check_size(ws, own->shp, told_size(own->shp));
  if (status == GM_OK) status = check_size(ws, own->shx, 100 + 8 * sheet->rows);
  if (status == GM_OK)
    status = gm_sheet_write_beside(ws, sheet, ".prj",
                                   gm_str_of(sheet->book->crs->esri_wkt));
  return status;
}

const gm_layout gm_layout_shapefile = {
    .name = "shp",
    .endings = endings,
    .between = "",
    .projected = true,
    .styled = true,
    .begin = begin,
    .print = print,
    .add = add,
    .end = end,
    .drop = drop,
};
