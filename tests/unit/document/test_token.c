/* Tokens: where words are cut, and what is known of each. */
#include "base/fold.h"
#include "document/token.h"
#include "unit/base/common.h"

static gm_tokens tokens_of(gm_workspace *ws, gm_str text) {
  gm_tokens tokens = {0};
  gm_span all = {0, (uint32_t)text.size};
  assert_int_equal(GM_OK, gm_tokenise(ws, text, all, &tokens));
  return tokens;
}

/* Whether a text is cut into these tokens, which `wanted` separates by '|'. */
static void assert_cut(gm_workspace *ws, const char *text, const char *wanted) {
  gm_tokens tokens = tokens_of(ws, gm_str_of(text));
  gm_str got = GM_STR("");
  for (uint32_t i = 0; i < tokens.count; i++)
    got = gm_str_print(
        ws, "%.*s%s%.*s", GM_PRINT(got), i ? "|" : "",
        GM_PRINT(gm_str_part(gm_str_of(text), tokens.items[i].span)));
  assert_str(text, got, wanted);
}

typedef struct cutting {
  const char *text, *wanted;
} cutting;

static void assert_cuttings(gm_workspace *ws, const cutting *cases,
                            size_t count) {
  for (size_t i = 0; i < count; i++)
    assert_cut(ws, cases[i].text, cases[i].wanted);
}

static void cuts_words_and_marks(void **state) {
  static const cutting cases[] = {{"", ""},
                                  {" \t\n ", ""},
                                  {"Drones hit Kyiv.", "Drones|hit|Kyiv|."},
                                  {"Russia-Iran pact", "Russia|-|Iran|pact"},
                                  {"Kyiv, Ukraine", "Kyiv|,|Ukraine"},
                                  {"a—b – c", "a|—|b|–|c"},
                                  {"“Stop!” he said", "“|Stop|!|”|he|said"},
                                  {"wait... what", "wait|.|.|.|what"},
                                  {"St. Louis", "St|.|Louis"},
                                  {"(UAVs)", "(|UAVs|)"},
                                  {"and/or", "and|/|or"},
                                  {"$5 & 10%", "$|5|&|10|%"},
                                  {"New\xC2\xA0York", "New|York"}};
  assert_cuttings(*state, cases, COUNT(cases));
}

static void an_apostrophe_between_letters_is_part_of_a_word(void **state) {
  static const cutting cases[] = {
      {"O'Keeffe of Xi'an", "O'Keeffe|of|Xi'an"},
      {"N’Djamena, Côte d’Ivoire", "N’Djamena|,|Côte|d’Ivoire"},
      {"don't", "don't"},
      {"Hawai‘i", "Hawai‘i"},
      {"'Kyiv'", "'|Kyiv|'"},
      {"the '90s", "the|'|90s"},
      {"rock ''n'' roll", "rock|'|'|n|'|'|roll"}};
  assert_cuttings(*state, cases, COUNT(cases));
}

static void a_possessive_is_a_token_of_its_own(void **state) {
  static const cutting cases[] = {{"Russia's", "Russia|'s"},
                                  {"Russia’s drones", "Russia|’s|drones"},
                                  {"MOSCOW'S", "MOSCOW|'S"},
                                  {"Philippines' coast", "Philippines|'|coast"},
                                  {"Texas's", "Texas|'s"},
                                  {"U.S.'s", "U.S.|'s"},
                                  {"O'Keeffe's", "O'Keeffe|'s"},
                                  {"D'Souza", "D'Souza"},
                                  {"1990's", "1990|'s"},
                                  {"Kyiv's.", "Kyiv|'s|."}};
  assert_cuttings(*state, cases, COUNT(cases));
  gm_tokens tokens = tokens_of(*state, GM_STR("Iran's the Philippines' 's"));
  static const gm_token_kind kinds[] = {
      GM_TOKEN_WORD,       GM_TOKEN_POSSESSIVE, GM_TOKEN_WORD, GM_TOKEN_WORD,
      GM_TOKEN_POSSESSIVE, GM_TOKEN_MARK,       GM_TOKEN_WORD};
  assert_int_equal(COUNT(kinds), tokens.count);
  for (size_t i = 0; i < COUNT(kinds); i++)
    assert_int_equal(kinds[i], tokens.items[i].kind);
}

