/* Laws: what holds of every text, tried on thousands that are thrown together
 * from names, common words, marks and odd characters. The dice are fixed, so
 * that a failure can be seen again: the text is printed. Needs
 * build/pocket.gaz. */
#include <stdio.h>

#include "base/utf8.h"
#include "support.h"

static const char *const pieces[] = {
    "Paris",      "Texas",      "Kyiv",     "Ukraine",
    "in",         "said",       "the",      "of",
    "Gulf",       "Aden",       "Russia",   "-",
    "Iran",       ",",          ".",        "U.S.",
    "US",         "(",          ")",        "\n",
    "\n\n",       "River",      "County",   "Mr.",
    "Hilton",     "\u201c",     "\u201d",   "\u2019s",
    "'s",         "Россия",     "Київ",     "東京",
    "🙂",       "é",          "PARIS",    "AP",
    "Spanish",    "New",        "York",     "City",
    "St.",        "Calif.",     "\u00a0",   "e\u0301",
    "\t",         "1,000",      "20th",     "http://x.org/Paris",
    "Ambassador", "University", "Houston",  "Rockets",
    "and",        "north",      "Alabuga",  "Special",
    "Economic",   "Zone",       "O'Keeffe", "\u2014",
};

enum { PIECES = sizeof pieces / sizeof *pieces, TEXT_BYTES = 4096 };

/* A small linear congruential generator (Knuth's MMIX constants). */
static uint32_t roll(uint64_t *dice, uint32_t sides) {
  *dice = *dice * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(*dice >> 33) % sides;
}

static void throw_text(uint64_t *dice, char *text) {
  uint32_t words = 1 + roll(dice, 60);
  size_t size = 0;
  for (uint32_t i = 0; i < words; i++) {
    const char *piece = pieces[roll(dice, PIECES)];
    size += (size_t)snprintf(text + size, TEXT_BYTES - size, "%s%s", piece,
                             roll(dice, 4) ? " " : "");
  }
}

static bool on_boundary(gm_str text, uint32_t at) {
  return at == text.size || ((unsigned char)text.bytes[at] & 0xC0) != 0x80;
}

/* The words of a modifier are in the text and beside the name, and there are
 * some where it says something. */
static void check_modifier(gm_str text, const gm_mention *mention) {
  gm_modifier said = mention->modifier;
  bool some = said.span.begin < said.span.end;
  assert_true(some == (said.kind != GM_MODIFIER_NONE));
  assert_true(said.kind < GM_MODIFIER_COUNT && said.span.end <= text.size);
  assert_true(on_boundary(text, said.span.begin) &&
              on_boundary(text, said.span.end));
  assert_true(said.bearing_deg >= 0 && said.bearing_deg < 360);
  assert_true(said.far_km >= 0 && said.far_km < 20100);
  assert_true(some || (!said.has_bearing && !(said.far_km > 0)));
  assert_true(!some || said.span.end <= mention->head.begin ||
              said.span.begin >= mention->span.end);
}

static void check_spans(const gm_support *found) {
  gm_str text = found->document->text;
  uint32_t last_end = 0;
  for (uint32_t i = 0; i < found->mentions.count; i++) {
    const gm_mention *mention = &found->mentions.items[i];
    gm_span span = mention->span, head = mention->head;
    assert_true(span.begin < span.end && span.end <= text.size);
    assert_true(span.begin >= last_end);
    assert_true(on_boundary(text, span.begin) && on_boundary(text, span.end));
    assert_true(head.begin >= span.begin && head.end <= span.end);
    assert_true(mention->sentence.begin <= span.begin &&
                mention->sentence.end >= span.end);
    assert_true(mention->confidence > 0 && mention->confidence <= 1);
    check_modifier(text, mention);
    last_end = span.end;
  }
}

static void check_choices(const gm_support *found) {
  assert_int_equal(found->mentions.count, found->resolutions.count);
  for (uint32_t i = 0; i < found->resolutions.count; i++) {
    const gm_resolution *one = &found->resolutions.items[i];
    assert_true(one->reasons.size > 0);
    assert_true(one->candidate_count <= 30);
    if (one->place == GM_NO_PLACE) continue;
    assert_true(one->candidate_count > 0);
    assert_int_equal(one->place, one->candidates[0].place);
    assert_true(one->confidence_place >= 0 && one->confidence_place <= 1);
    assert_true(one->confidence <= one->confidence_place + 1e-6f);
  }
}

static void holds_for_every_text(void **state) {
  uint64_t dice = 20261121;
  char text[TEXT_BYTES];
  for (int i = 0; i < 3000; i++) {
    throw_text(&dice, text);
    size_t bad;
    assert_true(gm_utf8_valid(gm_str_of(text), &bad));
    gm_str trimmed = gm_str_trim(gm_str_of(text));
    if (!trimmed.size) continue;
    gm_support *found = support_map(state, "", text);
    check_spans(found);
    check_choices(found);
  }
}

/* ------------------------------------------------------------- summaries -- */

