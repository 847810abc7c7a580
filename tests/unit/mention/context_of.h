/* A text in its context, as finding makes it: what most tests of this room
 * begin with. */
#ifndef GM_TESTS_MENTION_CONTEXT_OF_H
#define GM_TESTS_MENTION_CONTEXT_OF_H

#include "mention/context.h"
#include "mention/recogniser.h"
#include "support.h"

/* The text becomes the document of `support`; what was before is forgotten. */
static inline gm_context context_of(gm_support *support, const char *text) {
  gm_context context;
  gm_workspace_reset(support->ws);
  assert_int_equal(GM_OK,
                   gm_document_make(support->ws, (gm_str){0}, (gm_str){0},
                                    gm_str_of(text), &support->document));
  assert_int_equal(GM_OK, gm_context_make(support->ws, support->gazetteer,
                                          support->document, &context));
  return context;
}

/* A recogniser that knows no word and no name. */
static inline const gm_recogniser *no_words(void) {
  static const unsigned char empty[2 + GM_ROW_WORD];
  static const gm_recogniser none = {
      .tables[GM_TABLE_WORD] = {empty, empty + 2, 1, 1}};
  return &none;
}

#endif
