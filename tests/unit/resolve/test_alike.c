/* Names that are spelled almost so. Needs build/pocket.gaz. */
#include "resolve/alike.h"
#include "support.h"

/* The main name of the first place found, or "". */
static gm_str like(const gm_support *support, const char *key) {
  gm_entry found[GM_ALIKE_MOST];
  uint32_t count = gm_alike_find(support->gazetteer, gm_str_of(key), found);
  assert_true(count <= GM_ALIKE_MOST);
  if (!count) return (gm_str){0};
  gm_sense sense = gm_gazetteer_sense(support->gazetteer, found[0], 0);
  return gm_gazetteer_place(support->gazetteer, sense.place).name;
}

static void assert_like(void **state, const char *key, const char *name) {
  gm_str found = like(*state, key);
  if (!gm_str_equal(found, gm_str_of(name)))
    fail_msg("%s is like \"%.*s\", not \"%s\"", key, GM_PRINT(found), name);
}

static void knows_other_ways_to_write_a_name(void **state) {
  assert_like(state, "alexandriya", "Alexandria");
  assert_like(state, "byrmingham", "Birmingham");
  assert_like(state, "ghiderabad", ""); /* farther than three steps */
  assert_like(state, "khyderabad", "Hyderabad");
}

static void mends_a_slip_of_a_long_name(void **state) {
  assert_like(state, "birmngham", "Birmingham");
  assert_like(state, "sprinfgield", "Springfield");
  assert_like(state, "springgfield", "Springfield");
  assert_like(state, "xpringfield", ""); /* the first letter is sure */
}

static void does_not_guess_at_short_or_strange_names(void **state) {
  assert_like(state, "pariss", "Paris");
  assert_like(state, "parys", "");
  assert_like(state, "spr1ngfield", "");
  assert_like(state, "", "");
  assert_like(state, "мосcква", "");
  assert_like(state, "a name with far more letters than any name can have", "");
}

static void unresolved_becomes_a_guess_that_says_so(void **state) {
  gm_support *support =
      support_map(state, "", "They met in Birmngham, England.");
  static const gm_span given[] = {{12, 21}, {23, 30}};
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
  const gm_resolution *one = &support->resolutions.items[0];
  gm_place place = gm_gazetteer_place(support->gazetteer, one->place);
  assert_true(gm_str_equal(place.name, GM_STR("Birmingham")));
  assert_true(one->confidence_place <= 0.8f);
  assert_true(gm_str_starts(
      one->reasons, GM_STR("no place is called \"birmngham\", but Birmingham "
                           "is spelled almost so")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_other_ways_to_write_a_name),
      cmocka_unit_test(mends_a_slip_of_a_long_name),
      cmocka_unit_test(does_not_guess_at_short_or_strange_names),
      cmocka_unit_test(unresolved_becomes_a_guess_that_says_so),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
