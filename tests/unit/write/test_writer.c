/* Which format a path gets, and what is on the disk before and after. */
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "unit/write/map.h"
#include "unit/write/run.h"

/* ---------------------------------------------------------- the format -- */

static gm_status open_at(gm_workspace *ws, const char *path,
                         const char *format) {
  gm_write_options options = {.format = format, .gazetteer = &stub_gazetteer};
  gm_writer *writer = NULL;
  gm_status status = gm_writer_open(ws, path, &options, &writer);
  gm_writer_abandon(writer);
  return status;
}

static void the_ending_says_the_format(void **state) {
  static const char *const good[] = {"a.geojson",  "a.json",   "a.geojsonl",
                                     "a.geojsons", "a.ndjson", "a.jsonl"};
  for (size_t i = 0; i < sizeof good / sizeof *good; i++)
    assert_int_equal(open_at(*state, path_of(good[i]), NULL), GM_OK);
}

static void an_unknown_ending_needs_the_format_said(void **state) {
  gm_workspace *ws = *state;
  assert_int_equal(open_at(ws, "x.abc", NULL), GM_MISUSE);
  assert_string_equal(gm_workspace_message(ws),
                      "x.abc: no format has this ending; say --to and one of "
                      "geojson, geojsonseq, gpkg, shp, csv, kml, qgz, html");
  assert_int_equal(open_at(ws, "x", NULL), GM_MISUSE);
  assert_int_equal(open_at(ws, path_of("x.abc"), "geojson"), GM_OK);
}

static void an_unknown_format_is_misuse(void **state) {
  gm_workspace *ws = *state;
  assert_int_equal(open_at(ws, path_of("x.geojson"), "dwg"), GM_MISUSE);
  assert_string_equal(
      gm_workspace_message(ws),
      "dwg: no such format; say geojson, geojsonseq, gpkg, shp, "
      "csv, kml, qgz, html");
}

/* ------------------------------------------------------------ the disk -- */

static int files_in_folder(void) {
  int count = 0;
  DIR *entries = opendir(folder);
  assert_non_null(entries);
  for (const struct dirent *entry; (entry = readdir(entries));)
    count += entry->d_name[0] != '.';
  closedir(entries);
  return count;
}

static void clear_folder(void) {
  static const char *const names[] = {"map.json", "map.qml"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    unlink(path_of(names[i]));
  assert_int_equal(files_in_folder(), 0);
}

static void the_map_appears_only_when_it_is_whole(void **state) {
  gm_workspace *ws = *state;
  stub_article article = stub_article_of();
  clear_folder();
  gm_writer *writer = open_writer(ws, "geojson");
  write_articles(ws, writer, &article, 1);
  assert_int_not_equal(access(path_of("map.json"), F_OK), 0);
  assert_int_equal(gm_writer_close(ws, writer), GM_OK);
  assert_int_equal(access(path_of("map.json"), F_OK), 0);
  assert_int_equal(access(path_of("map.qml"), F_OK), 0);
  assert_int_equal(files_in_folder(), 2);
}

static void an_abandoned_map_leaves_nothing(void **state) {
  gm_workspace *ws = *state;
  stub_article article = stub_article_of();
  clear_folder();
  gm_writer *writer = open_writer(ws, "geojson");
  write_articles(ws, writer, &article, 1);
  gm_writer_abandon(writer);
  assert_int_equal(files_in_folder(), 0);
}

static void a_missing_folder_cannot_be_written(void **state) {
  gm_workspace *ws = *state;
  assert_int_equal(open_at(ws, path_of("none/x.geojson"), NULL),
                   GM_CANNOT_WRITE);
  assert_non_null(strstr(gm_workspace_message(ws), "none/x.geojson"));
}

static void a_changed_style_is_left_alone(void **state) {
  stub_article article = stub_article_of();
  write_text("map.qml", "<qgis>mine</qgis>");
  free(map_text(*state, "geojson", &article, 1));
  char *style = read_text("map.qml");
  assert_string_equal(style, "<qgis>mine</qgis>");
  free(style);
}

static void an_old_style_of_ours_is_renewed(void **state) {
  stub_article article = stub_article_of();
  clear_folder();
  free(map_text(*state, "geojson", &article, 1));
  char *first = read_text("map.qml");
  free(map_text(*state, "geojson", &article, 1));
  char *second = read_text("map.qml");
  assert_string_equal(first, second);
  free(first);
  free(second);
}

static void the_style_knows_whether_there_are_dates(void **state) {
  stub_article article = stub_article_of();
  for (int dated = 1; dated >= 0; dated--) {
    clear_folder();
    if (!dated) article.document.date = (gm_str){0};
    free(map_text(*state, "geojson", &article, 1));
    char *style = read_text("map.qml");
    assert_int_equal(strstr(style, "<temporal") != NULL, dated);
    free(style);
  }
}

/* Where the style's folder entry cannot be made, the map stays away too. */
static void a_style_that_cannot_be_written_is_an_error(void **state) {
  gm_workspace *ws = *state;
  char name[64];
  clear_folder();
  snprintf(name, sizeof name, "map.qml.%u.part", (unsigned)getpid());
  assert_int_equal(mkdir(path_of(name), 0700), 0);
  gm_writer *writer = open_writer(ws, "geojson");
  assert_int_equal(gm_writer_close(ws, writer), GM_CANNOT_WRITE);
  assert_int_not_equal(access(path_of("map.json"), F_OK), 0);
  rmdir(path_of(name));
  assert_int_equal(files_in_folder(), 0);
}

static void a_map_named_qml_is_not_overwritten_by_its_style(void **state) {
  gm_workspace *ws = *state;
  gm_write_options options = {.format = "geojson",
                              .gazetteer = &stub_gazetteer};
  gm_writer *writer = NULL;
  clear_folder();
  assert_int_equal(gm_writer_open(ws, path_of("map.qml"), &options, &writer),
                   GM_OK);
  assert_int_equal(gm_writer_close(ws, writer), GM_OK);
  char *text = read_text("map.qml");
  assert_memory_equal(text, "{\"type\"", 7);
  free(text);
}

/* Standard output is a file of the test's while the map is written. */
static void standard_output_gets_the_map_and_no_style(void **state) {
  gm_workspace *ws = *state;
  stub_article article = stub_article_of();
  gm_write_options options = {.format = NULL, .gazetteer = &stub_gazetteer};
  gm_writer *writer = NULL;
  clear_folder();
  fflush(stdout);
  int kept = dup(STDOUT_FILENO);
  int target = open(path_of("map.json"), O_CREAT | O_WRONLY, 0600);
  dup2(target, STDOUT_FILENO);
  close(target);
  gm_status opened = gm_writer_open(ws, "-", &options, &writer);
  write_articles(ws, writer, &article, 1);
  gm_status closed = gm_writer_close(ws, writer);
  dup2(kept, STDOUT_FILENO);
  close(kept);
  assert_int_equal(opened, GM_OK);
  assert_int_equal(closed, GM_OK);
  assert_int_equal(files_in_folder(), 1);
  char *text = read_text("map.json");
  cJSON *map = cJSON_Parse(text);
  assert_non_null(map);
  cJSON_Delete(map);
  free(text);
}

/* ------------------------------------------------------- the renderings -- */

static void a_document_without_mentions_adds_nothing(void **state) {
  gm_workspace *ws = *state;
  stub_article article = stub_article_of();
  gm_writer *writer = open_writer(ws, "geojson");
  gm_rendering *empty = gm_rendering_open();
  assert_int_equal(gm_render(ws, writer, &article.document, (gm_mentions){0},
                             (gm_resolutions){0}, empty),
                   GM_OK);
  assert_int_equal(gm_write(ws, writer, empty), GM_OK);
  write_articles(ws, writer, &article, 1);
  assert_int_equal(gm_write(ws, writer, empty), GM_OK);
  gm_rendering_close(empty);
  assert_int_equal(gm_writer_close(ws, writer), GM_OK);
  char *text = read_text("map.json");
  cJSON *map = cJSON_Parse(text);
  assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(map, "features")),
                   STUB_MENTIONS);
  cJSON_Delete(map);
  free(text);
}

