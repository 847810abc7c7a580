/* Texts in the page: whatever they hold, they stay texts. */
#include "unit/write/run.h"
#include "write/report_json.h"

static void assert_printed(gm_str text, const char *wanted) {
  gm_buffer out = {0};
  gm_report_text(text, &out);
  assert_false(out.failed);
  assert_text(gm_buffer_str(&out), wanted);
  gm_buffer_close(&out);
}

static void leaves_plain_text_as_it_is(void **state) {
  (void)state;
  assert_printed(GM_STR("Łódź 😀"), "\"Łódź 😀\"");
  assert_printed((gm_str){0}, "\"\"");
}

static void cannot_end_the_element_that_holds_it(void **state) {
  (void)state;
  assert_printed(GM_STR("</script><!--&>"),
                 "\"\\u003c/script\\u003e\\u003c!--\\u0026\\u003e\"");
}

static void escapes_what_json_escapes(void **state) {
  (void)state;
  assert_printed(GM_STR("a\"b\\c\nd\te"), "\"a\\\"b\\\\c\\nd\\u0009e\"");
  assert_printed(GM_STR("\x7F\x01"), "\"\\u007f\\u0001\"");
  assert_printed((gm_str){"a\0b", 3}, "\"a\\ufffdb\"");
}

static void escapes_the_line_ends_of_javascript(void **state) {
  (void)state;
  assert_printed(GM_STR("a\xE2\x80\xA8"
                        "b\xE2\x80\xA9"
                        "c\xE2\x80\xAA"),
                 "\"a\\u2028b\\u2029c\xE2\x80\xAA\"");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(leaves_plain_text_as_it_is),
      cmocka_unit_test(cannot_end_the_element_that_holds_it),
      cmocka_unit_test(escapes_what_json_escapes),
      cmocka_unit_test(escapes_the_line_ends_of_javascript),
  };
  return cmocka_run_group_tests_name("write/report_json", tests, NULL, NULL);
}
