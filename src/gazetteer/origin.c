/* See origin.h. */
#include "gazetteer/origin.h"

#include <string.h>

#include "base/str.h"
#include "gazetteer/archive.h"
#include "gazetteer/lines.h"

static gm_str base_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return gm_str_of(slash ? slash + 1 : path);
}

/* Cuts an ending, such as .txt, off a name. */
static gm_str ending_of(gm_str *name) {
  for (size_t i = name->size; i-- > 0;) {
    if (name->bytes[i] != '.') continue;
    gm_str ending = {name->bytes + i, name->size - i};
    name->size = i;
    return ending;
  }
  return (gm_str){0};
}

/* The name inside of a packing, and its ending. */
static gm_str name_of(const char *path, const char *member) {
  gm_str name = base_name(member ? member : path);
  if (!member) gm_archive_packing(&name);
  return name;
}

gm_str gm_origin_stem(const char *path, const char *member) {
  gm_str name = name_of(path, member);
  ending_of(&name);
  return name;
}

static bool is_number(gm_str cell) {
  for (size_t i = 0; i < cell.size; i++)
    if (cell.bytes[i] < '0' || cell.bytes[i] > '9') return false;
  return cell.size != 0;
}

gm_origin gm_origin_of_row(gm_str line) {
  enum { PLACES_COLUMNS = 19, NAMES_COLUMNS = 10, OLD_NAMES_COLUMNS = 8 };
  size_t count = 1;
  for (size_t i = 0; i < line.size; i++) count += line.bytes[i] == '\t';
  bool first = is_number(gm_str_cut(&line, '\t'));
  bool second = is_number(gm_str_cut(&line, '\t'));
  if (first && count == PLACES_COLUMNS) return GM_ORIGIN_PLACES;
  if (first && second && (count == NAMES_COLUMNS || count == OLD_NAMES_COLUMNS))
    return GM_ORIGIN_ALTERNATES;
  return GM_ORIGIN_NONE;
}

/* What GeoNames publishes with the ending .txt. A few odd rows must not hide
 * what a table is, so the first hundred may say it. */
static gm_status of_text(gm_workspace *ws, const char *path, const char *member,
                         gm_origin *out) {
  enum { MOST_ROWS = 100 };
  gm_lines lines;
  gm_str line;
  bool more = true;
  gm_status status = gm_lines_open_member(ws, path, member, &lines);
  if (status) return status;
  lines.lenient = true;
  for (int i = 0; i < MOST_ROWS && !*out && more && !status; i++) {
    status = gm_lines_next(ws, &lines, &line, &more);
    if (!status && more) *out = gm_origin_of_row(line);
  }
  gm_lines_close(&lines);
  return status;
}

/* Whether JSON is a collection of features: its first piece says so. */
static gm_status of_json(gm_workspace *ws, const char *path, const char *member,
                         gm_origin *out) {
  static const char word[] = "\"FeatureCollection\"";
  gm_archive archive;
  gm_buffer piece = {0};
  gm_status status = gm_archive_open(ws, path, member, &archive);
  if (status) return status;
  while (!status && !archive.ended && !piece.size)
    status = gm_archive_read(ws, &archive, &piece);
  if (!status && piece.size &&
      memmem(piece.bytes, piece.size, word, sizeof word - 1))
    *out = GM_ORIGIN_GEOJSON;
  gm_buffer_close(&piece);
  gm_archive_close(&archive);
  return status;
}

static gm_origin by_stem(gm_str stem) {
  static const struct {
    const char *stem;
    gm_origin origin;
  } stems[] = {{"admin1CodesASCII", GM_ORIGIN_DIVISIONS},
               {"admin2Codes", GM_ORIGIN_DIVISIONS},
               {"countryInfo", GM_ORIGIN_COUNTRIES}};
  for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
    if (gm_str_equal(stem, gm_str_of(stems[i].stem))) return stems[i].origin;
  return GM_ORIGIN_NONE;
}

gm_status gm_origin_of(gm_workspace *ws, const char *path, const char *member,
                       gm_origin *out) {
  gm_str name = name_of(path, member);
  gm_str ending = ending_of(&name);
  *out = GM_ORIGIN_NONE;
  if (gm_str_equal(ending, GM_STR(".shp"))) *out = GM_ORIGIN_SHAPEFILE;
  if (gm_str_equal(ending, GM_STR(".txt"))) *out = by_stem(name);
  if (*out) return GM_OK;
  if (gm_str_equal(ending, GM_STR(".txt")))
    return of_text(ws, path, member, out);
  if (gm_str_equal(ending, GM_STR(".json")) ||
      gm_str_equal(ending, GM_STR(".geojson")))
    return of_json(ws, path, member, out);
  return GM_OK;
}
