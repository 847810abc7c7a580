/* Natural Earth as shapefiles (ESRI, 1998): see naturalearth.h. The .shp holds
 * the outlines, the .shx where each begins, the .dbf the attributes, the .cpg
 * the encoding of these. They lie beside each other, or in one .zip; either way
 * they are read into memory first, through the one reader of packed files, and
 * shapelib is given that memory for files.
 *
 * shapelib opens its files by name through hooks that know nothing but the
 * name, and the library has no globals: so the name is the address of the
 * memory, as printf writes pointers. */
#include <inttypes.h>
#include <shapefil.h>
#include <string.h>

#include "base/utf8.h"
#include "document/encoding.h"
#include "gazetteer/naturalearth.h"
#include "gazetteer/origin.h"

static const size_t most_file_bytes = (size_t)2 << 30;

enum part { SHP, SHX, DBF, CPG, PART_COUNT };
static const char *const endings[] = {".shp", ".shx", ".dbf", ".cpg"};

/* A file in memory, and how far it was read. */
typedef struct memory_file {
  gm_buffer bytes;
  SAOffset at;
  bool there;
} memory_file;

typedef struct memory {
  memory_file files[PART_COUNT];
} memory;

/* ---------------------------------------------------------------- hooks --- */

static SAFile hook_open(const char *name, const char *access) {
  void *address = NULL;
  gm_str whole = gm_str_of(name);
  if (strchr(access, '+') || sscanf(name, "%p", &address) != 1) return NULL;
  memory *held = address;
  for (int i = 0; i < PART_COUNT; i++) {
    if (!held->files[i].there || !gm_str_ends(whole, gm_str_of(endings[i])))
      continue;
    held->files[i].at = 0;
    return (SAFile)&held->files[i];
  }
  return NULL;
}

static SAOffset hook_read(void *out, SAOffset size, SAOffset count,
                          SAFile handle) {
  memory_file *file = (memory_file *)handle;
  SAOffset left = file->at < file->bytes.size ? file->bytes.size - file->at : 0;
  SAOffset items = size ? left / size : 0;
  if (items > count) items = count;
  if (items) memcpy(out, file->bytes.bytes + file->at, items * size);
  file->at += items * size;
  return items;
}

static SAOffset hook_write(void *bytes, SAOffset size, SAOffset count,
                           SAFile handle) {
  (void)bytes, (void)size, (void)count, (void)handle;
  return 0;
}

static SAOffset hook_seek(SAFile handle, SAOffset offset, int whence) {
  memory_file *file = (memory_file *)handle;
  SAOffset from = whence == SEEK_SET   ? 0
                  : whence == SEEK_CUR ? file->at
                                       : file->bytes.size;
  file->at = from + offset;
  return 0;
}

static SAOffset hook_tell(SAFile handle) {
  return ((memory_file *)handle)->at;
}

static int hook_done(SAFile handle) {
  (void)handle;
  return 0;
}

static int hook_remove(const char *name) {
  (void)name;
  return -1;
}

/* What is wrong is seen by what a call returns. */
static void hook_error(const char *message) {
  (void)message;
}

static double hook_atof(const char *text) {
  double value = 0;
  return gm_str_to_double(gm_str_trim(gm_str_of(text)), &value) ? value : 0;
}

static const SAHooks hooks = {
    .FOpen = hook_open,
    .FRead = hook_read,
    .FWrite = hook_write,
    .FSeek = hook_seek,
    .FTell = hook_tell,
    .FFlush = hook_done,
    .FClose = hook_done,
    .Remove = hook_remove,
    .Error = hook_error,
    .Atof = hook_atof,
};

/* -------------------------------------------------------------- loading --- */

/* The path, or the member's name, with another ending. */
static const char *with_ending(gm_workspace *ws, const char *name,
                               const char *ending) {
  int stem = (int)strlen(name) - 4;
  return gm_str_print(ws, "%.*s%s", stem, name, ending).bytes;
}

/* Loads the parts; all but the .cpg must be there. */
static gm_status load(gm_workspace *ws, const gm_earth_file *file,
                      memory *held) {
  for (int i = 0; i < PART_COUNT; i++) {
    memory_file *part = &held->files[i];
    const char *name =
        with_ending(ws, file->member ? file->member : file->path, endings[i]);
    if (!name) return GM_NO_MEMORY;
    const char *path = file->member ? file->path : name;
    const char *member = file->member ? name : NULL;
    gm_status status =
        gm_archive_read_all(ws, path, member, most_file_bytes, &part->bytes);
    part->there = !status;
    if (status == GM_CANCELLED || status == GM_NO_MEMORY) return status;
    if (status && i != CPG) return status;
  }
  return GM_OK;
}

/* ------------------------------------------------------------- features --- */

static gm_outline_kind kind_of(int type) {
  switch (type) {
    case SHPT_POINT:
    case SHPT_POINTZ:
    case SHPT_POINTM:
    case SHPT_MULTIPOINT:
    case SHPT_MULTIPOINTZ:
    case SHPT_MULTIPOINTM: return GM_OUTLINE_POINTS;
    case SHPT_ARC:
    case SHPT_ARCZ:
    case SHPT_ARCM: return GM_OUTLINE_LINES;
    case SHPT_POLYGON:
    case SHPT_POLYGONZ:
    case SHPT_POLYGONM: return GM_OUTLINE_RINGS;
    default: return GM_OUTLINE_NONE;
  }
}