static void letters_with_full_stops_are_one_word(void **state) {
  static const cutting cases[] = {{"the U.S. and", "the|U.S.|and"},
                                  {"in the U.S", "in|the|U.S"},
                                  {"Washington, D.C.", "Washington|,|D.C."},
                                  {"U.S.-led", "U.S.|-|led"},
                                  {"5 a.m. today", "5|a.m.|today"},
                                  {"U.S.A., U.K.", "U.S.A.|,|U.K."},
                                  {"W.Va. hills", "W.Va.|hills"},
                                  {"С.Ш.А. сегодня", "С.Ш.А.|сегодня"},
                                  {"J.K.Rowling", "J.K.|Rowling"},
                                  {"J. K.", "J|.|K|."},
                                  {"I.The", "I|.|The"}};
  assert_cuttings(*state, cases, COUNT(cases));
  gm_tokens tokens = tokens_of(*state, GM_STR("U.S. St."));
  assert_true(tokens.items[0].dotted);
  assert_false(tokens.items[1].dotted);
}

static void numbers_hold_their_commas_and_letters(void **state) {
  static const cutting cases[] = {
      {"2,000 men", "2,000|men"},       {"3.5 tons.", "3.5|tons|."},
      {"1.234.567,89", "1.234.567,89"}, {"in 2023.", "in|2023|."},
      {"the 20th", "the|20th"},         {"10:30", "10|:|30"},
      {"20-year", "20|-|year"},         {"1, 2", "1|,|2"},
      {"10,Kyiv", "10|,|Kyiv"},         {"G20 and MH17", "G20|and|MH17"},
      {"٢٠٢٣ год", "٢٠٢٣|год"}};
  assert_cuttings(*state, cases, COUNT(cases));
  gm_tokens tokens = tokens_of(*state, GM_STR("20th G20"));
  assert_int_equal(GM_TOKEN_NUMBER, tokens.items[0].kind);
  assert_int_equal(GM_CASE_NONE, tokens.items[0].letters);
  assert_int_equal(GM_TOKEN_WORD, tokens.items[1].kind);
}

static void other_scripts_are_cut_into_words_too(void **state) {
  static const cutting cases[] = {{"北京是中国的首都。", "北京是中国的首都|。"},
                                  {"2023年北京", "2023|年北京"},
                                  {"東京タワー", "東京タワー"},
                                  {"서울은 수도", "서울은|수도"},
                                  {"北京Beijing", "北京|Beijing"},
                                  {"الخرطوم عاصمة", "الخرطوم|عاصمة"},
                                  {"القَاهِرَة،", "القَاهِرَة|،"},
                                  {"Ростов-на-Дону", "Ростов|-|на|-|Дону"},
                                  {"दिल्ली में", "दिल्ली|में"},
                                  {"Co\xCC\x82te", "Co\xCC\x82te"},
                                  {"Mos\xC2\xADkau", "Mos\xC2\xADkau"},
                                  {"a\xE2\x80\x8B"
                                   "b",
                                   "a|b"}};
  assert_cuttings(*state, cases, COUNT(cases));
}

static void symbols_keep_what_combines_with_them(void **state) {
  static const cutting cases[] = {{"Kyiv😀!", "Kyiv|😀|!"},
                                  {"❤️ Kyiv", "❤️|Kyiv"},
                                  {"👩‍👧", "👩|👧"}};
  assert_cuttings(*state, cases, COUNT(cases));
}

