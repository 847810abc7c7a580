/* Plain text: one file, one article. */
#include "unit/document/source_of.h"

#define BYTES(literal) \
  { literal, sizeof(literal) - 1 }

static const gm_read_options automatic = {0};

static void a_whole_file_is_one_article(void **state) {
  static const struct {
    gm_str bytes;
    const char *encoding, *wanted;
  } cases[] = {
      {BYTES("Kyiv\r\n\r\nwas hit.\n"), NULL, "Kyiv\r\n\r\nwas hit.\n"},
      {BYTES("\xEF\xBB\xBFKyiv"), NULL, "Kyiv"},
      {BYTES("\xFF\xFEK\0y\0"), NULL, "Ky"},
      {BYTES("Z\xFCrich"), "ISO-8859-1", "Zürich"},
      {BYTES("Kyiv has a \0 in a long enough line"), NULL,
       "Kyiv has a \uFFFD in a long enough line"},
      {BYTES(""), NULL, "it is empty"},
      {BYTES("\xEF\xBB\xBF \n"), NULL, "it is empty"},
      {BYTES("caf\xE9 noir"), NULL,
       "byte 4, 0xE9, is not UTF-8; name the encoding with --encoding (it "
       "may be windows-1252)"},
      {BYTES("caf\xE9"), NULL,
       "it ends in the middle of a UTF-8 character, at byte 4; if it is "
       "another encoding, name it with --encoding"},
      {BYTES("%PDF-1.4 x"), NULL, "it looks like a PDF file, not text"},
      {BYTES("\x89PNG\r\n\x1A\n"), NULL, "it looks like a PNG image, not text"},
      {BYTES("%PDF-1.4 x"), "windows-1252",
       "it looks like a PDF file, not text"},
      {BYTES("K\0y\0i\0v\0"), NULL,
       "it looks like UTF-16LE without its mark; name the encoding with "
       "--encoding"},
      {BYTES("\1\2\3\4\5"), NULL,
       "it holds too many control characters to be text"}};
  for (size_t i = 0; i < COUNT(cases); i++)
    assert_all(*state, cases[i].bytes, ".txt",
               (gm_read_options){.encoding = cases[i].encoding},
               cases[i].wanted);
}

static void its_path_is_its_id(void **state) {
  gm_source *source = source_of(*state, GM_STR("Kyiv"), ".txt", automatic);
  const gm_document *document = NULL;
  assert_int_equal(GM_OK, read_next(*state, source, &document));
  assert_str("id", document->id, gm_source_path(source));
  assert_int_equal(0, document->title.size);
  assert_int_equal(4, document->text_part.end);
  assert_false(document->spans_given);
  assert_end(*state, source);
  gm_source_close(source);
}

static void reads_a_file_longer_than_the_window(void **state) {
  enum { MANY = 700001 };
  char *bytes = gm_take(*state, MANY);
  for (size_t i = 0; i < MANY; i++) bytes[i] = (char)('a' + i % 26);
  gm_source *source =
      source_of(*state, (gm_str){bytes, MANY}, ".txt", automatic);
  const gm_document *document = NULL;
  assert_int_equal(GM_OK, read_next(*state, source, &document));
  assert_true(gm_str_equal(document->text, (gm_str){bytes, MANY}));
  gm_source_close(source);
}

static void refuses_a_file_over_the_limit(void **state) {
  assert_all(*state, GM_STR("Kyiv!"), ".txt",
             (gm_read_options){.document_bytes = 4},
             "it has 5 bytes, more than the limit of 4");
  assert_all(*state, GM_STR("Kyiv"), ".txt",
             (gm_read_options){.document_bytes = 4}, "Kyiv");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(a_whole_file_is_one_article),
      TEST(its_path_is_its_id),
      TEST(reads_a_file_longer_than_the_window),
      TEST(refuses_a_file_over_the_limit),
  };
  return cmocka_run_group_tests_name("document/reader_plain", tests, NULL,
                                     NULL);
}
