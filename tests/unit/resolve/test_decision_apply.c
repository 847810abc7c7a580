/* Decisions: what they read, and what they do to a document. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support.h"

static char path[] = "/tmp/geomention-decisions-XXXXXX";

static int make_file(void **state) {
  int file = mkstemp(path);
  if (file < 0) return -1;
  close(file);
  return support_open(state);
}

static int remove_file(void **state) {
  remove(path);
  return support_close(state);
}

static gm_status open_text(gm_support *s, const char *text,
                           gm_decisions **out) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_true(fputs(text, file) >= 0);
  assert_int_equal(fclose(file), 0);
  return gm_decisions_open(s->ws, s->gazetteer, path, out);
}

/* Applies decisions to a text; the document's id is "d". */
typedef struct applied {
  gm_support *s;
  gm_decisions *decisions;
  gm_decided decided;
} applied;

static applied apply(void **state, const char *title, const char *text,
                     const char *lines) {
  applied a = {.s = support_map(state, title, text)};
  gm_support *s = a.s;
  if (open_text(s, lines, &a.decisions) != GM_OK)
    fail_msg("%s", gm_workspace_message(s->ws));
  assert_int_equal(gm_document_make(s->ws, GM_STR("d"), gm_str_of(title),
                                    gm_str_of(text), &s->document),
                   GM_OK);
  assert_int_equal(
      gm_decisions_apply(s->ws, a.decisions, s->document, &s->mentions,
                         &s->resolutions, &a.decided),
      GM_OK);
  return a;
}

/* The place of the first mention with these words. */
static const gm_resolution *of(const applied *a, const char *words) {
  for (uint32_t i = 0; i < a->s->mentions.count; i++)
    if (gm_str_equal(support_text(a->s, i), gm_str_of(words)))
      return &a->s->resolutions.items[i];
  fail_msg("there is no mention %s", words);
  return NULL;
}

static gm_place place_of(const applied *a, const char *words) {
  return gm_gazetteer_place(gm_decisions_gazetteer(a->decisions),
                            of(a, words)->place);
}

#define TEXT "Rain fell in Paris and in London. Paris was wet."
#define CHANGE                                                        \
  "{\"document\":\"d\",\"part\":\"text\",\"begin\":13,\"end\":18,"    \
  "\"text\":\"Paris\",\"decision\":\"change\",\"scope\":\"mention\"," \
  "\"place\":\"gn:4717560\",\"name\":\"Paris, Texas\"}\n"

static void changes_one_mention(void **state) {
  applied a = apply(state, "", TEXT, CHANGE);
  const gm_resolution *first = of(&a, "Paris");
  assert_int_equal(place_of(&a, "Paris").geonameid, 4717560);
  assert_true(first->decided && first->confidence == 1);
  assert_int_equal(first->candidates[0].place, first->place);
  assert_string_equal(first->candidates[0].evidence[0].name, "decision");
  assert_non_null(strstr(first->reasons.bytes, "you chose it ("));
  assert_non_null(strstr(first->reasons.bytes, " line 1)"));
  assert_int_equal(a.decided.mentions, 1);
  assert_int_equal(a.decided.stale_count, 0);
  assert_false(a.s->resolutions.items[a.s->mentions.count - 1].decided);
  gm_decisions_close(a.decisions);
}

static void a_nearer_decision_wins(void **state) {
  applied a = apply(state, "", TEXT,
                    CHANGE
                    "{\"text\":\"Paris\",\"decision\":\"reject\","
                    "\"scope\":\"name\"}\n");
  assert_int_equal(place_of(&a, "Paris").geonameid, 4717560);
  uint32_t last = a.s->mentions.count - 1;
  assert_int_equal(a.s->resolutions.items[last].place, GM_NO_PLACE);
  assert_true(a.s->resolutions.items[last].decided);
  assert_int_equal(a.decided.mentions, 2);
  gm_decisions_close(a.decisions);
}

static void an_added_mention_has_its_modifier(void **state) {
  applied a = apply(state, "", "They camped 15 km east of Zzyzx for a week.",
                    "{\"document\":\"d\",\"part\":\"text\",\"begin\":26,"
                    "\"end\":31,\"text\":\"Zzyzx\",\"decision\":\"change\","
                    "\"lat\":35.1,\"lon\":-116.1}\n");
  assert_int_equal(a.s->mentions.count, 1);
  assert_true(of(&a, "Zzyzx")->decided);
  gm_modifier said = a.s->mentions.items[0].modifier;
  assert_int_equal(said.kind, GM_MODIFIER_DISTANCE);
  assert_true(said.far_km == 15 && said.bearing_deg == 90);
  gm_decisions_close(a.decisions);
}

