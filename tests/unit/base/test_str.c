/* Strings with a length. */
#include "unit/base/common.h"

static void compares_by_bytes_then_by_length(void **state) {
  (void)state;
  static const struct {
    const char *a, *b;
    int order;
  } cases[] = {{"", "", 0},     {"a", "a", 0},  {"a", "b", -1}, {"b", "a", 1},
               {"a", "ab", -1}, {"ab", "a", 1}, {"", "a", -1},  {"a", "", 1},
               {"Z", "a", -1},  {"é", "z", 1}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    int order = gm_str_compare(gm_str_of(cases[i].a), gm_str_of(cases[i].b));
    assert_int_equal(cases[i].order, (order > 0) - (order < 0));
    assert_int_equal(cases[i].order == 0, gm_str_equal(gm_str_of(cases[i].a),
                                                       gm_str_of(cases[i].b)));
  }
}

static void an_absent_string_is_an_empty_one(void **state) {
  (void)state;
  gm_str absent = gm_str_of(NULL);
  assert_int_equal(0, absent.size);
  assert_true(gm_str_equal(absent, GM_STR("")));
  assert_true(gm_str_starts(GM_STR("a"), absent));
  assert_true(gm_str_ends(absent, absent));
  assert_int_equal(0, gm_str_trim(absent).size);
  assert_int_equal(0, gm_str_cut(&absent, ',').size);
}

static void knows_beginnings_and_endings(void **state) {
  (void)state;
  gm_str whole = GM_STR("Kherson region");
  assert_true(gm_str_starts(whole, GM_STR("Kherson")));
  assert_true(gm_str_ends(whole, GM_STR("region")));
  assert_false(gm_str_starts(whole, GM_STR("kherson")));
  assert_false(gm_str_ends(whole, GM_STR("Kherson")));
  assert_false(gm_str_ends(GM_STR("on"), GM_STR("region")));
  assert_false(gm_str_starts(GM_STR("on"), GM_STR("one")));
}

static void finds_itself_in_a_list(void **state) {
  (void)state;
  static const char *const list[] = {"of", "the", "on"};
  assert_true(gm_str_in(GM_STR("of"), list, 3));
  assert_true(gm_str_in(GM_STR("on"), list, 3));
  assert_false(gm_str_in(GM_STR("on"), list, 2));
  assert_false(gm_str_in(GM_STR("o"), list, 3));
  assert_false(gm_str_in(GM_STR("off"), list, 3));
  assert_false(gm_str_in((gm_str){0}, list, 3));
}

static void trims_white_space_at_both_ends(void **state) {
  (void)state;
  assert_str("both", gm_str_trim(GM_STR(" \t a b \r\n")), "a b");
  assert_str("all", gm_str_trim(GM_STR(" \t\r\n")), "");
}

static void cuts_at_each_separator(void **state) {
  (void)state;
  gm_str rest = GM_STR("a,,bc");
  assert_str("first", gm_str_cut(&rest, ','), "a");
  assert_str("second", gm_str_cut(&rest, ','), "");
  assert_str("third", gm_str_cut(&rest, ','), "bc");
  assert_int_equal(0, rest.size);
}

static void reads_whole_numbers_only(void **state) {
  (void)state;
  static const struct {
    const char *text;
    bool good;
    uint64_t value;
  } cases[] = {{"0", true, 0},
               {"042", true, 42},
               {"18446744073709551615", true, UINT64_MAX},
               {"18446744073709551616", false, 0},
               {"99999999999999999999", false, 0},
               {"", false, 0},
               {"-1", false, 0},
               {"1.0", false, 0},
               {" 1", false, 0}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    uint64_t value = 0;
    assert_int_equal(cases[i].good,
                     gm_str_to_u64(gm_str_of(cases[i].text), &value));
    if (cases[i].good) assert_true(value == cases[i].value);
  }
}

static void reads_decimal_fractions(void **state) {
  (void)state;
  static const struct {
    const char *text;
    bool good;
    double value;
  } cases[] = {{"12.5", true, 12.5},
               {"-12.5", true, -12.5},
               {"7", true, 7},
               {"-0.25", true, -0.25},
               {"33.66179", true, 33.66179},
               {"7.", true, 7},
               {"", false, 0},
               {"-", false, 0},
               {".5", false, 0},
               {"1e3", false, 0},
               {"1,5", false, 0},
               {"--1", false, 0},
               {"1.2.3", false, 0}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    double value = 0;
    bool good = gm_str_to_double(gm_str_of(cases[i].text), &value);
    if (good != cases[i].good) fail_msg("%s", cases[i].text);
    if (good) assert_float_equal(cases[i].value, value, 1e-12);
  }
}

static void copies_into_the_workspace(void **state) {
  gm_workspace *ws = *state;
  char source[] = "Xi'an";
  gm_str copy = gm_str_copy(ws, gm_str_of(source));
  source[0] = 'K';
  assert_str("copy", copy, "Xi'an");
  assert_int_equal(0, gm_str_terminated(ws, copy)[5]);
  assert_non_null(gm_str_copy(ws, (gm_str){0}).bytes);
  assert_str("print", gm_str_print(ws, "%d of %s", 3, "four"), "3 of four");
  assert_str("join", gm_str_join(ws, GM_STR("a"), GM_STR(" or "), GM_STR("b")),
             "a or b");
  assert_str("join", gm_str_join(ws, (gm_str){0}, GM_STR(""), GM_STR("b")),
             "b");
  gm_str wide = gm_str_print(ws, "%300d|%s", 7, "end"); /* is made twice */
  assert_int_equal(wide.size, 304);
  assert_true(gm_str_ends(wide, GM_STR(" 7|end")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(compares_by_bytes_then_by_length),
      cmocka_unit_test(an_absent_string_is_an_empty_one),
      cmocka_unit_test(knows_beginnings_and_endings),
      cmocka_unit_test(finds_itself_in_a_list),
      cmocka_unit_test(trims_white_space_at_both_ends),
      cmocka_unit_test(cuts_at_each_separator),
      cmocka_unit_test(reads_whole_numbers_only),
      cmocka_unit_test(reads_decimal_fractions),
      TEST(copies_into_the_workspace),
  };
  return cmocka_run_group_tests_name("base/str", tests, NULL, NULL);
}