static void mentions_without_resolutions_are_misuse(void **state) {
  gm_workspace *ws = *state;
  stub_article article = stub_article_of();
  gm_writer *writer = open_writer(ws, "geojson");
  gm_rendering *rendering = gm_rendering_open();
  assert_int_equal(
      gm_render(ws, writer, &article.document, stub_mentions(&article),
                (gm_resolutions){0}, rendering),
      GM_MISUSE);
  assert_string_equal(gm_workspace_message(ws), "4 mentions but 0 resolutions");
  gm_rendering_close(rendering);
  gm_writer_abandon(writer);
}

static void mention_ids_are_unique_over_documents_of_one_id(void **state) {
  stub_article article = stub_article_of();
  cJSON *map = map_of(*state, "geojson", &article, 3);
  const cJSON *features = cJSON_GetObjectItem(map, "features");
  int count = cJSON_GetArraySize(features);
  const char *ids[3 * STUB_MENTIONS];
  assert_int_equal(count, 3 * STUB_MENTIONS);
  for (int i = 0; i < count; i++) {
    const cJSON *row = cJSON_GetArrayItem(features, i);
    ids[i] = cJSON_GetObjectItem(cJSON_GetObjectItem(row, "properties"),
                                 "mention_id")
                 ->valuestring;
    for (int k = 0; k < i; k++) assert_string_not_equal(ids[i], ids[k]);
  }
  cJSON_Delete(map);
}

static void the_workspace_may_be_reset_between_documents(void **state) {
  gm_workspace *ws = *state;
  stub_article article = stub_article_of();
  gm_writer *writer = open_writer(ws, "geojson");
  write_articles(ws, writer, &article, 1);
  gm_workspace_reset(ws);
  write_articles(ws, writer, &article, 1);
  gm_workspace_reset(ws);
  assert_int_equal(gm_writer_close(ws, writer), GM_OK);
  char *text = read_text("map.json");
  cJSON *map = cJSON_Parse(text);
  assert_non_null(map);
  cJSON_Delete(map);
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(the_ending_says_the_format),
      TEST(an_unknown_ending_needs_the_format_said),
      TEST(an_unknown_format_is_misuse),
      TEST(the_map_appears_only_when_it_is_whole),
      TEST(an_abandoned_map_leaves_nothing),
      TEST(a_missing_folder_cannot_be_written),
      TEST(a_style_that_cannot_be_written_is_an_error),
      TEST(an_old_style_of_ours_is_renewed),
      TEST(the_style_knows_whether_there_are_dates),
      TEST(a_map_named_qml_is_not_overwritten_by_its_style),
      TEST(a_changed_style_is_left_alone),
      TEST(standard_output_gets_the_map_and_no_style),
      TEST(a_document_without_mentions_adds_nothing),
      TEST(mentions_without_resolutions_are_misuse),
      TEST(mention_ids_are_unique_over_documents_of_one_id),
      TEST(the_workspace_may_be_reset_between_documents),
  };
  return cmocka_run_group_tests_name("write/writer", tests, open_folder,
                                     close_folder);
}
