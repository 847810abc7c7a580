/* Verifying: a wrong file with a right hash. */
#include "gazetteer/format.h"
#include "gazetteer/hash.h"
#include "unit/gazetteer/tables.h"

static char bytes[65536];
static size_t size;

/* Compiles a small gazetteer and loads its bytes. */
static gm_format_header load(void) {
  gm_format_header header;
  tables_put(&t, "sources.tsv", SOURCES "a,,,2024,,,\n");
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Paris,48,2,PPLC,FR,,,2138551,Lutetia,a\n"
             "gn:2,France,46,2,PCLI,FR,,,,,a\n");
  tables_put(&t, "names.tsv",
             DATED
             "gn:1,Lutetia,la,historic,a,-52,360\n"
             "gn:1,Paname,fr,colloquial,a,,\n"
             "gn:2,Gaul,en,historic,a,,486\n");
  tables_put(&t, "shapes.tsv",
             "ref,geometry,source\ngn:1,0 +???CC?,a\ngn:2,0 /??SS,a\n");
  tables_gazetteer(&t);
  FILE *file = fopen(t.path, "rb");
  size = fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  gm_gazetteer_close(t.gazetteer);
  t.gazetteer = NULL;
  memcpy(&header, bytes, sizeof header);
  return header;
}

/* Gives the changed bytes their right hashes. */
static void hash_bytes(void) {
  gm_format_header header;
  memcpy(&header, bytes, sizeof header);
  header.hash = 0;
  for (int i = 0; i < GM_SECTION_COUNT; i++) {
    size_t padded = (header.sections[i].size + 7) / 8 * 8;
    gm_str section = {bytes + header.sections[i].offset, padded};
    header.sections[i].hash = gm_hash_words(GM_HASH_BEGIN, section);
  }
  header.hash = gm_hash_words(GM_HASH_BEGIN,
                              (gm_str){(const char *)&header, sizeof header});
  memcpy(bytes, &header, sizeof header);
}

/* Verifies the bytes as they are. */
static gm_status verify_as_they_are(void) {
  const char *path = tables_bytes(&t, "x.gaz", bytes, size);
  assert_int_equal(gm_gazetteer_open(t.ws, path, &t.gazetteer), GM_OK);
  gm_status status = gm_gazetteer_verify(t.ws, t.gazetteer);
  gm_gazetteer_close(t.gazetteer);
  t.gazetteer = NULL;
  return status;
}

static gm_status verify_bytes(void) {
  hash_bytes();
  return verify_as_they_are();
}

static void assert_fault(enum gm_section section, size_t at, int byte,
                         const char *message) {
  gm_format_header header = load();
  bytes[header.sections[section].offset + at] = (char)byte;
  assert_int_equal(verify_bytes(), GM_BAD_GAZETTEER);
  assert_string_equal(gm_workspace_message(t.ws), message);
}

static void finds_no_fault_in_a_good_one(void **state) {
  (void)state;
  load();
  assert_int_equal(verify_bytes(), GM_OK);
}

static void finds_one_changed_byte(void **state) {
  (void)state;
  gm_format_header header = load();
  uint64_t at = header.sections[GM_SECTION_INFO].offset;
  bytes[at] ^= 1;
  assert_int_equal(verify_as_they_are(), GM_BAD_GAZETTEER);
  assert_int_equal(gm_workspace_offset(t.ws), at); /* it says where */
}

static void finds_wrong_places(void **state) {
  (void)state;
  assert_fault(GM_SECTION_PLACES, offsetof(gm_format_place, name) + 3, 0x7f,
               "the gazetteer's place 0 is wrong");
  assert_fault(GM_SECTION_PLACES, 40 + offsetof(gm_format_place, area), 77,
               "the gazetteer's place 1 is wrong");
  assert_fault(GM_SECTION_PLACES, offsetof(gm_format_place, lat_e5) + 3, 0x7f,
               "the gazetteer's place 0 is wrong");
  assert_fault(GM_SECTION_PLACES, offsetof(gm_format_place, feature), 2,
               "the gazetteer's place 0 is wrong");
  assert_fault(GM_SECTION_PLACES, GM_FORMAT_REF_BYTES - 1, 'x',
               "the gazetteer's place 0 is wrong");
  assert_fault(GM_SECTION_AREAS, 3, 0x7f, "the gazetteer's area 0 is wrong");
  assert_fault(GM_SECTION_FEATURES, 6, 77,
               "the gazetteer's feature 0 is wrong");
}

static void finds_wrong_ids_and_sources(void **state) {
  (void)state;
  assert_fault(GM_SECTION_IDS, 4, 0, "the gazetteer's id 1 is wrong");
  assert_fault(GM_SECTION_IDS, 0, 9, "the gazetteer's id 0 is wrong");
  assert_fault(GM_SECTION_SOURCES, 7, 0x7f,
               "the gazetteer's source 1 is wrong");
  assert_fault(GM_SECTION_LANGUAGES, 3, 0x7f,
               "the gazetteer's language 0 is wrong");
}

