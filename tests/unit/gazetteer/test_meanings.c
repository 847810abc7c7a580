/* The senses of a name: merged, and in order. */
#include "unit/gazetteer/tables.h"

static gm_entry entry_of(const char *key) {
  gm_entry entry = {0};
  assert_true(gm_gazetteer_entry(t.gazetteer, gm_str_of(key), &entry));
  return entry;
}

static void puts_the_most_prominent_first(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:3,Paris,33,-95,PPL,US,,,24782,,\n"
             "gn:2,Paris,43,-80,PPL,CA,,,12310,,\n"
             "gn:1,Paris,48,2,PPLC,FR,,,2138551,,\n");
  tables_gazetteer(&t);
  assert_string_equal(tables_refs(&t, "paris"), "gn:1 gn:3 gn:2");
}

static void puts_a_country_before_a_larger_division(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Georgia,32,-83,ADM1,US,GA,,10711908,,\n"
             "gn:2,Georgia,42,43,PCLI,GE,,,3704500,,\n");
  tables_gazetteer(&t);
  assert_string_equal(tables_refs(&t, "Georgia"), "gn:2 gn:1");
}

static void tells_how_much_the_place_of_a_sense_is(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Georgia,32,-83,ADM1,US,GA,,10711908,,\n"
             "gn:2,Georgia,42,43,PCLI,GE,,,3704500,,\n"
             "gn:3,Georgia,1,1,PPL,US,,,4000,,\n");
  tables_gazetteer(&t);
  gm_entry entry = entry_of("georgia");
  assert_int_equal(3, entry.sense_count);
  for (uint32_t i = 0; i < entry.sense_count; i++) {
    gm_sense sense = gm_gazetteer_sense(t.gazetteer, entry, i);
    gm_site site = gm_gazetteer_site(t.gazetteer, sense.place);
    assert_int_equal(site.prominence, sense.rank.prominence);
    assert_int_equal(site.kind, sense.rank.kind);
  }
}

static void puts_who_is_called_so_before_who_was(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Volgograd,48,44,PPL,,,,1011000,,\n"
             "gn:2,Stalingrad,1,1,PPL,,,,700000,,\n");
  tables_put(&t, "names.tsv", NAMES "gn:1,Stalingrad,en,historic,\n");
  tables_gazetteer(&t);
  assert_string_equal(tables_refs(&t, "Stalingrad"), "gn:2 gn:1");
}

static void prefers_more_names_and_then_the_first(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Ham,1,1,PPL,,,,500,,\n"
             "gn:2,Ham,1,1,PPL,,,,500,Hamme,\n"
             "gn:3,Ham,1,1,PPL,,,,500,,\n");
  tables_gazetteer(&t);
  assert_string_equal(tables_refs(&t, "ham"), "gn:2 gn:1 gn:3");
}

static void assert_shown(uint32_t place, const char *name) {
  assert_str_equal(gm_gazetteer_place(t.gazetteer, place).name, name);
}

static void shows_the_english_name_that_folds_alike(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Rafaḩ,31,34,PPLA2,PS,,,126305,,\n"
             "gn:2,Hyderabad,25,68,PPL,PK,,,1921275,,\n"
             "gn:3,Köln,51,7,PPL,DE,,,963395,Koln,\n"
             "gn:4,Rafaḩ,31,34,PPL,EG,,,44215,,\n"
             "gn:5,İzmir,38,27,PPLA,TR,,,2938292,,\n");
  tables_put(&t, "names.tsv",
             NAMES
             "gn:1,Rafah,en,alternate,\n"
             "gn:2,Hyderābād,en,alternate,\n" /* it has more marks */
             "gn:3,Cologne,en,alternate,\n"   /* another key */
             "gn:3,Koln,de,alternate,\n"      /* not English */
             "gn:5,Izmir,en,historic,\n");
  tables_gazetteer(&t);
  assert_shown(0, "Rafah");
  assert_shown(1, "Hyderabad");
  assert_shown(2, "Köln");
  assert_shown(3, "Rafaḩ"); /* nobody says that this one is written so */
  assert_shown(4, "İzmir");
  gm_entry entry = entry_of("rafah");
  assert_int_equal(entry.sense_count, 2);
  assert_int_equal(gm_gazetteer_sense(t.gazetteer, entry, 0).kind,
                   GM_NAME_OFFICIAL);
  assert_int_equal(gm_gazetteer_verify(t.ws, t.gazetteer), GM_OK);
}

