/* Rows of sources.tsv and about.tsv: what a gazetteer says of itself. Its date
 * is that of its newest source; licences and attributions are joined, each
 * once, in the order of the sources. */
#include "gazetteer/build.h"

/* Whether `list` has `item` between its separators. */
static bool has_item(gm_str list, gm_str item) {
  while (list.size) {
    gm_str one = gm_str_trim(gm_str_cut(&list, ';'));
    if (gm_str_equal(one, item)) return true;
  }
  return false;
}

/* Adds to a list what it does not have. A cell may be a list itself. */
static gm_status join(gm_build *build, gm_str *list, gm_str cell) {
  while (cell.size) {
    gm_str item = gm_str_trim(gm_str_cut(&cell, ';'));
    if (!item.size || has_item(*list, item)) continue;
    *list = gm_str_print(build->ws, "%.*s%s%.*s", GM_PRINT(*list),
                         list->size ? "; " : "", GM_PRINT(item));
    if (!list->bytes) return GM_NO_MEMORY;
  }
  return GM_OK;
}

static gm_status keep_date(gm_build *build, gm_str date) {
  if (gm_str_compare(date, build->date) <= 0) return GM_OK;
  build->date = gm_str_copy(build->ws, date);
  return build->date.bytes ? GM_OK : GM_NO_MEMORY;
}

/* Makes room for the record of a source. */
static gm_status grow_rows(gm_build *build, uint32_t number) {
  void *rows =
      gm_grow(build->ws, build->source_rows, number,
              &build->source_rows_capacity, sizeof *build->source_rows);
  if (!rows) return GM_NO_MEMORY;
  build->source_rows = rows;
  return GM_OK;
}

/* Adds the row of a source: its strings, and its code to those there are. */
static gm_status add_row(gm_build *build, const gm_str *cells,
                         uint32_t *number) {
  gm_status status =
      gm_pool_add(build->ws, &build->sources, cells[GM_SOURCES_CODE], number);
  if (!status) status = grow_rows(build, *number);
  for (int i = 0; i < GM_SOURCES_COLUMN_COUNT && !status; i++)
    status = gm_pool_add(build->ws, &build->strings, cells[i],
                         &build->source_rows[*number][i]);
  return status;
}

gm_status gm_build_add_source(gm_build *build,
                              const gm_str cells[GM_SOURCES_COLUMN_COUNT],
                              uint32_t *number) {
  gm_status status = add_row(build, cells, number);
  if (!status) status = keep_date(build, cells[GM_SOURCES_DATE]);
  if (!status) status = join(build, &build->licence, cells[GM_SOURCES_LICENCE]);
  if (!status)
    status = join(build, &build->attribution, cells[GM_SOURCES_ATTRIBUTION]);
  return status;
}

gm_status gm_source_table_row(gm_build *build, gm_table *table) {
  gm_str code = table->cells[GM_SOURCES_CODE];
  uint32_t number;
  if (gm_pool_find(&build->sources, code, &number))
    return gm_lines_fault(build->ws, &table->lines,
                          "has the source %.*s a second time", GM_PRINT(code));
  return gm_build_add_source(build, table->cells, &number);
}

/* Whether a joined code, such as a+b, has another among its parts. */
static bool has_part(gm_str joined, gm_str part) {
  while (joined.size)
    if (gm_str_equal(gm_str_cut(&joined, '+'), part)) return true;
  return false;
}

/* Makes the cells of a source that stands for two. The date is the newer. */
static gm_status join_cells(gm_build *build, uint32_t first, uint32_t second,
                            gm_str code, gm_str *cells) {
  for (int i = 0; i < GM_SOURCES_COLUMN_COUNT; i++) {
    gm_str a = gm_pool_get(&build->strings, build->source_rows[first][i]);
    gm_str b = gm_pool_get(&build->strings, build->source_rows[second][i]);
    cells[i] = (gm_str){0};
    if (i == GM_SOURCES_CODE)
      cells[i] = code;
    else if (i == GM_SOURCES_DATE)
      cells[i] = gm_str_copy(build->ws, gm_str_compare(a, b) > 0 ? a : b);
    else if (join(build, &cells[i], a) || join(build, &cells[i], b))
      return GM_NO_MEMORY;
  }
  return GM_OK;
}

gm_status gm_build_join_sources(gm_build *build, uint16_t first,
                                uint16_t second, uint16_t *out) {
  gm_str cells[GM_SOURCES_COLUMN_COUNT];
  uint32_t number;
  *out = first == GM_FORMAT_NO_SOURCE ? second : first;
  if (*out == second || second == GM_FORMAT_NO_SOURCE) return GM_OK;
  gm_str have = gm_pool_get(&build->sources, first);
  gm_str more = gm_pool_get(&build->sources, second);
  if (has_part(have, more)) return GM_OK;
  gm_arena_mark before = gm_arena_here(&build->ws->arena);
  gm_str code =
      gm_str_print(build->ws, "%.*s+%.*s", GM_PRINT(have), GM_PRINT(more));
  if (!code.bytes) return GM_NO_MEMORY;
  bool known = gm_pool_find(&build->sources, code, &number);
  if (known) {
    gm_arena_rewind(&build->ws->arena, before);
  } else {
    if (build->sources.count >= GM_FORMAT_NO_SOURCE) return GM_OK;
    gm_status status = join_cells(build, first, second, code, cells);
    if (!status) status = add_row(build, cells, &number);
    if (status) return status;
  }
  *out = (uint16_t)number;
  return GM_OK;
}

gm_status gm_about_table_row(gm_build *build, gm_table *table) {
  gm_str key = table->cells[GM_ABOUT_KEY];
  if (!gm_str_equal(key, GM_STR("name")))
    return gm_lines_fault(build->ws, &table->lines,
                          "has the key %.*s: name is the only one",
                          GM_PRINT(key));
  build->name = gm_str_copy(build->ws, table->cells[GM_ABOUT_VALUE]);
  return build->name.bytes ? GM_OK : GM_NO_MEMORY;
}

gm_status gm_source_of(gm_build *build, const gm_table *table, gm_str code,
                       uint16_t *out) {
  uint32_t number = GM_FORMAT_NO_SOURCE;
  if (code.size && !gm_pool_find(&build->sources, code, &number))
    return gm_lines_fault(build->ws, &table->lines,
                          "names the source %.*s, which no sources.tsv has",
                          GM_PRINT(code));
  *out = (uint16_t)number;
  return GM_OK;
}
