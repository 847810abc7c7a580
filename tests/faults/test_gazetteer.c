/* Broken gazetteers: every prefix and every flipped byte of a small one. A
 * status or a wrong answer is allowed, a crash is not (the sanitizers watch),
 * and verifying finds every flip. */
#include <fcntl.h>

#include "gazetteer/format.h"
#include "unit/gazetteer/tables.h"

/* A gazetteer that has something in each of its sections. */
static void compile_small(void) {
  tables_put(&t, "sources.tsv", SOURCES "a,p,1,2024,CC0,nobody,all\n");
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Paris,48,2,PPLC,FR,11,75,2138551,Lutetia|Paname,a\n"
             "gn:2,France,46,2,PCLI,FR,,,,,a\n"
             "gn:3,Paris,33,-95,PPL,US,TX,277,24782,,a\n"
             "own:x,Île-de-France,48,2,ADM1,FR,11,,,,\n");
  tables_put(&t, "shapes.tsv",
             "ref,geometry,source\n"
             "gn:2,0 +???IS??R -CCC??CB?,a\ngn:3,1 /??SS,\n");
  tables_put(&t, "names.tsv",
             DATED
             "gn:2,French,en,demonym,a,,\n"
             "gn:1,Lutetia,la,historic,a,-52,360\n");
  tables_put(&t, "words/en/title.txt", "Mayor of\n");
  assert_int_equal(tables_compile(&t), GM_OK);
}

static void walk_along(const gm_gazetteer *gazetteer, const char *words) {
  gm_name_walk walk = gm_name_walk_begin(gazetteer);
  gm_str rest = gm_str_of(words);
  gm_entry entry;
  while (rest.size && gm_name_walk_step(&walk, gm_str_cut(&rest, ' ')))
    gm_name_walk_entry(&walk, &entry);
}

static uint64_t sum; /* what is read is used, so that it must be read */

static void touch(gm_str str) {
  for (size_t i = 0; i < str.size; i++) sum += (unsigned char)str.bytes[i];
}

static void touch_place(const gm_gazetteer *gazetteer, uint32_t index) {
  gm_place place = gm_gazetteer_place(gazetteer, index);
  gm_site site = gm_gazetteer_site(gazetteer, index);
  touch(place.ref), touch(place.name), touch(place.source);
  touch(place.feature_code), touch(place.country);
  touch(gm_str_of(gm_place_kind_name(place.kind)));
  assert_true(site.kind < GM_PLACE_KIND_COUNT);
  assert_true(place.at.lat_deg >= -90 && place.at.lat_deg <= 90);
  assert_true(place.at.lon_deg >= -180 && place.at.lon_deg <= 180);
}

/* Walks along every point of every place's shape, and looks around. */
static void touch_shapes(const gm_gazetteer *gazetteer) {
  static const gm_point at = {3, 1};
  const gm_nearby *near;
  const uint32_t *around;
  uint32_t count = 0;
  for (uint32_t place = 0; place < 6; place++) {
    gm_shape shape = {0};
    if (gm_gazetteer_shape(t.ws, gazetteer, place, &shape)) continue;
    for (uint32_t i = 0; i < shape.count; i++)
      for (uint32_t j = 0; j < shape.rings[i].count; j++) {
        assert_true(shape.rings[i].points[j].lat_deg <= 90);
        assert_true(shape.rings[i].points[j].lon_deg >= -180);
      }
  }
  gm_gazetteer_near(t.ws, gazetteer, at, 9000, 3, &near, &count);
  while (count--) touch_place(gazetteer, near[count].place);
  count = 0;
  gm_gazetteer_around(t.ws, gazetteer, at, &around, &count);
  while (count--) touch_place(gazetteer, around[count]);
}

