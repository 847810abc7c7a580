/* From folders of tables to one file: see geomention.h and build.h. All
 * tables are listed first and read by kind: sources before the places that
 * name them, places before their names. */
#include <string.h>
#include <sys/stat.h>

#include "gazetteer/build.h"
#include "gazetteer/folder.h"
#include "gazetteer/merge.h"
#include "gazetteer/publisher.h"

/* How far reading is, in bytes of the files. */
typedef struct extent {
  uint64_t done, whole;
} extent;

typedef gm_status (*row_reader)(gm_build *, gm_table *);

static row_reader reader_of(gm_table_kind kind) {
  switch (kind) {
    case GM_TABLE_ABOUT: return gm_about_table_row;
    case GM_TABLE_SOURCES: return gm_source_table_row;
    case GM_TABLE_PLACES: return gm_place_table_row;
    case GM_TABLE_NAMES: return gm_name_table_row;
    case GM_TABLE_SHAPES: return gm_shape_table_row;
    default: return gm_generic_table_row;
  }
}

/* Tells how far reading is, now and then. */
static void tell(const gm_build *build, const gm_table *table,
                 const extent *read) {
  if (table->lines.number % 4096) return;
  gm_build_progress(build, "reading",
                    read->done + gm_archive_at(&table->lines.file),
                    read->whole);
}

static gm_status read_table(gm_build *build, const gm_folder_file *file,
                            const extent *read) {
  gm_table table;
  bool more = false;
  row_reader read_row = reader_of(file->kind);
  gm_status status = gm_table_open(build->ws, file->path, file->kind, &table);
  if (status) return status;
  build->table_begin = build->refs.count;
  while (!(status = gm_table_next(build->ws, &table, &more)) && more) {
    status = read_row(build, &table);
    if (status) break;
    tell(build, &table, read);
  }
  gm_table_close(&table);
  return status;
}

static uint64_t size_of(const gm_folder_file *file) {
  struct stat about;
  return stat(file->path, &about) ? 0 : (uint64_t)about.st_size;
}

static gm_status read_file(gm_build *build, const gm_folder_file *file,
                           extent *read) {
  gm_status status = file->classes
                         ? gm_word_list_read(build, file->path, file->classes)
                         : read_table(build, file, read);
  read->done += size_of(file);
  return status;
}

/* Reads the tables of all kinds up to names, or the words behind them. */
static gm_status read_kind(gm_build *build, const gm_folder_list *list,
                           gm_table_kind kind, extent *read) {
  gm_status status = GM_OK;
  for (size_t i = 0; i < list->count && !status; i++)
    if (list->files[i].kind == kind)
      status = read_file(build, &list->files[i], read);
  if (!status && kind == GM_TABLE_PLACES) {
    status = gm_publisher_read_places(build, list);
    if (!status) gm_parents_find(build);
  } else if (!status && kind == GM_TABLE_NAMES) {
    status = gm_publisher_read_names(build, list);
  }
  return status;
}

static gm_status read_all(gm_build *build, const gm_folder_list *list) {
  extent read = {0};
  gm_status status = gm_publisher_begin(build, list);
  for (size_t i = 0; i < list->count; i++)
    if (!list->files[i].origin) read.whole += size_of(&list->files[i]);
  for (int kind = 0; kind < GM_TABLE_KIND_COUNT && !status; kind++)
    status = read_kind(build, list, (gm_table_kind)kind, &read);
  return status;
}

static gm_status list_all(gm_workspace *ws, const char *const *folders,
                          size_t count, gm_folder_list *list) {
  gm_status status = GM_OK;
  for (size_t i = 0; i < count && !status; i++)
    status = gm_folder_add(ws, folders[i], list);
  if (!status && !list->count)
    status = gm_fail(ws, GM_BAD_INPUT, 0, "%s holds no table",
                     count ? folders[0] : "no folder");
  return status;
}

/* The last part of a path, for a gazetteer that does not say its name. */
static gm_str last_part(const char *path) {
  gm_str part = gm_str_of(path);
  while (part.size > 1 && part.bytes[part.size - 1] == '/') part.size--;
  for (size_t i = part.size; i-- > 0;)
    if (part.bytes[i] == '/' && i + 1 < part.size)
      return (gm_str){part.bytes + i + 1, part.size - i - 1};
  return part;
}

static gm_status compile(gm_build *build, const gm_folder_list *list) {
  uint32_t empty; /* the first string, and the first language */
  gm_status status =
      gm_pool_add(build->ws, &build->strings, (gm_str){0}, &empty);
  if (!status)
    status = gm_pool_add(build->ws, &build->languages, (gm_str){0}, &empty);
  if (!status)
    status = gm_press_open(build->ws, build->path, build->options.threads,
                           &build->press);
  if (!status) status = read_all(build, list);
  if (!status) status = gm_prominence_give(build);
  if (!status) status = gm_press_finish(build->press);
  if (!status) status = gm_layout_write(build);
  return status ? status : gm_publisher_report(build);
}

gm_status gm_gazetteer_compile(gm_workspace *ws, const char *const *folders,
                               size_t folder_count, const char *path,
                               const gm_compile_options *options) {
  gm_folder_list list = {0};
  if (!gm_format_fits_host())
    return gm_fail(ws, GM_BAD_GAZETTEER, 0,
                   "gazetteers cannot be compiled on a big-endian computer");
  gm_status status = list_all(ws, folders, folder_count, &list);
  if (status) return status;
  gm_build *build = gm_take(ws, sizeof *build);
  if (!build) return GM_NO_MEMORY;
  build->ws = ws;
  build->path = path;
  if (options) build->options = *options;
  build->name = last_part(folders[0]);
  status = compile(build, &list);
  gm_merge_close(build);
  gm_build_close(build);
  return status;
}
