/* What a misspelt name may have been. */
#include "tables.h"

static void open_gazetteer(void) {
  tables_put(&t, "sources.tsv", SOURCES "s,p,1,2020,CC0,me,all\n");
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Arland,10,10,PCLI,AA,,,,,s\n"
             "gn:2,Kharkiv,11,11,PPL,AA,,,1400000,Kharkov|Харків,s\n"
             "gn:3,Kharkin,11,12,PPL,AA,,,300,,s\n"
             "gn:4,New York,11,13,PPL,AA,,,8000000,Nyu York,s\n"
             "gn:5,Oa,11,14,PPL,AA,,,300,,s\n");
  tables_gazetteer(&t);
}

/* The suggestions, parted by bars. */
static const char *like(const char *name, uint32_t most) {
  static char told[256];
  const gm_str *names;
  uint32_t count;
  told[0] = 0;
  if (!t.gazetteer) open_gazetteer();
  assert_int_equal(gm_gazetteer_suggest(t.ws, t.gazetteer, gm_str_of(name),
                                        most, &names, &count),
                   GM_OK);
  for (uint32_t i = 0; i < count; i++) {
    size_t size = strlen(told);
    snprintf(told + size, sizeof told - size, "%s%.*s", i ? "|" : "",
             GM_PRINT(names[i]));
  }
  return told;
}

static void mends_one_letter_of_any_kind(void **state) {
  (void)state;
  assert_string_equal(like("Kharkiiv", 4), "Kharkiv");
  assert_string_equal(like("harkiv", 4), "Kharkiv");
  assert_string_equal(like("Khrakiv", 4), "Kharkiv");
  assert_string_equal(like("Kharkiu", 4), "Kharkiv|Kharkin");
}

static void prefers_the_best_known_and_its_usual_name(void **state) {
  (void)state;
  assert_string_equal(like("Kharkev", 4), "Kharkiv|Kharkov");
  assert_string_equal(like("Kharkiu", 1), "Kharkiv");
}

static void mends_two_letters_where_one_does_not_help(void **state) {
  (void)state;
  assert_string_equal(like("Karkiw", 4), "Kharkiv|Kharkin");
  assert_string_equal(like("Nwe Yrok", 4), "New York");
  assert_string_equal(like("Newyork", 4), "New York");
}

static void keeps_the_script(void **state) {
  (void)state;
  assert_string_equal(like("Харкив", 4), "Харків");
}

static void leaves_strangers_alone(void **state) {
  (void)state;
  assert_string_equal(like("Samarkand", 4), "");
  assert_string_equal(like("Ux", 4), ""); /* two letters of two */
  assert_string_equal(like("", 4), "");
  assert_string_equal(like("?!", 4), "");
  assert_string_equal(like("a name of far more letters than any can have", 4),
                      "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(mends_one_letter_of_any_kind),
      TEST(prefers_the_best_known_and_its_usual_name),
      TEST(mends_two_letters_where_one_does_not_help),
      TEST(keeps_the_script),
      TEST(leaves_strangers_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
