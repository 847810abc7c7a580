/* From written names to keys. */
#include "base/utf8.h"
#include "gazetteer/name.h"
#include "unit/gazetteer/tables.h"

static gm_workspace *ws;

static int open_workspace(void **state) {
  (void)state;
  ws = gm_workspace_open(0);
  return ws == NULL;
}

static int close_workspace(void **state) {
  (void)state;
  gm_workspace_close(ws);
  return 0;
}

static gm_name read_name(const char *name) {
  gm_name out;
  assert_int_equal(gm_name_read(ws, gm_str_of(name), &out), GM_OK);
  return out;
}

static void assert_key(const char *name, const char *key) {
  assert_str_equal(gm_name_key(ws, gm_str_of(name)), key);
}

static void joins_folded_words_by_one_space(void **state) {
  (void)state;
  assert_key("New York  City", "new york city");
  assert_key("Côte d’Ivoire", "cote divoire");
  assert_key("10th of Ramadan", "10th of ramadan");
}

/* Plain names take a shorter way to the same key. */
static void folds_plain_names_as_any_other(void **state) {
  static const char *const names[] = {
      "Paris", "New York", "usa",     "McAllen",   "A b C", "St Louis",
      " Rome", "Rome ",    "La  Paz", "USA today", ""};
  (void)state;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    gm_str long_way = read_name(names[i]).key;
    assert_true(gm_str_equal(long_way, gm_name_key(ws, gm_str_of(names[i]))));
  }
}

static void drops_marks(void **state) {
  (void)state;
  assert_key("Stratford-upon-Avon", "stratford upon avon");
  assert_key("Washington, D.C.", "washington dc");
  assert_key("Saint-Louis-du-Ha! Ha!", "saint louis du ha ha");
}

static void keeps_the_s_of_a_possessive_as_a_word(void **state) {
  (void)state;
  assert_key("Martha's Vineyard", "martha s vineyard");
  assert_key("Land’s End", "land s end");
  assert_key("Kings' Island", "kings island");
}

static void has_no_key_for_marks_alone(void **state) {
  (void)state;
  assert_key("--", "");
  assert_key("", "");
  assert_int_equal(read_name("?").words, 0);
}

static void counts_words(void **state) {
  (void)state;
  assert_int_equal(read_name("Trinidad and Tobago").words, 3);
  assert_int_equal(read_name("Martha's Vineyard").words, 3);
}

static void sees_full_stops_of_abbreviations_only(void **state) {
  (void)state;
  assert_true(read_name("Calif.").dotted);
  assert_true(read_name("U.S.").dotted);
  assert_true(read_name("Washington D.C").dotted);
  assert_false(read_name("St. Louis").dotted);
  assert_false(read_name("California").dotted);
}

static void sees_names_that_are_all_capitals(void **state) {
  (void)state;
  assert_true(read_name("UK").capital);
  assert_true(read_name("U.S.").capital);
  assert_true(read_name("ÉU").capital);
  assert_false(read_name("Å").capital);
  assert_false(read_name("Us").capital);
  assert_false(read_name("LA Paz").capital);
  assert_false(read_name("北京").capital);
}

static void tells_codes_from_names(void **state) {
  (void)state;
  assert_true(gm_name_is_code(GM_STR("75001")));
  assert_true(gm_name_is_code(GM_STR("FR75")));
  assert_true(gm_name_is_code(GM_STR("https://example.org/Paris")));
  assert_true(gm_name_is_code(GM_STR("mail@example.org")));
  assert_true(gm_name_is_code(GM_STR("Köln, www.köln.example")));
  assert_true(gm_name_is_code(GM_STR("Київ ftp://a")));
  assert_false(gm_name_is_code(GM_STR("Sankt-Peterburg: centr.")));
  assert_false(gm_name_is_code(GM_STR("UK")));
  assert_false(gm_name_is_code(GM_STR("6th of October City")));
  assert_false(gm_name_is_code(GM_STR("10 Алматы")));
}

