/* What many tests need: the pocket gazetteer, the model, and one text found
 * and resolved. A test program that includes this has one `support`. */
#ifndef GM_TESTS_SUPPORT_H
#define GM_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"

typedef struct gm_support {
  gm_workspace *ws;
  gm_gazetteer *gazetteer;
  gm_model *model;
  const gm_document *document;
  gm_mentions mentions;
  gm_resolutions resolutions;
} gm_support;

/* For cmocka's group set-up and tear-down. */
static inline int support_open(void **state) {
  static gm_support support;
  support.ws = gm_workspace_open(0);
  if (gm_gazetteer_open(support.ws, GM_BUILD_DIR "/pocket.gaz",
                        &support.gazetteer) != GM_OK ||
      gm_model_open(support.ws, GM_SOURCE_DIR "/models/geomention.model",
                    &support.model) != GM_OK) {
    print_error("%s\n", gm_workspace_message(support.ws));
    return -1;
  }
  *state = &support;
  return 0;
}

static inline int support_close(void **state) {
  gm_support *support = *state;
  gm_model_close(support->model);
  gm_gazetteer_close(support->gazetteer);
  gm_workspace_close(support->ws);
  return 0;
}

/* Finds and resolves a text of its own. */
static inline gm_support *support_map(void **state, const char *title,
                                      const char *text) {
  gm_support *support = *state;
  gm_workspace_reset(support->ws);
  assert_int_equal(GM_OK, gm_document_make(support->ws, (gm_str){0},
                                           gm_str_of(title), gm_str_of(text),
                                           &support->document));
  assert_int_equal(GM_OK, gm_find(support->ws, support->gazetteer,
                                  support->model, support->document,
                                  &support->mentions));
  assert_int_equal(GM_OK, gm_resolve(support->ws, support->gazetteer,
                                     support->model, support->document,
                                     support->mentions,
                                     &support->resolutions));
  return support;
}

/* The text of the i-th mention. */
static inline gm_str support_text(const gm_support *support, uint32_t i) {
  return gm_str_part(support->document->text,
                     support->mentions.items[i].span);
}

/* Whether the mentions are exactly these, separated by '|'. */
static inline void assert_mentions(const gm_support *support,
                                   const char *wanted) {
  gm_str rest = gm_str_of(wanted);
  for (uint32_t i = 0; i < support->mentions.count; i++) {
    gm_str one = gm_str_cut(&rest, '|'), found = support_text(support, i);
    if (!gm_str_equal(one, found))
      fail_msg("found \"%.*s\", not \"%.*s\"", GM_PRINT(found),
               GM_PRINT(one));
  }
  if (rest.size) fail_msg("not found: \"%.*s\"", GM_PRINT(rest));
}

/* The GeoNames id that the i-th mention is resolved to; 0: none. */
static inline uint32_t support_id(const gm_support *support, uint32_t i) {
  return gm_gazetteer_place(support->gazetteer,
                            support->resolutions.items[i].place)
      .geonameid;
}

#endif
