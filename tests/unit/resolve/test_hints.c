/* What the user told: evidence, an area, a least confidence. Needs
 * build/pocket.gaz. */
#include <string.h>

#include "resolve/hints.h"
#include "support.h"

enum {
  PARIS_FRANCE = 2988507,
  PARIS_TEXAS = 4717560,
  LEBANON_TENNESSEE = 4636045,
  LEBANON = 272103,
};

/* Resolves a text of its own once more, with these hints. */
static gm_support *told(void **state, const char *text, const char *home,
                        const gm_hints *hints) {
  gm_support *support = support_map(state, "", text);
  gm_document document = *support->document;
  document.home = gm_str_of(home);
  document.hints = hints;
  assert_int_equal(
      GM_OK, gm_resolve(support->ws, support->gazetteer, support->model,
                        &document, support->mentions, &support->resolutions));
  return support;
}

static bool says(const gm_support *support, const char *words) {
  gm_str reasons = support->resolutions.items[0].reasons;
  return memmem(reasons.bytes, reasons.size, words, strlen(words));
}

static void names_are_likelier_near_home(void **state) {
  const char *text = "The mayor of Paris opened a school.";
  assert_int_equal(PARIS_FRANCE, support_id(told(state, text, "", NULL), 0));
  gm_support *found = told(state, text, "Paris, Texas", NULL);
  assert_int_equal(PARIS_TEXAS, support_id(found, 0));
  assert_true(says(found, "outlet's"));
}

/* Whether a piece of evidence speaks for Paris, Texas. */
static bool holds_for_texas(const gm_support *support, const char *piece) {
  const gm_resolution *one = &support->resolutions.items[0];
  for (uint32_t i = 0; i < one->candidate_count; i++) {
    const gm_candidate *candidate = &one->candidates[i];
    gm_place place = gm_gazetteer_place(support->gazetteer, candidate->place);
    for (uint32_t k = 0; k < candidate->evidence_count; k++)
      if (place.geonameid == PARIS_TEXAS &&
          !strcmp(candidate->evidence[k].name, piece))
        return true;
  }
  return false;
}

/* A state has no point that a town could be near to. */
static void a_division_is_a_home_too(void **state) {
  const char *text = "The mayor of Paris opened a school.";
  gm_support *found = told(state, text, "Clarksville, Texas", NULL);
  assert_true(holds_for_texas(found, "resolve.near_home"));
  assert_true(holds_for_texas(found, "resolve.division_of_home"));
  found = told(state, text, "gn:4736286", NULL); /* Texas */
  assert_false(holds_for_texas(found, "resolve.near_home"));
  assert_true(holds_for_texas(found, "resolve.division_of_home"));
}

static void an_article_can_outweigh_its_home(void **state) {
  gm_support *found = told(state, "The mayor of Paris, France, was there.",
                           "Paris, Texas", NULL);
  assert_int_equal(PARIS_FRANCE, support_id(found, 0));
}

static void an_area_is_preferred(void **state) {
  const char *text = "A fire broke out in Paris.";
  const gm_hints american = {.countries = "CA, us"};
  gm_support *found = told(state, text, "", &american);
  assert_int_equal(PARIS_TEXAS, support_id(found, 0));
  assert_true(says(found, "in the area that you named"));
  const gm_box texas = {25, -107, 37, -93};
  const gm_hints box = {.box = &texas};
  assert_int_equal(PARIS_TEXAS, support_id(told(state, text, "", &box), 0));
}

static void a_country_keeps_its_name_outside_of_the_area(void **state) {
  const gm_hints american = {.countries = "US"};
  gm_support *found =
      told(state, "Lebanon and Syria signed a treaty.", "", &american);
  assert_int_equal(LEBANON, support_id(found, 0));
}

static void what_is_less_sure_than_asked_is_unresolved(void **state) {
  const gm_hints sure = {.min_confidence = 1}, unsure = {.min_confidence = 0};
  gm_support *found = told(state, "They met in Paris.", "", &unsure);
  assert_int_equal(PARIS_FRANCE, support_id(found, 0));
  uint32_t place = found->resolutions.items[0].place;
  found = told(state, "They met in Paris.", "", &sure);
  const gm_resolution *one = &found->resolutions.items[0];
  assert_int_equal(GM_NO_PLACE, one->place);
  assert_int_equal(place, one->runner_up);
  assert_true(one->confidence == 0);
  assert_true(says(found, "unresolved: Paris, France is "));
  assert_true(says(found, "% sure, but 100 % is asked for"));
}

/* The sentence that hints are refused with, or "". */
static const char *refused(void **state, const gm_hints *hints) {
  gm_support *support = *state;
  gm_status status = gm_hints_check(support->ws, support->gazetteer, hints);
  if (status) assert_int_equal(GM_BAD_INPUT, status);
  return status ? gm_workspace_message(support->ws) : "";
}

static void hints_are_checked_before_a_run(void **state) {
  const gm_box upside_down = {50, 0, 40, 10}, far = {0, 0, 10, 181};
  const gm_box fiji = {-20, 177, -15, -178};
  assert_string_equal("", refused(state, &(gm_hints){.box = &fiji}));
  assert_string_equal("", refused(state, &(gm_hints){.countries = "us,FR"}));
  assert_string_equal("", refused(state, &(gm_hints){.home = "Paris, Texas"}));
  assert_non_null(strstr(refused(state, &(gm_hints){.box = &upside_down}),
                         "south must lie below north"));
  assert_non_null(
      strstr(refused(state, &(gm_hints){.box = &far}), "is no box"));
  assert_non_null(
      strstr(refused(state, &(gm_hints){.countries = "France"}), "such as FR"));
  assert_non_null(strstr(refused(state, &(gm_hints){.countries = "US,QQ"}),
                         "\"QQ\" is no code of a country"));
  assert_non_null(
      strstr(refused(state, &(gm_hints){.countries = ","}), "no code"));
  assert_non_null(strstr(refused(state, &(gm_hints){.home = "Springfield"}),
                         "write which, such as \"Springfield, "));
  assert_non_null(
      strstr(refused(state, &(gm_hints){.min_confidence = 2}), "from 0 to 1"));
}

static void a_home_that_is_not_found_fails_the_article(void **state) {
  gm_support *support = support_map(state, "", "They met in Paris.");
  gm_document document = *support->document;
  document.home = GM_STR("Pariss");
  assert_int_equal(
      GM_BAD_INPUT,
      gm_resolve(support->ws, support->gazetteer, support->model, &document,
                 support->mentions, &support->resolutions));
  assert_non_null(
      strstr(gm_workspace_message(support->ws), "did you mean Paris"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_are_likelier_near_home),
      cmocka_unit_test(a_division_is_a_home_too),
      cmocka_unit_test(an_article_can_outweigh_its_home),
      cmocka_unit_test(an_area_is_preferred),
      cmocka_unit_test(a_country_keeps_its_name_outside_of_the_area),
      cmocka_unit_test(what_is_less_sure_than_asked_is_unresolved),
      cmocka_unit_test(hints_are_checked_before_a_run),
      cmocka_unit_test(a_home_that_is_not_found_fails_the_article),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
