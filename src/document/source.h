/* A source as its reader sees it: a window that moves along the bytes, and the
 * record that is being gathered. Memory does not grow with the source.
 *
 *     bytes:  ........[ window: begin ... end ]............
 *                       |
 *                       +--> record --copied--> workspace */
#ifndef GM_DOCUMENT_SOURCE_H
#define GM_DOCUMENT_SOURCE_H

#include "base/buffer.h"
#include "base/workspace.h"
#include "document/reader.h"

struct gm_source {
  gm_arena arena; /* holds this struct and its strings */
  gm_arena pages; /* hold the window, until all is read */
  const gm_reader *reader;
  const char *path;
  const char *encoding;
  const char *as_of; /* or NULL */
  const gm_hints *hints; /* or NULL; the caller's */
  bool mentions_given;
  bool guessed;       /* plain, as nothing told otherwise: look inside */
  size_t limit_bytes; /* of one record */

  int file;
  char *window;
  size_t begin, end; /* what of the window was not taken yet */
  bool ended;        /* the file has no more */
  bool finished;     /* and all was handed out: the window is gone */
  uint64_t passed;   /* bytes of the file before the window's begin */
  uint64_t number;   /* of the last record */

  gm_buffer record; /* up to limit_bytes of it */
  size_t size;      /* of the whole record */
};

/* Makes sure that the window holds something, or that `ended` is set.
 * @return GM_CANNOT_READ, GM_CANCELLED */
gm_status gm_source_fill(gm_workspace *ws, gm_source *source);

/* Begins a new record. */
void gm_source_start(gm_source *source);

/* Moves `size` bytes of the window to the record; past the limit they are
 * only counted. */
void gm_source_gather(gm_source *source, size_t size);

/* Passes over `size` bytes of the window. */
void gm_source_pass(gm_source *source, size_t size);

/* Hands out the gathered record. @param unit  "line", "article" or ""
 * @return GM_TOO_LARGE, GM_NO_MEMORY */
gm_status gm_source_finish(gm_workspace *ws, gm_source *source,
                           const char *unit, gm_record *out);

/* The id that an article without one gets: the path and the record's number.
 * bytes is NULL after gm_fail. */
gm_str gm_source_id(gm_workspace *ws, const gm_source *source,
                    gm_record record);

#endif