static void an_article_decision_holds_for_its_article(void **state) {
  static const char line[] =
      "{\"document\":\"%s\",\"text\":\"Paris\",\"decision\":\"reject\","
      "\"scope\":\"article\"}\n";
  char lines[256];
  snprintf(lines, sizeof lines, line, "d");
  applied a = apply(state, "", TEXT, lines);
  assert_int_equal(a.decided.mentions, 2);
  gm_decisions_close(a.decisions);
  snprintf(lines, sizeof lines, line, "e");
  a = apply(state, "", TEXT, lines);
  assert_int_equal(a.decided.mentions, 0);
  assert_int_equal(a.decided.decisions, 0);
  gm_decisions_close(a.decisions);
}

static void tells_what_is_out_of_date_and_does_not_apply_it(void **state) {
  applied a = apply(state, "", "Much " TEXT, CHANGE);
  assert_int_equal(a.decided.mentions, 0);
  assert_int_equal(a.decided.stale_count, 1);
  assert_int_equal(a.decided.stale[0].line, 1);
  assert_string_equal(a.decided.stale[0].why.bytes,
                      "\"Paris\" does not stand at text 13-18 of d any more");
  gm_decisions_close(a.decisions);
}

static void counts_code_points_and_knows_titles(void **state) {
  applied a = apply(state, "😀 Łódź, Paris", TEXT,
                    "{\"document\":\"d\",\"part\":\"title\",\"begin\":8,"
                    "\"end\":13,\"text\":\"Paris\",\"decision\":\"change\","
                    "\"place\":\"gn:4717560\"}\n");
  assert_int_equal(a.decided.stale_count, 0);
  assert_int_equal(a.decided.mentions, 1);
  assert_int_equal(place_of(&a, "Paris").geonameid, 4717560);
  gm_decisions_close(a.decisions);
}

static void adds_a_mention_that_was_not_found(void **state) {
  applied a = apply(state, "", "The wet zork of London stood in rain.",
                    "{\"document\":\"d\",\"part\":\"text\",\"begin\":8,"
                    "\"end\":12,\"text\":\"zork\",\"decision\":\"change\","
                    "\"name\":\"zork\",\"lat\":10,\"lon\":-20.5}\n");
  gm_place pin = place_of(&a, "zork");
  assert_true(pin.at.lat_deg == 10 && pin.at.lon_deg == -20.5);
  assert_true(gm_str_equal(pin.name, GM_STR("zork")));
  assert_true(gm_str_equal(support_text(a.s, 0), GM_STR("zork")));
  gm_mention first = a.s->mentions.items[0];
  assert_int_equal(first.sentence.begin, 0);
  assert_true(first.sentence.end > 30);
  gm_decisions_close(a.decisions);
}

/* A pin can be chosen, but no text names it. */
static void a_pin_is_no_meaning_of_its_name(void **state) {
  applied a = apply(state, "", TEXT,
                    "{\"document\":\"d\",\"part\":\"text\",\"begin\":13,"
                    "\"end\":18,\"text\":\"Paris\",\"decision\":\"change\","
                    "\"lat\":1,\"lon\":2}\n");
  const gm_gazetteer *gazetteer = gm_decisions_gazetteer(a.decisions);
  const gm_meaning *meanings;
  uint32_t count;
  assert_int_equal(gm_gazetteer_look_up(a.s->ws, gazetteer, GM_STR("Paris"),
                                        &meanings, &count),
                   GM_OK);
  for (uint32_t i = 0; i < count; i++)
    assert_true(meanings[i].place != of(&a, "Paris")->place);
  assert_int_equal(gm_gazetteer_about(gazetteer).places,
                   gm_gazetteer_about(a.s->gazetteer).places + 1);
  gm_decisions_close(a.decisions);
}

static void what_is_accepted_keeps_its_reasons(void **state) {
  applied a = apply(state, "", TEXT,
                    "{\"document\":\"d\",\"part\":\"text\",\"begin\":13,"
                    "\"end\":18,\"text\":\"Paris\",\"decision\":\"accept\","
                    "\"place\":\"gn:2988507\"}\n");
  assert_int_equal(place_of(&a, "Paris").geonameid, 2988507);
  assert_non_null(strstr(of(&a, "Paris")->reasons.bytes, "line 1); "));
  gm_decisions_close(a.decisions);
}

