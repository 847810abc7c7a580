/* Words and addresses that speak of a country. Needs build/pocket.gaz. */
#include "resolve/usage.h"
#include "support.h"

static gm_usage usage_of(void **state, const char *text, const char *url) {
  gm_support *support = *state;
  const gm_document *made;
  gm_usage usage;
  gm_workspace_reset(support->ws);
  assert_int_equal(GM_OK,
                   gm_document_make(support->ws, (gm_str){0}, (gm_str){0},
                                    gm_str_of(text), &made));
  gm_document document = *made;
  document.url = gm_str_of(url);
  assert_int_equal(GM_OK, gm_usage_read(support->ws, support->gazetteer,
                                        &document, (gm_mentions){0}, &usage));
  return usage;
}

static void hears_the_country_in_the_words(void **state) {
  gm_usage here =
      usage_of(state, "The sheriff told the school board of a felony.", "");
  assert_true(gm_usage_of(&here, "US") > 0.5f);
  assert_true(gm_usage_of(&here, "GB") == 0);
  gm_usage there =
      usage_of(state, "A councillor spoke at the crown court.", "");
  assert_true(gm_usage_of(&there, "GB") > gm_usage_of(&there, "US"));
}

static void hears_nothing_where_no_word_speaks(void **state) {
  gm_usage usage = usage_of(state, "The rain came late.", "");
  assert_true(gm_usage_of(&usage, "US") == 0);
  usage = usage_of(state, "The sheriff came.", "");
  assert_true(gm_usage_of(&usage, "FR") == 0); /* which has no list */
}

static void shares_a_word_among_its_countries(void **state) {
  gm_usage usage = usage_of(state, "The councillor came.", "");
  assert_true(gm_usage_of(&usage, "GB") == gm_usage_of(&usage, "CA"));
  assert_true(usage.total == 1);
}

/* A phrase at the very end, of which one word alone says nothing. */
static void hears_phrases_of_several_words(void **state) {
  gm_usage usage = usage_of(state, "They went to the school", "");
  assert_true(usage.total == 0);
  usage = usage_of(state, "They went to the school board", "");
  assert_true(usage.total == 1);
  usage = usage_of(state, "The coroner's court met.", "");
  assert_true(gm_usage_of(&usage, "GB") > 0);
}

static void reads_the_country_of_an_address(void **state) {
  assert_string_equal(
      "GB", usage_of(state, "Rain.", "https://news.example.co.uk/a/b").outlet);
  assert_string_equal("NG",
                      usage_of(state, "Rain.", "http://example.ng").outlet);
  assert_string_equal("CA", usage_of(state, "Rain.", "example.ca/1").outlet);
  assert_string_equal("", usage_of(state, "Rain.", "https://a.com/uk").outlet);
  assert_string_equal("", usage_of(state, "Rain.", "https://a.tv/").outlet);
  assert_string_equal("", usage_of(state, "Rain.", "").outlet);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(hears_the_country_in_the_words),
      cmocka_unit_test(hears_nothing_where_no_word_speaks),
      cmocka_unit_test(shares_a_word_among_its_countries),
      cmocka_unit_test(hears_phrases_of_several_words),
      cmocka_unit_test(reads_the_country_of_an_address),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
