/* UTF-8: decoding, checking, counting. */
#include "base/utf8.h"
#include "unit/base/common.h"

static void decodes_each_length(void **state) {
  (void)state;
  gm_str text = GM_STR("aé€😀");
  static const uint32_t wanted[] = {'a', 0xE9, 0x20AC, 0x1F600};
  size_t at = 0;
  for (size_t i = 0; i < COUNT(wanted); i++)
    assert_int_equal(wanted[i], gm_utf8_next(text, &at));
  assert_int_equal(text.size, at);
  assert_int_equal(4, gm_utf8_count(text));
}

static void names_the_first_bad_byte(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t bad;
  } cases[] = {{"abc\xE9t\xE9", 3},     /* Latin-1 */
               {"\x80", 0},             /* a trailing byte alone */
               {"a\xC0\xAF", 1},        /* a slash in two bytes */
               {"ab\xE0\x80\xAF", 2},   /* a slash in three */
               {"\xED\xA0\x80", 0},     /* a surrogate */
               {"\xF4\x90\x80\x80", 0}, /* beyond U+10FFFF */
               {"a\xE2\x82", 1},        /* cut short */
               {"abcd\xFF", 4},
               {"a\xC3", 1}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    size_t bad = 99;
    assert_false(gm_utf8_valid(gm_str_of(cases[i].text), &bad));
    assert_int_equal(cases[i].bad, bad);
  }
}

static void takes_all_that_is_valid(void **state) {
  (void)state;
  size_t bad = 0;
  assert_true(gm_utf8_valid((gm_str){0}, &bad));
  assert_true(gm_utf8_valid(GM_STR("a\0b\x7F"), &bad));
  assert_true(gm_utf8_valid(GM_STR("Zürich, 東京, \xF4\x8F\xBF\xBF"), &bad));
  assert_true(gm_utf8_valid(GM_STR("\xED\x9F\xBF\xEE\x80\x80"), &bad));
}

static void goes_on_behind_bytes_that_are_not_valid(void **state) {
  (void)state;
  gm_str text = GM_STR(
      "\xFF"
      "a\xE2\x82");
  size_t at = 0, points = 0;
  while (at < text.size) gm_utf8_next(text, &at), points++;
  assert_int_equal(4, points);
}

/* Writes a code point, valid or not, in as many bytes as it needs. */
static gm_str encode(uint32_t point, char *out) {
  static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  size_t size = 1u + (point > 0x7F) + (point > 0x7FF) + (point > 0xFFFF);
  for (size_t i = size; i-- > 1; point >>= 6)
    out[i] = (char)(unsigned char)(0x80 | (point & 0x3F));
  out[0] = (char)(unsigned char)(leads[size] | point);
  return (gm_str){out, size};
}

static void takes_every_code_point_but_surrogates(void **state) {
  char bytes[4];
  (void)state;
  for (uint32_t point = 0; point < 0x120000; point++) {
    size_t at = 0, bad;
    gm_str text = encode(point, bytes);
    bool good = point < 0x110000 && (point < 0xD800 || point > 0xDFFF);
    assert_int_equal(good, gm_utf8_valid(text, &bad));
    if (good) assert_int_equal(point, gm_utf8_next(text, &at));
    if (good) assert_int_equal(text.size, at);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(decodes_each_length),
      cmocka_unit_test(names_the_first_bad_byte),
      cmocka_unit_test(takes_all_that_is_valid),
      cmocka_unit_test(takes_every_code_point_but_surrogates),
      cmocka_unit_test(goes_on_behind_bytes_that_are_not_valid),
  };
  return cmocka_run_group_tests_name("base/utf8", tests, NULL, NULL);
}
