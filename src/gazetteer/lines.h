/* Lines of a text file, plain or packed, one at a time, so that tables of any
 * size need little memory. Empty lines and lines that begin with # are passed
 * over but counted. */
#ifndef GM_GAZETTEER_LINES_H
#define GM_GAZETTEER_LINES_H

#include "gazetteer/archive.h"

typedef struct gm_lines {
  const char *path; /* and the member's name, for messages */
  uint64_t number;  /* of the line that was read last, from 1 */
  gm_archive file;
  gm_buffer text; /* what was read and not yet handed out */
  size_t at;      /* the first byte of it */
  bool lenient;   /* set it: a line that is no text is handed out empty */
} gm_lines;

/* @param path  lives as long as `out`. @return GM_CANNOT_READ, GM_NO_MEMORY
 * @owner the caller, until gm_lines_close; also after a failure: nothing. */
gm_status gm_lines_open(gm_workspace *ws, const char *path, gm_lines *out);

/* The same for a file in a .zip; member may be NULL where there is none. */
gm_status gm_lines_open_member(gm_workspace *ws, const char *path,
                               const char *member, gm_lines *out);
void gm_lines_close(gm_lines *lines);

/* The next line, without its end; it lives until the next call. At the end
 * `more` is false. @return GM_BAD_INPUT: not UTF-8, too long, badly packed;
 * GM_CANCELLED */
gm_status gm_lines_next(gm_workspace *ws, gm_lines *lines, gm_str *out,
                        bool *more);

/* gm_fail with the path and line before the sentence: "x.tsv line 3 has ...".
 * @return GM_BAD_INPUT */
gm_status gm_lines_fault(gm_workspace *ws, const gm_lines *lines,
                         const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
