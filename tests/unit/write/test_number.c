/* Decimal numbers. */
#include <locale.h>
#include <math.h>

#include "unit/write/run.h"
#include "write/number.h"

static void assert_number(double value, int decimals, const char *wanted) {
  assert_string_equal(gm_number_of(value, decimals).digits, wanted);
}

static void drops_needless_zeros_but_one(void **state) {
  (void)state;
  assert_number(55.75, 6, "55.75");
  assert_number(100, 6, "100.0");
  assert_number(0, 6, "0.0");
  assert_number(10, 1, "10.0");
}

static void rounds_to_the_decimals(void **state) {
  (void)state;
  assert_number(37.61555549, 6, "37.615555");
  assert_number(37.6155556, 6, "37.615556");
  assert_number(0.1 + 0.2, 4, "0.3");
  assert_number(0.99999, 4, "1.0");
}

static void keeps_the_sign_of_fractions_below_one(void **state) {
  (void)state;
  assert_number(-0.1278, 6, "-0.1278");
  assert_number(-0.0000001, 6, "0.0");
  assert_number(-179.999999, 6, "-179.999999");
}

static void has_null_for_what_is_no_number(void **state) {
  (void)state;
  assert_number((double)NAN, 6, "null");
  assert_number((double)-INFINITY, 6, "null");
  assert_number(1e9, 6, "null");
}

static void does_not_heed_the_locale(void **state) {
  (void)state;
  const char *commas[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8"};
  for (size_t i = 0; i < sizeof commas / sizeof *commas; i++)
    if (setlocale(LC_ALL, commas[i])) break;
  assert_number(1.5, 2, "1.5");
  setlocale(LC_ALL, "C");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(drops_needless_zeros_but_one),
      cmocka_unit_test(rounds_to_the_decimals),
      cmocka_unit_test(keeps_the_sign_of_fractions_below_one),
      cmocka_unit_test(has_null_for_what_is_no_number),
      cmocka_unit_test(does_not_heed_the_locale),
  };
  return cmocka_run_group_tests_name("write/number", tests, NULL, NULL);
}
