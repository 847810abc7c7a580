/* One article in sum. Needs build/pocket.gaz. */
#include "support.h"

static const gm_digest *digest_of(void **state, const char *title,
                                  const char *text, gm_support **out) {
  gm_support *s = support_map(state, title, text);
  const gm_digest *digest = NULL;
  assert_int_equal(GM_OK, gm_summarise(s->ws, s->gazetteer, s->document,
                                       s->mentions, s->resolutions, &digest));
  *out = s;
  return digest;
}

static gm_str name_of(const gm_support *s, uint32_t place) {
  return gm_gazetteer_place(s->gazetteer, place).name;
}

static void assert_name(const gm_support *s, uint32_t place,
                        const char *wanted) {
  gm_str name = name_of(s, place);
  if (!gm_str_equal(name, gm_str_of(wanted)))
    fail_msg("%.*s, not %s", GM_PRINT(name), wanted);
}

/* ------------------------------------------------------------- places -- */

static void mentions_of_one_place_are_one(void **state) {
  gm_support *s;
  const gm_digest *digest =
      digest_of(state, "", "Rain in London. Kyiv is dry. London waits.", &s);
  assert_int_equal(2, digest->place_count);
  assert_name(s, digest->places[0].place, "London");
  assert_int_equal(2, digest->places[0].mentions);
  assert_int_equal(0, digest->places[0].first);
  assert_int_equal(1, digest->places[1].mentions);
  assert_int_equal(3, digest->placed);
  assert_true(digest->places[0].confidence > 0 &&
              digest->places[0].confidence <= 1);
}

static void an_article_without_places_is_empty(void **state) {
  gm_support *s;
  const gm_digest *digest = digest_of(state, "", "Two and two are four.", &s);
  assert_int_equal(0, digest->place_count);
  assert_int_equal(0, digest->link_count);
  assert_int_equal(0, digest->leaning_count);
  assert_int_equal(GM_NO_PLACE, digest->focus.country);
  assert_int_equal(GM_NO_PLACE, digest->focus.place);
}

/* -------------------------------------------------------------- links -- */

static const gm_digest_link *link_of(const gm_support *s,
                                     const gm_digest *digest, const char *a,
                                     const char *b) {
  for (uint32_t i = 0; i < digest->link_count; i++) {
    gm_str from = name_of(s, digest->links[i].from);
    gm_str to = name_of(s, digest->links[i].to);
    if ((gm_str_equal(from, gm_str_of(a)) && gm_str_equal(to, gm_str_of(b))) ||
        (gm_str_equal(from, gm_str_of(b)) && gm_str_equal(to, gm_str_of(a))))
      return &digest->links[i];
  }
  return NULL;
}

static void links_tell_sentences_from_articles(void **state) {
  gm_support *s;
  const gm_digest *digest =
      digest_of(state, "", "From London to Kyiv it rains. Sun in Paris.", &s);
  const gm_digest_link *near = link_of(s, digest, "London", "Kyiv");
  const gm_digest_link *far = link_of(s, digest, "London", "Paris");
  assert_int_equal(3, digest->link_count);
  assert_non_null(near);
  assert_non_null(far);
  assert_int_equal(1, near->sentences);
  assert_int_equal(0, near->mention);
  assert_int_equal(0, far->sentences);
  assert_int_equal(UINT32_MAX, far->mention);
  assert_true(near->weight == 1.0F && far->weight == 0.5F);
}

static void links_do_not_depend_on_the_order(void **state) {
  gm_support *s;
  const gm_digest *digest =
      digest_of(state, "", "From London to Kyiv it rains.", &s);
  assert_int_equal(1, digest->link_count);
  gm_digest_link there = digest->links[0];
  digest = digest_of(state, "", "From Kyiv to London it rains.", &s);
  assert_int_equal(there.from, digest->links[0].from);
  assert_int_equal(there.to, digest->links[0].to);
  assert_true(there.from < there.to);
}

static void a_place_and_its_country_make_no_link(void **state) {
  gm_support *s;
  const gm_digest *digest =
      digest_of(state, "", "It rained in Kyiv, Ukraine, and in Paris.", &s);
  assert_int_equal(3, digest->place_count);
  assert_null(link_of(s, digest, "Kyiv", "Ukraine"));
  assert_non_null(link_of(s, digest, "Paris", "Ukraine"));
}

/* -------------------------------------------------------------- focus -- */

static void the_focus_is_what_most_speaks_for(void **state) {
  gm_support *s;
  const gm_digest *digest =
      digest_of(state, "Kyiv waits",
                "Kyiv waits, says Kyiv. Lviv waits, unlike Paris.", &s);
  assert_name(s, digest->focus.country, "Ukraine");
  assert_name(s, digest->focus.place, "Kyiv");
  assert_true(digest->focus.confidence_country > 0.5F);
  assert_true(digest->focus.confidence_country <= 1);
}

static void its_parts_fit_each_other(void **state) {
  gm_support *s;
  const gm_digest *digest =
      digest_of(state, "",
                "Floods hit Paris, Texas. In Paris schools are shut. France "
                "sent help.",
                &s);
  gm_place place = gm_gazetteer_place(s->gazetteer, digest->focus.place);
  assert_name(s, digest->focus.country, "United States");
  assert_name(s, digest->focus.division, "Texas");
  assert_int_equal(digest->focus.country, place.country_place);
  assert_int_equal(digest->focus.division, place.admin1_place);
}

static void a_town_goes_before_its_country(void **state) {
  gm_support *s;
  const gm_digest *digest =
      digest_of(state, "", "It rained in Kyiv, the capital of Ukraine.", &s);
  assert_name(s, digest->focus.place, "Kyiv");
}

static void a_country_alone_is_the_focus(void **state) {
  gm_support *s;
  const gm_digest *digest =
      digest_of(state, "", "Ukraine waits, and Ukraine hopes.", &s);
  assert_name(s, digest->focus.place, "Ukraine");
  assert_name(s, digest->focus.country, "Ukraine");
  assert_int_equal(GM_NO_PLACE, digest->focus.division);
}

static void an_article_may_be_about_a_sea(void **state) {
  gm_support *s;
  const gm_digest *digest =
      digest_of(state, "Storm over the Black Sea",
                "A storm is over the Black Sea. Ukraine warns its ships.", &s);
  assert_name(s, digest->focus.place, "Black Sea");
  assert_name(s, digest->focus.country, "Ukraine");
}

static void refuses_lists_that_do_not_fit(void **state) {
  gm_support *s = support_map(state, "", "It rained in Kyiv.");
  const gm_digest *digest = NULL;
  assert_int_equal(GM_MISUSE,
                   gm_summarise(s->ws, s->gazetteer, s->document, s->mentions,
                                (gm_resolutions){0}, &digest));
  assert_null(digest);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(mentions_of_one_place_are_one),
      cmocka_unit_test(an_article_without_places_is_empty),
      cmocka_unit_test(links_tell_sentences_from_articles),
      cmocka_unit_test(links_do_not_depend_on_the_order),
      cmocka_unit_test(a_place_and_its_country_make_no_link),
      cmocka_unit_test(the_focus_is_what_most_speaks_for),
      cmocka_unit_test(its_parts_fit_each_other),
      cmocka_unit_test(a_town_goes_before_its_country),
      cmocka_unit_test(a_country_alone_is_the_focus),
      cmocka_unit_test(an_article_may_be_about_a_sea),
      cmocka_unit_test(refuses_lists_that_do_not_fit),
  };
  return cmocka_run_group_tests_name("summary/digest", tests, support_open,
                                     support_close);
}
