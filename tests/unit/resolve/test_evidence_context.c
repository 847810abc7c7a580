/* Evidence from the other names of a document, on groups made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* cmocka wants these before it. */
#include <cmocka.h>

#include "base/str.h"
#include "resolve/evidence.h"

enum { COUNTRY = 1, STATE_A, STATE_B, COUNTY_A, COUNTY_B, TOWN_A, TOWN_B };

static gm_option town(uint32_t place, uint32_t state, uint32_t county,
                      double lat, float probability) {
  return (gm_option){.place = place,
                     .probability = probability,
                     .toward = gm_direction_of((gm_point){lat, 10}),
                     .site = {.at = {lat, 10},
                              .kind = GM_PLACE_CITY,
                              .feature = "PPL",
                              .country_place = COUNTRY,
                              .admin1_place = state,
                              .admin2_place = county}};
}

static gm_option county(uint32_t place, uint32_t state, double lat,
                        float probability) {
  gm_option made = town(place, state, place, lat, probability);
  made.site.kind = GM_PLACE_DIVISION;
  memcpy(made.site.feature, "ADM2", 5);
  return made;
}

static gm_group group_of(const char *key, gm_option *options, uint32_t count) {
  return (gm_group){
      .key = gm_str_of(key),
      .container = GM_NO_GROUP,
      .inner = GM_NO_GROUP,
      .neighbours = {GM_NO_GROUP, GM_NO_GROUP, GM_NO_GROUP, GM_NO_GROUP},
      .mentions = 1,
      .trust = 1,
      .options = options,
      .option_count = count};
}

/* Two towns of one name, and two counties of one name around them: nobody is
 * sure of the counties either. */
typedef struct world {
  gm_workspace *ws;
  gm_option towns[2], counties[2];
  gm_group groups[2];
  gm_coherence coherence;
} world;

static int open_world(void **state) {
  static world made;
  made = (world){.ws = gm_workspace_open(0)};
  made.towns[0] = town(TOWN_A, STATE_A, COUNTY_A, 40, 0.5f);
  made.towns[1] = town(TOWN_B, STATE_B, COUNTY_B, 50, 0.5f);
  made.counties[0] = county(COUNTY_A, STATE_A, 40.1, 0.6f);
  made.counties[1] = county(COUNTY_B, STATE_B, 60, 0.4f);
  made.groups[0] = group_of("athens", made.towns, 2);
  made.groups[1] = group_of("henderson county", made.counties, 2);
  made.groups[1].name = 1;
  gm_groups groups = {.items = made.groups, .count = 2};
  *state = &made;
  if (gm_coherence_open(made.ws, groups, &made.coherence) != GM_OK) return -1;
  gm_group_find_likely(&made.groups[1]);
  gm_coherence_put_in(&made.coherence, &made.groups[1]);
  return 0;
}

static int close_world(void **state) {
  world *made = *state;
  gm_workspace_close(made->ws);
  return 0;
}

static float of(gm_strength *strength, const world *w, int option) {
  return strength(&w->coherence, &w->groups[0], &w->towns[option]);
}

static void hears_every_likely_meaning_of_the_others(void **state) {
  const world *w = *state;
  float first = of(gm_evidence_county_share, w, 0);
  float second = of(gm_evidence_county_share, w, 1);
  assert_true(second > 0); /* though it is not the chosen county */
  assert_true(first > second);
}

static void passes_over_unlikely_meanings(void **state) {
  world *w = *state;
  gm_coherence_take_out(&w->coherence, &w->groups[1]);
  w->counties[0].probability = 0.97f;
  w->counties[1].probability = 0.03f;
  gm_coherence_put_in(&w->coherence, &w->groups[1]);
  assert_true(of(gm_evidence_county_share, w, 1) < 1e-6f);
}

static void measures_how_near_the_others_lie(void **state) {
  const world *w = *state;
  float near = of(gm_evidence_near_others, w, 0);
  assert_true(near > 0.2f);
  assert_true(of(gm_evidence_near_others, w, 1) < near / 4);
}

/* A crowd of more meanings than are looked at in one step, only the last of
 * which is near; and nobody speaks for his own name. */
static void finds_the_near_ones_in_a_crowd(void **state) {
  enum { MANY = 7 };
  world *w = *state;
  gm_option others[MANY];
  for (int i = 0; i < MANY; i++)
    others[i] = town(100 + (uint32_t)i, STATE_B, COUNTY_B,
                     i + 1 < MANY ? -40 : 40.1, 0.14f);
  w->groups[1].options = others;
  w->groups[1].option_count = MANY;
  gm_groups groups = {.items = w->groups, .count = 2};
  assert_int_equal(GM_OK, gm_coherence_open(w->ws, groups, &w->coherence));
  gm_group_find_likely(&w->groups[1]);
  gm_coherence_put_in(&w->coherence, &w->groups[1]);
  assert_int_equal(w->coherence.crowd.count, MANY);
  float near = of(gm_evidence_near_others, w, 0);
  assert_true(near > 0.05f && near < 0.14f);
  w->groups[1].name = w->groups[0].name;
  assert_true(of(gm_evidence_near_others, w, 0) == 0);
}

static void knows_lists_of_one_kind(void **state) {
  world *w = *state;
  w->groups[0].neighbours[2] = 1; /* a county stands behind it */
  gm_option division = county(COUNTY_A, STATE_A, 40, 1);
  float same = gm_evidence_kind_beside(&w->coherence, &w->groups[0], &division);
  assert_true(same > 0.5f);
  assert_true(of(gm_evidence_kind_beside, w, 0) == 0);    /* a town */
  assert_true(of(gm_evidence_named_beside, w, 0) > 0.5f); /* lies in it */
  assert_true(of(gm_evidence_named_beside, w, 1) == 0);
}

static void lets_words_count_less_beside_many_names(void **state) {
  world *w = *state;
  memcpy(w->towns[0].site.country, "US", 3);
  w->coherence.usage.words[GM_USAGE_USED_IN_US] = 4;
  w->coherence.usage.total = 4;
  float few = of(gm_evidence_country_words, w, 0);
  w->coherence.inside.total += 20;
  assert_true(few > 2 * of(gm_evidence_country_words, w, 0));
}

#define EACH(test) \
  cmocka_unit_test_setup_teardown(test, open_world, close_world)

int main(void) {
  const struct CMUnitTest tests[] = {
      EACH(hears_every_likely_meaning_of_the_others),
      EACH(passes_over_unlikely_meanings),
      EACH(measures_how_near_the_others_lie),
      EACH(finds_the_near_ones_in_a_crowd),
      EACH(knows_lists_of_one_kind),
      EACH(lets_words_count_less_beside_many_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
