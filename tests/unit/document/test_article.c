/* One article as JSON: its keys, what is mended, and what is refused. */
#include "document/article.h"
#include "unit/document/source_of.h"

/* Reads one line. @return NULL: the message says why not */
static const gm_document *read_json(gm_workspace *ws, const char *json,
                                    bool mentions) {
  gm_source *source = source_of(ws, GM_STR(""), ".jsonl",
                                (gm_read_options){.mentions_given = mentions});
  gm_record record = {.bytes = gm_str_of(json), .number = 7};
  const gm_document *document = NULL;
  gm_status status = gm_read(ws, source, record, &document);
  assert_int_equal(status == GM_OK, document != NULL);
  gm_source_close(source);
  return document;
}

static void reads_every_key(void **state) {
  const gm_document *document = read_json(
      *state,
      "{\"id\":\"a1\",\"title\":\"T\",\"text\":\"Kyiv\",\"url\":\"https://"
      "e.org\","
      "\"source\":\"Wire\",\"date\":\"2023-02-17\",\"more\":[1,{\"id\":2}]}",
      false);
  assert_str("id", document->id, "a1");
  assert_str("title", document->title, "T");
  assert_str("text", document->text, "T\n\nKyiv");
  assert_str("url", document->url, "https://e.org");
  assert_str("source", document->source, "Wire");
  assert_str("date", document->date, "2023-02-17T00:00:00Z");
  assert_false(document->spans_given);
}

static void null_is_absent(void **state) {
  const gm_document *document =
      read_json(*state,
                "{\"id\":null,\"title\":null,\"text\":\"Kyiv\",\"url\":null,"
                "\"source\":null,\"date\":null,\"mentions\":null}",
                true);
  assert_true(gm_str_ends(document->id, GM_STR(":7")));
  assert_int_equal(0, document->title.size + document->url.size +
                          document->source.size + document->date.size);
  assert_int_equal(0, document->given_count);
}

static void an_id_may_be_a_number(void **state) {
  static const struct {
    const char *id, *wanted;
  } cases[] = {{"\"x\"", "x"},
               {"0", "0"},
               {"-12", "-12"},
               {"12.0", "12"},
               {"1e3", "1000"},
               {"1.5", "1.5"},
               {"1626523456789012345", "1626523456789012345"}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    gm_str json = gm_str_print(
        *state, "{\"x\":{\"id\":1}, \"y\":\"id\", \"id\" : %s,\"text\":\"a\"}",
        cases[i].id);
    assert_str(cases[i].id, read_json(*state, json.bytes, false)->id,
               cases[i].wanted);
  }
}

static void a_date_may_be_anything_that_is_a_date(void **state) {
  static const struct {
    const char *date, *wanted;
  } cases[] = {{"1676628000", "2023-02-17T10:00:00Z"},
               {"1676628000000", "2023-02-17T10:00:00Z"},
               {"\"Fri, 17 Feb 2023 10:00:00 GMT\"", "2023-02-17T10:00:00Z"},
               {"\"last week\"", ""},
               {"\"\"", ""},
               {"5", ""}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    gm_str json =
        gm_str_print(*state, "{\"date\":%s,\"text\":\"a\"}", cases[i].date);
    assert_str(cases[i].date, read_json(*state, json.bytes, false)->date,
               cases[i].wanted);
  }
}

static void escapes_become_characters(void **state) {
  static const struct {
    const char *escaped, *wanted;
  } cases[] = {{"a\\u00e9b", "aéb"},
               {"\\ud83d\\ude00", "😀"},
               {"a\\ud800b", "a\uFFFDb"},
               {"a\\uDC00b", "a\uFFFDb"},
               {"\\ud83d\\ud83d\\ude00", "\uFFFD😀"},
               {"\\ud83dx", "\uFFFDx"},
               {"\\ud800\\u0041",
                "\uFFFD"
                "A"},
               {"\\ud800", "\uFFFD"},
               {"a\\u0000b", "a\uFFFDb"},
               {"\\\\ud800", "\\ud800"},
               {"\\\\\\ud800", "\\\uFFFD"},
               {"\\r\\n", "\r\n"},
               {"\xEF\xBB\xBFKyiv", "Kyiv"},
               {"\\uFEFFKyiv", "Kyiv"}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    gm_str json =
        gm_str_print(*state, "{\"text\":\"%s\",\"id\":\".\",\"title\":\".\"}",
                     cases[i].escaped);
    const gm_document *document = read_json(*state, json.bytes, false);
    if (!document) fail_msg("%s", gm_workspace_message(*state));
    assert_str(cases[i].escaped,
               gm_str_part(document->text, document->text_part),
               cases[i].wanted);
  }
}