static void finds_wrong_entries(void **state) {
  (void)state;
  assert_fault(GM_SECTION_ENTRIES, 8, 1, "the gazetteer's entry 0 is wrong");
  assert_fault(GM_SECTION_ENTRIES, 7, 0x7f, "the gazetteer's entry 0 is wrong");
  assert_fault(GM_SECTION_ENTRIES, 12 + 8, 9,
               "the gazetteer's entry 0 is wrong");
}

static void finds_wrong_senses(void **state) {
  (void)state;
  assert_fault(GM_SECTION_SENSES, 0, 2, "the gazetteer's sense 0 is wrong");
  assert_fault(GM_SECTION_SENSES, 14 + 10, 14,
               "the gazetteer's sense 1 is wrong");
  assert_fault(GM_SECTION_SENSES, 8, 7, "the gazetteer's sense 0 is wrong");
  assert_fault(GM_SECTION_SENSES, 13, 1, "the gazetteer's sense 0 is wrong");
}

/* The packed shapes: 1 ring, 3 points, their steps; 1 line, 2 points ... */
static void finds_wrong_shapes(void **state) {
  (void)state;
  assert_fault(GM_SECTION_SHAPES, 0, 1, "the gazetteer's shape 1 is wrong");
  assert_fault(GM_SECTION_SHAPES, offsetof(gm_format_shape, type), 0,
               "the gazetteer's shape 0 is wrong");
  assert_fault(GM_SECTION_SHAPES, offsetof(gm_format_shape, decimals), 6,
               "the gazetteer's shape 0 is wrong");
  assert_fault(GM_SECTION_SHAPES, offsetof(gm_format_shape, size), 7,
               "the gazetteer's shape 0 is wrong");
  assert_fault(GM_SECTION_SHAPES, 32 + offsetof(gm_format_shape, source), 1,
               "the gazetteer's shape 1 is wrong");
  assert_fault(GM_SECTION_OUTLINES, 0, 2, "the gazetteer's shape 0 is wrong");
  assert_fault(GM_SECTION_OUTLINES, 1, 4, "the gazetteer's shape 0 is wrong");
  assert_fault(GM_SECTION_OUTLINES, 1, 7, "the gazetteer's shape 0 is wrong");
  assert_fault(GM_SECTION_OUTLINES, 4, 99, "the gazetteer's shape 0 is wrong");
}

static void finds_places_that_are_not_on_the_curve(void **state) {
  (void)state;
  assert_fault(GM_SECTION_NEAREST, 0, 2, "the gazetteer's near 0 is wrong");
  assert_fault(GM_SECTION_NEAREST, 0, 0, "the gazetteer's near 1 is wrong");
}

static void finds_senses_that_their_names_do_not_lead_to(void **state) {
  uint32_t other;
  (void)state;
  gm_format_header header = load();
  uint64_t at = header.sections[GM_SECTION_SENSES].offset;
  memcpy(&other, bytes + at + 14 + 4, 4); /* the writing of the second one */
  memcpy(bytes + at + 4, &other, 4);
  assert_int_equal(verify_bytes(), GM_BAD_GAZETTEER);
  assert_string_equal(gm_workspace_message(t.ws),
                      "the gazetteer's sense 0 is wrong");
}

static void finds_wrong_years(void **state) {
  (void)state;
  assert_fault(GM_SECTION_YEARS, 0, 9, "the gazetteer's sense 0 is wrong");
}

static void finds_entries_that_no_bucket_leads_to(void **state) {
  gm_format_header header = load();
  (void)state;
  memset(bytes + header.sections[GM_SECTION_BUCKETS].offset, 0,
         header.sections[GM_SECTION_BUCKETS].size);
  assert_int_equal(verify_bytes(), GM_BAD_GAZETTEER);
  assert_string_equal(gm_workspace_message(t.ws),
                      "the gazetteer's bucket 1 is wrong");
}

static void finds_wrong_counts(void **state) {
  (void)state;
  load();
  bytes[32] = 3;
  assert_int_equal(verify_bytes(), GM_BAD_GAZETTEER);
  load();
  bytes[36] = 4;
  assert_int_equal(verify_bytes(), GM_BAD_GAZETTEER);
}

static void stops_when_asked(void **state) {
  static const volatile int stop = 1;
  (void)state;
  load();
  gm_workspace_watch(t.ws, &stop);
  assert_int_equal(verify_bytes(), GM_CANCELLED);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(finds_no_fault_in_a_good_one),
      TEST(finds_one_changed_byte),
      TEST(finds_wrong_places),
      TEST(finds_wrong_ids_and_sources),
      TEST(finds_wrong_entries),
      TEST(finds_wrong_senses),
      TEST(finds_senses_that_their_names_do_not_lead_to),
      TEST(finds_wrong_years),
      TEST(finds_entries_that_no_bucket_leads_to),
      TEST(finds_wrong_shapes),
      TEST(finds_places_that_are_not_on_the_curve),
      TEST(finds_wrong_counts),
      TEST(stops_when_asked),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
