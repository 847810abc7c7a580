/* Runs: which capitalised words belong together, and whether they are a
 * person. Needs build/pocket.gaz. */
#include "mention/context.h"
#include "support.h"

/* The runs of a text are as wanted: parted by bars, persons in brackets. */
static void assert_runs(void **state, const char *text, const char *wanted) {
  gm_support *support = *state;
  gm_context context;
  gm_workspace_reset(support->ws);
  assert_int_equal(GM_OK,
                   gm_document_make(support->ws, (gm_str){0}, (gm_str){0},
                                    gm_str_of(text), &support->document));
  assert_int_equal(GM_OK, gm_context_make(support->ws, support->gazetteer,
                                          support->document, &context));
  gm_str rest = gm_str_of(wanted);
  for (uint32_t r = 0; r < context.run_count || rest.size; r++) {
    gm_str one = gm_str_cut(&rest, '|'), got = {0};
    assert_true(r < context.run_count && one.size);
    const gm_run *run = &context.runs[r];
    gm_span span = {context.tokens.items[run->begin].span.begin,
                    context.tokens.items[run->end - 1].span.end};
    got = gm_str_part(context.document->text, span);
    if (run->kind == GM_RUN_PERSON)
      got = gm_str_print(support->ws, "[%.*s]", GM_PRINT(got));
    if (!gm_str_equal(one, got))
      fail_msg("%.*s, not %.*s", GM_PRINT(got), GM_PRINT(one));
  }
}

static void take_a_person_as_one(void **state) {
  assert_runs(state, "Later Paris Hilton came.", "[Paris Hilton]");
}

static void part_a_person_from_what_she_is_of(void **state) {
  assert_runs(state, "So said Paris Hilton of Springfield today.",
              "[Paris Hilton]|Springfield");
  assert_runs(state, "So said Paris Hilton of the University of Kyiv.",
              "[Paris Hilton]|University of Kyiv");
}

static void keep_of_inside_a_name(void **state) {
  assert_runs(state, "He left the University of Ontario.",
              "University of Ontario");
}

static void end_where_a_line_ends(void **state) {
  assert_runs(state, "By Paris Hilton\nKyiv waits.", "[Paris Hilton]|Kyiv");
}

static void take_no_direction_for_a_given_name(void **state) {
  assert_runs(state, "They live in North West Kyiv now.", "North West Kyiv");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(take_a_person_as_one),
      cmocka_unit_test(part_a_person_from_what_she_is_of),
      cmocka_unit_test(keep_of_inside_a_name),
      cmocka_unit_test(end_where_a_line_ends),
      cmocka_unit_test(take_no_direction_for_a_given_name),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
