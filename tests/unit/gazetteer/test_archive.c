/* Packed files: whatever the packing, the same bytes. */
#include "gazetteer/archive.h"
#include "unit/gazetteer/publisher_files.h"

static const char *const text = "one\ntwo\nthree\n";

static gm_status read_all(const char *path, const char *member,
                          gm_buffer *out) {
  return gm_archive_read_all(t.ws, path, member, 1 << 20, out);
}

static void assert_reads(const char *path, const char *member) {
  gm_buffer bytes = {0};
  gm_status status = read_all(path, member, &bytes);
  assert_string_equal(status ? gm_workspace_message(t.ws) : "", "");
  assert_str_equal(gm_buffer_str(&bytes), text);
  gm_buffer_close(&bytes);
}

static void reads_every_packing_alike(void **state) {
  (void)state;
  assert_reads(put_text("a.txt", text), NULL);
  assert_reads(put_zstd("a.txt.zst", text), NULL);
  assert_reads(put_gzip("a.txt.gz", text), NULL);
  assert_reads(put_zip("a.zip", "a.txt", text), "a.txt");
}

static void assert_fails(const char *path, const char *member,
                         const char *ending) {
  gm_buffer bytes = {0};
  assert_int_equal(read_all(path, member, &bytes), GM_BAD_INPUT);
  gm_buffer_close(&bytes);
  gm_str said = gm_str_of(gm_workspace_message(t.ws));
  if (!gm_str_ends(said, gm_str_of(ending)))
    assert_string_equal(said.bytes, ending);
}

/* Cuts some bytes off the end of a file. */
static const char *cut(const char *path, off_t less) {
  struct stat about;
  assert_int_equal(stat(path, &about), 0);
  assert_int_equal(truncate(path, about.st_size - less), 0);
  return path;
}

static void says_that_a_file_is_cut_short(void **state) {
  (void)state;
  assert_fails(cut(put_gzip("a.txt.gz", text), 6), NULL,
               "a.txt.gz is cut short");
  assert_fails(cut(put_zstd("a.txt.zst", text), 3), NULL,
               "a.txt.zst is cut short");
}

static void says_that_a_zip_is_cut_short(void **state) {
  (void)state;
  const char *path = cut(put_zip("a.zip", "a.txt", text), 9);
  assert_fails(path, "a.txt", "a.zip cannot be unpacked: Not a zip archive");
}

static void says_that_a_member_is_damaged(void **state) {
  char long_text[4096];
  (void)state;
  memset(long_text, 'x', sizeof long_text);
  const char *path = put_member("a.zip", "a.txt", long_text, sizeof long_text);
  FILE *file = fopen(path, "r+b");
  fseek(file, 36, SEEK_SET); /* behind the local header's name */
  fputc('!', file);
  fclose(file);
  gm_buffer bytes = {0};
  assert_int_equal(read_all(path, "a.txt", &bytes), GM_BAD_INPUT);
  gm_buffer_close(&bytes);
}

static void refuses_what_is_not_packed(void **state) {
  (void)state;
  assert_fails(put_text("a.txt.gz", text), NULL, "it is not of gzip");
  gm_buffer bytes = {0};
  assert_int_equal(read_all(put_text("a.txt.zst", text), NULL, &bytes),
                   GM_BAD_INPUT);
  gm_buffer_close(&bytes);
}

static void says_that_a_member_is_missing(void **state) {
  (void)state;
  assert_fails(put_zip("a.zip", "a.txt", text), "b.txt",
               "a.zip/b.txt cannot be unpacked: No such file");
}

static void says_that_a_file_is_missing(void **state) {
  static const char *const paths[] = {"/nowhere/a.txt", "/nowhere/a.gz",
                                      "/nowhere/a.zst", "/nowhere/a.zip"};
  gm_archive archive;
  (void)state;
  for (size_t i = 0; i < 4; i++)
    assert_int_equal(gm_archive_open(t.ws, paths[i], "x", &archive),
                     GM_CANNOT_READ);
}

static void lists_members_by_name(void **state) {
  const char *const *members;
  size_t count;
  (void)state;
  put_zip("a.zip", "b.txt", text);
  const char *path = put_zip("a.zip", "a.txt", text);
  assert_int_equal(gm_archive_members(t.ws, path, &members, &count), GM_OK);
  assert_int_equal(count, 2);
  assert_string_equal(members[0], "a.txt");
  assert_string_equal(members[1], "b.txt");
}

static void refuses_more_than_it_may_hold(void **state) {
  gm_buffer bytes = {0};
  (void)state;
  assert_int_equal(
      gm_archive_read_all(t.ws, put_text("a.txt", text), NULL, 5, &bytes),
      GM_TOO_LARGE);
  gm_buffer_close(&bytes);
}

static void streams_a_large_member(void **state) {
  enum { SIZE = 8 << 20 };
  char *bytes = calloc(1, SIZE);
  gm_archive archive;
  gm_buffer piece = {0};
  size_t size = 0;
  (void)state;
  const char *path = put_member("a.zip", "a.txt", bytes, SIZE);
  free(bytes);
  assert_int_equal(gm_archive_open(t.ws, path, "a.txt", &archive), GM_OK);
  while (!archive.ended) {
    gm_buffer_clear(&piece);
    assert_int_equal(gm_archive_read(t.ws, &archive, &piece), GM_OK);
    size += piece.size;
  }
  assert_int_equal(size, SIZE);
  assert_true(piece.capacity < SIZE / 8);
  gm_buffer_close(&piece);
  gm_archive_close(&archive);
}

static void knows_packings_by_their_endings(void **state) {
  gm_str name = GM_STR("UA.txt.gz");
  (void)state;
  assert_int_equal(gm_archive_packing(&name), GM_PACKING_GZIP);
  assert_str_equal(name, "UA.txt");
  assert_int_equal(gm_archive_packing(&name), GM_PACKING_NONE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(reads_every_packing_alike),
      TEST(says_that_a_file_is_cut_short),
      TEST(says_that_a_zip_is_cut_short),
      TEST(says_that_a_member_is_damaged),
      TEST(refuses_what_is_not_packed),
      TEST(says_that_a_member_is_missing),
      TEST(says_that_a_file_is_missing),
      TEST(lists_members_by_name),
      TEST(refuses_more_than_it_may_hold),
      TEST(streams_a_large_member),
      TEST(knows_packings_by_their_endings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
