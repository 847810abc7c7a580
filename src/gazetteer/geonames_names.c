/* See geonames.h: tables of names. The languages, and what is no language, are
 * listed in https://download.geonames.org/export/dump/readme.txt */
#include "gazetteer/geonames.h"

/* The columns of alternateNamesV2; the old table has the first eight. */
enum {
  NAME_ID,
  PLACE_ID,
  LANGUAGE,
  NAME,
  IS_PREFERRED,
  IS_SHORT,
  IS_COLLOQUIAL,
  IS_HISTORIC,
  FROM,
  TO,
  NAMES_COLUMNS,
  OLD_NAMES_COLUMNS = IS_HISTORIC + 1,
};

/* What stands where a language should, and is no name in any text. The codes
 * of airports are left out too: they are words (USA is Concord's, AND
 * Anderson's, WHO Franz Josef's), and articles write an airport's name. */
static bool is_code(gm_str language) {
  static const char codes[] =
      "link post iata icao faac tcid unlc wkdt phon nuts lauc uicn";
  gm_str rest = {codes, sizeof codes - 1};
  while (rest.size)
    if (gm_str_equal(gm_str_cut(&rest, ' '), language)) return true;
  return false;
}

static bool is_set(const gm_geonames_row *row, size_t column) {
  return column < row->count && gm_str_equal(row->cells[column], GM_STR("1"));
}

/* The year that a period's end begins with: "1924", "1924-01-26"; 0: none.
 * People type these cells, and some typed "4th century". */
static int16_t year_of(const gm_geonames_row *row, size_t column) {
  uint64_t year = 0;
  if (column >= row->count) return 0;
  gm_str cell = gm_str_trim(row->cells[column]);
  gm_str digits = gm_str_cut(&cell, '-');
  return gm_str_to_u64(digits, &year) && year <= 9999 ? (int16_t)year : 0;
}

/* A name that was used up to some year is historic, marked or not. */
static gm_name_kind kind_of(const gm_geonames_row *row, bool home) {
  bool ended = row->count > TO && gm_str_trim(row->cells[TO]).size;
  gm_str language = row->cells[LANGUAGE];
  if (is_set(row, IS_HISTORIC) || ended ||
      gm_str_equal(language, GM_STR("fr_1793")))
    return GM_NAME_HISTORIC;
  if (gm_str_equal(language, GM_STR("abbr"))) return GM_NAME_ABBREVIATION;
  if (is_set(row, IS_COLLOQUIAL)) return GM_NAME_COLLOQUIAL;
  if (home && is_set(row, IS_SHORT)) return GM_NAME_SHORT;
  if (home && is_set(row, IS_PREFERRED)) return GM_NAME_OFFICIAL;
  return GM_NAME_ALTERNATE;
}

static gm_status add_alternate(gm_build *build, const gm_geonames_file *file,
                               gm_geonames_row *row) {
  gm_str language = row->cells[LANGUAGE];
  uint32_t place, id = gm_geonames_id(row->cells[PLACE_ID]);
  (void)file;
  if (is_code(language) || !row->cells[NAME].size) return GM_OK;
  if (!gm_number_map_find(&build->merge->ids, id, &place)) {
    gm_geonames_remark(build, row, id ? GM_REMARK_PLACELESS : GM_REMARK_ID);
    return GM_OK;
  }
  if (gm_str_equal(language, GM_STR("abbr"))) language.size = 0;
  bool home =
      !language.size || gm_str_equal(language, GM_STR(GM_HOME_LANGUAGE));
  return gm_build_add_dated_name(build, row->cells[NAME], place,
                                 kind_of(row, home), language,
                                 year_of(row, FROM), year_of(row, TO));
}

gm_status gm_geonames_add_alternates(gm_build *build,
                                     const gm_geonames_file *file) {
  return gm_geonames_read(build, file, OLD_NAMES_COLUMNS, NAMES_COLUMNS,
                          add_alternate);
}

/* The digits of Q1234. */
static gm_status learn_wikidata(gm_build *build, const gm_geonames_file *file,
                                gm_geonames_row *row) {
  gm_str q = gm_str_trim(row->cells[NAME]);
  (void)file;
  if (!gm_str_equal(row->cells[LANGUAGE], GM_STR("wkdt"))) return GM_OK;
  if (!gm_str_starts(q, GM_STR("Q"))) return GM_OK;
  uint32_t wikidata = gm_geonames_id((gm_str){q.bytes + 1, q.size - 1});
  uint32_t id = gm_geonames_id(row->cells[PLACE_ID]);
  if (!wikidata || !id) return GM_OK;
  return gm_number_map_add(build->ws, &build->merge->wikidata, wikidata, id);
}

/* Its faults are remarked on when the names are read. */
gm_status gm_geonames_learn_wikidata(gm_build *build,
                                     const gm_geonames_file *file) {
  gm_remarks before = build->merge->remarks;
  gm_status status = gm_geonames_read(build, file, OLD_NAMES_COLUMNS,
                                      NAMES_COLUMNS, learn_wikidata);
  build->merge->remarks = before;
  return status;
}

/* A name in English of a place, by its id; where it is not there, the table
 * merely knows more than was asked for. */
static gm_status add_english(gm_build *build, gm_str cell, gm_str name) {
  uint32_t place;
  if (!name.size ||
      !gm_number_map_find(&build->merge->ids, gm_geonames_id(cell), &place))
    return GM_OK;
  return gm_build_add_name(build, name, place, GM_NAME_SHORT,
                           GM_STR(GM_HOME_LANGUAGE));
}

/* US.TX, Texas, Texas, 4736286 */
static gm_status add_division(gm_build *build, const gm_geonames_file *file,
                              gm_geonames_row *row) {
  (void)file;
  return add_english(build, row->cells[3], row->cells[1]);
}

gm_status gm_geonames_add_divisions(gm_build *build,
                                    const gm_geonames_file *file) {
  return gm_geonames_read(build, file, 4, 4, add_division);
}

/* The fifth cell of countryInfo is the country, the 17th its id. */
static gm_status add_country(gm_build *build, const gm_geonames_file *file,
                             gm_geonames_row *row) {
  (void)file;
  return add_english(build, row->cells[16], row->cells[4]);
}

gm_status gm_geonames_add_countries(gm_build *build,
                                    const gm_geonames_file *file) {
  return gm_geonames_read(build, file, 17, GM_GEONAMES_COLUMNS, add_country);
}
