/* Sentences on one line. */
#include <string.h>

#include "base/utf8.h"
#include "unit/write/run.h"
#include "document/excerpt.h"

static gm_str excerpt(gm_workspace *ws, gm_str text, gm_span name) {
  gm_span all = {0, (uint32_t)text.size};
  return gm_excerpt_of(ws, text, all, name);
}

static void makes_white_space_single(void **state) {
  gm_str text = GM_STR("  It rose\r\n in\tParis.\n");
  assert_text(excerpt(*state, text, (gm_span){16, 21}), "It rose in Paris.");
}

static void keeps_only_the_sentence(void **state) {
  gm_str text = GM_STR("One. Two in Paris. Three.");
  gm_span sentence = {5, 18}, name = {12, 17};
  assert_text(gm_excerpt_of(*state, text, sentence, name), "Two in Paris.");
}

static void holds_a_name_that_is_longer_than_its_sentence(void **state) {
  gm_str text = GM_STR("New York. City.");
  gm_span sentence = {0, 9}, name = {4, 14};
  assert_text(gm_excerpt_of(*state, text, sentence, name), "New York. City");
}

static void cuts_a_very_long_sentence_between_characters(void **state) {
  char bytes[6001];
  for (size_t i = 0; i < 6000; i += 2) memcpy(bytes + i, "\u00e9", 2);
  memcpy(bytes + 3000, "Kyiv", 4);
  gm_str text = {bytes, 6000};
  gm_str got = excerpt(*state, text, (gm_span){3000, 3004});
  size_t bad = 0;
  assert_true(gm_utf8_valid(got, &bad));
  assert_true(got.size <= 2 * 400 + 4 + 2 * 3);
  assert_true(gm_str_starts(got, GM_STR("…")));
  assert_true(gm_str_ends(got, GM_STR("…")));
  assert_non_null(memmem(got.bytes, got.size, "Kyiv", 4));
}

static void marks_only_the_end_that_was_cut(void **state) {
  char bytes[3000];
  memset(bytes, 'x', sizeof bytes);
  gm_str text = {bytes, sizeof bytes};
  gm_str got = excerpt(*state, text, (gm_span){0, 4});
  assert_true(gm_str_starts(got, GM_STR("xxxx")));
  assert_true(gm_str_ends(got, GM_STR("x…")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(makes_white_space_single),
      TEST(keeps_only_the_sentence),
      TEST(holds_a_name_that_is_longer_than_its_sentence),
      TEST(cuts_a_very_long_sentence_between_characters),
      TEST(marks_only_the_end_that_was_cut),
  };
  return cmocka_run_group_tests_name("document/excerpt", tests, NULL, NULL);
}
