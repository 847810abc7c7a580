/* Documents: what a reader understood of an article becomes the one run of
 * text that all later rooms work on. */
#ifndef GM_DOCUMENT_DOCUMENT_H
#define GM_DOCUMENT_DOCUMENT_H

#include "base/workspace.h"

/* A span as files give it: code points of the article's text, half-open. It
 * is not checked yet. */
typedef struct gm_given {
  int64_t begin;
  int64_t end;
} gm_given;

/* An article as a reader hands it on. Strings are valid UTF-8 and live in the
 * workspace; what is missing is empty. */
typedef struct gm_article {
  gm_str id, title, text, url, source, home;
  gm_str date;       /* as gm_document has it */
  uint64_t ordinal;  /* the record's */
  const char *where; /* begins messages: "" or "article 7: " */
  bool spans_given;
  const gm_given *spans;
  uint32_t span_count;
} gm_article;

/* Builds the document. The title is put before the text, with an empty line
 * between, unless the text begins with it: then both are compared without
 * regard to case, to white space at the ends, and to how much of it stands
 * between words, and no letter or digit may follow in the text. A zero byte
 * becomes U+FFFD.
 * @return GM_BAD_INPUT: nothing but white space, or a span outside the text
 *         (the message names its index and numbers); GM_TOO_LARGE */
gm_status gm_document_build(gm_workspace *ws, const gm_article *article,
                            const gm_document **out);

#endif