static void keeps_the_best_of_names_that_fold_alike(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES "gn:1,Zürich,47,8,PPLA,CH,,,341730,ZURICH|Zurich|Züri,\n");
  tables_gazetteer(&t);
  gm_entry entry = entry_of("zurich");
  assert_int_equal(entry.sense_count, 1);
  assert_str_equal(gm_gazetteer_written(t.gazetteer, entry, 0), "Zürich");
  assert_int_equal(gm_gazetteer_sense(t.gazetteer, entry, 0).kind,
                   GM_NAME_OFFICIAL);
  assert_false(gm_gazetteer_sense(t.gazetteer, entry, 0).capital);
  assert_int_equal(gm_gazetteer_place(t.gazetteer, 0).names, 2);
}

static void keeps_the_english_of_names_that_fold_alike(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES "gn:1,United Kingdom,54,-2,PCLI,GB,,,,,\n");
  tables_put(&t, "names.tsv",
             NAMES "gn:1,ÜK,et,short,\ngn:1,UK,en,abbreviation,\n");
  tables_gazetteer(&t);
  gm_entry entry = entry_of("uk");
  assert_int_equal(entry.sense_count, 1);
  assert_str_equal(gm_gazetteer_written(t.gazetteer, entry, 0), "UK");
  assert_int_equal(gm_gazetteer_sense(t.gazetteer, entry, 0).kind,
                   GM_NAME_ABBREVIATION);
}

static void keeps_the_kind_that_says_most(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES "gn:1,Volgograd,48,44,PPL,,,,1011000,Stalingrad,\n");
  tables_put(&t, "names.tsv", NAMES "gn:1,Stalingrad,en,historic,\n");
  tables_gazetteer(&t);
  assert_int_equal(
      gm_gazetteer_sense(t.gazetteer, entry_of("stalingrad"), 0).kind,
      GM_NAME_HISTORIC);
}

/* A main name of a state that is gone: the row of names says when. */
static void takes_the_years_of_a_main_name_from_its_row(void **state) {
  tables_put(&t, "places.tsv", PLACES "gn:1,Czechoslovakia,49,17,PCLH,,,,,,\n");
  tables_put(&t, "names.tsv",
             DATED "gn:1,Czechoslovakia,en,official,,1918,1992\n");
  tables_gazetteer(&t);
  gm_entry entry = entry_of("czechoslovakia");
  assert_int_equal(entry.sense_count, 1);
  gm_sense sense = gm_gazetteer_sense(t.gazetteer, entry, 0);
  assert_int_equal(sense.from_year, 1918);
  assert_int_equal(sense.to_year, 1992);
  (void)state;
}

static void keeps_a_people_beside_its_place(void **state) {
  (void)state;
  tables_put(&t, "places.tsv", PLACES "gn:1,Luxembourg,49,6,PCLI,LU,,,,,\n");
  tables_put(&t, "names.tsv",
             NAMES
             "gn:1,Luxembourg,en,adjective,\ngn:1,Luxembourg,en,demonym,\n");
  tables_gazetteer(&t);
  gm_entry entry = entry_of("luxembourg");
  assert_int_equal(entry.sense_count, 2);
  assert_int_equal(gm_gazetteer_sense(t.gazetteer, entry, 0).kind,
                   GM_NAME_OFFICIAL);
  assert_int_equal(gm_gazetteer_sense(t.gazetteer, entry, 1).kind,
                   GM_NAME_DEMONYM);
  assert_int_equal(gm_gazetteer_place(t.gazetteer, 0).names, 1);
}

static void needs_a_full_stop_only_if_every_name_has_one(void **state) {
  (void)state;
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,United States,39,-98,PCLI,US,,,,,\n"
             "gn:2,California,37,-119,ADM1,US,CA,,,,\n");
  tables_put(&t, "names.tsv",
             NAMES
             "gn:1,U.S.,en,abbreviation,\ngn:1,US,en,abbreviation,\n"
             "gn:2,Calif.,en,abbreviation,\n");
  tables_gazetteer(&t);
  gm_sense us = gm_gazetteer_sense(t.gazetteer, entry_of("us"), 0);
  gm_sense calif = gm_gazetteer_sense(t.gazetteer, entry_of("calif"), 0);
  assert_false(us.dotted);
  assert_true(us.capital);
  assert_true(calif.dotted);
  assert_false(calif.capital);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(puts_the_most_prominent_first),
      TEST(puts_a_country_before_a_larger_division),
      TEST(tells_how_much_the_place_of_a_sense_is),
      TEST(puts_who_is_called_so_before_who_was),
      TEST(prefers_more_names_and_then_the_first),
      TEST(shows_the_english_name_that_folds_alike),
      TEST(keeps_the_best_of_names_that_fold_alike),
      TEST(keeps_the_english_of_names_that_fold_alike),
      TEST(keeps_the_kind_that_says_most),
      TEST(takes_the_years_of_a_main_name_from_its_row),
      TEST(keeps_a_people_beside_its_place),
      TEST(needs_a_full_stop_only_if_every_name_has_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
