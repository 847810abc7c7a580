/* Documents: where the title goes, and what given spans become. */
#include "document/document.h"
#include "unit/base/common.h"

static const gm_document *make(gm_workspace *ws, const char *title,
                               const char *text) {
  const gm_document *document = NULL;
  gm_status status = gm_document_make(ws, GM_STR("id"), gm_str_of(title),
                                      gm_str_of(text), &document);
  if (status) fail_msg("%s", gm_workspace_message(ws));
  return document;
}

static void puts_the_title_before_the_text(void **state) {
  const gm_document *document = make(*state, "Kyiv hit", "Six were hurt.");
  assert_str("text", document->text, "Kyiv hit\n\nSix were hurt.");
  assert_str("title part", gm_str_part(document->text, document->title_part),
             "Kyiv hit");
  assert_str("text part", gm_str_part(document->text, document->text_part),
             "Six were hurt.");
  assert_str("id", document->id, "id");
}

static void a_text_that_begins_with_its_title_stays(void **state) {
  static const char *const titles[] = {"Kyiv Hit by Drones",
                                       "  kyiv hit\tby  drones ",
                                       "KYIV HIT BY DRONES\n", "", " \n"};
  const char *text = " Kyiv hit  by\ndrones\n\nSix were hurt.";
  for (size_t i = 0; i < COUNT(titles); i++) {
    const gm_document *document = make(*state, titles[i], text);
    assert_str(titles[i], document->text, text);
    assert_str("title", document->title, titles[i]);
    assert_int_equal(document->title_part.begin, document->title_part.end);
    assert_int_equal(0, document->text_part.begin);
    assert_int_equal(document->text.size, document->text_part.end);
  }
}

static void a_text_that_only_resembles_it_does_not(void **state) {
  static const char *const titles[] = {
      "Kyiv hits", "Kyiv hit by", "Kyiv hit, by drones",
      "Kyi",       "Kyivhit",     "Six were hurt"};
  for (size_t i = 0; i < COUNT(titles); i++) {
    const gm_document *document = make(*state, titles[i], "Kyiv hit. Six.");
    if (document->title_part.end != strlen(titles[i]))
      fail_msg("%s", titles[i]);
  }
}

static void a_title_alone_is_an_article(void **state) {
  const gm_document *document = make(*state, "Kyiv", "");
  assert_str("text", document->text, "Kyiv\n\n");
  assert_int_equal(document->text.size, document->text_part.begin);
  assert_int_equal(document->text.size, document->text_part.end);
}

static void nothing_is_no_article(void **state) {
  static const char *const blanks[] = {"", " ", "\r\n\t", "\xC2\xA0"};
  const gm_document *document = NULL;
  for (size_t i = 0; i < COUNT(blanks); i++) {
    assert_int_equal(GM_BAD_INPUT,
                     gm_document_make(*state, GM_STR(""), GM_STR(" "),
                                      gm_str_of(blanks[i]), &document));
    assert_string_equal("it is empty", gm_workspace_message(*state));
  }
  assert_null(document);
}

static void refuses_bytes_that_are_not_utf8(void **state) {
  const gm_document *document = NULL;
  assert_int_equal(GM_BAD_ENCODING,
                   gm_document_make(*state, GM_STR("a"), GM_STR(""),
                                    GM_STR("caf\xE9"), &document));
  assert_string_equal("byte 4, 0xE9, is not UTF-8",
                      gm_workspace_message(*state));
}

static void zero_bytes_become_replacement_characters(void **state) {
  const gm_document *document = NULL;
  assert_int_equal(GM_OK, gm_document_make(*state, GM_STR("a"), GM_STR("T\0"),
                                           GM_STR("\0x\0\0"), &document));
  assert_str("text", document->text, "T\uFFFD\n\n\uFFFDx\uFFFD\uFFFD");
}

