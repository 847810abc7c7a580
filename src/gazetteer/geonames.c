/* See geonames.h: the rows of its tables, and the table of places. */
#include "gazetteer/geonames.h"

#include <math.h>

/* The columns of a table of places. */
enum column {
  ID,
  NAME,
  ASCII_NAME,
  ALTERNATES,
  LAT,
  LON,
  FEATURE_CLASS,
  FEATURE,
  COUNTRY,
  OTHER_COUNTRIES,
  ADMIN1,
  ADMIN2,
  ADMIN3,
  ADMIN4,
  POPULATION,
  ELEVATION,
  MODEL_ELEVATION,
  TIMEZONE,
  CHANGED,
};

void gm_geonames_remark(gm_build *build, const gm_geonames_row *row,
                        gm_remark sort) {
  gm_remarks_add(&build->merge->remarks, sort, row->lines.path,
                 row->lines.number);
}

uint32_t gm_geonames_id(gm_str cell) {
  uint64_t id;
  return gm_str_to_u64(cell, &id) && id <= UINT32_MAX ? (uint32_t)id : 0;
}

static void split(gm_geonames_row *row, gm_str line) {
  bool more = true;
  for (row->count = 0; more; row->count++) {
    more = line.size && memchr(line.bytes, '\t', line.size);
    gm_str cell = gm_str_cut(&line, '\t');
    if (row->count < GM_GEONAMES_COLUMNS) row->cells[row->count] = cell;
  }
}

gm_status gm_geonames_read(gm_build *build, const gm_geonames_file *file,
                           size_t least, size_t most,
                           gm_geonames_reader reader) {
  gm_geonames_row row = {0};
  gm_str line;
  bool more = false;
  gm_status status =
      gm_lines_open_member(build->ws, file->path, file->member, &row.lines);
  if (status) return status;
  row.lines.lenient = true;
  while (!(status = gm_lines_next(build->ws, &row.lines, &line, &more)) &&
         more) {
    split(&row, line);
    if (row.lines.number % 65536 == 0)
      gm_build_progress(build, "reading", gm_archive_at(&row.lines.file),
                        file->size);
    if (!line.size)
      gm_geonames_remark(build, &row, GM_REMARK_TEXT);
    else if (row.count < least || row.count > most)
      gm_geonames_remark(build, &row, GM_REMARK_COLUMNS);
    else if ((status = reader(build, file, &row)))
      break;
  }
  gm_lines_close(&row.lines);
  return status;
}

/* --------------------------------------------------------------- places --- */

static bool read_point(const gm_geonames_row *row, gm_point *out) {
  return gm_str_to_double(row->cells[LAT], &out->lat_deg) &&
         gm_str_to_double(row->cells[LON], &out->lon_deg) &&
         fabs(out->lat_deg) <= 90 && fabs(out->lon_deg) <= 180;
}

static bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

/* @return false: it is neither a code nor empty */
static bool read_country(const gm_geonames_row *row, char out[2]) {
  gm_str code = row->cells[COUNTRY];
  out[0] = out[1] = 0;
  if (!code.size) return true;
  if (code.size != 2 || !is_capital(code.bytes[0]) ||
      !is_capital(code.bytes[1]))
    return false;
  memcpy(out, code.bytes, 2);
  return true;
}

static uint32_t count_alternates(const gm_geonames_row *row) {
  gm_str cell = row->cells[ALTERNATES];
  uint32_t count = cell.size != 0;
  for (size_t i = 0; i < cell.size; i++) count += cell.bytes[i] == ',';
  return count;
}

static gm_status claim_row(gm_build *build, const gm_geonames_file *file,
                           gm_geonames_row *row) {
  gm_likeness likeness;
  uint16_t feature;
  uint32_t id = gm_geonames_id(row->cells[ID]), place;
  (void)file;
  if (!id || gm_number_map_find(&build->merge->ids, id, &place)) return GM_OK;
  gm_status status = gm_build_feature(build, row->cells[FEATURE], &feature);
  if (status || feature == GM_NO_FEATURE) return status;
  if (!read_point(row, &likeness.at) || !read_country(row, likeness.country))
    return GM_OK;
  gm_str name = row->cells[ASCII_NAME];
  if (!name.size) name = row->cells[NAME];
  likeness.family = gm_family_of(&build->features[feature]);
  likeness.key = gm_family_key(likeness.family, name);
  gm_merge_claim(build, &likeness, id, count_alternates(row));
  return GM_OK;
}

/* Faults are remarked on when the same rows are added. */
gm_status gm_geonames_claim(gm_build *build, const gm_geonames_file *file) {
  gm_remarks before = build->merge->remarks;
  gm_status status = gm_geonames_read(build, file, GM_GEONAMES_COLUMNS,
                                      GM_GEONAMES_COLUMNS, claim_row);
  build->merge->remarks = before;
  return status;
}

