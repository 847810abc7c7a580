/* Files that may be packed. Publishers give the same table as .txt, in a .zip,
 * as .gz or as .zst; behind this reader they are all the same: bytes that come
 * a piece at a time, however large the file.
 *
 *     geonames/allCountries.zip  member allCountries.txt
 *     geonames/NL.txt.gz         no member
 *
 * libzstd, zlib and libzip enter the library here and nowhere else. */
#ifndef GM_GAZETTEER_ARCHIVE_H
#define GM_GAZETTEER_ARCHIVE_H

#include <stdio.h>

#include "base/buffer.h"
#include "base/workspace.h"

typedef enum gm_packing {
  GM_PACKING_NONE,
  GM_PACKING_ZSTD,
  GM_PACKING_GZIP,
  GM_PACKING_ZIP,
} gm_packing;

typedef struct gm_archive {
  const char *label; /* the path, and the member's name behind a slash */
  gm_packing packing;
  bool ended;     /* there is nothing more */
  FILE *stream;   /* of plain and zstd files */
  void *unpacker; /* a ZSTD_DCtx, a gzFile, or a zip_t */
  void *member;   /* a zip_file_t */
  gm_buffer file; /* zstd: packed bytes */
  size_t file_at; /* the first of them that is not yet unpacked */
  bool held_back; /* zstd: more is ready */
  bool whole;     /* zstd: the packed bytes so far end where they may */
} gm_archive;

/* How a file is packed, by the end of its name, which is cut off `name`. */
gm_packing gm_archive_packing(gm_str *name);

/* @param path    lives as long as `out`
 * @param member  of a .zip: which of its files; else NULL
 * @return GM_CANNOT_READ; GM_BAD_INPUT: no such archive or member
 * @owner the caller, until gm_archive_close; after a failure: nothing. */
gm_status gm_archive_open(gm_workspace *ws, const char *path,
                          const char *member, gm_archive *out);
void gm_archive_close(gm_archive *archive);

/* Appends the next piece to a buffer, or sets `ended`. The piece may be empty
 * before the end.
 * @return GM_BAD_INPUT: cut short, badly packed; GM_CANCELLED */
gm_status gm_archive_read(gm_workspace *ws, gm_archive *archive,
                          gm_buffer *into);

/* How many bytes of the file were read, as far as it is known. */
uint64_t gm_archive_at(const gm_archive *archive);

/* All of a file at once. @return GM_TOO_LARGE above `most` bytes */
gm_status gm_archive_read_all(gm_workspace *ws, const char *path,
                              const char *member, size_t most, gm_buffer *into);

/* The names of a .zip's files, sorted, in the workspace. */
gm_status gm_archive_members(gm_workspace *ws, const char *path,
                             const char *const **out, size_t *count);

#endif
