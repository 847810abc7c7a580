/* Which formats a run writes: by name, or by the ending of the map's path. */
#ifndef GM_WRITE_FORMAT_H
#define GM_WRITE_FORMAT_H

#include "write/layout.h"

typedef struct gm_formats {
  const gm_layout *layouts[GM_BOOKS_MAX];
  int count;
  bool folder; /* the path is one, and the files in it are called map.EXT */
} gm_formats;

/* @param path   "-": standard output
 * @param names  "geojson" or "geojson,csv"; NULL: by the path
 * @return GM_MISUSE with what may be said instead */
gm_status gm_formats_choose(gm_workspace *ws, const char *path,
                            const char *names, gm_formats *out);

#endif
