/* See folder.h. */
#include "gazetteer/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/str.h"

/* The names in a folder. */
typedef struct names {
  const char **items;
  size_t count, capacity;
} names;

static int compare_names(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gm_status cannot_list(gm_workspace *ws, const char *folder) {
  return gm_fail(ws, GM_CANNOT_READ, 0, "%s cannot be listed: %s", folder,
                 strerror(errno));
}

/* Reads the names that do not begin with a full stop. */
static gm_status read_names(gm_workspace *ws, DIR *open, names *out) {
  for (struct dirent *entry; (entry = readdir(open));) {
    if (entry->d_name[0] == '.') continue;
    out->items =
        gm_grow(ws, out->items, out->count, &out->capacity, sizeof *out->items);
    if (!out->items) return GM_NO_MEMORY;
    char *name = gm_str_terminated(ws, gm_str_of(entry->d_name));
    if (!name) return GM_NO_MEMORY;
    out->items[out->count++] = name;
  }
  return GM_OK;
}

static gm_status list_names(gm_workspace *ws, const char *folder, names *out) {
  DIR *open = opendir(folder);
  if (!open) return cannot_list(ws, folder);
  *out = (names){0};
  gm_status status = read_names(ws, open, out);
  closedir(open);
  if (!status && out->count)
    qsort(out->items, out->count, sizeof *out->items, compare_names);
  return status;
}

static const char *join(gm_workspace *ws, const char *folder,
                        const char *name) {
  size_t size = strlen(folder);
  while (size > 1 && folder[size - 1] == '/') size--;
  return gm_str_print(ws, "%.*s/%s", (int)size, folder, name).bytes;
}

/* Cuts an ending off a name, with or without .zst behind it. */
static bool cut_ending(gm_str *name, gm_str ending) {
  gm_str rest = *name;
  if (gm_str_ends(rest, GM_STR(".zst"))) rest.size -= sizeof ".zst" - 1;
  if (!gm_str_ends(rest, ending)) return false;
  rest.size -= ending.size;
  *name = rest;
  return true;
}

/* Whether the list has the file already, through whatever path. */
static bool is_listed(const gm_folder_list *list, const char *member,
                      const struct stat *about) {
  for (size_t i = 0; i < list->count; i++) {
    const char *other = list->files[i].member;
    if (list->files[i].device == about->st_dev &&
        list->files[i].inode == about->st_ino &&
        (!member || !other || !strcmp(member, other)))
      return true;
  }
  return false;
}

static gm_status add_file(gm_workspace *ws, gm_folder_list *list,
                          gm_folder_file file, const struct stat *about) {
  if (is_listed(list, file.member, about)) return GM_OK;
  gm_folder_file *files =
      gm_grow(ws, list->files, list->count, &list->capacity, sizeof *files);
  if (!files) return GM_NO_MEMORY;
  file.device = about->st_dev;
  file.inode = about->st_ino;
  list->files = files;
  files[list->count++] = file;
  return GM_OK;
}

/* The class that a list of words has by its name, or 0. */
static gm_word_classes class_of(gm_str name) {
  static const char *const classes[] = {
#define NAME_OF(upper, file) file,
      GM_WORD_CLASSES(NAME_OF)
#undef NAME_OF
  };
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
    if (gm_str_equal(name, gm_str_of(classes[i])))
      return (gm_word_classes)1 << i;
  return 0;
}

static gm_status unknown(gm_workspace *ws, const char *path, const char *what) {
  return gm_fail(ws, GM_BAD_INPUT, 0, "%s is %s", path, what);
}

/* A file in the folder of a language. */
static gm_status add_words(gm_workspace *ws, const char *path, gm_str name,
                           const struct stat *about, gm_folder_list *list) {
  gm_folder_file file = {.path = path, .kind = GM_TABLE_GENERIC};
  if (gm_str_ends(name, GM_STR(".md"))) return GM_OK;
  if (cut_ending(&name, GM_STR(".txt"))) {
    file.classes = class_of(name);
    if (!file.classes)
      return unknown(ws, path, "a list of words of no known class");
  } else if (!cut_ending(&name, GM_STR(".tsv")) ||
             !gm_str_equal(name, GM_STR("generic"))) {
    return unknown(ws, path, "neither a list of words nor generic.tsv");
  }
  return add_file(ws, list, file, about);
}

/* A file that a publisher may have made. */
static gm_status add_origin(gm_workspace *ws, const char *path,
                            const char *member, const struct stat *about,
                            gm_folder_list *list) {
  gm_folder_file file = {path, member, .kind = GM_TABLE_KIND_COUNT};
  gm_status status = gm_origin_of(ws, path, member, &file.origin);
  return status || !file.origin ? status : add_file(ws, list, file, about);
}

static gm_status add_members(gm_workspace *ws, const char *path,
                             const struct stat *about, gm_folder_list *list) {
  const char *const *members;
  size_t count;
  gm_status status = gm_archive_members(ws, path, &members, &count);
  for (size_t i = 0; !status && i < count; i++)
    status = add_origin(ws, path, members[i], about, list);
  return status;
}

/* A file in a folder of tables: what is no table does not matter there. */
static gm_status add_table(gm_workspace *ws, const char *path, gm_str name,
                           const struct stat *about, gm_folder_list *list) {
  gm_folder_file file = {.path = path};
  if (gm_str_ends(name, GM_STR(".zip")))
    return add_members(ws, path, about, list);
  if (!cut_ending(&name, GM_STR(".tsv")))
    return add_origin(ws, path, NULL, about, list);
  gm_status status = gm_table_kind_of(ws, path, &file.kind);
  return status ? status : add_file(ws, list, file, about);
}

static bool is_small(char byte) {
  return byte >= 'a' && byte <= 'z';
}

/* Whether a folder's name is a language's code: en, ceb, zh-hant. */
static bool is_language(gm_str name) {
  size_t letters = 0;
  while (letters < name.size && is_small(name.bytes[letters])) letters++;
  return (letters == 2 || letters == 3) &&
         (letters == name.size || name.bytes[letters] == '-');
}

static gm_status add_language(gm_workspace *ws, const char *folder,
                              gm_folder_list *list) {
  names found;
  gm_status status = list_names(ws, folder, &found);
  for (size_t i = 0; i < found.count && !status; i++) {
    struct stat about;
    const char *path = join(ws, folder, found.items[i]);
    if (!path) return GM_NO_MEMORY;
    if (stat(path, &about)) return cannot_list(ws, path);
    status = add_words(ws, path, gm_str_of(found.items[i]), &about, list);
  }
  return status;
}

/* A folder in a folder: words/, or a language. */
static gm_status add_inner(gm_workspace *ws, const char *path, gm_str name,
                           gm_folder_list *list) {
  static const char *const known[] = {"words", "geonames", "naturalearth",
                                      "alternateNames", "alternatenames"};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (gm_str_equal(name, gm_str_of(known[i])))
      return gm_folder_add(ws, path, list);
  if (is_language(name)) return add_language(ws, path, list);
  return unknown(ws, path, "a folder that is neither words nor a language");
}

/* A file that is named itself must be of use. */
static gm_status add_single(gm_workspace *ws, const char *path,
                            const struct stat *about, gm_folder_list *list) {
  size_t before = list->count;
  gm_status status = add_table(ws, path, gm_str_of(path), about, list);
  if (status || list->count > before) return status;
  return unknown(ws, path,
                 "neither a table nor a file of GeoNames or Natural"
                 " Earth, or it was named twice");
}

gm_status gm_folder_add(gm_workspace *ws, const char *folder,
                        gm_folder_list *list) {
  names found;
  struct stat single;
  if (!stat(folder, &single) && !S_ISDIR(single.st_mode))
    return add_single(ws, folder, &single, list);
  gm_status status = list_names(ws, folder, &found);
  if (status) return status;
  for (size_t i = 0; i < found.count && !status; i++) {
    struct stat about;
    const char *path = join(ws, folder, found.items[i]);
    gm_str name = gm_str_of(found.items[i]);
    if (!path) return GM_NO_MEMORY;
    if (stat(path, &about)) return cannot_list(ws, path);
    status = S_ISDIR(about.st_mode) ? add_inner(ws, path, name, list)
                                    : add_table(ws, path, name, &about, list);
  }
  return status;
}