/* Asks everything that can be asked. */
static void use(const gm_gazetteer *gazetteer) {
  static const char *const names[] = {"Paris",  "ile de france", "lutetia",
                                      "French", "mayor of",      "x"};
  gm_gazetteer_info info = gm_gazetteer_about(gazetteer);
  touch(info.name), touch(info.date), touch(info.licence);
  touch(info.attribution), touch(info.hash);
  for (uint32_t i = 0; i <= info.places && i < 8; i++)
    touch_place(gazetteer, i);
  for (uint32_t id = 0; id < 5; id++)
    touch_place(gazetteer, gm_gazetteer_by_geonameid(gazetteer, id));
  touch_shapes(gazetteer);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const gm_meaning *meanings;
    uint32_t count = 0;
    gm_gazetteer_look_up(t.ws, gazetteer, gm_str_of(names[i]), &meanings,
                         &count);
    for (uint32_t k = 0; k < count && k < 64; k++) {
      touch(meanings[k].written), touch(meanings[k].language);
      sum += (uint64_t)meanings[k].from_year + (uint64_t)meanings[k].to_year;
      touch_place(gazetteer, meanings[k].place);
      assert_true(meanings[k].kind < GM_NAME_KIND_COUNT);
    }
    walk_along(gazetteer, names[i]);
  }
}

/* Opens the file as it is now. @return whether all is found to be well */
static bool open_and_use(void) {
  gm_gazetteer *gazetteer;
  gm_workspace_reset(t.ws);
  gm_status status = gm_gazetteer_open(t.ws, t.path, &gazetteer);
  if (status) {
    assert_int_equal(status, GM_BAD_GAZETTEER);
    return false;
  }
  use(gazetteer);
  status = gm_gazetteer_verify(t.ws, gazetteer);
  gm_gazetteer_close(gazetteer);
  return status == GM_OK;
}

static int open_file(size_t *size) {
  struct stat about;
  int file = open(t.path, O_RDWR);
  assert_true(file >= 0);
  assert_int_equal(fstat(file, &about), 0);
  *size = (size_t)about.st_size;
  return file;
}

static void flip(int file, size_t at, unsigned char bits) {
  unsigned char byte;
  assert_int_equal(pread(file, &byte, 1, (off_t)at), 1);
  byte ^= bits;
  assert_int_equal(pwrite(file, &byte, 1, (off_t)at), 1);
}

static void finds_every_flipped_byte(void **state) {
  static const unsigned char flips[] = {0x01, 0x80, 0xFF};
  size_t size;
  (void)state;
  compile_small();
  int file = open_file(&size);
  assert_true(open_and_use());
  for (size_t at = 0; at < size; at++)
    for (size_t i = 0; i < sizeof flips; i++) {
      flip(file, at, flips[i]);
      assert_false(open_and_use());
      flip(file, at, flips[i]);
    }
  assert_true(open_and_use());
  close(file);
}

static void refuses_every_prefix(void **state) {
  size_t size;
  (void)state;
  compile_small();
  int file = open_file(&size);
  while (size--) {
    assert_int_equal(ftruncate(file, (off_t)size), 0);
    assert_false(open_and_use());
  }
  close(file);
}

/* The same, with a header that says that the file is as short as it is. */
static void survives_every_prefix_that_is_called_whole(void **state) {
  size_t size;
  (void)state;
  compile_small();
  int file = open_file(&size);
  for (uint64_t left = size; --left >= 24;) {
    assert_int_equal(ftruncate(file, (off_t)left), 0);
    assert_int_equal(pwrite(file, &left, sizeof left, 16), sizeof left);
    assert_int_equal(ftruncate(file, (off_t)left), 0);
    assert_false(open_and_use());
  }
  close(file);
}

/* Sections that lie over each other, or in the header. */
static void survives_sections_in_wrong_places(void **state) {
  enum { FIRST = 64, SECTIONS = GM_SECTION_COUNT, EACH = 24 };
  size_t size;
  (void)state;
  compile_small();
  int file = open_file(&size);
  for (int a = 0; a < SECTIONS; a++)
    for (int b = 0; b < SECTIONS; b++) {
      unsigned char mine[16], other[16];
      off_t at = FIRST + EACH * a, from = FIRST + EACH * b;
      if (a == b) continue;
      assert_int_equal(pread(file, mine, 16, at), 16);
      assert_int_equal(pread(file, other, 16, from), 16);
      assert_int_equal(pwrite(file, other, 16, at), 16);
      assert_false(open_and_use());
      assert_int_equal(pwrite(file, mine, 16, at), 16);
    }
  assert_true(open_and_use());
  close(file);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(finds_every_flipped_byte),
      TEST(refuses_every_prefix),
      TEST(survives_every_prefix_that_is_called_whole),
      TEST(survives_sections_in_wrong_places),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
