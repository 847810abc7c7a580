/* See table.h. */
#include "gazetteer/table.h"

#include <string.h>

/* The columns' names of one kind of table. */
typedef struct columns {
  const char *const *names;
  size_t count;
  size_t needed; /* those behind are optional */
} columns;

static columns columns_of(gm_table_kind kind) {
#define NAME_OF(upper, name, ...) name,
  static const char *const about[] = {GM_ABOUT_COLUMNS(NAME_OF)};
  static const char *const sources[] = {GM_SOURCES_COLUMNS(NAME_OF)};
  static const char *const places[] = {GM_PLACES_COLUMNS(NAME_OF)};
  static const char *const names[] = {GM_NAMES_COLUMNS(NAME_OF)
                                          GM_NAMES_OPTIONAL_COLUMNS(NAME_OF)};
  static const char *const generic[] = {GM_GENERIC_COLUMNS(NAME_OF)};
  static const char *const shapes[] = {GM_SHAPES_COLUMNS(NAME_OF)};
#undef NAME_OF
  switch (kind) {
    case GM_TABLE_ABOUT:
      return (columns){about, GM_ABOUT_COLUMN_COUNT, GM_ABOUT_COLUMN_COUNT};
    case GM_TABLE_SOURCES:
      return (columns){sources, GM_SOURCES_COLUMN_COUNT,
                       GM_SOURCES_COLUMN_COUNT};
    case GM_TABLE_PLACES:
      return (columns){places, GM_PLACES_COLUMN_COUNT, GM_PLACES_COLUMN_COUNT};
    case GM_TABLE_NAMES:
      return (columns){names, GM_NAMES_COLUMN_COUNT, GM_NAMES_NEEDED_COUNT};
    case GM_TABLE_SHAPES:
      return (columns){shapes, GM_SHAPES_COLUMN_COUNT, GM_SHAPES_COLUMN_COUNT};
    default:
      return (columns){generic, GM_GENERIC_COLUMN_COUNT,
                       GM_GENERIC_COLUMN_COUNT};
  }
}

static const char *kind_name(gm_table_kind kind) {
#define NAME_OF(upper, lower) lower,
  static const char *const names[] = {GM_TABLE_KINDS(NAME_OF)};
#undef NAME_OF
  return names[kind];
}

/* The number of a column, or that of the columns if there is none such. */
static size_t column_of(columns known, gm_str name) {
  size_t i = 0;
  while (i < known.count && !gm_str_equal(name, gm_str_of(known.names[i]))) i++;
  return i;
}

/* Reads the header's line into table->order. */
static gm_status read_header(gm_workspace *ws, gm_table *table, gm_str line) {
  columns known = columns_of(table->kind);
  const char *kind = kind_name(table->kind);
  bool seen[GM_TABLE_MOST_COLUMNS] = {false};
  size_t count = 0;
  for (; line.size; count++) {
    gm_str name = gm_str_cut(&line, '\t');
    size_t column = column_of(known, name);
    if (column == known.count)
      return gm_lines_fault(ws, &table->lines,
                            "has a column %.*s, which no table of %s has",
                            GM_PRINT(name), kind);
    if (seen[column])
      return gm_lines_fault(ws, &table->lines, "has the column %.*s twice",
                            GM_PRINT(name));
    seen[column] = true;
    table->order[count] = (uint8_t)column;
  }
  table->columns = count;
  for (size_t i = 0; i < known.needed; i++)
    if (!seen[i])
      return gm_lines_fault(ws, &table->lines,
                            "has no column %s, which a table of %s needs",
                            known.names[i], kind);
  return GM_OK;
}

/* The first line that is none of a comment. */
static gm_status header_line(gm_workspace *ws, gm_lines *lines, gm_str *out) {
  bool more = false;
  gm_status status = gm_lines_next(ws, lines, out, &more);
  if (status || more) return status;
  return gm_fail(ws, GM_BAD_INPUT, 0, "%s has no header", lines->path);
}

gm_status gm_table_open(gm_workspace *ws, const char *path, gm_table_kind kind,
                        gm_table *out) {
  gm_str line = {0};
  *out = (gm_table){.kind = kind};
  gm_status status = gm_lines_open(ws, path, &out->lines);
  if (status) return status;
  status = header_line(ws, &out->lines, &line);
  if (!status) status = read_header(ws, out, line);
  if (status) gm_table_close(out);
  return status;
}

void gm_table_close(gm_table *table) {
  gm_lines_close(&table->lines);
}

static size_t count_cells(gm_str line) {
  size_t count = 1;
  for (size_t i = 0; i < line.size; i++) count += line.bytes[i] == '\t';
  return count;
}

gm_status gm_table_next(gm_workspace *ws, gm_table *table, bool *more) {
  gm_str line = {0};
  gm_status status = gm_lines_next(ws, &table->lines, &line, more);
  if (status || !*more) return status;
  size_t count = count_cells(line);
  if (count != table->columns)
    return gm_lines_fault(ws, &table->lines, "has %zu columns, not %zu", count,
                          table->columns);
  for (size_t i = 0; i < count; i++)
    table->cells[table->order[i]] = gm_str_cut(&line, '\t');
  return GM_OK;
}

static bool has_cell(gm_str line, gm_str cell) {
  while (line.size)
    if (gm_str_equal(gm_str_cut(&line, '\t'), cell)) return true;
  return false;
}

/* A path's last part. */
static gm_str base_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return gm_str_of(slash ? slash + 1 : path);
}

gm_status gm_table_kind_of(gm_workspace *ws, const char *path,
                           gm_table_kind *out) {
  gm_lines lines;
  gm_str name = base_name(path), line = {0};
  if (gm_str_starts(name, GM_STR("about.tsv"))) {
    *out = GM_TABLE_ABOUT;
    return GM_OK;
  }
  if (gm_str_starts(name, GM_STR("sources.tsv"))) {
    *out = GM_TABLE_SOURCES;
    return GM_OK;
  }
  gm_status status = gm_lines_open(ws, path, &lines);
  if (status) return status;
  status = header_line(ws, &lines, &line);
  if (status)
    ;
  else if (has_cell(line, GM_STR("lat")))
    *out = GM_TABLE_PLACES;
  else if (has_cell(line, GM_STR("kind")) && has_cell(line, GM_STR("language")))
    *out = GM_TABLE_NAMES;
  else if (has_cell(line, GM_STR("geometry")))
    *out = GM_TABLE_SHAPES;
  else
    status = gm_lines_fault(ws, &lines,
                            "is no header: it has neither lat nor geometry nor"
                            " kind and language");
  gm_lines_close(&lines);
  return status;
}
