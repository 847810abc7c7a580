/* Evidence of dates: what a name's years say in an article of some year. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(takes_a_historic_name_for_the_usual_one_in_its_time),
      cmocka_unit_test(weighs_against_a_name_outside_of_its_years),
      cmocka_unit_test(lets_old_names_lose_only_in_articles_of_today),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
