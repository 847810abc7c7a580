/* Rows of a table of names. A name whose place is not there is an error, so
 * that no name is ever lost in silence. */
#include "gazetteer/build.h"
#include "gazetteer/kind.h"
#include "gazetteer/merge.h"

/* The place of an area's code, such as "UA" or "US.TX". */
static bool find_area(const gm_build *build, gm_str code, uint32_t *place) {
  uint32_t number;
  if (!gm_pool_find(&build->codes, code, &number)) return false;
  *place = build->rulers[number].place;
  return *place != GM_NO_PLACE;
}

bool gm_build_find_place(const gm_build *build, gm_str ref, uint32_t *place) {
  gm_str code = ref;
  gm_str scheme = gm_str_cut(&code, ':');
  bool area = gm_str_equal(scheme, GM_STR("country")) ||
              gm_str_equal(scheme, GM_STR("admin1"));
  if (area) return find_area(build, code, place);
  return gm_build_find_ref(build, ref, place) ||
         gm_merge_find_ref(build, ref, place);
}

/* A year, or nothing. */
static gm_status read_year(gm_build *build, const gm_table *table, int column,
                           int16_t *out) {
  gm_str cell = table->cells[column];
  bool before = gm_str_starts(cell, GM_STR("-")); /* before our era */
  gm_str digits = {cell.bytes + before, cell.size - before};
  uint64_t year = 0;
  *out = 0;
  if (!cell.size) return GM_OK;
  if (!gm_str_to_u64(digits, &year) || !year || year > 9999)
    return gm_lines_fault(build->ws, &table->lines,
                          "has \"%.*s\" for a year, not -9999 to 9999",
                          GM_PRINT(cell));
  *out = (int16_t)(before ? -(int)year : (int)year);
  return GM_OK;
}

gm_status gm_name_table_row(gm_build *build, gm_table *table) {
  gm_str ref = table->cells[GM_NAMES_REF];
  gm_str word = table->cells[GM_NAMES_KIND];
  gm_str name = table->cells[GM_NAMES_NAME];
  uint32_t place;
  uint16_t source;
  int16_t from = 0, to = 0;
  gm_name_kind kind;
  if (!name.size)
    return gm_lines_fault(build->ws, &table->lines, "has no name");
  if (!gm_name_kind_of(word, &kind))
    return gm_lines_fault(build->ws, &table->lines,
                          "has the kind \"%.*s\", which no name has",
                          GM_PRINT(word));
  if (!gm_build_find_place(build, ref, &place))
    return gm_lines_fault(build->ws, &table->lines,
                          "names %.*s, which no table of places has",
                          GM_PRINT(ref));
  gm_status status =
      gm_source_of(build, table, table->cells[GM_NAMES_SOURCE], &source);
  if (!status) status = read_year(build, table, GM_NAMES_FROM, &from);
  if (!status) status = read_year(build, table, GM_NAMES_TO, &to);
  if (status) return status;
  return gm_build_add_dated_name(build, name, place, kind,
                                 table->cells[GM_NAMES_LANGUAGE], from, to);
}
