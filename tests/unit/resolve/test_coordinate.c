/* Written coordinates become points, or say what is wrong with them. Needs
 * build/pocket.gaz. */
#include "earth/distance.h"
#include "resolve/coordinate.h"
#include "support.h"

static const gm_resolution *first(const gm_support *support) {
  assert_true(support->resolutions.count > 0);
  return &support->resolutions.items[0];
}

static void assert_point(void **state, const char *text, double lat_deg,
                         double lon_deg) {
  gm_support *support = support_map(state, "", text);
  const gm_resolution *one = first(support);
  if (!one->has_point) fail_msg("%s: %.*s", text, GM_PRINT(one->reasons));
  assert_int_equal(GM_NO_PLACE, one->place);
  double km = gm_distance_km(one->at, (gm_point){lat_deg, lon_deg});
  if (km > 0.05)
    fail_msg("%s is %f, %f", text, one->at.lat_deg, one->at.lon_deg);
}

static void assert_unresolved(void **state, const char *text,
                              const char *reason) {
  gm_support *support = support_map(state, "", text);
  const gm_resolution *one = first(support);
  assert_false(one->has_point);
  assert_int_equal(GM_NO_PLACE, one->place);
  assert_true(one->confidence == 0);
  if (!gm_str_equal(one->reasons, gm_str_of(reason)))
    fail_msg("%s: %.*s", text, GM_PRINT(one->reasons));
}

static void becomes_a_point(void **state) {
  assert_point(state, "A shell fell at 48.5953, 38.0001.", 48.5953, 38.0001);
  assert_point(state, "It sank at 33.50 S, 151.25 E.", -33.5, 151.25);
  assert_point(state, "At 31UDQ4825111932 it stands.", 48.85824, 2.2945);
  assert_point(state, "At 18S UJ 23394 07395 he lives.", 38.8977, -77.0365);
  assert_point(state, "At 56HLH3487652281 they sing.", -33.8568, 151.2150);
}

static void says_why_it_is_no_point(void **state) {
  assert_unresolved(state, "At 95.12 N, 30.12 E.",
                    "unresolved: the latitude is more than 90 degrees");
  assert_unresolved(state, "At 15.12 N, 190.12 E.",
                    "unresolved: the longitude is more than 180 degrees");
  assert_unresolved(state, "At 60X AA 11111 22222.",
                    "unresolved: the military grid has no such square");
  assert_unresolved(state, "At 31C DZ 11111 22222.",
                    "unresolved: the military grid has no such square");
}

static void tells_the_nearest_place(void **state) {
  gm_support *support =
      support_map(state, "", "The meeting was at 48.9000, 2.3500.");
  const gm_resolution *one = first(support);
  gm_place near = gm_gazetteer_place(support->gazetteer, one->runner_up);
  assert_true(gm_str_equal(near.name, GM_STR("Paris")));
  assert_true(
      gm_str_equal(one->reasons,
                   GM_STR("the text writes the coordinates; 5 km from Paris")));
}

static void stands_among_the_names_in_their_order(void **state) {
  gm_support *support = support_map(
      state, "", "From Paris to 48.5953, 38.0001 and on to London.");
  assert_mentions(support, "Paris|48.5953, 38.0001|London");
}

static void a_given_span_is_read_too(void **state) {
  gm_support *support = support_map(state, "", "It is 48.5953, 38.0001 there.");
  static const gm_span given[] = {{6, 22}, {6, 13}};
  gm_document document = *support->document;
  document.spans_given = true;
  document.given = given;
  document.given_count = 2;
  assert_int_equal(
      GM_OK, gm_find(support->ws, support->gazetteer, support->model, &document,
                     &support->mentions));
  assert_int_equal(
      GM_OK, gm_resolve(support->ws, support->gazetteer, support->model,
                        &document, support->mentions, &support->resolutions));
  assert_false(support->resolutions.items[0].has_point); /* a half of it */
  assert_true(support->resolutions.items[1].has_point);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(becomes_a_point),
      cmocka_unit_test(says_why_it_is_no_point),
      cmocka_unit_test(tells_the_nearest_place),
      cmocka_unit_test(stands_among_the_names_in_their_order),
      cmocka_unit_test(a_given_span_is_read_too),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
