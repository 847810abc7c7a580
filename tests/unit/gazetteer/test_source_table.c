/* What a gazetteer says of itself. */
#include "unit/gazetteer/tables.h"

static void put_place(void) {
  tables_put(&t, "places.tsv", PLACES "gn:1,One,1,2,PPL,,,,,,\n");
}

static void takes_the_newest_date(void **state) {
  (void)state;
  put_place();
  tables_put(&t, "sources.tsv",
             SOURCES
             "a,p,1,2023-03-01,,,\nb,p,1,2024,,,\nc,p,1,2023-12-31,,,\n");
  assert_str_equal(gm_gazetteer_about(tables_gazetteer(&t)).date, "2024");
}

static void joins_licences_each_once(void **state) {
  (void)state;
  put_place();
  tables_put(&t, "sources.tsv",
             SOURCES
             "a,p,1,2023,CC BY 4.0,GeoNames,\n"
             "b,p,1,2023,public domain,Natural Earth; GeoNames,\n"
             "c,p,1,2023,CC BY 4.0,,\n");
  gm_gazetteer_info info = gm_gazetteer_about(tables_gazetteer(&t));
  assert_str_equal(info.licence, "CC BY 4.0; public domain");
  assert_str_equal(info.attribution, "GeoNames; Natural Earth");
}

static void refuses_a_source_twice(void **state) {
  (void)state;
  put_place();
  tables_put(&t, "sources.tsv", SOURCES "a,,,,,,\na,,,,,,\n");
  tables_fail(&t, "sources.tsv line 3 has the source a a second time");
}

static void takes_its_name_from_about(void **state) {
  (void)state;
  put_place();
  tables_put(&t, "about.tsv", "key,value\nname,the moon\n");
  assert_str_equal(gm_gazetteer_about(tables_gazetteer(&t)).name, "the moon");
}

static void refuses_another_key(void **state) {
  (void)state;
  put_place();
  tables_put(&t, "about.tsv", "key,value\nnaem,the moon\n");
  tables_fail(&t, "about.tsv line 2 has the key naem: name is the only one");
}

static void is_called_as_its_folder_otherwise(void **state) {
  (void)state;
  put_place();
  const char *name = strrchr(t.folder, '/') + 1;
  assert_str_equal(gm_gazetteer_about(tables_gazetteer(&t)).name, name);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(takes_the_newest_date),  TEST(joins_licences_each_once),
      TEST(refuses_a_source_twice), TEST(takes_its_name_from_about),
      TEST(refuses_another_key),    TEST(is_called_as_its_folder_otherwise),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
