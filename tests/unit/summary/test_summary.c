/* Many articles in sum. Needs build/pocket.gaz. */
#include "support.h"

/* What is told of the rows of a run. */
typedef struct seen {
  gm_support *support;
  gm_summary *summary;
  gm_workspace *keeper;
  uint64_t ordinal;
  gm_place_sum places[16];
  gm_area_sum areas[16];
  gm_link_sum links[16];
  gm_article_sum articles[16];
  gm_period_sum periods[16];
  size_t count;
} seen;

/* In a workspace of its own: the rows' is rewound after each. */
static gm_str kept(seen *run, gm_str str) {
  gm_str copy = gm_str_copy(run->keeper, str);
  assert_non_null(copy.bytes);
  return copy;
}

static seen begin(void **state) {
  seen run = {.support = *state, .keeper = gm_workspace_open(0)};
  assert_non_null(run.keeper);
  assert_int_equal(
      GM_OK,
      gm_summary_open(run.support->ws, run.support->gazetteer, &run.summary));
  return run;
}

static void end(seen *run) {
  gm_summary_close(run->summary);
  gm_workspace_close(run->keeper);
}

/* Adds an article with a source, a date and a text. */
static void add(void **state, seen *run, const char *source, const char *date,
                const char *text) {
  const gm_digest *digest;
  gm_support *s = support_map(state, "A title", text);
  gm_document document = *s->document;
  document.ordinal = ++run->ordinal;
  document.source = gm_str_of(source);
  document.date = gm_str_of(date);
  assert_int_equal(GM_OK, gm_summarise(s->ws, s->gazetteer, &document,
                                       s->mentions, s->resolutions, &digest));
  assert_int_equal(GM_OK, gm_summary_add(s->ws, run->summary, digest));
}

static gm_str name_of(const seen *run, uint32_t place) {
  return gm_gazetteer_place(run->support->gazetteer, place).name;
}

static void assert_str(gm_str got, const char *wanted) {
  if (!gm_str_equal(got, gm_str_of(wanted)))
    fail_msg("\"%.*s\", not \"%s\"", GM_PRINT(got), wanted);
}

static gm_status keep_place(void *user, const gm_place_sum *row) {
  seen *run = user;
  gm_place_sum *place = &run->places[run->count++];
  *place = *row;
  place->count.first = kept(run, row->count.first);
  place->count.last = kept(run, row->count.last);
  place->titles = kept(run, row->titles);
  place->sentences = kept(run, row->sentences);
  return GM_OK;
}

static gm_status keep_area(void *user, const gm_area_sum *row) {
  seen *run = user;
  run->areas[run->count++] = *row;
  return GM_OK;
}

static gm_status keep_link(void *user, const gm_link_sum *row) {
  seen *run = user;
  gm_link_sum *link = &run->links[run->count++];
  *link = *row;
  link->sentence = kept(run, row->sentence);
  return GM_OK;
}

static gm_status keep_article(void *user, const gm_article_sum *row) {
  seen *run = user;
  run->articles[run->count++] = *row;
  return GM_OK;
}

static gm_status keep_period(void *user, const gm_period_sum *row) {
  seen *run = user;
  gm_period_sum *period = &run->periods[run->count++];
  *period = *row;
  period->begin = kept(run, row->begin);
  period->end = kept(run, row->end);
  return GM_OK;
}

static gm_status stop(void *user, const gm_place_sum *row) {
  (void)row;
  ++*(int *)user;
  return GM_CANCELLED;
}

#define EACH(run, rows, ...)                                              \
  ((run)->count = 0,                                                      \
   assert_int_equal(GM_OK,                                                \
                    gm_summary_##rows((run)->support->ws, (run)->summary, \
                                      __VA_ARGS__, (run))))

/* ------------------------------------------------------------- places -- */

static void places_are_summed_over_articles(void **state) {
  seen run = begin(state);
  add(state, &run, "a.org", "2026-11-21T10:00:00Z", "Rain in Kyiv and London.");
  add(state, &run, "a.org", "", "Kyiv waits. Kyiv is dry.");
  add(state, &run, "b.org", "2026-11-19T00:00:00Z", "Snow fell in Kyiv.");
  EACH(&run, places, keep_place);
  assert_int_equal(2, run.count);
  gm_place_sum first = run.places[0];
  assert_str(name_of(&run, first.place), "Kyiv");
  assert_int_equal(4, first.count.mentions);
  assert_int_equal(3, first.count.articles);
  assert_str(first.count.first, "2026-11-19T00:00:00Z");
  assert_str(first.count.last, "2026-11-21T10:00:00Z");
  assert_str(first.titles, "A title");
  assert_str(first.sentences,
             "Rain in Kyiv and London. | Kyiv waits. | Snow fell in Kyiv.");
  assert_true(first.count.confidence > 0 && first.count.confidence <= 1);
  assert_int_equal(1, run.places[1].count.articles);
  end(&run);
}

