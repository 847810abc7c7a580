/* A source over bytes that a test writes, and the documents that it yields. */
#ifndef GM_TESTS_DOCUMENT_SOURCE_OF_H
#define GM_TESTS_DOCUMENT_SOURCE_OF_H

#include "unit/base/common.h"

/* Opens a file with these bytes; it is unlinked at once, so that nothing is
 * left of it. */
static inline gm_source *source_of(gm_workspace *ws, gm_str bytes,
                                   const char *suffix,
                                   gm_read_options options) {
  gm_source *source = NULL;
  const char *path = write_file(bytes, suffix);
  gm_status status = gm_source_open(ws, path, &options, &source);
  unlink(path);
  if (status) fail_msg("%s", gm_workspace_message(ws));
  return source;
}

/* Reads the next record, which must be there. @return its status */
static inline gm_status read_next(gm_workspace *ws, gm_source *source,
                                  const gm_document **out) {
  gm_record record;
  bool more = false;
  gm_status status = gm_source_next(ws, source, &record, &more);
  assert_true(more);
  return status ? status : gm_read(ws, source, record, out);
}

static inline void assert_end(gm_workspace *ws, gm_source *source) {
  gm_record record;
  bool more = true;
  assert_int_equal(GM_OK, gm_source_next(ws, source, &record, &more));
  assert_false(more);
}

/* The texts of all documents, or the messages of those that cannot be read,
 * separated by '|'. */
static inline gm_str all_of(gm_workspace *ws, gm_source *source) {
  gm_str all = GM_STR("");
  for (int i = 0; i < 1000; i++) {
    gm_record record;
    bool more = false;
    const gm_document *document = NULL;
    gm_status status = gm_source_next(ws, source, &record, &more);
    if (!status && !more) return all;
    if (!status) status = gm_read(ws, source, record, &document);
    gm_str one = status ? gm_str_of(gm_workspace_message(ws)) : document->text;
    all = gm_str_print(ws, "%.*s%s%.*s", GM_PRINT(all), i ? "|" : "",
                       GM_PRINT(one));
  }
  fail_msg("the source does not end");
  return all;
}

/* The same of bytes in a file with a suffix. */
static inline void assert_all(gm_workspace *ws, gm_str bytes,
                              const char *suffix, gm_read_options options,
                              const char *wanted) {
  gm_source *source = source_of(ws, bytes, suffix, options);
  gm_str got = all_of(ws, source);
  assert_end(ws, source);
  gm_source_close(source);
  assert_str(bytes.bytes, got, wanted);
}

#endif