static void check_digest(const gm_support *found, const gm_digest *digest) {
  uint64_t mentions = 0;
  for (uint32_t i = 0; i < digest->place_count; i++)
    mentions += digest->places[i].mentions;
  assert_int_equal(mentions, digest->placed);
  for (uint32_t i = 0; i < digest->link_count; i++) {
    const gm_digest_link *link = &digest->links[i];
    assert_true(link->from < link->to);
    assert_true(link->weight > 0);
    assert_true((link->mention == UINT32_MAX) == !link->sentences);
  }
  const gm_focus *focus = &digest->focus;
  gm_place place = gm_gazetteer_place(found->gazetteer, focus->place);
  gm_place division = gm_gazetteer_place(found->gazetteer, focus->division);
  assert_true(focus->confidence >= 0 && focus->confidence <= 1);
  assert_true(focus->confidence_country >= 0 && focus->confidence_country <= 1);
  if (focus->division != GM_NO_PLACE)
    assert_int_equal(focus->country, division.country_place);
  if (place.country_place != GM_NO_PLACE)
    assert_int_equal(focus->country, place.country_place);
}

/* The sums of a run, held against those of its articles. */
typedef struct sums {
  const gm_gazetteer *gazetteer;
  uint64_t placed, articles;        /* as the articles told */
  uint64_t of_places, of_countries; /* as the rows tell */
  uint64_t countryless;             /* mentions of places in no country */
  uint64_t rows;
} sums;

static gm_status sum_place(void *user, const gm_place_sum *row) {
  sums *s = user;
  gm_place place = gm_gazetteer_place(s->gazetteer, row->place);
  s->of_places += row->count.mentions;
  if (place.country_place == GM_NO_PLACE) s->countryless += row->count.mentions;
  assert_true(row->count.articles <= row->count.mentions);
  assert_true(row->count.articles <= s->articles);
  return GM_OK;
}

static gm_status sum_area(void *user, const gm_area_sum *row) {
  sums *s = user;
  if (row->level == GM_LEVEL_COUNTRY) s->of_countries += row->count.mentions;
  assert_true(row->places <= row->count.mentions && row->places > 0);
  assert_true(row->count.articles <= s->articles);
  return GM_OK;
}

static gm_status sum_link(void *user, const gm_link_sum *row) {
  sums *s = user;
  assert_true(row->from < row->to && row->articles <= s->articles);
  return GM_OK;
}

static gm_status sum_article(void *user, const gm_article_sum *row) {
  sums *s = user;
  s->rows++;
  assert_int_equal(s->rows, row->ordinal);
  return GM_OK;
}

/* What was placed is in the places, and but for the seas in the countries. */
static void sums_are_those_of_the_articles(void **state) {
  uint64_t dice = 20261122;
  char text[TEXT_BYTES];
  gm_support *found = *state;
  gm_summary *summary;
  gm_workspace *ws = gm_workspace_open(0);
  assert_int_equal(GM_OK, gm_summary_open(ws, found->gazetteer, &summary));
  sums s = {.gazetteer = found->gazetteer};
  for (int i = 0; i < 500; i++) {
    const gm_digest *digest;
    throw_text(&dice, text);
    if (!gm_str_trim(gm_str_of(text)).size) continue;
    found = support_map(state, "", text);
    gm_document document = *found->document;
    document.ordinal = ++s.articles;
    assert_int_equal(
        GM_OK, gm_summarise(found->ws, found->gazetteer, &document,
                            found->mentions, found->resolutions, &digest));
    check_digest(found, digest);
    s.placed += digest->placed;
    assert_int_equal(GM_OK, gm_summary_add(found->ws, summary, digest));
  }
  assert_int_equal(GM_OK, gm_summary_places(ws, summary, sum_place, &s));
  assert_int_equal(GM_OK, gm_summary_areas(ws, summary, sum_area, &s));
  assert_int_equal(GM_OK, gm_summary_links(ws, summary, 0, sum_link, &s));
  assert_int_equal(GM_OK, gm_summary_articles(ws, summary, sum_article, &s));
  assert_true(s.placed > 500);
  assert_int_equal(s.placed, s.of_places);
  assert_int_equal(s.placed - s.countryless, s.of_countries);
  assert_int_equal(s.articles, s.rows);
  gm_summary_close(summary);
  gm_workspace_close(ws);
}

/* The same text gives the same answer, whatever was mapped before it. */
static void forgets_the_last_document(void **state) {
  const char *text = "From Paris, Texas, to London: Kyiv and Moscow agreed.";
  gm_support *found = support_map(state, "", text);
  uint32_t count = found->mentions.count, ids[16];
  assert_true(count > 2 && count < 16);
  for (uint32_t i = 0; i < count; i++) ids[i] = support_id(found, i);
  support_map(state, "", "London, Ontario. Moscow, Idaho. Paris, Ontario.");
  found = support_map(state, "", text);
  assert_int_equal(count, found->mentions.count);
  for (uint32_t i = 0; i < count; i++)
    assert_int_equal(ids[i], support_id(found, i));
}

/* Names in thousands cost in proportion: no step looks at all pairs. */
static void stays_flat_with_many_mentions(void **state) {
  enum { MANY = 10000 };
  static char text[MANY * 12];
  size_t size = 0;
  for (int i = 0; i < MANY; i++)
    size += (size_t)snprintf(text + size, sizeof text - size, "in Paris. ");
  gm_support *found = support_map(state, "", text);
  assert_int_equal(MANY, found->mentions.count);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(holds_for_every_text),
      cmocka_unit_test(sums_are_those_of_the_articles),
      cmocka_unit_test(forgets_the_last_document),
      cmocka_unit_test(stays_flat_with_many_mentions),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
