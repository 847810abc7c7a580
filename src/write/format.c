/* See format.h. */
#include "write/format.h"

#include <string.h>
#include <sys/stat.h>

#include "base/str.h"

static const gm_layout *const layouts[] = {
    &gm_layout_geojson,   &gm_layout_geojsonseq, &gm_layout_gpkg,
    &gm_layout_shapefile, &gm_layout_csv,        &gm_layout_kml,
    &gm_layout_qgz,       &gm_layout_html};

enum { LAYOUTS = sizeof layouts / sizeof *layouts };

/* LAYOUTS: there is none. */
static size_t layout_by_name(gm_str name) {
  size_t i = 0;
  while (i < LAYOUTS && !gm_str_equal(gm_str_of(layouts[i]->name), name)) i++;
  return i;
}

static const gm_layout *layout_by_path(const char *path) {
  for (size_t i = 0; i < LAYOUTS; i++)
    for (const char *const *ending = layouts[i]->endings; *ending; ending++)
      if (gm_str_ends(gm_str_of(path), gm_str_of(*ending))) return layouts[i];
  return NULL;
}

/* "geojson, gpkg, csv": what may be said, for a sentence. */
static gm_str all_names(gm_workspace *ws) {
  gm_str names = GM_STR("");
  for (size_t i = 0; i < LAYOUTS && names.bytes; i++)
    names = gm_str_print(ws, "%.*s%s%s", GM_PRINT(names), i ? ", " : "",
                         layouts[i]->name);
  return names;
}

/* A project brings its GeoPackage along. */
static bool is_within(size_t i, const bool *wanted) {
  bool project = false;
  for (size_t k = 0; k < LAYOUTS; k++)
    project |= wanted[k] && layouts[k] == &gm_layout_qgz;
  return project && layouts[i] == &gm_layout_gpkg;
}

/* Reads "geojson,csv". What is named comes in the order of the table: a style
 * of a format that mixes shapes serves the others, too. */
static gm_status read_names(gm_workspace *ws, const char *names,
                            gm_formats *out) {
  bool wanted[LAYOUTS] = {false};
  gm_str rest = gm_str_of(names);
  while (rest.size) {
    gm_str name = gm_str_trim(gm_str_cut(&rest, ','));
    size_t i = layout_by_name(name);
    if (i == LAYOUTS)
      return gm_fail(ws, GM_MISUSE, 0, "%.*s: no such format; say %.*s",
                     GM_PRINT(name), GM_PRINT(all_names(ws)));
    wanted[i] = true;
  }
  for (size_t i = 0; i < LAYOUTS; i++)
    if (wanted[i] && !is_within(i, wanted))
      out->layouts[out->count++] = layouts[i];
  if (out->count) return GM_OK;
  return gm_fail(ws, GM_MISUSE, 0, "no format is named; say %.*s",
                 GM_PRINT(all_names(ws)));
}

static bool is_folder(const char *path) {
  struct stat about;
  return gm_str_ends(gm_str_of(path), GM_STR("/")) ||
         (stat(path, &about) == 0 && S_ISDIR(about.st_mode));
}

/* Standard output has no ending; the first format is its own. */
static gm_status by_path(gm_workspace *ws, const char *path, gm_formats *out) {
  const gm_layout *layout =
      strcmp(path, "-") != 0 ? layout_by_path(path) : layouts[0];
  if (!layout)
    return gm_fail(ws, GM_MISUSE, 0,
                   "%s: no format has this ending; say --to and one of %.*s",
                   path, GM_PRINT(all_names(ws)));
  out->layouts[out->count++] = layout;
  return GM_OK;
}

/* What standard output cannot be. */
static gm_status check_stream(gm_workspace *ws, const gm_formats *formats) {
  if (formats->count > 1)
    return gm_fail(ws, GM_MISUSE, 0,
                   "standard output takes one format; name a folder for more");
  if (formats->layouts[0]->streamed) return GM_OK;
  return gm_fail(ws, GM_MISUSE, 0,
                 "%s cannot go to standard output; name a file for it",
                 formats->layouts[0]->name);
}

gm_status gm_formats_choose(gm_workspace *ws, const char *path,
                            const char *names, gm_formats *out) {
  gm_formats formats = {0};
  bool folder = is_folder(path);
  if (folder && !names)
    return gm_fail(ws, GM_MISUSE, 0,
                   "%s is a folder; say with --to which formats it shall hold:"
                   " %.*s",
                   path, GM_PRINT(all_names(ws)));
  gm_status status =
      names ? read_names(ws, names, &formats) : by_path(ws, path, &formats);
  if (status != GM_OK) return status;
  if (!strcmp(path, "-")) status = check_stream(ws, &formats);
  if (status != GM_OK) return status;
  if (formats.count > 1 && !folder && layout_by_path(path))
    return gm_fail(ws, GM_MISUSE, 0,
                   "%s is one file; for %d formats name a folder, such as out/",
                   path, formats.count);
  formats.folder = folder || (formats.count > 1);
  *out = formats;
  return GM_OK;
}
