/* Texts within XML. */
#include "unit/write/run.h"
#include "write/xml.h"

static void assert_xml(gm_str text, const char *wanted) {
  gm_buffer out = {0};
  gm_xml_print(text, &out);
  gm_buffer_append(&out, GM_STR("|"));
  assert_text(gm_buffer_str(&out), wanted);
  gm_buffer_close(&out);
}

static void marks_are_escaped(void **state) {
  (void)state;
  assert_xml(GM_STR("<a href=\"x\">'&'</a>"),
             "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;|");
}

static void letters_stay(void **state) {
  (void)state;
  assert_xml(GM_STR("Łódź\t😀\nالرياض"), "Łódź\t😀\nالرياض|");
  assert_xml(GM_STR(""), "|");
}

static void control_characters_are_replaced(void **state) {
  (void)state;
  assert_xml(GM_STR("a\x01z\0"), "a\xEF\xBF\xBDz\xEF\xBF\xBD|");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(marks_are_escaped),
      TEST(letters_stay),
      TEST(control_characters_are_replaced),
  };
  return cmocka_run_group_tests_name("write/xml", tests, NULL, NULL);
}
