/* Places in words. */
#include "unit/write/run.h"
#include "unit/write/stub.h"
#include "write/label.h"

static void names_division_and_country(void **state) {
  assert_text(gm_label_of(*state, &stub_gazetteer, STUB_PARIS_TEXAS),
              "Paris, Texas, United States");
}

static void leaves_out_what_is_missing(void **state) {
  assert_text(gm_label_of(*state, &stub_gazetteer, STUB_PARIS),
              "Paris, France");
  assert_text(gm_label_of(*state, &stub_gazetteer, STUB_CASPIAN),
              "Caspian Sea");
}

static void does_not_name_a_place_twice(void **state) {
  assert_text(gm_label_of(*state, &stub_gazetteer, STUB_USA), "United States");
  assert_text(gm_label_of(*state, &stub_gazetteer, STUB_TEXAS),
              "Texas, United States");
}

static void is_empty_for_no_place(void **state) {
  assert_text(gm_label_of(*state, &stub_gazetteer, GM_NO_PLACE), "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(names_division_and_country),
      TEST(leaves_out_what_is_missing),
      TEST(does_not_name_a_place_twice),
      TEST(is_empty_for_no_place),
  };
  return cmocka_run_group_tests_name("write/label", tests, NULL, NULL);
}
