/* Which files of a folder are read. */
#include "gazetteer/folder.h"
#include "unit/gazetteer/tables.h"

/* Lists the folder, and joins the files' names: "a.tsv en/title.txt". */
static gm_status list(const char *folder, char *out, size_t size) {
  gm_folder_list found = {0};
  gm_status status = gm_folder_add(t.ws, folder, &found);
  out[0] = 0;
  for (size_t i = 0; i < found.count; i++) {
    size_t used = strlen(out);
    snprintf(out + used, size - used, "%s%s", i ? " " : "",
             found.files[i].path + strlen(t.folder) + 1);
  }
  return status;
}

static void sorts_tables_by_name(void **state) {
  char out[256];
  (void)state;
  tables_put(&t, "b.tsv", NAMES);
  tables_put(&t, "c.tsv", PLACES);
  tables_put(&t, "a.tsv", PLACES);
  assert_int_equal(list(t.folder, out, sizeof out), GM_OK);
  assert_string_equal(out, "a.tsv b.tsv c.tsv");
}

static void passes_over_what_is_no_table(void **state) {
  char out[256];
  (void)state;
  tables_put(&t, "a.tsv", PLACES);
  tables_put(&t, "README.md", "words");
  tables_put(&t, ".hidden.tsv", "words");
  assert_int_equal(list(t.folder, out, sizeof out), GM_OK);
  assert_string_equal(out, "a.tsv");
}

static void finds_words_by_language(void **state) {
  char out[256], words[128];
  (void)state;
  tables_put(&t, "words/en/title.txt", "");
  tables_put(&t, "words/en/generic.tsv", GENERIC);
  tables_put(&t, "words/en/README.md", "");
  tables_put(&t, "words/de/title.txt", "");
  assert_int_equal(list(t.folder, out, sizeof out), GM_OK);
  assert_string_equal(out,
                      "words/de/title.txt words/en/generic.tsv"
                      " words/en/title.txt");
  snprintf(words, sizeof words, "%s/words/", t.folder);
  assert_int_equal(list(words, out, sizeof out), GM_OK);
  assert_string_equal(out,
                      "words/de/title.txt words/en/generic.tsv"
                      " words/en/title.txt");
}

static void takes_a_file_once(void **state) {
  gm_folder_list found = {0};
  (void)state;
  tables_put(&t, "a.tsv", PLACES);
  assert_int_equal(gm_folder_add(t.ws, t.folder, &found), GM_OK);
  assert_int_equal(gm_folder_add(t.ws, t.folder, &found), GM_OK);
  assert_int_equal(found.count, 1);
}

static void gives_lists_the_class_of_their_name(void **state) {
  gm_folder_list found = {0};
  (void)state;
  tables_put(&t, "en/month_day.txt", "");
  assert_int_equal(gm_folder_add(t.ws, t.folder, &found), GM_OK);
  assert_int_equal(found.count, 1);
  assert_int_equal(found.files[0].classes, GM_WORD(MONTH_DAY));
}

static void assert_refused(const char *ending) {
  char out[256];
  assert_int_equal(list(t.folder, out, sizeof out), GM_BAD_INPUT);
  gm_str message = gm_str_of(gm_workspace_message(t.ws));
  if (!gm_str_ends(message, gm_str_of(ending)))
    assert_string_equal(message.bytes, ending);
}

static void names_a_list_of_no_class(void **state) {
  (void)state;
  tables_put(&t, "en/tittle.txt", "");
  assert_refused("en/tittle.txt is a list of words of no known class");
}

static void names_a_strange_file_among_words(void **state) {
  (void)state;
  tables_put(&t, "en/words.tsv", "");
  assert_refused("en/words.tsv is neither a list of words nor generic.tsv");
}

static void names_a_strange_folder(void **state) {
  (void)state;
  tables_put(&t, "drafts/a.tsv", PLACES);
  assert_refused("drafts is a folder that is neither words nor a language");
}

static void says_that_a_folder_is_not_there(void **state) {
  char out[64];
  (void)state;
  assert_int_equal(list("/nowhere", out, sizeof out), GM_CANNOT_READ);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(sorts_tables_by_name),
      TEST(passes_over_what_is_no_table),
      TEST(finds_words_by_language),
      TEST(takes_a_file_once),
      TEST(gives_lists_the_class_of_their_name),
      TEST(names_a_list_of_no_class),
      TEST(names_a_strange_file_among_words),
      TEST(names_a_strange_folder),
      TEST(says_that_a_folder_is_not_there),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
