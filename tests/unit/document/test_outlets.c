/* Outlets: which row is an article's, and what no table is. */
#include "document/outlets.h"
#include "unit/document/source_of.h"

static const char table[] =
    "outlet\thome\twhat it is\n"
    "# a remark\n"
    "\n"
    "theleaf.example\tClarksville, Tennessee\tThe Leaf\r\n"
    "www.Oxford.example\tOxford, Ohio\n"
    "news.oxford.example\tOxford, Mississippi\n"
    "The Leaf-Chronicle\tClarksville, Indiana\n"
    "twice.example\tFirst\n"
    "twice.example\tSecond\n";

static gm_status open_table(gm_workspace *ws, const char *text,
                            gm_outlets **out) {
  const char *path = write_file(gm_str_of(text), ".tsv");
  gm_status status = gm_outlets_open(ws, path, out);
  unlink(path);
  return status;
}

static gm_str home_of(gm_workspace *ws, const char *url, const char *source) {
  gm_outlets *outlets = NULL;
  assert_int_equal(open_table(ws, table, &outlets), GM_OK);
  gm_str home = gm_outlets_home(ws, outlets, gm_str_of(url), gm_str_of(source));
  home = gm_str_copy(ws, home);
  gm_outlets_close(outlets);
  return home;
}

static void knows_an_outlet_by_its_domain(void **state) {
  static const struct {
    const char *url, *source, *home;
  } cases[] = {
      {"https://www.theleaf.example/a/1?b=c", "", "Clarksville, Tennessee"},
      {"http://THELEAF.example:80/", "", "Clarksville, Tennessee"},
      {"https://me@m.theleaf.example", "", "Clarksville, Tennessee"},
      {"", "theleaf.example", "Clarksville, Tennessee"},
      {"", "rss.theleaf.example", "Clarksville, Tennessee"},
      {"https://oxford.example/1", "", "Oxford, Ohio"},
      {"https://news.oxford.example/1", "", "Oxford, Mississippi"},
      {"https://x.news.oxford.example/1", "", "Oxford, Mississippi"},
      {"https://twice.example/1", "", "Second"},
  };
  for (size_t i = 0; i < COUNT(cases); i++)
    assert_str(cases[i].url, home_of(*state, cases[i].url, cases[i].source),
               cases[i].home);
}

static void knows_an_outlet_by_its_name(void **state) {
  assert_str("name", home_of(*state, "", "THE LEAF-CHRONICLE"),
             "Clarksville, Indiana");
  /* who published it goes before where it lies */
  assert_str("both",
             home_of(*state, "https://oxford.example", "The Leaf-Chronicle"),
             "Clarksville, Indiana");
}

static void knows_nothing_of_others(void **state) {
  static const char *const urls[] = {
      "",
      "https://example/1",
      "https://nottheleaf.example/",
      "https://theleaf.example.org/",
      "https://other.example/theleaf.example",
      "://",
  };
  for (size_t i = 0; i < COUNT(urls); i++)
    assert_str(urls[i], home_of(*state, urls[i], "The Leaf"), "");
}

static void knows_who_published_an_article(void **state) {
  static const struct {
    const char *source, *url, *outlet;
  } cases[] = {
      {"The Leaf", "https://oxford.example/1", "The Leaf"},
      {"", "https://www.oxford.example/1", "oxford.example"},
      {"http://www.theleaf.example/rss", "", "theleaf.example"},
      {"www.theleaf.example", "", "theleaf.example"},
      {"", "oxford.example/1", "oxford.example"},
      {"", "", ""},
  };
  (void)state;
  for (size_t i = 0; i < COUNT(cases); i++) {
    const gm_document document = {.source = gm_str_of(cases[i].source),
                                  .url = gm_str_of(cases[i].url)};
    assert_str(cases[i].url, gm_outlet_of(&document), cases[i].outlet);
  }
  assert_int_equal(gm_outlet_of(&(gm_document){0}).size, 0);
}

static void says_what_is_no_table(void **state) {
  gm_outlets *outlets = NULL;
  assert_int_equal(open_table(*state, "a.example Paris\n", &outlets),
                   GM_BAD_INPUT);
  assert_message(*state, "line 1: it must hold an outlet, a tab and its home");
  assert_int_equal(open_table(*state, "a\tParis\nb\t\n", &outlets),
                   GM_BAD_INPUT);
  assert_message(*state, "line 2");
  assert_int_equal(open_table(*state, "a\tParis\nb\t\xFF\n", &outlets),
                   GM_BAD_ENCODING);
  assert_message(*state, "line 2: byte 3, 0xFF, is not UTF-8");
  assert_int_equal(gm_outlets_open(*state, "/nowhere/at.tsv", &outlets),
                   GM_CANNOT_READ);
  assert_null(outlets);
}

static void takes_an_empty_table(void **state) {
  gm_outlets *outlets = NULL;
  const char *path;
  uint32_t line;
  gm_str home;
  assert_int_equal(open_table(*state, "", &outlets), GM_OK);
  assert_false(gm_outlets_row(outlets, 0, &path, &line, &home));
  assert_str("empty",
             gm_outlets_home(*state, outlets, GM_STR("a.example"), GM_STR("a")),
             "");
  gm_outlets_close(outlets);
  gm_outlets_close(NULL);
}

/* The home that a document gets. */
static gm_str told(gm_workspace *ws, const char *json, const gm_hints *hints) {
  const gm_document *document = NULL;
  gm_source *source = source_of(ws, gm_str_of(json), ".jsonl",
                                (gm_read_options){.hints = hints});
  assert_int_equal(read_next(ws, source, &document), GM_OK);
  gm_source_close(source);
  assert_ptr_equal(document->hints, hints);
  return document->home;
}

static void the_articles_own_home_goes_first(void **state) {
  gm_hints hints = {.home = "Everywhere"};
  assert_int_equal(open_table(*state, table, (gm_outlets **)&hints.outlets),
                   GM_OK);
  assert_str("own",
             told(*state,
                  "{\"text\":\"a\",\"home\":\"Own\","
                  "\"url\":\"https://twice.example\"}",
                  &hints),
             "Own");
  assert_str(
      "outlet",
      told(*state, "{\"text\":\"a\",\"domain\":\"twice.example\"}", &hints),
      "Second");
  assert_str("all", told(*state, "{\"text\":\"a\"}", &hints), "Everywhere");
  assert_str("own alone",
             told(*state, "{\"text\":\"a\",\"home\":\"Own\"}", NULL), "Own");
  assert_str("none", told(*state, "{\"text\":\"a\"}", NULL), "");
  gm_outlets_close((gm_outlets *)hints.outlets);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(knows_an_outlet_by_its_domain),
      TEST(knows_an_outlet_by_its_name),
      TEST(knows_nothing_of_others),
      TEST(knows_who_published_an_article),
      TEST(says_what_is_no_table),
      TEST(takes_an_empty_table),
      TEST(the_articles_own_home_goes_first),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
