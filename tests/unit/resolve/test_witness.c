/* Witnesses: names that nobody asked about speak for those that are given.
 * Needs build/pocket.gaz. */
#include <string.h>

#include "resolve/witness.h"
#include "support.h"

enum { TRIPOLI_LIBYA = 2210247, TRIPOLI_LEBANON = 266826 };

/* Gives only the first place where `words` stand. */
static void give(gm_support *support, const char *text, const char *words,
                 gm_document *document, gm_span *span) {
  const gm_document *made;
  gm_workspace_reset(support->ws);
  assert_int_equal(GM_OK,
                   gm_document_make(support->ws, (gm_str){0}, (gm_str){0},
                                    gm_str_of(text), &made));
  const char *at = strstr(text, words);
  assert_non_null(at);
  span->begin = (uint32_t)(at - text);
  span->end = span->begin + (uint32_t)strlen(words);
  *document = *made;
  document->spans_given = true;
  document->given = span;
  document->given_count = 1;
}

static uint32_t id_of_given(void **state, const char *text, const char *words) {
  gm_support *support = *state;
  gm_document document;
  gm_span span;
  give(support, text, words, &document, &span);
  assert_int_equal(
      GM_OK, gm_find(support->ws, support->gazetteer, support->model, &document,
                     &support->mentions));
  assert_int_equal(1, support->mentions.count);
  assert_int_equal(
      GM_OK, gm_resolve(support->ws, support->gazetteer, support->model,
                        &document, support->mentions, &support->resolutions));
  assert_int_equal(1, support->resolutions.count);
  return support_id(support, 0);
}

static void lets_names_speak_that_are_not_given(void **state) {
  assert_int_equal(TRIPOLI_LIBYA,
                   id_of_given(state, "They met in Tripoli.", "Tripoli"));
  assert_int_equal(
      TRIPOLI_LEBANON,
      id_of_given(state, "From Tripoli to Beirut, Lebanon was calm.",
                  "Tripoli"));
}

static void leaves_out_what_overlaps_a_given_span(void **state) {
  gm_support *support = *state;
  gm_document document;
  gm_span span;
  gm_mentions all;
  const uint32_t *place;
  give(support, "Rain fell on Beirut and Tripoli.", "Beirut and", &document,
       &span);
  gm_mention asked = {.span = span, .head = span, .kind_hint = -1};
  assert_int_equal(
      GM_OK, gm_witnesses_find(support->ws, support->gazetteer, support->model,
                               &document, (gm_mentions){&asked, 1, NULL}, &all,
                               &place));
  assert_int_equal(2, all.count);
  assert_int_equal(0, place[0]);
  assert_int_equal(span.begin, all.items[0].span.begin);
  assert_int_equal(span.end, all.items[0].span.end);
}

static void needs_none_where_mentions_are_found(void **state) {
  gm_support *support =
      support_map(state, "", "Rain fell on Beirut and Tripoli.");
  gm_mentions all;
  const uint32_t *place;
  assert_int_equal(GM_OK, gm_witnesses_find(support->ws, support->gazetteer,
                                            support->model, support->document,
                                            support->mentions, &all, &place));
  assert_int_equal(support->mentions.count, all.count);
  for (uint32_t i = 0; i < all.count; i++) assert_int_equal(i, place[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lets_names_speak_that_are_not_given),
      cmocka_unit_test(leaves_out_what_overlaps_a_given_span),
      cmocka_unit_test(needs_none_where_mentions_are_found),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
