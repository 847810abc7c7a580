/* Readers: how the bytes of a source are cut into records, and how one record
 * becomes a document. A new format is one file with one gm_reader, and one line
 * in the table of source.c.
 *
 *     source --next--> record --decode--> gm_document
 *     (one thread)              (any number of threads)
 *
 * A reader's `next` copies a record out of the source as cheaply as it can;
 * all that takes time is left to `decode`, which runs on many threads. */
#ifndef GM_DOCUMENT_READER_H
#define GM_DOCUMENT_READER_H

#include "geomention.h"

typedef struct gm_reader {
  gm_format format;
  const char *const *suffixes; /* of paths, such as ".jsonl"; NULL at the end */
  bool gives_mentions;         /* a record can hold given spans */
  bool needs_lines;            /* an encoding must have the line end of ASCII */

  /* See gm_source_next. At the end `more` becomes false. */
  gm_status (*next)(gm_workspace *ws, gm_source *source, gm_record *out,
                    bool *more);

  /* See gm_read. */
  gm_status (*decode)(gm_workspace *ws, const gm_source *source,
                      gm_record record, const gm_document **out);
} gm_reader;

extern const gm_reader gm_reader_plain; /* reader_plain.c */
extern const gm_reader gm_reader_jsonl; /* reader_jsonl.c */
extern const gm_reader gm_reader_json;  /* reader_json.c */

#endif