/* -------------------------------------------------------------- reading -- */

static void says_what_is_wrong_and_where(void **state) {
  static const struct {
    const char *line, *wrong;
  } cases[] = {
      {"Paris", "this is no JSON"},
      {"[1]", "this is no JSON object"},
      {"{}", "\"decision\" must be accept, change or reject"},
      {"{\"decision\":\"reject\",\"part\":\"foot\"}",
       "\"part\" must be text or title"},
      {"{\"decision\":\"reject\",\"scope\":\"all\"}",
       "\"scope\" must be mention, article or name"},
      {"{\"decision\":\"reject\"}",
       "\"begin\" and \"end\" must be whole numbers"},
      {"{\"decision\":\"reject\",\"begin\":-1,\"end\":2}",
       "\"begin\" and \"end\" must be whole numbers"},
      {"{\"decision\":\"reject\",\"begin\":3,\"end\":3,\"text\":\"a\","
       "\"document\":\"d\"}",
       "\"end\" must lie behind \"begin\""},
      {"{\"decision\":\"reject\",\"scope\":\"name\"}",
       "\"text\", the words of the mention, is missing"},
      {"{\"decision\":\"reject\",\"scope\":\"article\",\"text\":\"a\"}",
       "\"document\" is missing"},
      {"{\"decision\":\"change\",\"scope\":\"name\",\"text\":\"a\"}",
       "a place needs \"place\", or \"lat\" and \"lon\""},
      {"{\"decision\":\"change\",\"scope\":\"name\",\"text\":\"a\","
       "\"lat\":91,\"lon\":0}",
       "\"lat\" and \"lon\" must be degrees"},
      {"{\"decision\":\"change\",\"scope\":\"name\",\"text\":\"a\","
       "\"place\":\"gn:1\"}",
       "the gazetteer has no place gn:1, and no \"lat\" and \"lon\" tell "
       "where it is"},
  };
  gm_support *s = *state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char lines[512], wanted[512];
    gm_decisions *decisions = NULL;
    snprintf(lines, sizeof lines, "\n%s\n", cases[i].line);
    snprintf(wanted, sizeof wanted, "%s line 2: %s", path, cases[i].wrong);
    assert_int_equal(open_text(s, lines, &decisions), GM_BAD_INPUT);
    assert_string_equal(gm_workspace_message(s->ws), wanted);
    assert_null(decisions);
  }
}

static void an_empty_file_decides_nothing(void **state) {
  applied a = apply(state, "", TEXT, "\n");
  uint32_t everywhere;
  assert_int_equal(gm_decisions_count(a.decisions, &everywhere), 0);
  assert_int_equal(a.decided.mentions, 0);
  assert_ptr_equal(gm_decisions_gazetteer(a.decisions), a.s->gazetteer);
  gm_decisions_close(a.decisions);
}

static void is_refused_where_it_cannot_be_read(void **state) {
  gm_support *s = *state;
  gm_decisions *decisions = NULL;
  assert_int_equal(
      gm_decisions_open(s->ws, s->gazetteer, "/no/such/file", &decisions),
      GM_CANNOT_READ);
  assert_int_equal(open_text(s, "{\"text\":\"\xFF\"}", &decisions),
                   GM_BAD_ENCODING);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(changes_one_mention),
      cmocka_unit_test(a_nearer_decision_wins),
      cmocka_unit_test(an_added_mention_has_its_modifier),
      cmocka_unit_test(an_article_decision_holds_for_its_article),
      cmocka_unit_test(tells_what_is_out_of_date_and_does_not_apply_it),
      cmocka_unit_test(counts_code_points_and_knows_titles),
      cmocka_unit_test(adds_a_mention_that_was_not_found),
      cmocka_unit_test(a_pin_is_no_meaning_of_its_name),
      cmocka_unit_test(what_is_accepted_keeps_its_reasons),
      cmocka_unit_test(says_what_is_wrong_and_where),
      cmocka_unit_test(an_empty_file_decides_nothing),
      cmocka_unit_test(is_refused_where_it_cannot_be_read),
  };
  return cmocka_run_group_tests_name("resolve/decision_apply", tests, make_file,
                                     remove_file);
}
