/* JSON files: objects in an array, or one behind the other. */
#include "unit/document/source_of.h"

static const gm_read_options automatic = {0};

static void every_object_is_an_article(void **state) {
  static const struct {
    const char *bytes, *wanted;
  } cases[] = {
      {"", ""},
      {" [ ] \n", ""},
      {"{\"text\":\"a\"}", "a"},
      {"{\n  \"text\":\n  \"a\"\n}\n", "a"},
      {"[{\"text\":\"a\"},{\"text\":\"b\"}]", "a|b"},
      {"[\n{\"text\":\"a\"} ,\n {\"text\":\"b\"}\n]", "a|b"},
      {"{\"text\":\"a\"}\n{\"text\":\"b\"}", "a|b"},
      {"\xEF\xBB\xBF[{\"text\":\"a\"}]", "a"},
      {"[{\"text\":\"a } \\\" { b\",\"x\":{\"y\":[{}]}},{\"text\":\"c\"}]",
       "a } \" { b|c"},
      {"[{\"x\":1},{\"text\":\"b\"}]", "article 1 has no \"text\"|b"},
      {"[{\"text\":},{\"text\":\"b\"}]",
       "article 1: not JSON: unexpected } at byte 9|b"},
      {"[{\"text\":\"a\"},{\"text\":\"b",
       "a|article 2: not JSON: it ends "
       "too early, after byte 10"},
      {"[1,2]",
       "it is no JSON of articles: byte 2 is 0x31, where an object "
       "must begin"},
      {"<html>",
       "it is no JSON of articles: byte 1 is 0x3C, where an object "
       "must begin"}};
  for (size_t i = 0; i < COUNT(cases); i++)
    assert_all(*state, gm_str_of(cases[i].bytes), ".json", automatic,
               cases[i].wanted);
}

static void an_article_without_an_id_has_its_place(void **state) {
  gm_source *source =
      source_of(*state, GM_STR("[{\"text\":\"a\"},{\"text\":\"b\"}]"), ".json",
                automatic);
  for (int i = 1; i <= 2; i++) {
    const gm_document *document = NULL;
    assert_int_equal(GM_OK, read_next(*state, source, &document));
    gm_str wanted = gm_str_print(*state, "%s:%d", gm_source_path(source), i);
    assert_true(gm_str_equal(wanted, document->id));
  }
  gm_source_close(source);
}

static void the_limit_is_one_of_an_article(void **state) {
  assert_all(
      *state,
      GM_STR("[{\"text\":\"a\"},{\"text\":\"too long\"},{\"text\":\"c\"}]"),
      ".json", (gm_read_options){.document_bytes = 12},
      "a|article 2 has 19 bytes, more than the limit of 12|c");
}

static void objects_may_cross_the_window(void **state) {
  enum { OBJECTS = 4000, SIZE = 200 };
  char *bytes = gm_take(*state, OBJECTS * SIZE + 1);
  for (size_t i = 0; i < OBJECTS; i++)
    snprintf(bytes + i * SIZE, SIZE + 1, "{\"text\":\"\\\"{%0185d\"}\n", 7);
  gm_source *source =
      source_of(*state, (gm_str){bytes, OBJECTS * SIZE}, ".json", automatic);
  for (size_t i = 0; i < OBJECTS; i++) {
    const gm_document *document = NULL;
    assert_int_equal(GM_OK, read_next(*state, source, &document));
    assert_int_equal(187, document->text.size);
  }
  assert_end(*state, source);
  gm_source_close(source);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(every_object_is_an_article),
      TEST(an_article_without_an_id_has_its_place),
      TEST(the_limit_is_one_of_an_article),
      TEST(objects_may_cross_the_window),
  };
  return cmocka_run_group_tests_name("document/reader_json", tests, NULL, NULL);
}
