/* Names with the words beside them. A gazetteer of its own. */
#include "gazetteer/name.h"
#include "resolve/compose.h"
#include "unit/gazetteer/tables.h"

static tables t;

static int open_tables(void **state) {
  (void)state;
  tables_open(&t);
  tables_put(&t, "sources.tsv", SOURCES "s,p,1,2020,CC0,me,all\n");
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Arland,10,10,PCLI,AA,,,9000000,,s\n"
             "gn:2,Nipra,11,11,PPL,AA,,,900000,,s\n"
             "gn:3,Nieper,12,12,STM,AA,,,,Nipra River,s\n"
             "gn:4,Lake Eery,13,13,LK,AA,,,,,s\n"
             "gn:5,Henry County,14,14,ADM2,AA,,,,,s\n"
             "gn:6,Benton County,14,15,ADM2,AA,,,,,s\n"
             "gn:7,Henry,20,15,PPL,AA,,,700,,s\n"
             "gn:8,Benton,21,15,PPL,AA,,,700,,s\n"
             "gn:9,Boryn International Airport,22,15,AIRP,AA,,,,,s\n"
             "gn:10,Gulf of Adon,23,15,GULF,AA,,,,,s\n"
             "gn:11,Nipra District,24,15,PPL,AA,,,700,,s\n");
  tables_put(&t, "words/en/generic.tsv",
             GENERIC
             "river,water,after\nlake,water,before\ncounties,division,after\n"
             "county,division,after\nairport,facility,after\n"
             "gulf,water,before\ndistrict,division,after\n");
  tables_gazetteer(&t);
  return 0;
}

static int close_tables(void **state) {
  (void)state;
  tables_close(&t);
  return 0;
}

/* The ref of what the marked names make with the words beside them, parted by
 * spaces; "-" where it is nothing: "the [Nipra] river". */
static const char *composed(const char *marked) {
  static char told[128];
  char text[128];
  gm_mention mentions[4] = {{.kind_hint = -1}};
  uint32_t size = 0, count = 0;
  for (const char *at = marked; *at; at++) {
    if (*at == '[')
      mentions[count].head.begin = size;
    else if (*at == ']')
      mentions[count++].head.end = size;
    else
      text[size++] = *at;
  }
  const gm_document document = {.text = {text, size}};
  told[0] = 0;
  for (uint32_t i = 0; i < count; i++) mentions[i].span = mentions[i].head;
  for (uint32_t i = 0; i < count; i++) {
    gm_entry entry;
    int kind = -1;
    gm_str key =
        gm_name_key(t.ws, gm_str_part(document.text, mentions[i].head));
    gm_compose(t.ws, t.gazetteer, &document,
               (gm_mentions){.items = mentions, .count = count}, i, key, &entry,
               &kind);
    gm_str ref = GM_STR("-");
    if (entry.sense_count) assert_true(kind >= 0);
    if (entry.sense_count)
      ref = gm_gazetteer_place(t.gazetteer,
                               gm_gazetteer_sense(t.gazetteer, entry, 0).place)
                .ref;
    size_t end = strlen(told);
    snprintf(told + end, sizeof told - end, "%s%.*s", i ? " " : "",
             GM_PRINT(ref));
  }
  return told;
}

static void joins_the_word_behind(void **state) {
  (void)state;
  assert_string_equal(composed("the [Nipra] river froze"), "gn:3");
  assert_string_equal(composed("[The Nipra] river froze"), "gn:3");
  assert_string_equal(composed("at [Boryn] airport"), "gn:9");
  assert_string_equal(composed("in [Henry] County."), "gn:5");
}

static void joins_the_word_before(void **state) {
  (void)state;
  assert_string_equal(composed("by lake [Eery] in May"), "gn:4");
  assert_string_equal(composed("the gulf of [Adon] and"), "gn:10");
}

static void gives_each_name_of_a_list_the_plural_behind_it(void **state) {
  (void)state;
  assert_string_equal(composed("[Henry] and [Benton] counties"), "gn:5 gn:6");
  assert_string_equal(composed("[Henry], [Nipra] and [Benton] counties"),
                      "gn:5 - gn:6");
  assert_string_equal(composed("[Henry] and [Benton] county"), "- gn:6");
  assert_string_equal(composed("[Henry] or [Benton] counties"), "gn:5 gn:6");
  assert_string_equal(composed("[Henry], or [Benton] counties"), "gn:5 gn:6");
  assert_string_equal(composed("[Henry] for [Benton] counties"), "- gn:6");
  assert_string_equal(composed("[Henry] and Old Moon counties"), "gn:5");
  assert_string_equal(composed("[Henry] and old counties"), "-");
}

static void wants_a_word_of_places_and_a_place_of_its_kind(void **state) {
  (void)state;
  assert_string_equal(composed("in [Nipra] the river froze"), "-");
  assert_string_equal(composed("[Nipra], river and sea"), "-");
  assert_string_equal(composed("the [Nipra] district"), "-"); /* a town */
  assert_string_equal(composed("[Nipra]"), "-");
  assert_string_equal(composed("the gulf [Adon]"), "-");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(joins_the_word_behind),
      cmocka_unit_test(joins_the_word_before),
      cmocka_unit_test(gives_each_name_of_a_list_the_plural_behind_it),
      cmocka_unit_test(wants_a_word_of_places_and_a_place_of_its_kind),
  };
  return cmocka_run_group_tests(tests, open_tables, close_tables);
}
