/* Tables of GeoNames as they are downloaded. */
#include "unit/gazetteer/publisher_files.h"

/* Three places: a country, its division, a town with names. */
static const char *three(void) {
  static char text[4096];
  text[0] = 0;
  row(text, sizeof text, 10, "Republic of Lorva", "Lorva", "5", "5", "PCLI",
      "LV", "00", "900000", "2024-01-01");
  row(text, sizeof text, 11, "Norda", "", "6", "5", "ADM1", "LV", "07", "",
      "2024-01-01");
  row(text, sizeof text, 12, "Kelmo", "Kelmograd|Kelmo City|ke er mo|KLM|Ke",
      "6.12345", "5.5", "PPL", "LV", "07", "1200", "2024-01-01");
  return text;
}

static void reads_places_with_their_parents(void **state) {
  (void)state;
  put_text("LV.txt", three());
  gm_compiled told = compile_told();
  assert_int_equal(told.merged, 0);
  assert_int_equal(told.left_out, 0);
  assert_str_equal(told.remarks, "");
  gm_place town = place_of(12);
  assert_str_equal(town.ref, "gn:12");
  assert_str_equal(town.name, "Kelmo");
  assert_str_equal(town.source, "geonames.org");
  assert_int_equal(town.population, 1200);
  assert_float_equal(town.at.lat_deg, 6.12345, 1e-9);
  assert_str_equal(town.country, "LV");
  assert_int_equal(town.admin1_place, place_of(11).index);
  assert_int_equal(town.country_place, place_of(10).index);
}

static void leaves_out_what_is_no_name(void **state) {
  (void)state;
  put_text("LV.txt", three());
  compile_told();
  assert_string_equal(tables_refs(&t, "Kelmograd"), "gn:12");
  assert_string_equal(tables_refs(&t, "Kelmo City"), "gn:12");
  assert_string_equal(tables_refs(&t, "ke er mo"), "");
  assert_string_equal(tables_refs(&t, "KLM"), "");
  assert_string_equal(tables_refs(&t, "Ke"), "");
}

/* The hash of a gazetteer made of one file. */
static void hash_of(char hash[32]) {
  compile_told();
  gm_gazetteer_info info = gm_gazetteer_about(t.gazetteer);
  snprintf(hash, 32, "%.*s", GM_PRINT(info.hash));
  gm_gazetteer_close(t.gazetteer);
  t.gazetteer = NULL;
}

static void gives_the_same_from_every_packing(void **state) {
  char plain[32], packed[32];
  (void)state;
  const char *path = put_text("LV.txt", three());
  hash_of(plain);
  unlink(path);
  path = put_gzip("LV.txt.gz", three());
  hash_of(packed);
  assert_string_equal(plain, packed);
  unlink(path);
  path = put_zstd("renamed.txt.zst", three());
  hash_of(packed);
  assert_string_equal(plain, packed);
  unlink(path);
  put_zip("LV.zip", "readme.txt", "this is\tno table\n");
  put_zip("LV.zip", "LV.txt", three());
  hash_of(packed);
  assert_string_equal(plain, packed);
}

static void leaves_out_odd_rows_and_tells_the_first(void **state) {
  char text[8192];
  (void)state;
  snprintf(text, sizeof text, "%s", three());
  row(text, sizeof text, 13, "Nocode", "", "1", "1", "", "LV", "", "", "");
  row(text, sizeof text, 14, "Odd", "", "1", "1", "XYZ", "LV", "", "", "");
  row(text, sizeof text, 15, "Far", "", "91", "1", "PPL", "LV", "", "", "");
  row(text, sizeof text, 16, "Words", "", "x", "1", "PPL", "LV", "", "", "");
  row(text, sizeof text, 17, "Land", "", "1", "1", "PPL", "lv", "", "", "");
  row(text, sizeof text, 18, "", "", "1", "1", "PPL", "LV", "", "", "");
  row(text, sizeof text, 0, "Zero", "", "1", "1", "PPL", "LV", "", "", "");
  size_t size = strlen(text);
  snprintf(text + size, sizeof text - size, "19\tshort\trow\n20\tb\xff\n");
  row(text, sizeof text, 21, "Last", "", "1", "1", "PPL", "LV", "", "", "");
  put_text("LV.txt", text);
  gm_compiled told = compile_told();
  assert_int_equal(told.left_out, 9);
  assert_int_equal(gm_gazetteer_about(t.gazetteer).places, 4);
  assert_string_equal(tables_refs(&t, "Last"), "gn:21");
  char remarks[2048], expected[512];
  snprintf(remarks, sizeof remarks, "%.*s", GM_PRINT(told.remarks));
  snprintf(expected, sizeof expected,
           "left out: 2 rows without a known feature code, the first in "
           "%s/LV.txt line 4\n",
           t.folder);
  assert_non_null(strstr(remarks, expected));
  assert_non_null(strstr(remarks, "2 rows without a point on the Earth, the"));
  assert_non_null(strstr(remarks, "1 rows with a wrong number of columns"));
  assert_non_null(strstr(remarks, "1 rows that are not UTF-8, the first in"));
  assert_non_null(strstr(remarks, "1 rows without a name"));
  assert_non_null(strstr(remarks, "1 rows without an id"));
  assert_non_null(strstr(remarks, "1 rows with a country that is not two"));
}

