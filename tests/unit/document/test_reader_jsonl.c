/* JSON lines: how lines are cut and counted. */
#include "unit/document/source_of.h"

static const gm_read_options automatic = {0};

static void every_line_is_an_article(void **state) {
  static const struct {
    const char *lines, *wanted;
  } cases[] = {{"", ""},
               {"\n \n\r\n", ""},
               {"{\"text\":\"a\"}\n{\"text\":\"b\"}\n", "a|b"},
               {"{\"text\":\"a\"}\r\n\r\n  {\"text\":\"b\"}", "a|b"},
               {"\xEF\xBB\xBF{\"text\":\"a\"}\n", "a"},
               {"{\"text\":\"a\"}\n{\"text\":\n{\"text\":\"c\"}\n",
                "a|not JSON: it ends too early, after byte 8|c"},
               {"\n{\"text\":\"caf\xE9\"}\n{\"text\":\"b\"}",
                "byte 13, 0xE9, is not UTF-8; name the encoding with "
                "--encoding (it may be windows-1252)|b"}};
  for (size_t i = 0; i < COUNT(cases); i++)
    assert_all(*state, gm_str_of(cases[i].lines), ".jsonl", automatic,
               cases[i].wanted);
}

static void an_article_without_an_id_has_its_line(void **state) {
  gm_source *source = source_of(
      *state, GM_STR("\n{\"text\":\"a\"}\n{\"text\":\"b\",\"id\":\"own\"}"),
      ".jsonl", automatic);
  const gm_document *document = NULL;
  assert_int_equal(GM_OK, read_next(*state, source, &document));
  gm_str wanted = gm_str_print(*state, "%s:2", gm_source_path(source));
  assert_true(gm_str_equal(wanted, document->id));
  assert_int_equal(GM_OK, read_next(*state, source, &document));
  assert_str("id", document->id, "own");
  assert_end(*state, source);
  gm_source_close(source);
}

static void a_line_over_the_limit_is_passed_over(void **state) {
  enum { LONG = 700000 };
  char *bytes = gm_take(*state, LONG + 64);
  memset(bytes, 'x', LONG);
  strcpy(bytes + LONG, "\n{\"text\":\"b\"}\n{\"text\":\"limit\"}");
  gm_str file = gm_str_of(bytes);
  assert_all(*state, file, ".jsonl", (gm_read_options){.document_bytes = 16},
             "line 1 has 700000 bytes, more than the limit of 16|b|limit");
}

static void lines_may_cross_the_window(void **state) {
  enum { LINES = 3000, SIZE = 211 };
  char *bytes = gm_take(*state, LINES * SIZE + 1);
  for (size_t i = 0; i < LINES; i++)
    snprintf(bytes + i * SIZE, SIZE + 1,
             "{\"id\":\"%05zu\",\"text\":\"%0186d\"}\n", i, 7);
  gm_str file = {bytes, LINES * SIZE};
  assert_true(strlen(bytes) == file.size);
  gm_source *source = source_of(*state, file, ".jsonl", automatic);
  for (size_t i = 0; i < LINES; i++) {
    const gm_document *document = NULL;
    assert_int_equal(GM_OK, read_next(*state, source, &document));
    char id[16];
    snprintf(id, sizeof id, "%05zu", i);
    assert_str("id", document->id, id);
    assert_int_equal(186, document->text.size);
  }
  assert_end(*state, source);
  gm_source_close(source);
}

static void other_encodings_are_converted_a_line(void **state) {
  assert_all(
      *state, GM_STR("{\"text\":\"Z\xFCrich\"}\n{\"text\":\"Gen\xE8ve\"}"),
      ".jsonl", (gm_read_options){.encoding = "windows-1252"}, "Zürich|Genève");
}

static void a_value_over_several_lines_is_refused_once(void **state) {
  static const char refusal[] =
      "this is one JSON value over several lines; name it .json, or put an "
      "article on each line";
  static const struct {
    const char *lines, *wanted;
  } cases[] = {
      {"{\n  \"id\": 1,\n  \"text\": \"a\"\n}\n", refusal},
      {"\n\xEF\xBB\xBF{ \"id\": 1,\n\"text\": \"a\"}", refusal},
      {"[\n{\"text\":\"a\"},\n{\"text\":\"b\"}\n]\n", refusal},
      {"{\"articles\": [\n{\"text\":\"a\"}]}", refusal},
      /* Lines that are merely broken are not taken for one. */
      {"{\n{\"text\":\"b\"}\n", "not JSON: it ends too early, after byte 1|b"},
      {"{\"text\":\"a,\n{\"text\":\"b\"}\n",
       "not JSON: it ends too early, after byte 11|b"},
      {"{\"text\":\"a\"}\n{\n\"text\"",
       "a|not JSON: it ends too early, after byte 1|the article is a string, "
       "not an object"}};
  for (size_t i = 0; i < COUNT(cases); i++)
    assert_all(*state, gm_str_of(cases[i].lines), ".jsonl", automatic,
               cases[i].wanted);
}

static void text_of_two_bytes_a_letter_is_refused_once(void **state) {
  assert_all(*state, GM_STR("\xFF\xFE{\0}\0\n\0{\0}\0"), ".jsonl", automatic,
             "it is UTF-16LE, but JSON must be UTF-8: convert it first, such "
             "as with iconv -f UTF-16LE -t UTF-8");
}

static void the_record_keeps_its_ordinal(void **state) {
  gm_source *source =
      source_of(*state, GM_STR("{\"text\":\"a\"}"), ".jsonl", automatic);
  gm_record record;
  bool more;
  const gm_document *document = NULL;
  assert_int_equal(GM_OK, gm_source_next(*state, source, &record, &more));
  assert_int_equal(0, record.ordinal);
  assert_int_equal(1, record.number);
  record.ordinal = 12;
  assert_int_equal(GM_OK, gm_read(*state, source, record, &document));
  assert_int_equal(12, document->ordinal);
  gm_source_close(source);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(every_line_is_an_article),
      TEST(an_article_without_an_id_has_its_line),
      TEST(a_line_over_the_limit_is_passed_over),
      TEST(lines_may_cross_the_window),
      TEST(other_encodings_are_converted_a_line),
      TEST(a_value_over_several_lines_is_refused_once),
      TEST(text_of_two_bytes_a_letter_is_refused_once),
      TEST(the_record_keeps_its_ordinal),
  };
  return cmocka_run_group_tests_name("document/reader_jsonl", tests, NULL,
                                     NULL);
}
