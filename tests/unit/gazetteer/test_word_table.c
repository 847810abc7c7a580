/* Words and their classes. */
#include "unit/gazetteer/tables.h"

static gm_word_classes classes(const char *key) {
  return gm_gazetteer_classes(t.gazetteer, gm_str_of(key));
}

static void gives_words_the_classes_of_their_lists(void **state) {
  (void)state;
  tables_put(&t, "words/en/title.txt", "Prime Minister\nMr.\n# x\n");
  tables_put(&t, "words/en/given_names.txt", "April\n");
  tables_put(&t, "words/en/month_day.txt", "April\n");
  tables_gazetteer(&t);
  assert_int_equal(classes("prime minister"), GM_WORD(TITLE));
  assert_int_equal(classes("mr"), GM_WORD(TITLE));
  assert_int_equal(classes("april"), GM_WORD(GIVEN_NAME) | GM_WORD(MONTH_DAY));
  assert_int_equal(classes("prime"), 0);
  assert_int_equal(classes("may"), 0);
}

static void knows_generic_words_by_kind_and_position(void **state) {
  (void)state;
  tables_put(&t, "words/en/generic.tsv",
             GENERIC
             "Gulf of,water,before\ncounty,division,after\n"
             "mount,terrain,both\nkingdom,country,after\n");
  tables_gazetteer(&t);
  assert_int_equal(classes("gulf of"),
                   GM_WORD(GENERIC_BEFORE) | GM_WORD(GENERIC_WATER));
  assert_int_equal(classes("county"),
                   GM_WORD(GENERIC_AFTER) | GM_WORD(GENERIC_DIVISION));
  assert_int_equal(classes("mount"), GM_WORD(GENERIC_BEFORE) |
                                         GM_WORD(GENERIC_AFTER) |
                                         GM_WORD(GENERIC_TERRAIN));
  assert_int_equal(classes("kingdom"),
                   GM_WORD(GENERIC_AFTER) | GM_WORD(GENERIC_REGION));
}

static void lets_a_name_be_a_word_too(void **state) {
  gm_entry entry;
  (void)state;
  tables_put(&t, "places.tsv", PLACES "gn:1,Reading,1,2,PPL,,,,,,\n");
  tables_put(&t, "words/en/common.txt", "reading\n");
  tables_gazetteer(&t);
  assert_true(gm_gazetteer_entry(t.gazetteer, GM_STR("reading"), &entry));
  assert_int_equal(entry.sense_count, 1);
  assert_int_equal(entry.classes, GM_WORD(COMMON));
  assert_int_equal(gm_gazetteer_about(t.gazetteer).keys, 1);
}

static void refuses_a_line_without_a_word(void **state) {
  (void)state;
  tables_put(&t, "words/en/common.txt", "reading\n--\n");
  tables_fail(&t,
              "words/en/common.txt line 2 has \"--\", which is no phrase of"
              " 1 to 12 words");
}

static void refuses_a_generic_word_of_no_kind(void **state) {
  (void)state;
  tables_put(&t, "words/en/generic.tsv", GENERIC "sea,waters,after\n");
  tables_fail(&t,
              "generic.tsv line 2 has the kind \"waters\", which no place"
              " has");
  tables_put(&t, "words/en/generic.tsv", GENERIC "sea,water,behind\n");
  tables_fail(&t,
              "generic.tsv line 2 has the position \"behind\", not before,"
              " after or both");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(gives_words_the_classes_of_their_lists),
      TEST(knows_generic_words_by_kind_and_position),
      TEST(lets_a_name_be_a_word_too),
      TEST(refuses_a_line_without_a_word),
      TEST(refuses_a_generic_word_of_no_kind),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
