/* Files that are no text. */
#include "document/binary.h"
#include "unit/base/common.h"

static void names_formats_by_their_first_bytes(void **state) {
  (void)state;
  static const struct {
    const char *bytes, *what;
  } cases[] = {{"%PDF-1.7 ...", "a PDF file"},
               {"PK\3\4rest", "a ZIP archive or an office document"},
               {"\x89PNG\r\n", "a PNG image"},
               {"\177ELF", "a program"},
               {"\x1F\x8B\x08", "a gzip archive"},
               {"\3757zXZ", "an xz archive"}};
  for (size_t i = 0; i < COUNT(cases); i++)
    assert_string_equal(cases[i].what,
                        gm_binary_format(gm_str_of(cases[i].bytes)));
  assert_null(gm_binary_format(GM_STR("PDF files are binary")));
  assert_null(gm_binary_format(GM_STR("%PD")));
  assert_null(gm_binary_format((gm_str){0}));
}

static void text_has_few_control_characters(void **state) {
  (void)state;
  assert_false(gm_binary_looks((gm_str){0}));
  assert_false(gm_binary_looks(GM_STR("Lines\r\nand\ttabs\f")));
  assert_false(gm_binary_looks(GM_STR("one zero \0 in a long line of text")));
  assert_true(gm_binary_looks(GM_STR("\1\2\3\4 \0\0\0 text")));
}

static void sees_text_of_two_bytes_a_letter(void **state) {
  (void)state;
  assert_string_equal("UTF-16LE", gm_binary_wide(GM_STR("K\0y\0i\0v\0")));
  assert_string_equal("UTF-16BE", gm_binary_wide(GM_STR("\0K\0y\0i\0v")));
  assert_null(gm_binary_wide(GM_STR("Kyiv")));
  assert_null(gm_binary_wide(GM_STR("\0\0\0\0")));
  assert_null(gm_binary_wide((gm_str){0}));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_formats_by_their_first_bytes),
      cmocka_unit_test(text_has_few_control_characters),
      cmocka_unit_test(sees_text_of_two_bytes_a_letter),
  };
  return cmocka_run_group_tests_name("document/binary", tests, NULL, NULL);
}