static void an_address_is_one_mark(void **state) {
  static const cutting cases[] = {
      {"see https://example.org/Paris/London.",
       "see|https://example.org/Paris/London|."},
      {"(www.paris.com)", "(|www.paris.com|)"},
      {"Boston.com said", "Boston.com|said"},
      {"mail a_b@paris.example.org, now", "mail|a_b@paris.example.org|,|now"},
      {"via @KyivPost: yes", "via|@KyivPost|:|yes"},
      {"#Kyiv", "#|Kyiv"},
      {"Kyiv.The", "Kyiv|.|The"},
      {"@ home", "@|home"}};
  assert_cuttings(*state, cases, COUNT(cases));
  gm_tokens tokens = tokens_of(*state, GM_STR("https://example.org/Paris"));
  assert_int_equal(GM_TOKEN_MARK, tokens.items[0].kind);
  assert_str("folded", tokens.items[0].folded, "https://example.org/Paris");
}

static void tells_the_case_of_a_word(void **state) {
  static const struct {
    const char *word;
    gm_token_case letters;
  } cases[] = {{"drones", GM_CASE_LOWER}, {"Moscow", GM_CASE_CAPITAL},
               {"A", GM_CASE_CAPITAL},    {"MOSCOW", GM_CASE_UPPER},
               {"UN", GM_CASE_UPPER},     {"U.S.", GM_CASE_UPPER},
               {"a.m.", GM_CASE_LOWER},   {"McDonald", GM_CASE_MIXED},
               {"iPhone", GM_CASE_MIXED}, {"O'Keeffe", GM_CASE_MIXED},
               {"UAVs", GM_CASE_MIXED},   {"Xi'an", GM_CASE_CAPITAL},
               {"Éire", GM_CASE_CAPITAL}, {"élan", GM_CASE_LOWER},
               {"МОСКВА", GM_CASE_UPPER}, {"北京", GM_CASE_NONE},
               {"القاهرة", GM_CASE_NONE}, {"თბილისი", GM_CASE_NONE},
               {"G20", GM_CASE_CAPITAL},  {"ǅ", GM_CASE_CAPITAL}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    gm_tokens tokens = tokens_of(*state, gm_str_of(cases[i].word));
    assert_int_equal(1, tokens.count);
    if (tokens.items[0].letters != cases[i].letters)
      fail_msg("%s: %d, not %d", cases[i].word, tokens.items[0].letters,
               cases[i].letters);
  }
}

static void folds_words_as_the_gazetteer_does(void **state) {
  gm_str text = GM_STR(
      "Drones hit KYIV, Côte d'Ivoire, U.S. bases, the 3.5 "
      "Xi’an 20th łódź naïve plain words");
  gm_tokens tokens = tokens_of(*state, text);
  for (uint32_t i = 0; i < tokens.count; i++) {
    gm_token token = tokens.items[i];
    if (token.kind > GM_TOKEN_NUMBER) continue;
    gm_str word = gm_str_part(text, token.span);
    assert_true(gm_str_equal(token.folded, gm_fold(*state, word)));
  }
}

static void knows_white_space_and_line_starts(void **state) {
  gm_tokens tokens = tokens_of(*state, GM_STR("a b\r\nc\n\n d,e\xE2\x80\xA8"
                                              "f"));
  static const struct {
    bool spaced, line_start;
  } wanted[] = {{false, true},  {true, false},  {true, true}, {true, true},
                {false, false}, {false, false}, {true, true}};
  assert_int_equal(COUNT(wanted), tokens.count);
  for (size_t i = 0; i < COUNT(wanted); i++) {
    assert_int_equal(wanted[i].spaced, tokens.items[i].spaced);
    assert_int_equal(wanted[i].line_start, tokens.items[i].line_start);
  }
}

static void zero_bytes_are_white_space(void **state) {
  gm_tokens tokens = tokens_of(*state, GM_STR("a\0b\0\0c"));
  assert_int_equal(3, tokens.count);
  assert_true(tokens.items[1].spaced);
}