static const gm_document *given(gm_workspace *ws, const char *title,
                                const char *text, const gm_given *spans,
                                uint32_t count) {
  gm_article article = {.where = "line 3: ",
                        .title = gm_str_of(title),
                        .text = gm_str_of(text),
                        .spans_given = true,
                        .spans = spans,
                        .span_count = count,
                        .ordinal = 9};
  const gm_document *document = NULL;
  gm_status status = gm_document_build(ws, &article, &document);
  assert_int_equal(document ? GM_OK : GM_BAD_INPUT, status);
  return document;
}

static void spans_become_bytes_in_their_order(void **state) {
  static const gm_given spans[] = {{7, 13}, {0, 4}, {0, 13}, {5, 6}};
  static const char *const wanted[] = {"Zürich", "Côte", "Côte 😀 Zürich", "😀"};
  static const char *const titles[] = {"", "Öl"};
  for (size_t t = 0; t < COUNT(titles); t++) {
    const gm_document *document =
        given(*state, titles[t], "Côte 😀 Zürich", spans, COUNT(spans));
    assert_int_equal(COUNT(spans), document->given_count);
    assert_int_equal(9, document->ordinal);
    for (size_t i = 0; i < COUNT(spans); i++)
      assert_str(wanted[i], gm_str_part(document->text, document->given[i]),
                 wanted[i]);
  }
}

static void no_spans_may_be_given(void **state) {
  const gm_document *document = given(*state, "", "Kyiv", NULL, 0);
  assert_true(document->spans_given);
  assert_int_equal(0, document->given_count);
}

static void names_the_span_that_is_outside(void **state) {
  static const struct {
    gm_given span;
    const char *message;
  } cases[] = {
      {{0, 5},
       "line 3: mentions[1] is [0, 5), which is no stretch of the 4 "
       "code points of the text"},
      {{-1, 2}, "mentions[1] is [-1, 2)"},
      {{2, 2}, "mentions[1] is [2, 2)"},
      {{3, 1}, "mentions[1] is [3, 1)"},
      {{4, 5}, "mentions[1] is [4, 5)"},
      {{INT64_MIN, INT64_MAX}, "mentions[1] is [-9223372036854775808"}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    gm_given spans[] = {{0, 4}, cases[i].span};
    assert_null(given(*state, "", "Kyïv", spans, 2));
    assert_message(*state, cases[i].message);
  }
}

/* Many spans on both sides of every notch of the ruler. */
static void spans_are_right_anywhere_in_a_long_text(void **state) {
  enum { POINTS = 2000 };
  gm_str text = GM_STR("");
  char *bytes = gm_take(*state, POINTS * 2);
  static gm_given spans[POINTS];
  for (size_t i = 0; i < POINTS; i++) {
    memcpy(bytes + text.size, i % 3 ? "x" : "é", i % 3 ? 1 : 2);
    text.size += i % 3 ? 1 : 2;
    spans[POINTS - 1 - i] = (gm_given){(int64_t)i, (int64_t)i + 1};
  }
  text.bytes = bytes;
  gm_article article = {.where = "", .text = text, .spans_given = true};
  article.spans = spans, article.span_count = POINTS;
  const gm_document *document = NULL;
  assert_int_equal(GM_OK, gm_document_build(*state, &article, &document));
  uint32_t begin = 0;
  for (size_t i = 0; i < POINTS; i++) {
    gm_span span = document->given[POINTS - 1 - i];
    assert_int_equal(begin, span.begin);
    begin = span.end;
  }
  assert_int_equal(text.size, begin);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(puts_the_title_before_the_text),
      TEST(a_text_that_begins_with_its_title_stays),
      TEST(a_text_that_only_resembles_it_does_not),
      TEST(a_title_alone_is_an_article),
      TEST(nothing_is_no_article),
      TEST(refuses_bytes_that_are_not_utf8),
      TEST(zero_bytes_become_replacement_characters),
      TEST(spans_become_bytes_in_their_order),
      TEST(no_spans_may_be_given),
      TEST(names_the_span_that_is_outside),
      TEST(spans_are_right_anywhere_in_a_long_text),
  };
  return cmocka_run_group_tests_name("document/document", tests, NULL, NULL);
}
