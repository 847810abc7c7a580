/* Evidence of dates: what a name's years say in an article of some year. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* cmocka wants these before it. */
#include <cmocka.h>

#include "resolve/evidence.h"

static const gm_group group;

static gm_option historic(int16_t from, int16_t to) {
  return (gm_option){
      .name_kind = GM_NAME_HISTORIC, .from_year = from, .to_year = to};
}

static gm_coherence in(int year) {
  return (gm_coherence){.year = year, .year_now = 2026};
}

static float old_name(int year, gm_option option) {
  gm_coherence coherence = in(year);
  return gm_evidence_old_name(&coherence, &group, &option);
}

static float out_of_date(int year, gm_option option) {
  gm_coherence coherence = in(year);
  return gm_evidence_out_of_date(&coherence, &group, &option);
}

static float main_name(int year, gm_option option) {
  gm_coherence coherence = in(year);
  return gm_evidence_main_name(&coherence, &group, &option);
}

static void takes_a_historic_name_for_the_usual_one_in_its_time(void **state) {
  (void)state;
  assert_true(main_name(1985, historic(1924, 1991)) == 1);
  assert_true(main_name(1991, historic(1924, 1991)) == 1);
  assert_true(main_name(2000, historic(1924, 1991)) == 0);
  assert_true(main_name(0, historic(1924, 1991)) == 0);
  assert_true(main_name(1985, historic(0, 0)) == 0);
  assert_true(main_name(2000, (gm_option){.name_kind = GM_NAME_OFFICIAL}) == 1);
}

static void weighs_against_a_name_outside_of_its_years(void **state) {
  (void)state;
  assert_true(out_of_date(2000, historic(1924, 1991)) == 1);
  assert_true(out_of_date(1923, historic(1924, 1991)) == 1);
  assert_true(out_of_date(1985, historic(1924, 1991)) == 0);
  assert_true(out_of_date(1985, historic(0, 1991)) == 0);
  assert_true(out_of_date(2000, historic(0, 1991)) == 1);
  assert_true(out_of_date(1900, historic(1924, 0)) == 1);
  assert_true(out_of_date(0, historic(1924, 1991)) == 0);
  gm_option young = {.name_kind = GM_NAME_OFFICIAL, .from_year = 1991};
  assert_true(out_of_date(1985, young) == 1);
}

static void lets_old_names_lose_only_in_articles_of_today(void **state) {
  (void)state;
  assert_true(old_name(2024, historic(0, 0)) == 1);
  assert_true(old_name(0, historic(0, 0)) == 1);
  assert_true(old_name(1950, historic(0, 0)) == 0);
  float between = old_name(1990, historic(0, 0));
  assert_true(between > 0 && between < 1);
  assert_true(old_name(2024, historic(1924, 1991)) ==
              0); /* it is out of date */
  assert_true(old_name(2024, (gm_option){.name_kind = GM_NAME_SHORT}) == 0);
}

/* "Lviv": a city and the division around it. */
static float named_after_city(int kind_hint, const char *city_code,
                              gm_name_kind name) {
  enum { DIVISION = 7 };
  gm_option options[] = {
      {.place = DIVISION, .site = {.feature = "ADM1", .prominence = 200}},
      {.place = 8,
       .name_kind = name,
       .site = {.kind = GM_PLACE_CITY,
                .admin1_place = DIVISION,
                .prominence = 150}}};
  memcpy(options[1].site.feature, city_code, strlen(city_code) + 1);
  gm_group both = {
      .kind_hint = kind_hint, .options = options, .option_count = 2};
  gm_coherence coherence = in(0);
  return gm_evidence_is_named_after_city(&coherence, &both, &options[0]);
}

static void takes_the_seat_for_the_division_of_its_name(void **state) {
  (void)state;
  assert_true(named_after_city(-1, "PPLA", GM_NAME_OFFICIAL) == 1);
  assert_true(named_after_city(-1, "PPLA", GM_NAME_ALTERNATE) == 1);
  assert_true(named_after_city(-1, "PPL", GM_NAME_OFFICIAL) == 0);
  assert_true(named_after_city(GM_PLACE_FACILITY, "PPLA", GM_NAME_SHORT) == 1);
  assert_true(named_after_city(GM_PLACE_DIVISION, "PPLA", GM_NAME_SHORT) == 0);
}

static void doubts_large_places_that_are_mostly_called_otherwise(
    void **state) {
  (void)state;
  gm_coherence coherence = in(0);
  gm_option option = {.name_kind = GM_NAME_ALTERNATE,
                      .site = {.prominence = 255}};
  assert_true(gm_evidence_large_by_other_name(&coherence, &group, &option) ==
              1);
  option.name_kind = GM_NAME_OFFICIAL;
  assert_true(gm_evidence_large_by_other_name(&coherence, &group, &option) ==
              0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(takes_a_historic_name_for_the_usual_one_in_its_time),
      cmocka_unit_test(weighs_against_a_name_outside_of_its_years),
      cmocka_unit_test(lets_old_names_lose_only_in_articles_of_today),
      cmocka_unit_test(takes_the_seat_for_the_division_of_its_name),
      cmocka_unit_test(doubts_large_places_that_are_mostly_called_otherwise),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