/* What is wrong with a row of a place; GM_REMARK_COUNT: nothing. */
static gm_remark fault_of(const gm_geonames_row *row, gm_point *at) {
  char country[2];
  if (!gm_geonames_id(row->cells[ID])) return GM_REMARK_ID;
  if (!row->cells[NAME].size) return GM_REMARK_NAME;
  if (!read_point(row, at)) return GM_REMARK_POINT;
  return read_country(row, country) ? GM_REMARK_COUNT : GM_REMARK_COUNTRY;
}

/* The area by the row's codes; by the country alone where they are too long. */
static gm_status read_area(gm_build *build, const gm_geonames_row *row,
                           uint32_t *out) {
  const gm_str none = {0};
  const gm_str codes[3] = {row->cells[COUNTRY], row->cells[ADMIN1],
                           row->cells[ADMIN2]};
  const gm_str country[3] = {row->cells[COUNTRY], none, none};
  gm_str feature = row->cells[FEATURE];
  gm_status status = gm_build_area_of(build, feature, codes, out);
  return status == GM_BAD_INPUT ? gm_build_area_of(build, feature, country, out)
                                : status;
}

/* Reads a row as a place; false in `good`: it was remarked on. */
static gm_status read_place(gm_build *build, const gm_geonames_file *file,
                            const gm_geonames_row *row, gm_arrival *out,
                            bool *good) {
  gm_format_place *record = &out->record;
  gm_point at;
  uint64_t people;
  gm_remark remark = fault_of(row, &at);
  *good = remark == GM_REMARK_COUNT;
  if (!*good) {
    gm_geonames_remark(build, row, remark);
    return GM_OK;
  }
  *out = (gm_arrival){.record.source = file->source,
                      .geonameid = gm_geonames_id(row->cells[ID]),
                      .name = row->cells[NAME]};
  record->lat_e5 = (int32_t)lround(at.lat_deg * 1e5);
  record->lon_e5 = (int32_t)lround(at.lon_deg * 1e5);
  if (gm_str_to_u64(row->cells[POPULATION], &people))
    gm_merge_set_people(record, people);
  gm_status status =
      gm_build_feature(build, row->cells[FEATURE], &record->feature);
  return status ? status : read_area(build, row, &record->area);
}

/* The day of the last change as a number that grows: 0 is unknown. */
static uint16_t day_of(gm_str date) {
  uint64_t year, month, day;
  if (!gm_str_to_u64(gm_str_cut(&date, '-'), &year) ||
      !gm_str_to_u64(gm_str_cut(&date, '-'), &month) ||
      !gm_str_to_u64(date, &day) || year < 1970 || year > 2100 || month > 12 ||
      day > 31)
    return 0;
  return (uint16_t)((year - 1970) * 372 + month * 31 + day);
}

/* Whether a place was written by hand, and keeps its point: so says the source
 * "hand", or that there is none. */
static bool is_by_hand(const gm_build *build, const gm_format_place *record) {
  if (record->source == GM_FORMAT_NO_SOURCE) return true;
  gm_str code = gm_pool_get(&build->sources, record->source);
  return gm_str_equal(gm_str_cut(&code, '+'), GM_STR("hand"));
}

/* How many codes an area has: none, a country's, a division's ... */
static int depth_of(const gm_build *build, uint32_t area) {
  int depth = 0;
  while (depth < 3 && build->area_rows[area].codes[depth] != GM_NO_AREA)
    depth++;
  return depth;
}

/* Takes over what the row says, where it says something. Codes stay: our own
 * tables name divisions by theirs. */
static void take_over(const gm_build *build, gm_format_place *held,
                      const gm_format_place *row) {
  held->lat_e5 = row->lat_e5;
  held->lon_e5 = row->lon_e5;
  if (row->feature != GM_NO_FEATURE) held->feature = row->feature;
  if (gm_format_population(row))
    gm_merge_set_people(held, gm_format_population(row));
  if (depth_of(build, row->area) > depth_of(build, held->area))
    held->area = row->area;
}

/* Where the two disagree about a division's code, it stands for both: towns
 * may have the one or the other. */
static void claim_other_code(gm_build *build, uint32_t index,
                             const gm_format_place *row) {
  const gm_format_place *held = &build->places[index];
  gm_str feature = gm_str_of(build->features[held->feature].code);
  int level = gm_str_equal(feature, GM_STR("ADM1"))   ? 1
              : gm_str_equal(feature, GM_STR("ADM2")) ? 2
                                                      : 0;
  uint32_t code = build->area_rows[row->area].codes[level];
  if (!level || code == GM_NO_AREA ||
      code == build->area_rows[held->area].codes[level])
    return;
  if (build->rulers[code].place == GM_NO_PLACE)
    build->rulers[code] = (gm_ruler){.place = index, .rank = 1};
}

