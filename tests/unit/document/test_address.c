/* Addresses of the web and of mail. */
#include "document/address.h"
#include "unit/base/common.h"

/* The address that begins with the first word of `text`, which `word` is. */
static void finds_whole_addresses(void **state) {
  (void)state;
  static const struct {
    const char *text, *word, *address;
  } cases[] = {
      {"https://example.org/a-b?c=d#e f", "https",
       "https://example.org/a-b?c=d#e"},
      {"http://example.org/Paris).", "http", "http://example.org/Paris"},
      {"www.example.org,", "www", "www.example.org"},
      {"example.com/Paris/x, y", "example", "example.com/Paris/x"},
      {"bbc.co.uk", "bbc", "bbc.co.uk"},
      {"paris-news.com!", "paris", "paris-news.com"},
      {"first.last+tag@example.org;", "first", "first.last+tag@example.org"},
      {"me@example.org”", "me", "me@example.org"},
      {"Kyiv.The", "Kyiv", "Kyiv"},
      {"Russia-Iran", "Russia", "Russia"},
      {"Kyiv", "Kyiv", "Kyiv"},
      {"Kyiv://x", "Kyiv", "Kyiv"},
      {"at@home", "at", "at"},
      {"end.", "end", "end"}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    size_t barren = 0;
    gm_str text = gm_str_of(cases[i].text);
    gm_span word = {0, (uint32_t)strlen(cases[i].word)};
    size_t end = gm_address_end(text, word, &barren);
    assert_str(cases[i].text, (gm_str){text.bytes, end}, cases[i].address);
  }
}

static void looks_at_a_run_without_an_address_once(void **state) {
  (void)state;
  gm_str text = GM_STR("one-two-three four");
  size_t barren = 0;
  assert_int_equal(3, gm_address_end(text, (gm_span){0, 3}, &barren));
  assert_int_equal(strlen("one-two-three"), barren);
}

static void finds_handles(void **state) {
  (void)state;
  assert_int_equal(10, gm_address_handle(GM_STR("@Kyiv_Post: x"), 0));
  assert_int_equal(0, gm_address_handle(GM_STR("@ x"), 0));
  assert_int_equal(0, gm_address_handle(GM_STR("@"), 0));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_whole_addresses),
      cmocka_unit_test(looks_at_a_run_without_an_address_once),
      cmocka_unit_test(finds_handles),
  };
  return cmocka_run_group_tests_name("document/address", tests, NULL, NULL);
}
