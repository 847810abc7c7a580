/* CSV, cell by cell. */
#include "unit/write/rows.h"
#include "unit/write/run.h"

#define BOM "\xEF\xBB\xBF"

static char *written(gm_workspace *ws, gm_layer_geometry geometry,
                     const gm_shape *shape, const char **texts) {
  gm_layer layer = rows_layer(geometry);
  assert_int_equal(rows_write(ws, "map.csv", NULL, &layer, shape, texts),
                   GM_OK);
  char *text = read_text("map_things.csv");
  assert_non_null(text);
  return text;
}

static void assert_cell(gm_workspace *ws, const char *text,
                        const char *wanted) {
  const char *texts[] = {text, NULL};
  char line[512], *csv = written(ws, GM_LAYER_NONE, NULL, texts);
  snprintf(line, sizeof line,
           BOM
           "name,count,share,date\n"
           "%s,-9007199254740993,0.5,2026-01-02T03:04:05Z\n",
           wanted);
  assert_string_equal(csv, line);
  free(csv);
}

static void plain_texts_stand_as_they_are(void **state) {
  assert_cell(*state, "Łódź", "Łódź");
  assert_cell(*state, "it's 5 = 5", "it's 5 = 5");
}

static void commas_quotes_and_lines_are_quoted(void **state) {
  assert_cell(*state, "Paris, Texas", "\"Paris, Texas\"");
  assert_cell(*state, "a \"b\" c", "\"a \"\"b\"\" c\"");
  assert_cell(*state, "a\nb", "\"a\nb\"");
  assert_cell(*state, " a", "\" a\"");
}

static void a_spreadsheet_calculates_nothing(void **state) {
  assert_cell(*state, "=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
  assert_cell(*state, "+49 30", "\"'+49 30\"");
  assert_cell(*state, "-1 degrees", "\"'-1 degrees\"");
  assert_cell(*state, "@cmd", "\"'@cmd\"");
  assert_cell(*state, "\tx", "\"'\tx\"");
}

static void nulls_are_empty(void **state) {
  const char *texts[] = {"", NULL};
  char *csv = written(*state, GM_LAYER_NONE, NULL, texts);
  assert_string_equal(csv, BOM "name,count,share,date\n,,,\n");
  free(csv);
}

static void shapes_are_a_last_column(void **state) {
  const char *texts[] = {"a", "", NULL};
  char *csv = written(*state, GM_LAYER_LINE, &rows_lines, texts);
  assert_non_null(strstr(csv, "name,count,share,date,WKT\n"));
  assert_non_null(strstr(csv, "05Z,\"MULTILINESTRING ((0.0 0.0,"));
  assert_non_null(strstr(csv, "\n,,,,\n"));
  free(csv);
  char *types = read_text("map_things.csvt");
  assert_string_equal(types, "String,Integer64,Real,DateTime,WKT\n");
  free(types);
}

static void points_stand_in_lat_and_lon(void **state) {
  gm_workspace *ws = *state;
  stub_article article = stub_article_of();
  gm_writer *writer = open_writer(ws, "csv");
  write_articles(ws, writer, &article, 1);
  assert_int_equal(gm_writer_close(ws, writer), GM_OK);
  char *csv = read_text("map.json"), *types = read_text("map.csvt");
  assert_null(strstr(csv, "WKT"));
  assert_non_null(strstr(csv, ",33.66094,-95.55551,"));
  assert_non_null(strstr(types, ",CoordY,CoordX,"));
  free(csv);
  free(types);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(plain_texts_stand_as_they_are),
      TEST(commas_quotes_and_lines_are_quoted),
      TEST(a_spreadsheet_calculates_nothing),
      TEST(nulls_are_empty),
      TEST(shapes_are_a_last_column),
      TEST(points_stand_in_lat_and_lon),
  };
  return cmocka_run_group_tests_name("write/csv", tests, open_folder,
                                     close_folder);
}
