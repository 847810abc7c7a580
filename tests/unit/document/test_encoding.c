/* Encodings: what becomes UTF-8, and what is refused. */
#include "document/encoding.h"
#include "unit/base/common.h"

#define BYTES(literal) \
  { literal, sizeof(literal) - 1 }

static void decodes_by_mark_or_by_name(void **state) {
  static const struct {
    gm_str bytes;
    const char *encoding, *wanted;
  } cases[] = {{BYTES("Zürich"), NULL, "Zürich"},
               {BYTES(""), NULL, ""},
               {BYTES("\xEF\xBB\xBFKyiv"), NULL, "Kyiv"},
               {BYTES("\xEF\xBB\xBF"), NULL, ""},
               {BYTES("\xFF\xFEZ\0\xFC\0"), NULL, "Zü"},
               {BYTES("\xFE\xFF\0Z\0\xFC"), NULL, "Zü"},
               {BYTES("\xFF\xFE\0\0Z\0\0\0"), NULL, "Z"},
               {BYTES("\0\0\xFE\xFF\0\0\0Z"), NULL, "Z"},
               {BYTES("\xFF\xFE\x3D\xD8\x00\xDE"), NULL, "😀"},
               {BYTES("Z\xFCrich"), "ISO-8859-1", "Zürich"},
               {BYTES("\x93Kyiv\x94 \x80"), "windows-1252", "“Kyiv” €"},
               {BYTES("\xCC\xEE\xF1\xEA\xE2\xE0"), "CP1251", "Москва"},
               {BYTES("K\0y\0"), "UTF-16LE", "Ky"},
               {BYTES("\xFF\xFEK\0"), "UTF-16", "K"},
               {BYTES("Zürich"), "utf-8", "Zürich"},
               {BYTES("\xEF\xBB\xBFZürich"), "ISO-8859-1", "Zürich"}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    gm_str text = {0};
    assert_int_equal(GM_OK, gm_encoding_decode(*state, cases[i].bytes,
                                               cases[i].encoding, "", &text));
    assert_str(cases[i].wanted, text, cases[i].wanted);
  }
}

static void says_at_which_byte_it_is_not_utf8(void **state) {
  gm_str text;
  assert_int_equal(GM_BAD_ENCODING,
                   gm_encoding_decode(*state, GM_STR("caf\xE9 noir"), NULL,
                                      "article 7: ", &text));
  assert_string_equal(
      "article 7: byte 4, 0xE9, is not UTF-8; name the encoding "
      "with --encoding (it may be windows-1252)",
      gm_workspace_message(*state));
  assert_int_equal(3, gm_workspace_offset(*state));
  assert_int_equal(GM_BAD_ENCODING, gm_encoding_decode(*state,
                                                       GM_STR("\xEF\xBB\xBF"
                                                              "ab\xFF"),
                                                       NULL, "", &text));
  assert_int_equal(5, gm_workspace_offset(*state));
}

static void says_at_which_byte_it_is_not_what_was_named(void **state) {
  static const struct {
    gm_str bytes;
    const char *encoding, *wanted;
  } cases[] = {
      {BYTES("ab\x81"), "windows-1252", "byte 3, 0x81, is not windows-1252"},
      {BYTES("\xFF\xFE"
             "a\0\0\xD8"
             "b\0"),
       NULL, "byte 5, 0x00, is not UTF-16LE"},
      {BYTES("\xFF\xFE"
             "a\0b"),
       NULL, "it ends in the middle of a UTF-16LE character, at byte 5"}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    gm_str text;
    assert_int_equal(GM_BAD_ENCODING,
                     gm_encoding_decode(*state, cases[i].bytes,
                                        cases[i].encoding, "", &text));
    assert_string_equal(cases[i].wanted, gm_workspace_message(*state));
  }
}

static void says_that_it_ends_within_a_character(void **state) {
  static const struct {
    gm_str bytes;
    bool cut;
  } cases[] = {{BYTES("caf\xC3"), true},       {BYTES("caf\xE2\x82"), true},
               {BYTES("caf\xE2\x82 "), false}, {BYTES("caf\x82"), false},
               {BYTES("caf\xF0\x9F"), true},   {BYTES("caf\xFF"), false},
               {BYTES("caf\xC3 "), false},     {BYTES("caf\xC1"), false}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    gm_str text;
    assert_int_equal(GM_BAD_ENCODING, gm_encoding_decode(*state, cases[i].bytes,
                                                         NULL, "", &text));
    assert_int_equal(3, gm_workspace_offset(*state));
    assert_message(*state, cases[i].cut ? "it ends in the middle of a UTF-8 "
                                          "character, at byte 4"
                                        : "byte 4, 0x");
  }
}

static void converts_texts_of_any_length(void **state) {
  enum { MANY = 200000 };
  char *bytes = gm_take(*state, MANY);
  for (size_t size = 16000; size < MANY; size += 16001) {
    gm_str text;
    memset(bytes, 0xE9, size);
    assert_int_equal(GM_OK, gm_encoding_decode(*state, (gm_str){bytes, size},
                                               "ISO-8859-1", "", &text));
    assert_int_equal(2 * size, text.size);
    assert_true(gm_str_ends(text, GM_STR("éé")));
  }
}

static void knows_which_encodings_there_are(void **state) {
  assert_int_equal(GM_OK, gm_encoding_check(*state, NULL));
  assert_int_equal(GM_OK, gm_encoding_check(*state, "windows-1252"));
  assert_int_equal(GM_BAD_ENCODING, gm_encoding_check(*state, "latin-42"));
  assert_message(*state, "latin-42 is not known");
}

static void knows_which_have_lines(void **state) {
  (void)state;
  assert_true(gm_encoding_has_lines(NULL));
  assert_true(gm_encoding_has_lines("UTF-8"));
  assert_true(gm_encoding_has_lines("windows-1252"));
  assert_true(gm_encoding_has_lines("GB18030"));
  assert_false(gm_encoding_has_lines("UTF-16"));
  assert_false(gm_encoding_has_lines("UTF-32LE"));
  assert_false(gm_encoding_has_lines("latin-42"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(decodes_by_mark_or_by_name),
      TEST(says_at_which_byte_it_is_not_utf8),
      TEST(says_at_which_byte_it_is_not_what_was_named),
      TEST(says_that_it_ends_within_a_character),
      TEST(converts_texts_of_any_length),
      TEST(knows_which_encodings_there_are),
      TEST(knows_which_have_lines),
  };
  return cmocka_run_group_tests_name("document/encoding", tests, NULL, NULL);
}
