/* Sentences: where they end, and which are headlines. */
#include "document/sentence.h"
#include "unit/base/common.h"

static gm_sentences sentences_of(gm_workspace *ws, gm_str text) {
  gm_tokens tokens = {0};
  gm_sentences sentences = {0};
  assert_int_equal(
      GM_OK, gm_tokenise(ws, text, (gm_span){0, (uint32_t)text.size}, &tokens));
  assert_int_equal(GM_OK, gm_sentences_of(ws, text, tokens, &sentences));
  return sentences;
}

/* Whether a text, of which '|' marks the wanted ends, is cut just there. */
static void assert_split(gm_workspace *ws, const char *wanted) {
  char *text = gm_take(ws, strlen(wanted) + 1);
  size_t size = 0;
  for (const char *at = wanted; *at; at++)
    if (*at != '|') text[size++] = *at;
  gm_sentences sentences = sentences_of(ws, (gm_str){text, size});
  gm_str rest = gm_str_of(wanted);
  for (uint32_t i = 0; i < sentences.count || rest.size; i++) {
    gm_str one = gm_str_trim(gm_str_cut(&rest, '|'));
    gm_str got = {0};
    if (i < sentences.count)
      got = gm_str_part((gm_str){text, size}, sentences.items[i].span);
    if (!gm_str_equal(one, got))
      fail_msg("\"%.*s\", not \"%.*s\"", GM_PRINT(got), GM_PRINT(one));
  }
}

static void assert_splits(gm_workspace *ws, const char *const *cases,
                          size_t count) {
  for (size_t i = 0; i < count; i++) assert_split(ws, cases[i]);
}

static void ends_at_final_marks(void **state) {
  static const char *const cases[] = {
      "He left. |She stayed.",
      "He left! |She stayed? |Nobody knows.",
      "Who? |Nobody.",
      "What?! |Nothing.",
      "He went to Kyiv in 2022. |Moscow denied it.",
      "One sentence only",
      "He waited in the end.| The next day came."};
  assert_splits(*state, cases, COUNT(cases));
}

static void goes_on_behind_abbreviations(void **state) {
  static const char *const cases[] = {
      "Mr. Ivanov met Gen. O'Keeffe near St. Louis, Mo., on Jan. 5. |He left.",
      "The Sen. John F. Kennedy office. |It is small.",
      "J. K. Rowling spoke.",
      "Acme Inc. Chairman Lee spoke.",
      "Acme Inc. |He spoke.",
      "No. 5 is alive.",
      "He said no. |Officials agreed.",
      "THE CONSULATE IN ST. PETERSBURG WILL CLOSE.",
      "THE FAIR IN MELVILLE, SASK. |THE MAYOR CAME.",
      "Apples, pears, etc. were sold."};
  assert_splits(*state, cases, COUNT(cases));
}

static void a_dotted_word_ends_one_only_before_an_opener(void **state) {
  static const char *const cases[] = {
      "He lives in the U.S. |The house is old.",
      "A U.S. Army chief spoke.",
      "The U.S. has talked.",
      "In Washington, D.C., he spoke.",
      "They met in Washington, D.C. |He left.",
      "He came at 5 a.m. |It rained.",
      "“We came to the U.S.” |The rest stayed."};
  assert_splits(*state, cases, COUNT(cases));
}

static void closing_quotes_belong_to_the_sentence(void **state) {
  static const char *const cases[] = {
      "“Go home.” |Officials left.", "\"Go home.\" |Officials left.",
      "(He left.) |She stayed.",     "\"Stop!\" he said. |\"Now.\"",
      "“Why?” she asked.",           "He said: “Go.” |“No,” she said."};
  assert_splits(*state, cases, COUNT(cases));
}

static void an_ellipsis_may_go_on(void **state) {
  static const char *const cases[] = {"It was … important.",
                                      "It was... Russia that knew.",
                                      "He left... |The rest stayed."};
  assert_splits(*state, cases, COUNT(cases));
}

