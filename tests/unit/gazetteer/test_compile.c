/* The whole way from tables to a file. */
#include "unit/gazetteer/tables.h"

static char *load(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*size + 1);
  assert_int_equal(fread(bytes, 1, *size, file), *size);
  fclose(file);
  return bytes;
}

static void assert_same_file(const char *a, const char *b) {
  size_t a_size, b_size;
  char *a_bytes = load(a, &a_size), *b_bytes = load(b, &b_size);
  assert_int_equal(a_size, b_size);
  assert_memory_equal(a_bytes, b_bytes, a_size);
  free(a_bytes), free(b_bytes);
}

static void put_a(void) {
  tables_put(&t, "a.tsv", PLACES "gn:1,One,1,1,PPL,,,,5,Uno|Un,\n");
}

static void put_b(void) {
  tables_put(&t, "b.tsv", PLACES "gn:2,One,1,1,PPL,,,,5,Ein,\n");
}

static void writes_the_same_bytes_again(void **state) {
  char again[256];
  (void)state;
  put_a(), put_b();
  assert_int_equal(tables_compile(&t), GM_OK);
  snprintf(again, sizeof again, "%s/again.gaz", t.folder);
  const char *folders[] = {t.folder};
  gm_workspace_reset(t.ws);
  assert_int_equal(gm_gazetteer_compile(t.ws, folders, 1, again, NULL), GM_OK);
  assert_same_file(t.path, again);
}

static void does_not_mind_which_file_was_made_first(void **state) {
  char first[256];
  (void)state;
  tables_put(&t, "about.tsv", "key,value\nname,x\n");
  put_a(), put_b();
  assert_int_equal(tables_compile(&t), GM_OK);
  tables other;
  tables_open(&other);
  snprintf(first, sizeof first, "%s", t.path);
  tables swap = t;
  t = other;
  put_b(), put_a();
  tables_put(&t, "about.tsv", "key,value\nname,x\n");
  assert_int_equal(tables_compile(&t), GM_OK);
  assert_same_file(first, t.path);
  tables_close(&swap);
}

static void takes_tables_and_words_from_several_folders(void **state) {
  char one[128], two[128];
  (void)state;
  tables_put(&t, "1/a.tsv", PLACES "gn:1,One,1,1,PPL,,,,,,\n");
  tables_put(&t, "2/names.tsv", NAMES "gn:1,Uno,es,alternate,\n");
  tables_put(&t, "2/en/title.txt", "Mayor\n");
  snprintf(one, sizeof one, "%s/1", t.folder);
  snprintf(two, sizeof two, "%s/2/", t.folder);
  const char *folders[] = {two, one, two};
  assert_int_equal(gm_gazetteer_compile(t.ws, folders, 3, t.path, NULL), GM_OK);
  assert_int_equal(gm_gazetteer_open(t.ws, t.path, &t.gazetteer), GM_OK);
  assert_string_equal(tables_refs(&t, "Uno"), "gn:1");
  assert_int_equal(gm_gazetteer_classes(t.gazetteer, GM_STR("mayor")),
                   GM_WORD(TITLE));
  assert_str_equal(gm_gazetteer_about(t.gazetteer).name, "2");
}

static void verifies_what_it_compiled(void **state) {
  (void)state;
  put_a(), put_b();
  tables_put(&t, "words/en/common.txt", "one by one\none\n");
  tables_gazetteer(&t);
  assert_int_equal(gm_gazetteer_verify(t.ws, t.gazetteer), GM_OK);
}

static void says_that_there_are_no_tables(void **state) {
  (void)state;
  tables_fail(&t, "holds no table");
  assert_int_equal(gm_gazetteer_compile(t.ws, NULL, 0, t.path, NULL),
                   GM_BAD_INPUT);
}

static void says_that_the_file_cannot_be_written(void **state) {
  const char *folders[] = {t.folder};
  (void)state;
  put_a();
  assert_int_equal(
      gm_gazetteer_compile(t.ws, folders, 1, "/nowhere/x.gaz", NULL),
      GM_CANNOT_WRITE);
}

static void meets_its_ceiling_with_a_status(void **state) {
  const char *folders[] = {t.folder};
  (void)state;
  put_a();
  for (size_t ceiling = 1 << 16; ceiling < 1 << 20; ceiling += 1 << 14) {
    gm_workspace *ws = gm_workspace_open(ceiling);
    gm_status status = gm_gazetteer_compile(ws, folders, 1, t.path, NULL);
    assert_true(status == GM_OK || status == GM_NO_MEMORY);
    gm_workspace_close(ws);
  }
}

static void compiles_the_pocket_gazetteer(void **state) {
  const char *folders[] = {GM_SOURCE_DIR "/gazetteer/pocket"};
  (void)state;
  if (access(GM_SOURCE_DIR "/gazetteer/pocket/sources.tsv", F_OK)) skip();
  assert_int_equal(gm_gazetteer_compile(t.ws, folders, 1, t.path, NULL), GM_OK);
  assert_int_equal(gm_gazetteer_open(t.ws, t.path, &t.gazetteer), GM_OK);
  assert_int_equal(gm_gazetteer_verify(t.ws, t.gazetteer), GM_OK);
  const gm_meaning *paris;
  uint32_t count;
  assert_int_equal(
      gm_gazetteer_look_up(t.ws, t.gazetteer, GM_STR("Paris"), &paris, &count),
      GM_OK);
  assert_true(count > 1);
  assert_int_equal(gm_gazetteer_place(t.gazetteer, paris[0].place).geonameid,
                   2988507);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(writes_the_same_bytes_again),
      TEST(does_not_mind_which_file_was_made_first),
      TEST(takes_tables_and_words_from_several_folders),
      TEST(verifies_what_it_compiled),
      TEST(says_that_there_are_no_tables),
      TEST(says_that_the_file_cannot_be_written),
      TEST(meets_its_ceiling_with_a_status),
      TEST(compiles_the_pocket_gazetteer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
