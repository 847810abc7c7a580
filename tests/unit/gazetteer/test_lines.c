/* Lines of plain and packed files. */
#include <zstd.h>

#include "gazetteer/lines.h"
#include "unit/gazetteer/tables.h"

/* Reads the file written last and joins its lines as "1:first 3:second". */
static gm_status read_lines(const char *path, char *out, size_t size) {
  gm_lines lines;
  gm_str line;
  bool more = true;
  gm_status status = gm_lines_open(t.ws, path, &lines);
  out[0] = 0;
  while (!status) {
    status = gm_lines_next(t.ws, &lines, &line, &more);
    if (status || !more) break;
    size_t used = strlen(out);
    snprintf(out + used, size - used, "%s%d:%.*s", used ? " " : "",
             (int)lines.number, GM_PRINT(line));
  }
  gm_lines_close(&lines);
  return status;
}

static void assert_lines(const char *text, const char *expected) {
  char out[256];
  const char *path = tables_put(&t, "x.txt", text);
  assert_int_equal(read_lines(path, out, sizeof out), GM_OK);
  assert_string_equal(out, expected);
}

static void passes_over_comments_and_empty_lines(void **state) {
  (void)state;
  assert_lines("# story\n\na\n#\nb # c\n", "3:a 5:b # c");
}

static void reads_a_last_line_without_an_end(void **state) {
  (void)state;
  assert_lines("a\nb", "1:a 2:b");
  assert_lines("", "");
}

static void takes_the_line_ends_of_windows(void **state) {
  (void)state;
  assert_lines("a\r\n\r\nb\r\n", "1:a 3:b");
}

static void says_where_bytes_are_no_text(void **state) {
  char out[256];
  (void)state;
  const char *path = tables_put(&t, "x.txt", "a\nb\xff\n");
  assert_int_equal(read_lines(path, out, sizeof out), GM_BAD_INPUT);
  gm_str message = gm_str_of(gm_workspace_message(t.ws));
  assert_true(
      gm_str_ends(message, GM_STR("line 2 is not UTF-8 at its byte 2")));
}

static void says_that_a_file_is_not_there(void **state) {
  gm_lines lines;
  (void)state;
  assert_int_equal(gm_lines_open(t.ws, "/nowhere/x.tsv", &lines),
                   GM_CANNOT_READ);
}

static void refuses_a_line_without_end(void **state) {
  enum { SIZE = 3 << 20 };
  char out[64], *bytes = malloc(SIZE);
  (void)state;
  memset(bytes, 'x', SIZE);
  const char *path = tables_bytes(&t, "x.txt", bytes, SIZE);
  assert_int_equal(read_lines(path, out, sizeof out), GM_BAD_INPUT);
  gm_str message = gm_str_of(gm_workspace_message(t.ws));
  assert_true(
      gm_str_ends(message, GM_STR("line 1 is longer than 1048576 bytes")));
  free(bytes);
}

static void stops_when_asked(void **state) {
  static const volatile int stop = 1;
  char out[64];
  (void)state;
  const char *path = tables_put(&t, "x.txt", "a\n");
  gm_workspace_watch(t.ws, &stop);
  assert_int_equal(read_lines(path, out, sizeof out), GM_CANCELLED);
}

/* Packs many lines, of which the n-th is "n"; keeps `keep` bytes less. */
static const char *pack_lines(size_t less) {
  enum { LINES = 200000 };
  size_t capacity = LINES * 8, size = 0;
  char *text = malloc(capacity);
  for (int i = 1; i <= LINES; i++)
    size += (size_t)snprintf(text + size, capacity - size, "%d\n", i);
  size_t bound = ZSTD_compressBound(size);
  char *packed = malloc(bound);
  size_t packed_size = ZSTD_compress(packed, bound, text, size, 3);
  const char *path = tables_bytes(&t, "x.txt.zst", packed, packed_size - less);
  free(text), free(packed);
  return path;
}

static void unpacks_as_it_goes(void **state) {
  gm_lines lines;
  gm_str line;
  bool more;
  uint64_t number, count = 0;
  (void)state;
  assert_int_equal(gm_lines_open(t.ws, pack_lines(0), &lines), GM_OK);
  while (!gm_lines_next(t.ws, &lines, &line, &more) && more) {
    assert_true(gm_str_to_u64(line, &number));
    assert_int_equal(number, ++count);
    assert_int_equal(number, lines.number);
  }
  assert_int_equal(count, 200000);
  assert_true(lines.text.capacity < 400000); /* not the whole file at once */
  gm_lines_close(&lines);
}

static void says_that_a_packed_file_is_cut_short(void **state) {
  char out[64];
  (void)state;
  assert_int_equal(read_lines(pack_lines(10), out, sizeof out), GM_BAD_INPUT);
  gm_str message = gm_str_of(gm_workspace_message(t.ws));
  assert_true(gm_str_ends(message, GM_STR("x.txt.zst is cut short")));
}

static void says_that_a_packed_file_is_empty(void **state) {
  char out[64];
  (void)state;
  const char *path = tables_put(&t, "x.tsv.zst", "");
  assert_int_equal(read_lines(path, out, sizeof out), GM_BAD_INPUT);
  gm_str message = gm_str_of(gm_workspace_message(t.ws));
  assert_true(gm_str_ends(message, GM_STR("x.tsv.zst is cut short")));
}

static void says_that_a_packed_file_is_none(void **state) {
  char out[64];
  (void)state;
  const char *path = tables_put(&t, "x.tsv.zst", "no packed bytes at all");
  assert_int_equal(read_lines(path, out, sizeof out), GM_BAD_INPUT);
  assert_non_null(strstr(gm_workspace_message(t.ws), "cannot be unpacked"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(passes_over_comments_and_empty_lines),
      TEST(reads_a_last_line_without_an_end),
      TEST(takes_the_line_ends_of_windows),
      TEST(says_where_bytes_are_no_text),
      TEST(says_that_a_file_is_not_there),
      TEST(refuses_a_line_without_end),
      TEST(stops_when_asked),
      TEST(unpacks_as_it_goes),
      TEST(says_that_a_packed_file_is_cut_short),
      TEST(says_that_a_packed_file_is_empty),
      TEST(says_that_a_packed_file_is_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