static void three_sentences_are_enough(void **state) {
  seen run = begin(state);
  for (int i = 0; i < 5; i++) add(state, &run, "", "", "Snow fell in Kyiv.");
  EACH(&run, places, keep_place);
  assert_str(run.places[0].sentences,
             "Snow fell in Kyiv. | Snow fell in Kyiv. | Snow fell in Kyiv.");
  assert_int_equal(5, run.places[0].count.articles);
  end(&run);
}

/* -------------------------------------------------------------- areas -- */

static void areas_hold_what_lies_in_them(void **state) {
  seen run = begin(state);
  add(state, &run, "", "", "Rain in Lviv, in Kharkiv and in Paris.");
  add(state, &run, "", "", "Ukraine waits, says Kyiv.");
  EACH(&run, areas, keep_area);
  gm_area_sum first = run.areas[0];
  assert_str(name_of(&run, first.place), "Ukraine");
  assert_int_equal(GM_LEVEL_COUNTRY, first.level);
  assert_int_equal(4, first.count.mentions);
  assert_int_equal(2, first.count.articles);
  assert_int_equal(4, first.places);
  for (size_t i = 1; i < run.count; i++)
    assert_true(run.areas[i - 1].level <= run.areas[i].level);
  end(&run);
}

/* -------------------------------------------------------------- links -- */

static void links_grow_and_keep_the_first_sentence(void **state) {
  seen run = begin(state);
  add(state, &run, "", "", "Rain in Kyiv. Sun in London.");
  add(state, &run, "", "", "From London to Kyiv.");
  add(state, &run, "", "", "From Kyiv back to London.");
  EACH(&run, links, 0, keep_link);
  assert_int_equal(1, run.count);
  assert_int_equal(3, run.links[0].articles);
  assert_int_equal(2, run.links[0].sentences);
  assert_str(run.links[0].sentence, "From London to Kyiv.");
  assert_true(run.links[0].weight == 5.0);
  EACH(&run, links, 1, keep_link);
  assert_int_equal(1, run.count);
  end(&run);
}

/* ----------------------------------------------------------- articles -- */

static void articles_come_in_the_order_of_the_run(void **state) {
  seen run = begin(state);
  add(state, &run, "", "", "Rain in Kyiv.");
  add(state, &run, "", "", "Two and two are four.");
  EACH(&run, articles, keep_article);
  assert_int_equal(2, run.count);
  assert_int_equal(1, run.articles[0].ordinal);
  assert_int_equal(13, run.articles[0].characters);
  assert_int_equal(1, run.articles[0].places);
  assert_str(name_of(&run, run.articles[0].focus.place), "Kyiv");
  assert_int_equal(GM_NO_PLACE, run.articles[1].focus.place);
  end(&run);
}

/* The weaker of two leanings wins where all else that the paper writes is about
 * it. */
static void a_paper_writes_of_where_it_is_at_home(void **state) {
  const char *torn = "London spoke, Kyiv too. In Kyiv it rains.";
  seen run = begin(state);
  add(state, &run, "elsewhere.org", "", torn);
  add(state, &run, "thames.org", "", torn);
  for (int i = 0; i < 4; i++)
    add(state, &run, "thames.org", "", "It rained in London.");
  EACH(&run, articles, keep_article);
  assert_str(name_of(&run, run.articles[0].focus.country), "Ukraine");
  assert_str(name_of(&run, run.articles[1].focus.country), "United Kingdom");
  end(&run);
}

