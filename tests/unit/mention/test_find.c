/* Finding: what is a mention, where it begins and ends, and how it is used.
 * Needs build/pocket.gaz. */
#include "support.h"

static void finds_names_of_several_words(void **state) {
  assert_mentions(support_map(state, "", "He went to New York City by bus."),
                  "New York City");
}

static void prefers_the_longer_name(void **state) {
  assert_mentions(
      support_map(state, "", "Ships passed the Gulf of Aden on Monday."),
      "Gulf of Aden");
}

static void takes_a_possessive_off(void **state) {
  assert_mentions(
      support_map(state, "", "It is Russia's and Iran\u2019s plan."),
      "Russia|Iran");
}

static void cuts_names_at_a_hyphen(void **state) {
  assert_mentions(support_map(state, "", "The Russia-Iran pact is new."),
                  "Russia|Iran");
}

static void covers_a_generic_word_with_a_capital(void **state) {
  gm_support *found = support_map(
      state, "", "A plant in the Yelabuga Special Economic Zone was hit.");
  assert_mentions(found, "Yelabuga Special Economic Zone");
  assert_int_equal(GM_PLACE_FACILITY, found->mentions.items[0].kind_hint);
}

static void leaves_a_small_generic_word_out(void **state) {
  gm_support *found =
      support_map(state, "", "Shells fell on the Kherson region.");
  assert_mentions(found, "Kherson");
  assert_true(found->mentions.items[0].kind_hint >= 0);
}

static void leaves_persons_alone(void **state) {
  assert_mentions(support_map(state, "",
                              "Paris Hilton met Jordan Spieth and John Kirby. "
                              "Kirby was late."),
                  "");
}

static void tells_uses_apart(void **state) {
  gm_support *found = support_map(
      state, "",
      "Moscow said that Iranian troops had left the University of Ontario "
      "for a camp in Ukraine.");
  assert_mentions(found, "Moscow|Iranian|Ontario|Ukraine");
  assert_int_equal(GM_USE_ASSOCIATIVE, found->mentions.items[0].use);
  assert_int_equal(GM_USE_DEMONYM, found->mentions.items[1].use);
  assert_int_equal(GM_USE_EMBEDDED, found->mentions.items[2].use);
  assert_int_equal(GM_USE_LITERAL, found->mentions.items[3].use);
}

static void knows_countries_from_pronouns(void **state) {
  assert_mentions(
      support_map(state, "", "Tell us what the US wants. The U.S. is silent."),
      "US|U.S.");
}

static void finds_in_title_and_text(void **state) {
  gm_support *found =
      support_map(state, "Fire in Lviv", "The fire in Kyiv is out.");
  assert_mentions(found, "Lviv|Kyiv");
  assert_int_equal(GM_PART_TITLE, found->mentions.items[0].part);
  assert_int_equal(GM_PART_TEXT, found->mentions.items[1].part);
}

static void gives_evidence_with_each_mention(void **state) {
  gm_support *found = support_map(state, "", "They met in Kyiv on Monday.");
  assert_int_equal(1, found->mentions.count);
  const gm_mention *mention = &found->mentions.items[0];
  assert_true(mention->evidence_count > 1);
  assert_true(mention->confidence > 0.5f && mention->confidence < 1);
  for (uint32_t i = 0; i < mention->evidence_count; i++)
    assert_true(mention->evidence[i].weight != 0);
}

static void finds_nothing_in_nothing(void **state) {
  assert_mentions(support_map(state, "", "... 12, 13 and 14!"), "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_names_of_several_words),
      cmocka_unit_test(prefers_the_longer_name),
      cmocka_unit_test(takes_a_possessive_off),
      cmocka_unit_test(cuts_names_at_a_hyphen),
      cmocka_unit_test(covers_a_generic_word_with_a_capital),
      cmocka_unit_test(leaves_a_small_generic_word_out),
      cmocka_unit_test(leaves_persons_alone),
      cmocka_unit_test(tells_uses_apart),
      cmocka_unit_test(knows_countries_from_pronouns),
      cmocka_unit_test(finds_in_title_and_text),
      cmocka_unit_test(gives_evidence_with_each_mention),
      cmocka_unit_test(finds_nothing_in_nothing),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