static void cuts_a_part_of_a_text_by_itself(void **state) {
  gm_str text = GM_STR("Title Kyiv's");
  gm_tokens tokens;
  assert_int_equal(GM_OK, gm_tokenise(*state, text, (gm_span){6, 10}, &tokens));
  assert_int_equal(1, tokens.count);
  assert_int_equal(6, tokens.items[0].span.begin);
  assert_int_equal(10, tokens.items[0].span.end);
  assert_true(tokens.items[0].line_start);
}

/* Any bytes at all: tokens are in order, apart, not empty, and inside. */
static void every_token_lies_inside_and_behind_the_last(void **state) {
  static const char *const pieces[] = {
      "a",  "Z",    "'",        "’",    "s",    ".",    ",", "1",  " ",
      "\n", "-",    "@",        "://",  "http", "www.", "é", "北", "́",
      "­",  "\xFF", "\xE2\x82", "U.S.", "_",    "😀",    "ʼ"};
  unsigned random = 1;
  for (int round = 0; round < 3000; round++) {
    gm_workspace_reset(*state);
    char bytes[256];
    size_t size = 0;
    while (size < 200) {
      random = random * 1103515245u + 12345u;
      const char *piece = pieces[(random >> 16) % COUNT(pieces)];
      memcpy(bytes + size, piece, strlen(piece));
      size += strlen(piece);
    }
    gm_str text = gm_str_copy(*state, (gm_str){bytes, size});
    gm_tokens tokens = tokens_of(*state, text);
    size_t last = 0;
    for (uint32_t i = 0; i < tokens.count; i++) {
      gm_span span = tokens.items[i].span;
      assert_true(last <= span.begin && span.begin < span.end);
      assert_non_null(tokens.items[i].folded.bytes);
      last = span.end;
    }
    assert_true(last <= size);
  }
}

/* A run that looks like the beginning of an address at every step. */
static void long_runs_take_no_longer_than_their_length(void **state) {
  static const char *const hostile[] = {"ab.ab-", "a://", "x@y", "s'", "a.b."};
  for (size_t i = 0; i < COUNT(hostile); i++) {
    gm_workspace_reset(*state);
    size_t size = strlen(hostile[i]), many = 1000000 / size * size;
    char *bytes = gm_take(*state, many);
    for (size_t at = 0; at < many; at += size)
      memcpy(bytes + at, hostile[i], size);
    assert_true(tokens_of(*state, (gm_str){bytes, many}).count > 0);
  }
}

static void says_when_there_is_no_room(void **state) {
  (void)state;
  gm_workspace *ws = gm_workspace_open(100);
  gm_tokens tokens;
  assert_int_equal(GM_NO_MEMORY,
                   gm_tokenise(ws, GM_STR("Kyiv"), (gm_span){0, 4}, &tokens));
  gm_workspace_close(ws);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(cuts_words_and_marks),
      TEST(an_apostrophe_between_letters_is_part_of_a_word),
      TEST(a_possessive_is_a_token_of_its_own),
      TEST(letters_with_full_stops_are_one_word),
      TEST(numbers_hold_their_commas_and_letters),
      TEST(other_scripts_are_cut_into_words_too),
      TEST(symbols_keep_what_combines_with_them),
      TEST(an_address_is_one_mark),
      TEST(tells_the_case_of_a_word),
      TEST(folds_words_as_the_gazetteer_does),
      TEST(knows_white_space_and_line_starts),
      TEST(zero_bytes_are_white_space),
      TEST(cuts_a_part_of_a_text_by_itself),
      TEST(every_token_lies_inside_and_behind_the_last),
      TEST(long_runs_take_no_longer_than_their_length),
      cmocka_unit_test(says_when_there_is_no_room),
  };
  return cmocka_run_group_tests_name("document/token", tests, NULL, NULL);
}