/* The key as the tokeniser alone makes it. */
static gm_str join_tokens(gm_str name) {
  gm_tokens tokens;
  gm_span all = {0, (uint32_t)name.size};
  assert_int_equal(gm_tokenise(ws, name, all, &tokens), GM_OK);
  gm_str key = gm_str_print(ws, "%s", "");
  for (uint32_t i = 0; i < tokens.count; i++) {
    gm_str word = gm_name_word(&tokens.items[i]);
    if (word.size)
      key = gm_str_print(ws, "%.*s%s%.*s", GM_PRINT(key), key.size ? " " : "",
                         GM_PRINT(word));
  }
  return key;
}

/* Whether all words are of capitals, and letters enough, by the tokens. */
static bool all_capitals(gm_str name) {
  gm_tokens tokens;
  uint32_t letters = 0;
  gm_tokenise(ws, name, (gm_span){0, (uint32_t)name.size}, &tokens);
  for (uint32_t i = 0; i < tokens.count; i++) {
    const gm_token *token = &tokens.items[i];
    if (token->kind != GM_TOKEN_WORD || !token->folded.size) continue;
    bool one = gm_utf8_count(gm_str_part(name, token->span)) == 1;
    if (token->letters == GM_CASE_UPPER)
      letters += 2;
    else if (token->letters == GM_CASE_CAPITAL && one)
      letters++;
    else
      return false;
  }
  return letters >= 2;
}

static bool assert_plain_as_tokens(gm_str name) {
  gm_name found = {0};
  bool plain;
  assert_int_equal(gm_name_read_plain(ws, name, &plain, &found), GM_OK);
  if (!plain) return false;
  if (!gm_str_equal(found.key, join_tokens(name)) ||
      found.capital != all_capitals(name))
    fail_msg("\"%.*s\" became \"%.*s\"", GM_PRINT(name), GM_PRINT(found.key));
  assert_false(found.dotted);
  return true;
}

/* Names put together by chance out of what could go wrong. */
static void reads_plain_names_as_the_tokeniser_does(void **state) {
  static const char *const parts[] = {
      "a", "B",    "York",   "NY", " ",      " ",      " ",  "-",      ", ",
      ",", "7",    "20",     "é",  "É",      "ß",      "İ",  "Straße", "Київ",
      "й", "東京", "가",     "ก็",  "بغداد",  "ʻ",      "’s", "'",      ".",
      "(", ")",    "/",      "ﷺ",  "\u0301", "\u200D", "½",  "ǅ",      "Ⅳ",
      "ა", "ガ",   "\u00AD", "@",  "\u3164"};
  uint64_t chance = 1;
  uint32_t plain = 0;
  (void)state;
  for (unsigned round = 0; round < 200000; round++) {
    char name[256] = "";
    for (uint64_t i = 0, most = 1 + round % 6; i < most; i++) {
      chance = chance * UINT64_C(6364136223846793005) + 1442695040888963407;
      strcat(name, parts[(chance >> 33) % (sizeof parts / sizeof *parts)]);
    }
    plain += assert_plain_as_tokens(gm_str_of(name));
    gm_workspace_reset(ws);
  }
  assert_true(plain > 20000); /* else nothing was compared */
}

static void takes_the_short_way_for_plain_names(void **state) {
  (void)state;
  assert_true(assert_plain_as_tokens(GM_STR("Saint-Étienne")));
  assert_true(assert_plain_as_tokens(GM_STR("Нижний Новгород")));
  assert_true(assert_plain_as_tokens(GM_STR("Frankfurt (Oder), Land 2")));
  assert_false(assert_plain_as_tokens(GM_STR("St. Louis")));
  assert_false(assert_plain_as_tokens(GM_STR("Coeur d'Alene")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(joins_folded_words_by_one_space),
      cmocka_unit_test(folds_plain_names_as_any_other),
      cmocka_unit_test(drops_marks),
      cmocka_unit_test(keeps_the_s_of_a_possessive_as_a_word),
      cmocka_unit_test(has_no_key_for_marks_alone),
      cmocka_unit_test(counts_words),
      cmocka_unit_test(sees_full_stops_of_abbreviations_only),
      cmocka_unit_test(sees_names_that_are_all_capitals),
      cmocka_unit_test(tells_codes_from_names),
      cmocka_unit_test(reads_plain_names_as_the_tokeniser_does),
      cmocka_unit_test(takes_the_short_way_for_plain_names),
  };
  return cmocka_run_group_tests(tests, open_workspace, close_workspace);
}