static void only_a_local_paper_speaks_for_its_silence(void **state) {
  seen run = begin(state);
  add(state, &run, "thames.org", "", "Two and two are four.");
  add(state, &run, "world.org", "", "Two and two are four.");
  for (int i = 0; i < 4; i++)
    add(state, &run, "thames.org", "", "It rained in London.");
  add(state, &run, "world.org", "", "It rained in London.");
  add(state, &run, "world.org", "", "It rained in Kyiv.");
  add(state, &run, "world.org", "", "It rained in Paris.");
  EACH(&run, articles, keep_article);
  assert_str(name_of(&run, run.articles[0].focus.country), "United Kingdom");
  assert_true(run.articles[0].focus.confidence_country <= 0.5F);
  assert_int_equal(GM_NO_PLACE, run.articles[0].focus.place);
  assert_int_equal(GM_NO_PLACE, run.articles[1].focus.country);
  end(&run);
}

/* ------------------------------------------------------------ periods -- */

static void days_are_summed_to_weeks_and_months(void **state) {
  seen run = begin(state);
  add(state, &run, "", "2026-11-29T23:59:59Z", "Rain in Kyiv."); /* a Sunday */
  add(state, &run, "", "2026-11-30T00:00:00Z", "Rain in Kyiv."); /* a Monday */
  add(state, &run, "", "2026-12-01T00:00:00Z", "Two and two are four.");
  add(state, &run, "", "", "Rain in Kyiv.");
  EACH(&run, periods, keep_period);
  assert_int_equal(7, run.count);
  assert_int_equal('d', run.periods[0].unit);
  assert_str(run.periods[0].begin, "2026-11-29T00:00:00Z");
  assert_str(run.periods[0].end, "2026-11-30T00:00:00Z");
  assert_int_equal('w', run.periods[3].unit);
  assert_str(run.periods[3].begin, "2026-11-23T00:00:00Z");
  assert_str(run.periods[4].begin, "2026-11-30T00:00:00Z");
  assert_int_equal(2, run.periods[4].articles);
  assert_int_equal('m', run.periods[5].unit);
  assert_str(run.periods[5].begin, "2026-11-01T00:00:00Z");
  assert_str(run.periods[5].end, "2026-12-01T00:00:00Z");
  assert_int_equal(2, run.periods[5].articles);
  assert_int_equal(0, run.periods[6].mentions);
  end(&run);
}

/* -------------------------------------------------------------- rules -- */

static void nothing_comes_behind_the_first_row(void **state) {
  seen run = begin(state);
  add(state, &run, "", "", "Rain in Kyiv.");
  EACH(&run, places, keep_place);
  const gm_digest *digest;
  gm_support *s = support_map(state, "", "Rain in Kyiv.");
  assert_int_equal(GM_OK, gm_summarise(s->ws, s->gazetteer, s->document,
                                       s->mentions, s->resolutions, &digest));
  assert_int_equal(GM_MISUSE, gm_summary_add(s->ws, run.summary, digest));
  end(&run);
}

static void rows_end_when_the_reader_says_so(void **state) {
  int count = 0;
  seen run = begin(state);
  add(state, &run, "", "", "Rain in Kyiv, Lviv and London.");
  assert_int_equal(GM_CANCELLED, gm_summary_places(run.support->ws, run.summary,
                                                   stop, &count));
  assert_int_equal(1, count);
  end(&run);
}

static void an_empty_run_has_no_rows(void **state) {
  seen run = begin(state);
  gm_summary_counts counts;
  assert_int_equal(GM_OK,
                   gm_summary_count(run.support->ws, run.summary, &counts));
  assert_int_equal(
      0, counts.places + counts.areas + counts.links + counts.articles);
  EACH(&run, places, keep_place);
  EACH(&run, areas, keep_area);
  EACH(&run, links, 0, keep_link);
  EACH(&run, articles, keep_article);
  EACH(&run, periods, keep_period);
  assert_int_equal(0, run.count);
  end(&run);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(places_are_summed_over_articles),
      cmocka_unit_test(three_sentences_are_enough),
      cmocka_unit_test(areas_hold_what_lies_in_them),
      cmocka_unit_test(links_grow_and_keep_the_first_sentence),
      cmocka_unit_test(articles_come_in_the_order_of_the_run),
      cmocka_unit_test(a_paper_writes_of_where_it_is_at_home),
      cmocka_unit_test(only_a_local_paper_speaks_for_its_silence),
      cmocka_unit_test(days_are_summed_to_weeks_and_months),
      cmocka_unit_test(nothing_comes_behind_the_first_row),
      cmocka_unit_test(rows_end_when_the_reader_says_so),
      cmocka_unit_test(an_empty_run_has_no_rows),
  };
  return cmocka_run_group_tests_name("summary/summary", tests, support_open,
                                     support_close);
}
