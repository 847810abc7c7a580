/* Look-ups and walks. */
#include "unit/gazetteer/tables.h"

static void put_tables(void) {
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,New York,40,-74,PPL,US,,,8175133,New York City,\n"
             "gn:2,York,54,-1,PPL,GB,,,144202,,\n"
             "gn:3,Côte d'Ivoire,7,-5,PCLI,CI,,,,,\n"
             "gn:4,Martha's Vineyard,41,-70,ISL,US,,,,,\n");
  tables_put(&t, "words/en/title.txt", "prime minister\nnew\n");
  tables_put(&t, "words/en/used_in_us.txt", "school board\nsheriff\n");
  tables_gazetteer(&t);
}

/* Walks along words with spaces between. @return how many steps it took */
static int walk_along(gm_name_walk *walk, const char *words) {
  gm_str rest = gm_str_of(words);
  int steps = 0;
  *walk = gm_name_walk_begin(t.gazetteer);
  while (rest.size && gm_name_walk_step(walk, gm_str_cut(&rest, ' '))) steps++;
  return steps;
}

static void looks_up_whatever_the_writing(void **state) {
  (void)state;
  put_tables();
  assert_string_equal(tables_refs(&t, "COTE-D’IVOIRE"), "gn:3");
  assert_string_equal(tables_refs(&t, "new york"), "gn:1");
  assert_string_equal(tables_refs(&t, "Marthas Vineyard"), "");
  assert_string_equal(tables_refs(&t, "MARTHA’S VINEYARD"), "gn:4");
}

static void gives_no_meaning_to_unknown_names(void **state) {
  (void)state;
  put_tables();
  assert_string_equal(tables_refs(&t, "Yor"), "");
  assert_string_equal(tables_refs(&t, "new"), "");
  assert_string_equal(tables_refs(&t, ""), "");
  assert_string_equal(tables_refs(&t, "?!"), "");
}

static void walks_to_the_end_of_the_longest_name(void **state) {
  gm_name_walk walk;
  gm_entry entry;
  (void)state;
  put_tables();
  assert_int_equal(walk_along(&walk, "new york city hall"), 3);
  assert_false(gm_name_walk_entry(&walk, &entry)); /* it has left the name */
  assert_int_equal(walk_along(&walk, "new york city"), 3);
  assert_true(gm_name_walk_entry(&walk, &entry));
  assert_int_equal(entry.sense_count, 1);
  assert_int_equal(gm_gazetteer_sense(t.gazetteer, entry, 0).place, 0);
  assert_str_equal(gm_gazetteer_written(t.gazetteer, entry, 0),
                   "New York City");
}

static void stops_where_no_name_goes_on(void **state) {
  gm_name_walk walk;
  gm_entry entry;
  (void)state;
  put_tables();
  assert_int_equal(walk_along(&walk, "york city"), 1);
  assert_int_equal(walk_along(&walk, "london"), 0);
  assert_false(gm_name_walk_entry(&walk, &entry));
  assert_false(gm_name_walk_step(&walk, GM_STR("york"))); /* for good */
  assert_int_equal(walk_along(&walk, "martha s vineyard"), 3);
}

static void meets_no_entry_in_the_middle_of_a_name(void **state) {
  gm_name_walk walk;
  gm_entry entry;
  (void)state;
  put_tables();
  assert_int_equal(walk_along(&walk, "martha s"), 2);
  assert_false(gm_name_walk_entry(&walk, &entry));
  walk = gm_name_walk_begin(t.gazetteer);
  assert_false(gm_name_walk_entry(&walk, &entry)); /* nor before it */
}

static void meets_words_on_the_way(void **state) {
  gm_name_walk walk;
  gm_entry entry;
  (void)state;
  put_tables();
  assert_int_equal(walk_along(&walk, "new"), 1);
  assert_true(gm_name_walk_entry(&walk, &entry));
  assert_int_equal(entry.sense_count, 0);
  assert_int_equal(entry.classes, GM_WORD(TITLE));
  assert_int_equal(walk_along(&walk, "prime minister"), 2);
  assert_true(gm_name_walk_entry(&walk, &entry));
  assert_int_equal(entry.classes, GM_WORD(TITLE));
}

/* They are no keys of their own by that. */
static void marks_the_words_of_a_phrase_of_a_country(void **state) {
  gm_name_walk walk;
  gm_entry entry;
  (void)state;
  put_tables();
  assert_int_equal(walk_along(&walk, "school"), 1);
  assert_true(gm_name_walk_in_phrase(&walk));
  assert_false(gm_name_walk_entry(&walk, &entry));
  assert_int_equal(walk_along(&walk, "board"), 1);
  assert_true(gm_name_walk_in_phrase(&walk));
  assert_int_equal(walk_along(&walk, "school board"), 2);
  assert_false(gm_name_walk_in_phrase(&walk));
  walk_along(&walk, "sheriff");
  assert_false(gm_name_walk_in_phrase(&walk));
  walk_along(&walk, "prime");
  assert_false(gm_name_walk_in_phrase(&walk));
}

static void is_not_misled_by_a_space_in_a_word(void **state) {
  gm_name_walk walk = {0};
  (void)state;
  put_tables();
  walk = gm_name_walk_begin(t.gazetteer);
  assert_false(gm_name_walk_step(&walk, GM_STR("")));
  walk = gm_name_walk_begin(t.gazetteer);
  assert_true(gm_name_walk_step(&walk, GM_STR("new")));
  assert_false(gm_name_walk_step(&walk, GM_STR("yor")));
}

static void finds_every_one_of_many_names(void **state) {
  enum { MANY = 5000 };
  size_t size = 0, room = MANY * 48;
  char *text = malloc(room), name[32];
  (void)state;
  size += (size_t)snprintf(text, room, "%s", PLACES);
  for (int i = 1; i <= MANY; i++)
    size += (size_t)snprintf(text + size, room - size,
                             "gn:%d,Town %x x,1,1,PPL,,,,,,\n", i, i);
  tables_put(&t, "places.tsv", text);
  free(text);
  tables_gazetteer(&t);
  for (int i = 1; i <= MANY; i++) {
    gm_entry entry;
    int length = snprintf(name, sizeof name, "town %x x", i);
    assert_true(gm_gazetteer_entry(t.gazetteer, (gm_str){name, (size_t)length},
                                   &entry));
    assert_int_equal(gm_gazetteer_sense(t.gazetteer, entry, 0).place, i - 1);
    gm_str part = {name, (size_t)length - 2};
    assert_false(gm_gazetteer_entry(t.gazetteer, part, &entry));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(looks_up_whatever_the_writing),
      TEST(gives_no_meaning_to_unknown_names),
      TEST(walks_to_the_end_of_the_longest_name),
      TEST(stops_where_no_name_goes_on),
      TEST(meets_no_entry_in_the_middle_of_a_name),
      TEST(meets_words_on_the_way),
      TEST(marks_the_words_of_a_phrase_of_a_country),
      TEST(is_not_misled_by_a_space_in_a_word),
      TEST(finds_every_one_of_many_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
