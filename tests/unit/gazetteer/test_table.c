/* Tables: headers and rows. */
#include "gazetteer/table.h"
#include "unit/gazetteer/tables.h"

/* Opens a table of generic words, which must fail with this sentence. */
static void assert_fault(const char *text, const char *ending) {
  gm_table table;
  bool more = true;
  const char *path = tables_put(&t, "generic.tsv", text);
  gm_status status = gm_table_open(t.ws, path, GM_TABLE_GENERIC, &table);
  if (!status) {
    while (!status && more) status = gm_table_next(t.ws, &table, &more);
    gm_table_close(&table);
  }
  assert_int_equal(status, GM_BAD_INPUT);
  gm_str message = gm_str_of(gm_workspace_message(t.ws));
  if (!gm_str_ends(message, gm_str_of(ending)))
    assert_string_equal(message.bytes, ending);
}

static void takes_columns_in_any_order(void **state) {
  gm_table table;
  bool more;
  (void)state;
  const char *path =
      tables_put(&t, "x.tsv", "# story\nposition,word,kind\nafter,sea,water\n");
  assert_int_equal(gm_table_open(t.ws, path, GM_TABLE_GENERIC, &table), GM_OK);
  assert_int_equal(gm_table_next(t.ws, &table, &more), GM_OK);
  assert_true(more);
  assert_str_equal(table.cells[GM_GENERIC_WORD], "sea");
  assert_str_equal(table.cells[GM_GENERIC_KIND], "water");
  assert_str_equal(table.cells[GM_GENERIC_POSITION], "after");
  assert_int_equal(gm_table_next(t.ws, &table, &more), GM_OK);
  assert_false(more);
  gm_table_close(&table);
}

static void keeps_empty_cells(void **state) {
  gm_table table;
  bool more;
  (void)state;
  const char *path = tables_put(&t, "x.tsv", "word,kind,position\n,water,\n");
  assert_int_equal(gm_table_open(t.ws, path, GM_TABLE_GENERIC, &table), GM_OK);
  assert_int_equal(gm_table_next(t.ws, &table, &more), GM_OK);
  assert_str_equal(table.cells[GM_GENERIC_WORD], "");
  assert_str_equal(table.cells[GM_GENERIC_KIND], "water");
  assert_str_equal(table.cells[GM_GENERIC_POSITION], "");
  gm_table_close(&table);
}

static void refuses_a_header_with_other_columns(void **state) {
  (void)state;
  assert_fault("word,kind,place\n",
               "line 1 has a column place, which no table"
               " of generic has");
  assert_fault("word,kind\n",
               "line 1 has no column position, which a table of"
               " generic needs");
  assert_fault("word,kind,word\n", "line 1 has the column word twice");
  assert_fault("\n# nothing but a story\n", "generic.tsv has no header");
}

static void says_how_many_columns_a_row_has(void **state) {
  (void)state;
  assert_fault("word,kind,position\na,b,c\na,b\n",
               "line 3 has 2 columns, not 3");
  assert_fault("word,kind,position\n\n#\na,b,c,d\n",
               "line 4 has 4 columns, not 3");
}

static void tells_tables_by_their_columns(void **state) {
  gm_table_kind kind;
  (void)state;
  const char *path = tables_put(&t, "a.tsv", "# story\n" PLACES);
  assert_int_equal(gm_table_kind_of(t.ws, path, &kind), GM_OK);
  assert_int_equal(kind, GM_TABLE_PLACES);
  path = tables_put(&t, "a.tsv", NAMES);
  assert_int_equal(gm_table_kind_of(t.ws, path, &kind), GM_OK);
  assert_int_equal(kind, GM_TABLE_NAMES);
  path = tables_put(&t, "sources.tsv", SOURCES);
  assert_int_equal(gm_table_kind_of(t.ws, path, &kind), GM_OK);
  assert_int_equal(kind, GM_TABLE_SOURCES);
  path = tables_put(&t, "about.tsv", "key,value\n");
  assert_int_equal(gm_table_kind_of(t.ws, path, &kind), GM_OK);
  assert_int_equal(kind, GM_TABLE_ABOUT);
}

static void refuses_a_table_of_no_kind(void **state) {
  gm_table_kind kind;
  (void)state;
  const char *path = tables_put(&t, "a.tsv", "x,y\n");
  assert_int_equal(gm_table_kind_of(t.ws, path, &kind), GM_BAD_INPUT);
  assert_non_null(
      strstr(gm_workspace_message(t.ws), "a.tsv line 1 is no header"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(takes_columns_in_any_order),
      TEST(keeps_empty_cells),
      TEST(refuses_a_header_with_other_columns),
      TEST(says_how_many_columns_a_row_has),
      TEST(tells_tables_by_their_columns),
      TEST(refuses_a_table_of_no_kind),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
