/* Homes that are learnt from an outlet's articles. Needs build/pocket.gaz. */
#include <stdio.h>
#include <string.h>

#include "resolve/homes.h"
#include "support.h"

enum { PARIS_FRANCE = 2988507, PARIS_TEXAS = 4717560, TEXAS = 4736286 };

typedef struct article {
  const char *source, *text;
} article;

/* A paper of Paris in Texas, which calls its town by its name alone. */
static const article local[] = {
    {"theparisnews.example", "The mayor of Paris opened a school."},
    {"theparisnews.example",
     "Floods hit Clarksville, Texas, and roads to Dallas were closed."},
    {"theparisnews.example", "Two men from Clarksville, Tex., were arrested."},
    {"theparisnews.example", "A judge in Texas sent a man of Paris to prison."},
};

/* An article as a source would yield it. */
static gm_document document_of(gm_support *support, const article *from,
                               uint64_t ordinal) {
  const gm_document *made;
  assert_int_equal(GM_OK, gm_document_make(support->ws, (gm_str){0},
                                           (gm_str){0}, gm_str_of(from->text),
                                           &made));
  gm_document document = *made;
  document.source = gm_str_of(from->source);
  document.ordinal = ordinal;
  return document;
}

static void resolve(gm_support *support, const gm_document *document) {
  assert_int_equal(
      GM_OK, gm_find(support->ws, support->gazetteer, support->model, document,
                     &support->mentions));
  assert_int_equal(
      GM_OK, gm_resolve(support->ws, support->gazetteer, support->model,
                        document, support->mentions, &support->resolutions));
}

/* Goes all the way that a run goes. */
static gm_homes *learn(gm_support *support, const article *articles,
                       uint32_t count) {
  gm_homes *homes = NULL;
  gm_workspace *ws = support->ws;
  gm_workspace_reset(ws);
  assert_int_equal(GM_OK, gm_homes_open(ws, support->gazetteer, &homes));
  for (uint32_t i = 0; i < count; i++) {
    gm_document document = document_of(support, &articles[i], i + 1);
    assert_int_equal(GM_OK, gm_homes_count(ws, homes, &document));
  }
  for (uint32_t i = 0; i < count; i++) {
    gm_document document = document_of(support, &articles[i], i + 1);
    if (!gm_homes_want(ws, homes, &document)) continue;
    resolve(support, &document);
    assert_int_equal(GM_OK, gm_homes_add(ws, homes, &document,
                                         support->mentions,
                                         support->resolutions));
  }
  assert_int_equal(GM_OK, gm_homes_learn(ws, homes));
  return homes;
}

/* What Paris is in an article of its own, with these homes. */
static uint32_t paris_of(gm_support *support, const gm_homes *homes,
                         const char *source, const char *home) {
  const gm_hints hints = {.homes = homes};
  const article one = {source, "The mayor of Paris opened a school."};
  gm_document document = document_of(support, &one, 1);
  document.home = gm_str_of(home);
  document.hints = &hints;
  resolve(support, &document);
  return support_id(support, 0);
}

static bool says(const gm_support *support, const char *words) {
  gm_str reasons = support->resolutions.items[0].reasons;
  return memmem(reasons.bytes, reasons.size, words, strlen(words));
}

#define LEARN(articles) \
  learn(*state, articles, sizeof articles / sizeof *articles)

static void an_outlets_articles_tell_its_home(void **state) {
  gm_homes *homes = LEARN(local);
  assert_int_equal(PARIS_FRANCE, paris_of(*state, NULL, "", ""));
  assert_int_equal(PARIS_TEXAS,
                   paris_of(*state, homes, "theparisnews.example", ""));
  assert_true(says(*state, "the outlet's articles are mostly of"));
  assert_true(says(*state, "Texas"));
  gm_homes_close(homes);
}

static void an_outlet_is_known_by_its_url_too(void **state) {
  gm_homes *homes = LEARN(local);
  assert_int_equal(
      PARIS_TEXAS,
      paris_of(*state, homes, "https://www.theparisnews.example/1", ""));
  assert_int_equal(PARIS_FRANCE,
                   paris_of(*state, homes, "otherparisnews.example", ""));
  gm_homes_close(homes);
}

static void what_was_told_goes_before_what_was_learnt(void **state) {
  gm_homes *homes = LEARN(local);
  assert_int_equal(PARIS_FRANCE, paris_of(*state, homes, "theparisnews.example",
                                          "Paris, France"));
  assert_false(says(*state, "mostly of"));
  gm_homes_close(homes);
}

static gm_status note(void *user, const gm_home *home) {
  *(gm_home *)user = *home;
  return GM_OK;
}

static gm_home last_home(const gm_homes *homes) {
  gm_home home = {.place = 77};
  assert_int_equal(GM_OK, gm_homes_each(homes, note, &home));
  return home;
}

static void one_article_tells_nothing(void **state) {
  gm_support *support = *state;
  gm_homes *homes = learn(support, local, 1);
  assert_false(gm_homes_want(support->ws, homes, NULL));
  assert_int_equal(last_home(homes).place, GM_NO_PLACE);
  assert_int_equal(last_home(homes).articles, 1);
  gm_homes_close(homes);
}

