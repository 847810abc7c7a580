/* Every stage as text. */
#include "unit/write/run.h"
#include "unit/write/stub.h"

static gm_str explain(gm_workspace *ws, const stub_article *article,
                      uint32_t count) {
  gm_str out = {0};
  gm_mentions mentions = {.items = article->mentions, .count = count};
  gm_resolutions resolutions = {article->resolutions, count};
  assert_int_equal(gm_explain(ws, &stub_gazetteer, &article->document, mentions,
                              resolutions, &out),
                   GM_OK);
  return out;
}

static void names_the_document(void **state) {
  stub_article article = stub_article_of();
  assert_text(explain(*state, &article, 0),
              "document  wire/7\n"
              "title     Łódź and Paris\n"
              "date      2026-01-02T03:04:05Z\n"
              "size      111 code points, 0 mentions\n");
}

static void shows_candidates_with_their_evidence(void **state) {
  stub_article article = stub_article_of();
  gm_evidence sees[] = {{"listed", "the gazetteer lists it", 2.1F}};
  gm_evidence weighs[] = {{"beside_parent", "Texas is named beside it", 3},
                          {"population", "few people live there", -0.25F}};
  gm_candidate candidates[] = {
      {STUB_PARIS_TEXAS, GM_NAME_OFFICIAL, 2.75F, 0.9F, weighs, 2},
      {STUB_PARIS, GM_NAME_OFFICIAL, 0.5F, 0.1F, NULL, 0}};
  article.mentions[0] = article.mentions[1];
  article.mentions[0].evidence = sees;
  article.mentions[0].evidence_count = 1;
  article.resolutions[0] = article.resolutions[1];
  article.resolutions[0].candidates = candidates;
  article.resolutions[0].candidate_count = 2;
  assert_text(
      explain(*state, &article, 1),
      "document  wire/7\n"
      "title     Łódź and Paris\n"
      "date      2026-01-02T03:04:05Z\n"
      "size      111 code points, 1 mention\n"
      "\n"
      "1. \"Paris\" at text 20-25, associative\n"
      "   sentence  The river 😀 rose in Paris, Texas on Tuesday.\n"
      "   a place?  0.95\n"
      "      +2.10  listed                     the gazetteer lists it\n"
      "   which?\n"
      "     1. Paris, Texas, United States (city gn:4717560, 24,782"
      " inhabitants)\n"
      "        score 2.75, probability 0.90, by its official name\n"
      "         +3.00  beside_parent              Texas is named beside it\n"
      "         -0.25  population                 few people live there\n"
      "     2. Paris, France (city own:stub, 2,138,551 inhabitants)\n"
      "        score 0.50, probability 0.10, by its official name\n"
      "   chosen    Paris, Texas, United States at 33.66094, -95.55551\n"
      "   sure      0.81 (a place 0.95, this one 0.90)\n"
      "   reasons   Texas is named beside it\n");
}

static void shows_the_modifier_where_there_is_one(void **state) {
  stub_article article = stub_article_of();
  assert_null(strstr(explain(*state, &article, 1).bytes, "modifier"));
  article.mentions[0].modifier =
      (gm_modifier){GM_MODIFIER_DISTANCE, {0, 11}, true, 22.5F, 20};
  gm_str text = explain(*state, &article, 1);
  assert_non_null(strstr(text.bytes, "   modifier  Łódź and"
                                     " (distance, 20.0 km, 22.5 degrees)\n"));
  article.mentions[0].modifier.has_bearing = false;
  article.mentions[0].modifier.far_km = 0;
  text = explain(*state, &article, 1);
  assert_non_null(strstr(text.bytes, "and (distance)\n"));
}

static void says_that_nothing_was_chosen(void **state) {
  stub_article article = stub_article_of();
  gm_str text = explain(*state, &article, STUB_MENTIONS);
  const char *last = strstr(text.bytes, "4. \"Atlantis\" at text");
  assert_non_null(last);
  assert_non_null(strstr(last, "which?    the gazetteer has no such place\n"));
  assert_non_null(strstr(last, "chosen    none: unresolved\n"));
}

static void shows_eight_candidates_at_most(void **state) {
  stub_article article = stub_article_of();
  gm_candidate candidates[11] = {{0}};
  article.resolutions[0].candidates = candidates;
  article.resolutions[0].candidate_count = 11;
  gm_str text = explain(*state, &article, 1);
  assert_non_null(strstr(text.bytes, "     8. United States"));
  assert_null(strstr(text.bytes, "     9. "));
  assert_non_null(strstr(text.bytes, "     and 3 more\n"));
}

static void mentions_without_resolutions_are_misuse(void **state) {
  stub_article article = stub_article_of();
  gm_str out = GM_STR("untouched");
  assert_int_equal(
      gm_explain(*state, &stub_gazetteer, &article.document,
                 stub_mentions(&article), (gm_resolutions){0}, &out),
      GM_MISUSE);
  assert_text(out, "untouched");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(names_the_document),
      TEST(shows_candidates_with_their_evidence),
      TEST(shows_the_modifier_where_there_is_one),
      TEST(says_that_nothing_was_chosen),
      TEST(shows_eight_candidates_at_most),
      TEST(mentions_without_resolutions_are_misuse),
  };
  return cmocka_run_group_tests_name("write/trace", tests, NULL, NULL);
}
