/* Files: mapped for reading; written whole or not at all. */
#ifndef GM_BASE_FILE_H
#define GM_BASE_FILE_H

#include <stdio.h>

#include "base/workspace.h"

/* Maps a file read-only. An empty file gives size 0.
 * @return GM_CANNOT_READ. @owner the caller, until gm_file_unmap. */
gm_status gm_file_map(gm_workspace *ws, const char *path, gm_str *out);
void gm_file_unmap(gm_str mapped);

/* A file that appears under its name when it is complete. */
typedef struct gm_file {
  FILE *stream;    /* NULL: lent to a foreign library */
  char *path;      /* NULL: standard output */
  bool settled;    /* complete on the disk, under its temporary name */
  char *temporary; /* what is written until then, in the same folder */
} gm_file;

/* @param path  "-" is standard output. @return GM_CANNOT_WRITE */
gm_status gm_file_create(gm_workspace *ws, const char *path, gm_file *out);
gm_status gm_file_write(gm_workspace *ws, gm_file *file, gm_str bytes);

/* Writes at a place of the file, in any order. @return GM_CANNOT_WRITE, also
 * where the file is standard output, which has no places */
gm_status gm_file_write_at(gm_workspace *ws, gm_file *file, uint64_t offset,
                           gm_str bytes);

/* The same for a file that a foreign library writes by its name: it has a
 * `temporary`, but no stream. The names of one stem with several endings stay
 * of one stem: map.shp and map.dbf become map.7.part.shp and map.7.part.dbf.
 * @return GM_CANNOT_WRITE */
gm_status gm_file_lend(gm_workspace *ws, const char *path, gm_file *out);

/* Flushes, syncs and closes a file, so that only its name is left to give: for
 * files that shall appear together. Standard output is flushed. */
gm_status gm_file_settle(gm_workspace *ws, gm_file *file);

/* Settles unless that was done, and renames. Nothing is left on failure. */
gm_status gm_file_finish(gm_workspace *ws, gm_file *file);

/* Removes what was written. A file that was finished is left alone. */
void gm_file_abandon(gm_file *file);

#endif