/* A row whose id a place has already. Of two tables of GeoNames the newer row
 * counts. One without a date is not known to be newer than anything. */
static gm_status update(gm_build *build, const gm_geonames_row *row,
                        uint32_t index, const gm_format_place *place) {
  gm_format_place *held = &build->places[index];
  uint16_t day = day_of(row->cells[CHANGED]);
  gm_status status = GM_OK;
  build->merge->merged++;
  if (day && day >= gm_merge_day(build, index) && !is_by_hand(build, held)) {
    take_over(build, held, place);
    status = gm_merge_set_day(build, index, day);
  }
  if (status) return status;
  claim_other_code(build, index, place);
  return gm_merge_add_source(build, index, place->source);
}

/* Letters of ASCII: whether there are small ones, capitals, anything else. */
typedef struct letters {
  bool small, capital, other, space;
} letters;

static letters letters_of(gm_str name) {
  letters found = {0};
  for (size_t i = 0; i < name.size; i++) {
    char byte = name.bytes[i];
    found.small |= byte >= 'a' && byte <= 'z';
    found.capital |= is_capital(byte);
    found.other |= (unsigned char)byte >= 0x80;
    found.space |= byte == ' ';
  }
  return found;
}

/* GeoNames mixes into its column of names, without telling, what is none in
 * any text: letter by letter renderings of other scripts in small letters ("ze
 * kai li ya"), codes of airports and harbours in capitals (LON, NLRTM), and
 * Latin abbreviations of one or two letters. */
static bool is_a_name(gm_str name) {
  letters found = letters_of(name);
  if (found.other) return true;
  if (!found.capital) return false;
  return name.size > 2 && (found.small || found.space || name.size > 5);
}

/* The ASCII name, if it is not found by the same key anyhow. */
static gm_status add_ascii_name(gm_build *build, const gm_geonames_row *row,
                                uint32_t index) {
  gm_str name = row->cells[NAME], ascii = row->cells[ASCII_NAME];
  if (!ascii.size || !letters_of(name).other) return GM_OK;
  gm_arena_mark before = gm_arena_here(&build->ws->arena);
  gm_str key = gm_name_key(build->ws, name);
  gm_str ascii_key = gm_name_key(build->ws, ascii);
  bool same = gm_str_equal(key, ascii_key);
  gm_arena_rewind(&build->ws->arena, before);
  if (!key.bytes || !ascii_key.bytes) return GM_NO_MEMORY;
  if (same) return GM_OK;
  return gm_build_add_name(build, ascii, index, GM_NAME_ALTERNATE, (gm_str){0});
}

/* The names but for the main one. */
static gm_status add_names(gm_build *build, const gm_geonames_file *file,
                           const gm_geonames_row *row, uint32_t index) {
  gm_str others = row->cells[ALTERNATES];
  gm_status status = add_ascii_name(build, row, index);
  while (file->has_alternates && others.size && !status) {
    gm_str name = gm_str_trim(gm_str_cut(&others, ','));
    if (name.size && is_a_name(name))
      status =
          gm_build_add_name(build, name, index, GM_NAME_ALTERNATE, (gm_str){0});
  }
  return status;
}

static gm_status add_new(gm_build *build, const gm_geonames_row *row,
                         const gm_arrival *arrival, uint32_t *index) {
  bool is_new;
  char ref[16];
  uint16_t day = day_of(row->cells[CHANGED]);
  int size = snprintf(ref, sizeof ref, "gn:%u", arrival->geonameid);
  gm_status status =
      gm_build_add_place(build, (gm_str){ref, (size_t)size}, arrival->name,
                         &arrival->record, index, &is_new);
  if (!status) status = gm_merge_learn_id(build, *index);
  if (!status && day) status = gm_merge_set_day(build, *index, day);
  return status;
}

static gm_status add_row(gm_build *build, const gm_geonames_file *file,
                         gm_geonames_row *row) {
  gm_arrival arrival;
  uint32_t index;
  bool good;
  gm_status status = read_place(build, file, row, &arrival, &good);
  if (status || !good) return status;
  if (gm_number_map_find(&build->merge->ids, arrival.geonameid, &index)) {
    status = update(build, row, index, &arrival.record);
    if (!status)
      status = gm_build_add_name(build, arrival.name, index, GM_NAME_OFFICIAL,
                                 (gm_str){0});
  } else if (arrival.record.feature == GM_NO_FEATURE) {
    gm_geonames_remark(build, row, GM_REMARK_FEATURE);
    return GM_OK;
  } else {
    status = add_new(build, row, &arrival, &index);
  }
  return status ? status : add_names(build, file, row, index);
}

gm_status gm_geonames_add_places(gm_build *build,
                                 const gm_geonames_file *file) {
  return gm_geonames_read(build, file, GM_GEONAMES_COLUMNS, GM_GEONAMES_COLUMNS,
                          add_row);
}