static void takes_the_newer_of_two_rows(void **state) {
  char text[4096] = "";
  (void)state;
  row(text, sizeof text, 12, "Kelmo", "", "1", "1", "PPL", "LV", "", "5",
      "2020-01-01");
  put_text("a.txt", text);
  text[0] = 0;
  row(text, sizeof text, 12, "Kelmo", "", "2", "2", "PPLA", "LV", "", "7",
      "2024-01-01");
  put_text("b.txt", text);
  text[0] = 0;
  row(text, sizeof text, 12, "Kelma", "", "3", "3", "PPL", "LV", "", "9", "");
  put_text("c.txt", text);
  gm_compiled told = compile_told();
  assert_int_equal(told.merged, 2);
  gm_place place = place_of(12);
  assert_float_equal(place.at.lat_deg, 2, 1e-9);
  assert_int_equal(place.population, 7);
  assert_string_equal(tables_refs(&t, "Kelma"), "gn:12");
}

#define NAMES_HEAD "1\t12\t"

static void gives_names_their_language_and_kind(void **state) {
  const gm_meaning *meanings;
  uint32_t count;
  static const struct {
    const char *name;
    gm_name_kind kind;
  } kinds[] = {
      {"Oldmo", GM_NAME_HISTORIC},      {"Big Kel", GM_NAME_COLLOQUIAL},
      {"Kel", GM_NAME_SHORT},           {"City of Kelmo", GM_NAME_OFFICIAL},
      {"Kelmofurt", GM_NAME_ALTERNATE}, {"KLMO", GM_NAME_ABBREVIATION},
      {"Endmo", GM_NAME_HISTORIC}};
  (void)state;
  put_text("LV.txt", three());
  put_text("alternateNamesV2.txt",
           NAMES_HEAD "en\tOldmo\t\t\t\t1\t\t\n" NAMES_HEAD
                      "en\tBig Kel\t\t\t1\t\t\t\n" NAMES_HEAD
                      "en\tKel\t\t1\t\t\t\t\n" NAMES_HEAD
                      "en\tCity of Kelmo\t1\t\t\t\t\t\n" NAMES_HEAD
                      "de\tKelmofurt\t1\t\t\t\t\t\n" NAMES_HEAD
                      "abbr\tKLMO\t\t\t\t\t\t\n" NAMES_HEAD
                      "en\tEndmo\t\t\t\t\t1900\t1950\n" NAMES_HEAD
                      "link\tKelmolink\t\t\t\t\t\t\n" NAMES_HEAD
                      "iata\tKEL\t\t\t\t\t\t\n"
                      "2\t99\ten\tNowhere\t\t\t\t\t\t\n");
  gm_compiled told = compile_told();
  assert_int_equal(told.left_out, 1); /* a name of the place 99 */
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    assert_int_equal(
        gm_gazetteer_look_up(t.ws, t.gazetteer, gm_str_of(kinds[i].name),
                             &meanings, &count),
        GM_OK);
    assert_int_equal(count, 1);
    assert_int_equal(meanings[0].kind, kinds[i].kind);
  }
  assert_int_equal(meanings[0].from_year, 1900); /* of Endmo, the last */
  assert_int_equal(meanings[0].to_year, 1950);
  assert_string_equal(tables_refs(&t, "Kelmolink"), "");
  assert_string_equal(tables_refs(&t, "Kelmograd"), ""); /* the column */
}

static void takes_names_of_countries_and_divisions(void **state) {
  (void)state;
  put_text("LV.txt", three());
  put_text("admin1CodesASCII.txt", "LV.07\tNorda Land\tNorda Land\t11\n");
  put_text("countryInfo.txt",
           "#ISO\n"
           "LV\tLVA\t1\tLV\tLorvania\tKelmo\t1\t1\tEU\t.lv\tEUR\tEuro\t1\t\t\t"
           "en\t10\t\t\n");
  compile_told();
  assert_string_equal(tables_refs(&t, "Lorvania"), "gn:10");
  assert_string_equal(tables_refs(&t, "Norda Land"), "gn:11");
}

static void stops_at_a_cut_file(void **state) {
  (void)state;
  const char *path = put_gzip("LV.txt.gz", three());
  assert_int_equal(truncate(path, 60), 0);
  tables_fail(&t, "LV.txt.gz is cut short");
}

static void is_named_as_a_single_file(void **state) {
  (void)state;
  const char *files[] = {put_text("LV.txt", three())};
  assert_int_equal(gm_gazetteer_compile(t.ws, files, 1, t.path, NULL), GM_OK);
  files[0] = put_text("notes.txt", "nothing of use\n");
  assert_int_equal(gm_gazetteer_compile(t.ws, files, 1, t.path, NULL),
                   GM_BAD_INPUT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(reads_places_with_their_parents),
      TEST(leaves_out_what_is_no_name),
      TEST(gives_the_same_from_every_packing),
      TEST(leaves_out_odd_rows_and_tells_the_first),
      TEST(takes_the_newer_of_two_rows),
      TEST(gives_names_their_language_and_kind),
      TEST(takes_names_of_countries_and_divisions),
      TEST(stops_at_a_cut_file),
      TEST(is_named_as_a_single_file),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