static void an_article_whose_home_was_told_is_not_wanted(void **state) {
  gm_support *support = *state;
  gm_homes *homes = learn(support, local, 2);
  gm_document document = document_of(support, &local[0], 1);
  assert_true(gm_homes_want(support->ws, homes, &document));
  document.home = GM_STR("Paris, France");
  assert_false(gm_homes_want(support->ws, homes, &document));
  assert_int_equal(GM_OK, gm_homes_count(support->ws, homes, &document));
  assert_int_equal(last_home(homes).articles, 2);
  gm_homes_close(homes);
}

/* Not the first ones: they may all be of one day. */
static void two_dozen_from_all_over_are_enough(void **state) {
  static const struct {
    uint64_t ordinal;
    bool wanted;
  } cases[] = {{1, true},  {2, false},  {3, true}, {23, true},
               {24, false}, {25, true}, {39, true}, {40, false}};
  article many[40];
  gm_support *support = *state;
  for (int i = 0; i < 40; i++) many[i] = local[i % 4];
  gm_homes *homes = LEARN(many);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    gm_document one = document_of(support, &local[0], cases[i].ordinal);
    assert_true(gm_homes_want(support->ws, homes, &one) == cases[i].wanted);
  }
  assert_int_equal(last_home(homes).articles, 40);
  gm_homes_close(homes);
}

/* Of the whole world, and no town more than any other. */
static void a_paper_of_the_world_is_at_home_nowhere(void **state) {
  static const article world[] = {
      {"news.example", "Ships left Odessa, Texas, said a trader in Paris."},
      {"news.example", "Cambridge, England, has a new library."},
      {"news.example", "Moscow and Tripoli signed a treaty in Alexandria."},
      {"news.example", "Hyderabad in India, and Valencia in Spain."},
  };
  gm_homes *homes = LEARN(world);
  assert_int_equal(last_home(homes).place, GM_NO_PLACE);
  gm_homes_close(homes);
}

/* What one article does not tell, six like it do not tell either. */
static void a_name_alone_tells_no_home(void **state) {
  article same[6];
  for (int i = 0; i < 6; i++)
    same[i] = (article){"news.example", "The mayor of Paris opened a school."};
  gm_homes *homes = LEARN(same);
  assert_int_equal(last_home(homes).place, GM_NO_PLACE);
  gm_homes_close(homes);
}

/* Who collects articles of many papers is at home where none of them is. */
static void what_few_articles_speak_for_is_no_home(void **state) {
  article mixed[8];
  for (int i = 0; i < 8; i++)
    mixed[i] = (article){"agency.example", "Prices have risen in Europe."};
  mixed[2].text = mixed[5].text =
      "Clarksville, Texas, and Paris, Texas, share a mayor.";
  gm_homes *homes = LEARN(mixed);
  assert_int_equal(last_home(homes).place, GM_NO_PLACE);
  gm_homes_close(homes);
}

/* So many outlets that their table must grow. */
static void outlets_are_told_apart_in_their_order(void **state) {
  gm_support *support = *state;
  gm_homes *homes = NULL;
  gm_workspace_reset(support->ws);
  assert_int_equal(GM_OK,
                   gm_homes_open(support->ws, support->gazetteer, &homes));
  for (int i = 0; i < 600; i++) {
    char name[32];
    snprintf(name, sizeof name, "outlet%d.example", i % 300);
    const article one = {name, "Nothing."};
    gm_document document = document_of(support, &one, (uint64_t)i + 1);
    assert_int_equal(GM_OK, gm_homes_count(support->ws, homes, &document));
  }
  gm_home last = last_home(homes);
  assert_true(gm_str_equal(last.outlet, GM_STR("outlet299.example")));
  assert_int_equal(last.articles, 2);
  assert_int_equal(GM_OK, gm_homes_learn(support->ws, homes));
  gm_homes_close(homes);
}

static void learning_can_be_stopped(void **state) {
  gm_support *support = *state;
  gm_homes *homes = learn(support, local, 4);
  const volatile int stop = 1;
  gm_workspace_watch(support->ws, &stop);
  assert_int_equal(GM_CANCELLED, gm_homes_learn(support->ws, homes));
  gm_workspace_watch(support->ws, NULL);
  gm_homes_close(homes);
  gm_homes_close(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_outlets_articles_tell_its_home),
      cmocka_unit_test(an_outlet_is_known_by_its_url_too),
      cmocka_unit_test(what_was_told_goes_before_what_was_learnt),
      cmocka_unit_test(one_article_tells_nothing),
      cmocka_unit_test(an_article_whose_home_was_told_is_not_wanted),
      cmocka_unit_test(two_dozen_from_all_over_are_enough),
      cmocka_unit_test(a_paper_of_the_world_is_at_home_nowhere),
      cmocka_unit_test(a_name_alone_tells_no_home),
      cmocka_unit_test(what_few_articles_speak_for_is_no_home),
      cmocka_unit_test(outlets_are_told_apart_in_their_order),
      cmocka_unit_test(learning_can_be_stopped),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
