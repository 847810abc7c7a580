/* Opening a gazetteer. */
#include "unit/gazetteer/tables.h"

static void put_tables(void) {
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Paris,48,2,PPLC,FR,,,2138551,Lutetia,\n"
             "gn:2,France,46,2,PCLI,FR,,,,,\n");
  assert_int_equal(tables_compile(&t), GM_OK);
}

static gm_status open_bytes(const char *bytes, size_t size) {
  const char *path = tables_bytes(&t, "x.gaz", bytes, size);
  return gm_gazetteer_open(t.ws, path, &t.gazetteer);
}

static gm_str load(char *bytes, size_t room) {
  FILE *file = fopen(t.path, "rb");
  assert_non_null(file);
  size_t size = fread(bytes, 1, room, file);
  fclose(file);
  assert_true(size < room);
  return (gm_str){bytes, size};
}

static void assert_says(const char *part) {
  const char *message = gm_workspace_message(t.ws);
  if (!strstr(message, part)) assert_string_equal(message, part);
}

static void says_what_it_holds(void **state) {
  (void)state;
  put_tables();
  gm_gazetteer_info info = gm_gazetteer_about(tables_gazetteer(&t));
  assert_int_equal(info.places, 2);
  assert_int_equal(info.names, 3);
  assert_int_equal(info.keys, 3);
  assert_int_equal(info.hash.size, 16);
  assert_int_equal(strspn(info.hash.bytes, "0123456789abcdef"), 16);
  struct stat about;
  assert_int_equal(stat(t.path, &about), 0);
  assert_int_equal(info.size_bytes, about.st_size);
}

static void says_that_there_is_no_file(void **state) {
  gm_gazetteer *gazetteer = NULL;
  (void)state;
  assert_int_equal(gm_gazetteer_open(t.ws, "/nowhere/x.gaz", &gazetteer),
                   GM_CANNOT_READ);
  assert_null(gazetteer);
}

static void refuses_what_is_no_gazetteer(void **state) {
  (void)state;
  assert_int_equal(open_bytes("", 0), GM_BAD_GAZETTEER);
  assert_says("x.gaz is no compiled gazetteer");
  assert_int_equal(open_bytes("a text, not a gazetteer", 23), GM_BAD_GAZETTEER);
  assert_says("x.gaz is no compiled gazetteer");
  assert_null(t.gazetteer);
}

static void says_how_much_of_a_file_is_there(void **state) {
  static char bytes[65536];
  char expected[64];
  (void)state;
  put_tables();
  gm_str file = load(bytes, sizeof bytes);
  assert_int_equal(open_bytes(bytes, file.size - 1), GM_BAD_GAZETTEER);
  snprintf(expected, sizeof expected, "has %zu bytes instead of %zu",
           file.size - 1, file.size);
  assert_says(expected);
  assert_int_equal(open_bytes(bytes, 100), GM_BAD_GAZETTEER);
  assert_says("has 100 bytes, fewer than the 448 of its header");
}

static void refuses_another_version(void **state) {
  static char bytes[65536];
  (void)state;
  put_tables();
  gm_str file = load(bytes, sizeof bytes);
  bytes[12] = 9;
  assert_int_equal(open_bytes(bytes, file.size), GM_BAD_GAZETTEER);
  assert_says("has version 9 of the format, not 4");
}

static void refuses_another_byte_order(void **state) {
  static char bytes[65536];
  (void)state;
  put_tables();
  gm_str file = load(bytes, sizeof bytes);
  memcpy(bytes + 8, "\1\2\3\4", 4);
  assert_int_equal(open_bytes(bytes, file.size), GM_BAD_GAZETTEER);
  assert_says("has another byte order");
}

static void refuses_a_section_outside_the_file(void **state) {
  static char bytes[65536];
  (void)state;
  put_tables();
  gm_str file = load(bytes, sizeof bytes);
  memset(bytes + 64 + 1 * 24, 0xff, 8); /* the offset of the places */
  assert_int_equal(open_bytes(bytes, file.size), GM_BAD_GAZETTEER);
  assert_says("has a section 1 of 80 bytes outside of it");
}

static void closes_what_was_never_opened(void **state) {
  (void)state;
  gm_gazetteer_close(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(says_what_it_holds),
      TEST(says_that_there_is_no_file),
      TEST(refuses_what_is_no_gazetteer),
      TEST(says_how_much_of_a_file_is_there),
      TEST(refuses_another_version),
      TEST(refuses_another_byte_order),
      TEST(refuses_a_section_outside_the_file),
      TEST(closes_what_was_never_opened),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