static gm_status read_outline(gm_workspace *ws, const SHPObject *shape,
                              gm_outline *outline) {
  gm_status status = GM_OK;
  gm_outline_clear(outline);
  if (!shape) return GM_OK;
  outline->kind = kind_of(shape->nSHPType);
  for (int i = 0, part = 1; i < shape->nVertices && !status; i++) {
    if (part < shape->nParts && i == shape->panPartStart[part]) {
      status = gm_outline_end_part(ws, outline);
      part++;
    }
    gm_point point = {.lat_deg = shape->padfY[i], .lon_deg = shape->padfX[i]};
    if (!status) status = gm_outline_add(ws, outline, point);
  }
  return status ? status : gm_outline_end_part(ws, outline);
}

/* The .dbf's encoding as iconv calls it; NULL: UTF-8. */
static const char *encoding_of(const memory *held) {
  gm_str said = gm_str_trim(gm_buffer_str(&held->files[CPG].bytes));
  return gm_str_starts(said, GM_STR("UTF")) || !said.size ? NULL
                                                          : "WINDOWS-1252";
}

/* Copies a cell, as UTF-8: what is none is taken for Windows' Latin. */
static gm_status copy_cell(gm_workspace *ws, const char *cell,
                           const char *encoding, gm_str *out) {
  size_t bad;
  gm_str text = gm_str_of(cell ? cell : "");
  if (!encoding && !gm_utf8_valid(text, &bad)) encoding = "WINDOWS-1252";
  *out = gm_str_copy(ws, text);
  if (!out->bytes) return GM_NO_MEMORY;
  if (!encoding) return GM_OK;
  gm_status status = gm_encoding_decode(ws, *out, encoding, "", out);
  if (status == GM_BAD_ENCODING) *out = (gm_str){0};
  return status == GM_BAD_ENCODING ? GM_OK : status;
}

static gm_status read_attributes(gm_workspace *ws, DBFHandle table, int record,
                                 const char *encoding,
                                 gm_earth_feature *feature) {
  int count = DBFGetFieldCount(table);
  feature->count = 0;
  for (int i = 0; i < count; i++) {
    char name[XBASE_FLDNAME_LEN_READ + 1];
    gm_str value, key;
    DBFGetFieldInfo(table, i, name, NULL, NULL);
    gm_status status = copy_cell(ws, DBFReadStringAttribute(table, record, i),
                                 encoding, &value);
    if (status) return status;
    key = gm_str_copy(ws, gm_str_of(name));
    if (!key.bytes) return GM_NO_MEMORY;
    gm_earth_feature_put(feature, key, value);
  }
  return GM_OK;
}

static gm_status take_feature(gm_build *build, const gm_earth_file *file,
                              SHPHandle shapes, DBFHandle table, int record,
                              const char *encoding, gm_earth_feature *feature) {
  SHPObject *shape = SHPReadObject(shapes, record);
  gm_status status = read_outline(build->ws, shape, &feature->outline);
  if (shape) SHPDestroyObject(shape);
  feature->number = feature->line = (uint64_t)record + 1;
  if (!status)
    status = read_attributes(build->ws, table, record, encoding, feature);
  return status ? status : gm_naturalearth_add(build, file, feature);
}

static gm_status take_all(gm_build *build, const gm_earth_file *file,
                          const memory *held, SHPHandle shapes,
                          DBFHandle table) {
  gm_earth_feature *feature = gm_take(build->ws, sizeof *feature);
  gm_status status = feature ? GM_OK : GM_NO_MEMORY;
  int count = 0;
  SHPGetInfo(shapes, &count, NULL, NULL, NULL);
  if (count > DBFGetRecordCount(table)) count = DBFGetRecordCount(table);
  for (int i = 0; i < count && !status; i++) {
    if (i == 0) {
      feature->path = file->path;
      if (file->member)
        feature->path =
            gm_str_print(build->ws, "%s/%s", file->path, file->member).bytes;
      if (!feature->path) return GM_NO_MEMORY;
      feature->stem = gm_origin_stem(file->path, file->member);
    }
    status =
        take_feature(build, file, shapes, table, i, encoding_of(held), feature);
  }
  return status;
}

static gm_status take_shapes(gm_build *build, const gm_earth_file *file,
                             const memory *held) {
  char name[64];
  SAHooks own = hooks; /* shapelib copies them too */
  snprintf(name, sizeof name, "%p.shp", (const void *)held);
  SHPHandle shapes = SHPOpenLL(name, "rb", &own);
  DBFHandle table = DBFOpenLL(name, "rb", &own);
  gm_status status =
      shapes && table
          ? take_all(build, file, held, shapes, table)
          : gm_fail(build->ws, GM_BAD_INPUT, 0, "%s is no shapefile%s%s",
                    file->path, file->member ? ": " : "",
                    file->member ? file->member : "");
  if (shapes) SHPClose(shapes);
  if (table) DBFClose(table);
  return status;
}

gm_status gm_naturalearth_read_shapefile(gm_build *build,
                                         const gm_earth_file *file) {
  memory *held = gm_take(build->ws, sizeof *held);
  if (!held) return GM_NO_MEMORY;
  gm_status status = load(build->ws, file, held);
  if (!status) status = take_shapes(build, file, held);
  for (int i = 0; i < PART_COUNT; i++) gm_buffer_close(&held->files[i].bytes);
  return status;
}
