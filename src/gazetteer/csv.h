/* Comma-separated values as people's programs write them: RFC 4180, and what
 * else is met. Fields may be quoted, and then hold separators, line ends and
 * doubled quotes; the separator is a comma, a semicolon or a tab, whichever
 * the first line has; lines end in LF or CRLF; a byte order mark, empty lines
 * and lines that begin with # are passed over. */
#ifndef GM_GAZETTEER_CSV_H
#define GM_GAZETTEER_CSV_H

#include "geomention.h"

enum { GM_CSV_FIELDS_MOST = 64 };

typedef struct gm_csv {
  char *at, *end; /* what is unread */
  char separator;
  uint64_t line; /* on which the last record begins, from 1 */
  uint64_t next_line;
} gm_csv;

/* Reads from memory, whose bytes are changed: quotes are taken away there. */
gm_csv gm_csv_open(char *bytes, size_t size);

/* The next record. @return what is wrong with it, or NULL; at the end `more`
 * is false. */
const char *gm_csv_next(gm_csv *csv, gm_str fields[GM_CSV_FIELDS_MOST],
                        uint32_t *count, bool *more);

#endif