static void says_what_is_wrong(void **state) {
  static const struct {
    const char *json, *message;
  } cases[] = {
      {"", "not JSON: it ends too early, after byte 0"},
      {"{\"text\":\"a\"", "not JSON: it ends too early, after byte 11"},
      {"{\"text\":\"abc \\\"", "not JSON: it ends too early, after byte 15"},
      {"{\"text\":\"a\"} x", "not JSON: unexpected x at byte 14"},
      {"{\"text\":nul}", "not JSON: unexpected n at byte 9"},
      {"{\"text\":\"\\q\"}", "not JSON: unexpected \\ at byte 10"},
      {"[1]", "the article is an array, not an object"},
      {"3", "the article is a number, not an object"},
      {"{}", "the article has no \"text\""},
      {"{\"Text\":\"a\"}", "the article has no \"text\""},
      {"{\"text\":null}", "the article has no \"text\""},
      {"{\"text\":\"\"}", "it is empty"},
      {"{\"text\":1}", "\"text\" is a number, not a string"},
      {"{\"text\":\"a\",\"title\":[]}", "\"title\" is an array, not a string"},
      {"{\"text\":\"a\",\"url\":{}}", "\"url\" is an object, not a string"},
      {"{\"text\":\"a\",\"source\":true}",
       "\"source\" is a truth value, not a string"},
      {"{\"text\":\"a\",\"id\":[]}",
       "\"id\" is an array, not a string or a number"},
      {"{\"text\":\"a\",\"date\":false}",
       "\"date\" is a truth value, not a string or a number"},
      {"{\"text\":\"a\",\"mentions\":{}}",
       "\"mentions\" is an object, not an array"},
      {"{\"text\":\"a\",\"mentions\":[3]}",
       "mentions[0] has no whole number \"start\""},
      {"{\"text\":\"a\",\"mentions\":[{\"start\":0,\"end\":1},{\"start\":0}]}",
       "mentions[1] has no whole number \"end\""},
      {"{\"text\":\"a\",\"mentions\":[{\"start\":0.5,\"end\":1}]}",
       "mentions[0] has no whole number \"start\""},
      {"{\"text\":\"a\",\"mentions\":[{\"start\":\"0\",\"end\":1}]}",
       "mentions[0] has no whole number \"start\""},
      {"{\"text\":\"a\",\"mentions\":[{\"start\":0,\"end\":1e300}]}",
       "mentions[0] has no whole number \"end\""},
      {"{\"text\":\"a\",\"mentions\":[{\"start\":0,\"end\":2}]}",
       "mentions[0] is [0, 2), which is no stretch of the 1 code "
       "points of the text"}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    assert_null(read_json(*state, cases[i].json, true));
    if (strcmp(cases[i].message, gm_workspace_message(*state)) != 0)
      fail_msg("%s: \"%s\", not \"%s\"", cases[i].json,
               gm_workspace_message(*state), cases[i].message);
  }
}

static void a_zero_byte_is_not_json(void **state) {
  static const char json[] = "{\"text\":\"a\0b\"}";
  gm_source *source = source_of(*state, (gm_str){json, sizeof json - 1},
                                ".jsonl", (gm_read_options){0});
  const gm_document *document = NULL;
  assert_int_equal(GM_BAD_INPUT, read_next(*state, source, &document));
  assert_string_equal("not JSON: unexpected 0x00 at byte 11",
                      gm_workspace_message(*state));
  assert_int_equal(10, gm_workspace_offset(*state));
  gm_source_close(source);
}