static void lines_without_marks_are_sentences(void **state) {
  static const char *const cases[] = {
      "Drones strike Kyiv\n|Six people were hurt.",
      "Drones strike Kyiv\r\n\r\n|Six people were hurt.",
      "A caption\n\n|another one",
      "He spoke, he\n\n|said so",
      "- Kyiv\n|- Moscow\n|- Minsk",
      "1. Kyiv is big.\n|2. Moscow is bigger."};
  assert_splits(*state, cases, COUNT(cases));
}

static void wrapped_lines_go_on(void **state) {
  assert_split(*state,
               "The river that runs through the\n"
               "middle of the town of New\n"
               "York was high on Monday and\n"
               "the bridges were closed, as the\n"
               "police said.\n\n"
               "|It fell on Tuesday.");
}

static void other_scripts_end_theirs_too(void **state) {
  static const char *const cases[] = {
      "北京是首都。|東京は日本。", "الخرطوم عاصمة السودان. |هل هذا صحيح؟ |نعم.",
      "दिल्ली बड़ी है। |मुंबई भी।", "Москва большая. |Она растёт."};
  assert_splits(*state, cases, COUNT(cases));
}

static void every_token_is_in_one_sentence(void **state) {
  gm_str text = GM_STR("\"A. B.\" C... d? (E) f.\n\nG! ' H: i.\n'J.' K");
  gm_sentences sentences = sentences_of(*state, text);
  gm_tokens tokens;
  gm_tokenise(*state, text, (gm_span){0, (uint32_t)text.size}, &tokens);
  uint32_t next = 0;
  for (uint32_t i = 0; i < sentences.count; i++) {
    assert_int_equal(next, sentences.items[i].begin);
    assert_true(sentences.items[i].end > next);
    next = sentences.items[i].end;
  }
  assert_int_equal(tokens.count, next);
}

static void no_text_has_no_sentence(void **state) {
  assert_int_equal(0, sentences_of(*state, GM_STR("")).count);
  assert_int_equal(0, sentences_of(*state, GM_STR(" \n")).count);
}

static void knows_headlines_by_their_capitals(void **state) {
  static const struct {
    const char *text;
    bool shouted, titled;
  } cases[] = {{"DRONES HIT PORT CITY", true, true},
               {"KYIV", false, false},
               {"Leaders Meet in Geneva Over Grain", false, true},
               {"Leaders meet in Geneva over grain", false, false},
               {"Russia hits Kyiv", false, false},
               {"He visited Moscow and Kyiv.", false, false},
               {"The UN and the EU met NATO", false, false},
               {"Joe Biden met Olaf Scholz.", false, false}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    gm_sentences got = sentences_of(*state, gm_str_of(cases[i].text));
    assert_int_equal(1, got.count);
    if (got.items[0].shouted != cases[i].shouted ||
        got.items[0].titled != cases[i].titled)
      fail_msg("%s: shouted %d, titled %d", cases[i].text, got.items[0].shouted,
               got.items[0].titled);
  }
}

static void long_runs_take_no_longer_than_their_length(void **state) {
  enum { MANY = 300000 };
  static const char hostile[] = ")\"'.\n?";
  for (size_t i = 0; hostile[i]; i++) {
    gm_workspace_reset(*state);
    char *bytes = gm_take(*state, MANY);
    memset(bytes, hostile[i], MANY);
    memcpy(bytes, "He.", 3);
    assert_true(sentences_of(*state, (gm_str){bytes, MANY}).count > 0);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(ends_at_final_marks),
      TEST(goes_on_behind_abbreviations),
      TEST(a_dotted_word_ends_one_only_before_an_opener),
      TEST(closing_quotes_belong_to_the_sentence),
      TEST(an_ellipsis_may_go_on),
      TEST(lines_without_marks_are_sentences),
      TEST(wrapped_lines_go_on),
      TEST(other_scripts_end_theirs_too),
      TEST(every_token_is_in_one_sentence),
      TEST(no_text_has_no_sentence),
      TEST(knows_headlines_by_their_capitals),
      TEST(long_runs_take_no_longer_than_their_length),
  };
  return cmocka_run_group_tests_name("document/sentence", tests, NULL, NULL);
}
