/* Files: mapped for reading, written whole or not at all. */
#include <dirent.h>
#include <sys/stat.h>

#include "base/file.h"
#include "unit/base/common.h"

/* A folder of its own a test. */
static char folder[64];

static int open_folder(void **state) {
  snprintf(folder, sizeof folder, "/tmp/gm-test-XXXXXX");
  return mkdtemp(folder) ? open_ws(state) : -1;
}

static const char *inside(const char *name) {
  static char path[128];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static size_t files_in_folder(void) {
  size_t count = 0;
  DIR *list = opendir(folder);
  assert_non_null(list);
  for (struct dirent *entry; (entry = readdir(list));)
    count += entry->d_name[0] != '.';
  closedir(list);
  return count;
}

static int close_folder(void **state) {
  unlink(inside("a.txt"));
  rmdir(folder);
  return close_ws(state);
}

static gm_status write_text(gm_workspace *ws, const char *text) {
  gm_file file;
  gm_status status = gm_file_create(ws, inside("a.txt"), &file);
  if (!status) status = gm_file_write(ws, &file, gm_str_of(text));
  return status ? status : gm_file_finish(ws, &file);
}

static void reads_back_what_it_wrote(void **state) {
  gm_str mapped;
  assert_int_equal(GM_OK, write_text(*state, "one"));
  assert_int_equal(GM_OK, write_text(*state, "two"));
  assert_int_equal(GM_OK, gm_file_map(*state, inside("a.txt"), &mapped));
  assert_str("file", mapped, "two");
  gm_file_unmap(mapped);
  assert_int_equal(1, files_in_folder());
}

static void an_empty_file_maps_to_nothing(void **state) {
  gm_str mapped = {"x", 1};
  assert_int_equal(GM_OK, write_text(*state, ""));
  assert_int_equal(GM_OK, gm_file_map(*state, inside("a.txt"), &mapped));
  assert_int_equal(0, mapped.size);
  gm_file_unmap(mapped);
}

static void shows_nothing_before_it_is_finished(void **state) {
  gm_file file;
  assert_int_equal(GM_OK, gm_file_create(*state, inside("a.txt"), &file));
  assert_int_equal(GM_OK, gm_file_write(*state, &file, GM_STR("half")));
  assert_int_equal(-1, access(inside("a.txt"), F_OK));
  gm_file_abandon(&file);
  assert_int_equal(0, files_in_folder());
}

static void says_why_it_cannot_read(void **state) {
  gm_str mapped;
  assert_int_equal(GM_CANNOT_READ,
                   gm_file_map(*state, inside("none"), &mapped));
  assert_message(*state, "none cannot be opened: No such file");
  assert_int_equal(GM_CANNOT_READ, gm_file_map(*state, folder, &mapped));
  assert_message(*state, "is not a file");
}

static void says_why_it_cannot_write(void **state) {
  gm_file file;
  assert_int_equal(GM_CANNOT_WRITE,
                   gm_file_create(*state, inside("no/such/a.txt"), &file));
  assert_message(*state, "cannot be written: No such file");
}

/* The name is taken by a folder: the last step, the renaming, fails. */
static void leaves_nothing_when_the_last_step_fails(void **state) {
  assert_int_equal(0, mkdir(inside("a.txt"), 0700));
  assert_int_equal(GM_CANNOT_WRITE, write_text(*state, "text"));
  assert_int_equal(1, files_in_folder());
  rmdir(inside("a.txt"));
}

#define IN_FOLDER(name) \
  cmocka_unit_test_setup_teardown(name, open_folder, close_folder)

int main(void) {
  const struct CMUnitTest tests[] = {
      IN_FOLDER(reads_back_what_it_wrote),
      IN_FOLDER(an_empty_file_maps_to_nothing),
      IN_FOLDER(shows_nothing_before_it_is_finished),
      IN_FOLDER(says_why_it_cannot_read),
      IN_FOLDER(says_why_it_cannot_write),
      IN_FOLDER(leaves_nothing_when_the_last_step_fails),
  };
  return cmocka_run_group_tests_name("base/file", tests, NULL, NULL);
}
