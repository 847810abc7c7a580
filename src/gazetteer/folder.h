/* What lies in the folders that a gazetteer is compiled from:
 *
 *     world/places.tsv.zst  world/names.tsv.zst  world/sources.tsv   tables
 *     words/en/months.txt   words/en/generic.tsv                     words
 *
 *     allCountries.zip  ne_10m_lakes.zip                 publishers' files
 *
 * Files are sorted by name, so that nothing depends on the order in which a
 * file system lists them, and a file that is reached twice is taken once. */
#ifndef GM_GAZETTEER_FOLDER_H
#define GM_GAZETTEER_FOLDER_H

#include <sys/types.h>

#include "base/workspace.h"
#include "gazetteer/origin.h"
#include "gazetteer/table.h"
#include "gazetteer/word.h"

/* A file to read: a table; with classes, a list of words; with an origin, a
 * publisher's file, whose kind is GM_TABLE_KIND_COUNT. */
typedef struct gm_folder_file {
  const char *path;
  const char *member; /* of a .zip, or NULL */
  gm_table_kind kind;
  gm_origin origin;
  gm_word_classes classes; /* 0: a table */
  dev_t device;
  ino_t inode;
} gm_folder_file;

typedef struct gm_folder_list {
  gm_folder_file *files;
  size_t count, capacity;
} gm_folder_list;

/* Adds the files of a folder and of the folders of languages in it, or a single
 * file.
 * @return GM_CANNOT_READ; GM_BAD_INPUT: a file that is neither table nor list
 */
gm_status gm_folder_add(gm_workspace *ws, const char *folder,
                        gm_folder_list *list);

#endif