static void only_start_and_end_of_mentions_count(void **state) {
  static const char *const cases[] = {
      "[{\"start\":0,\"end\":4},{\"start\":1,\"end\":3}]",
      "[{\"begin\":0,\"end\":4},{\"end\":3,\"begin\":1}]",
      "[{\"start\":0,\"end\":4,\"name\":9},{\"start\":1,\"end\":3.0,\"x\":0}]"};
  for (size_t i = 0; i < COUNT(cases); i++) {
    gm_str json = gm_str_print(
        *state, "{\"title\":\"T\",\"text\":\"Kyïv\",\"mentions\":%s}",
        cases[i]);
    const gm_document *document = read_json(*state, json.bytes, true);
    assert_true(document->spans_given);
    assert_int_equal(2, document->given_count);
    assert_str("first", gm_str_part(document->text, document->given[0]),
               "Kyïv");
    assert_str("second", gm_str_part(document->text, document->given[1]), "yï");
  }
}

static void mentions_are_read_only_when_they_are_given(void **state) {
  const gm_document *document =
      read_json(*state, "{\"text\":\"a\",\"mentions\":[{\"start\":9}]}", false);
  assert_non_null(document);
  assert_false(document->spans_given);
  document = read_json(*state, "{\"text\":\"a\"}", true);
  assert_true(document->spans_given);
  assert_int_equal(0, document->given_count);
  assert_null(document->given);
  document = read_json(*state, "{\"text\":\"a\",\"mentions\":[]}", true);
  assert_int_equal(0, document->given_count);
  assert_non_null(document->given);
}

static void depth_and_number_of_values_have_limits(void **state) {
  enum { MANY = 200000 };
  char *deep = gm_take(*state, MANY + 1);
  memset(deep, '[', MANY);
  assert_null(read_json(*state, deep, false));
  assert_message(*state, "not JSON: ");
  gm_workspace *small = gm_workspace_open(1 << 20);
  for (size_t i = 1; i < MANY; i++) deep[i] = ',';
  assert_null(read_json(small, deep, false));
  assert_message(small,
                 "the article has 200001 values, more than the limit of");
  gm_workspace_close(small);
}

/* Every beginning of a line, and every byte of it broken, has an answer. */
static void stands_broken_lines(void **state) {
  static const char json[] =
      "{\"id\":12345678901234567890,\"text\":\"K\\ud800\\u0000\\\\y\\\"v é\","
      "\"date\":1676628000,\"mentions\":[{\"start\":0,\"end\":2}]}";
  char copy[sizeof json];
  for (size_t size = 0; size < sizeof json; size++) {
    gm_workspace_reset(*state);
    memcpy(copy, json, size);
    copy[size] = 0;
    read_json(*state, copy, true);
  }
  for (size_t i = 0; i + 1 < sizeof json; i++)
    for (int bit = 0; bit < 8; bit++) {
      gm_workspace_reset(*state);
      memcpy(copy, json, sizeof json);
      copy[i] = (char)(copy[i] ^ (1 << bit));
      read_json(*state, copy, true);
    }
}

/* Each place where memory can be short. */
static void says_when_there_is_no_room(void **state) {
  static const char json[] =
      "{\"id\":1626523456789012345,\"title\":\"T\",\"text\":\"Kyiv\","
      "\"url\":\"u\",\"source\":\"s\",\"date\":1676628000,"
      "\"mentions\":[{\"start\":0,\"end\":2}]}";
  gm_source *source = source_of(*state, GM_STR(""), ".jsonl",
                                (gm_read_options){.mentions_given = true});
  bool succeeded = false;
  for (size_t ceiling = 16; !succeeded; ceiling += 16) {
    gm_workspace *ws = gm_workspace_open(ceiling);
    gm_record record = {.bytes = gm_str_of(json), .number = 1};
    const gm_document *document = NULL;
    gm_status status = gm_read(ws, source, record, &document);
    succeeded = status == GM_OK;
    if (!succeeded && status != GM_TOO_LARGE)
      assert_int_equal(GM_NO_MEMORY, status);
    assert_true(ceiling < 4096);
    gm_workspace_close(ws);
  }
  gm_source_close(source);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(reads_every_key),
      TEST(null_is_absent),
      TEST(an_id_may_be_a_number),
      TEST(a_date_may_be_anything_that_is_a_date),
      TEST(escapes_become_characters),
      TEST(says_what_is_wrong),
      TEST(a_zero_byte_is_not_json),
      TEST(only_start_and_end_of_mentions_count),
      TEST(mentions_are_read_only_when_they_are_given),
      TEST(depth_and_number_of_values_have_limits),
      TEST(stands_broken_lines),
      TEST(says_when_there_is_no_room),
  };
  return cmocka_run_group_tests_name("document/article", tests, NULL, NULL);
}
