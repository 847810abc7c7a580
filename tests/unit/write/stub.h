/* A gazetteer of seven places, all in memory, and one article about them: what
 * the tests of this room write. It stands in for the real gazetteer, which is
 * tested in its own room. */
#ifndef GM_TESTS_WRITE_STUB_H
#define GM_TESTS_WRITE_STUB_H

#include <math.h>
#include <string.h>

#include "base/str.h"

struct gm_gazetteer {
  int unused;
};

static const gm_gazetteer stub_gazetteer = {0};

enum {
  STUB_USA,
  STUB_TEXAS,
  STUB_PARIS_TEXAS,
  STUB_FRANCE,
  STUB_PARIS,
  STUB_CASPIAN,
  STUB_NOWHERE, /* its coordinates are broken */
  STUB_PLACES
};

static inline gm_place stub_place(uint32_t index, const char *name,
                                  gm_place_kind kind, double lat, double lon) {
  return (gm_place){.index = index,
                    .ref = GM_STR("own:stub"),
                    .name = gm_str_of(name),
                    .kind = kind,
                    .country_place = GM_NO_PLACE,
                    .admin1_place = GM_NO_PLACE,
                    .admin2_place = GM_NO_PLACE,
                    .at = {lat, lon}};
}

gm_place gm_gazetteer_place(const gm_gazetteer *gazetteer, uint32_t index) {
  (void)gazetteer;
  gm_place place = {.index = GM_NO_PLACE};
  switch (index) {
    case STUB_USA:
      place =
          stub_place(index, "United States", GM_PLACE_COUNTRY, 39.76, -98.5);
      place.country = GM_STR("US");
      place.country_place = STUB_USA;
      break;
    case STUB_TEXAS:
      place = stub_place(index, "Texas", GM_PLACE_DIVISION, 31.25, -99.25);
      place.country_place = STUB_USA;
      place.admin1_place = STUB_TEXAS;
      break;
    case STUB_PARIS_TEXAS:
      place = stub_place(index, "Paris", GM_PLACE_CITY, 33.66094, -95.55551);
      place.ref = GM_STR("gn:4717560");
      place.geonameid = 4717560;
      place.feature_code = GM_STR("PPLA2");
      place.country = GM_STR("US");
      place.country_place = STUB_USA;
      place.admin1_place = STUB_TEXAS;
      place.population = 24782;
      break;
    case STUB_FRANCE:
      place = stub_place(index, "France", GM_PLACE_COUNTRY, 46, 2);
      place.country_place = STUB_FRANCE;
      break;
    case STUB_PARIS:
      place = stub_place(index, "Paris", GM_PLACE_CITY, 48.85341, 2.3488);
      place.geonameid = 2988507;
      place.country_place = STUB_FRANCE;
      place.population = 2138551;
      break;
    case STUB_CASPIAN:
      place = stub_place(index, "Caspian Sea", GM_PLACE_WATER, 42, 50.5);
      break;
    case STUB_NOWHERE:
      place = stub_place(index, "Nowhere", GM_PLACE_CITY, (double)NAN, 200);
      break;
    default: break;
  }
  return place;
}

/* The Caspian is two triangles, the first with a hole; France is a line. */
gm_status gm_gazetteer_shape(gm_workspace *ws, const gm_gazetteer *gazetteer,
                             uint32_t place, gm_shape *out) {
  static const gm_point triangle[] = {{40, 50}, {40, 52}, {42, 50}, {40, 50}};
  static const gm_point hole[] = {
      {40.5, 50.5}, {41, 50.5}, {40.5, 51}, {40.5, 50.5}};
  static const gm_ring rings[] = {
      {triangle, 4, false}, {hole, 4, true}, {hole, 4, false}};
  static const gm_ring line = {triangle, 2, false};
  static const gm_point paris = {48.85341, 2.3488};
  static const gm_ring point = {&paris, 1, false};
  (void)ws, (void)gazetteer;
  *out = (gm_shape){GM_SHAPE_POINT, &point, 1};
  if (place == STUB_CASPIAN) *out = (gm_shape){GM_SHAPE_POLYGON, rings, 3};
  if (place == STUB_FRANCE) *out = (gm_shape){GM_SHAPE_LINE, &line, 1};
  return GM_OK;
}

/* The room of mentions is not linked either. */
const char *gm_use_name(gm_use use) {
  static const char *const names[] = {"literal", "associative", "demonym",
                                      "embedded"};
  return names[use];
}

const char *gm_modifier_name(gm_modifier_kind kind) {
  return kind == GM_MODIFIER_DISTANCE ? "distance" : "";
}

gm_gazetteer_info gm_gazetteer_about(const gm_gazetteer *gazetteer) {
  (void)gazetteer;
  return (gm_gazetteer_info){.name = GM_STR("stub"),
                             .date = GM_STR("2026-01-02"),
                             .licence = GM_STR("CC BY 4.0"),
                             .attribution = GM_STR("A \"quoted\" source"),
                             .hash = GM_STR("0123456789abcdef"),
                             .places = STUB_PLACES};
}

/* ---------------------------------------------------------- the article -- */

#define STUB_TITLE "Łódź and Paris"
#define STUB_BODY                                                          \
  "The river 😀 rose in\nParis, Texas on Tuesday. It\tsaid \"Caspian\" " \
  "<twice> & left. Atlantis stayed."

enum { STUB_MENTIONS = 4 };

typedef struct stub_article {
  gm_document document;
  gm_mention mentions[STUB_MENTIONS];
  gm_resolution resolutions[STUB_MENTIONS];
} stub_article;

static inline gm_span stub_find(gm_str text, const char *words, int times) {
  const char *at = text.bytes - 1;
  while (times--) at = strstr(at + 1, words);
  uint32_t begin = (uint32_t)(at - text.bytes);
  return (gm_span){begin, begin + (uint32_t)strlen(words)};
}

static inline gm_resolution stub_resolution(uint32_t place, const char *why) {
  bool placed = place != GM_NO_PLACE;
  return (gm_resolution){.place = place,
                         .runner_up = GM_NO_PLACE,
                         .confidence_place = placed ? 0.9F : 0,
                         .confidence = placed ? 0.81F : 0,
                         .reasons = gm_str_of(why)};
}

/* "Paris" of the title is Paris in France, "Paris" of the text is in Texas,
 * "Caspian" is the sea, and "Atlantis" is unresolved. */
static inline stub_article stub_article_of(void) {
  static const char text[] = STUB_TITLE "\n\n" STUB_BODY;
  gm_str all = {text, sizeof text - 1};
  uint32_t title_end = sizeof STUB_TITLE - 1;
  gm_span first = {title_end + 2, stub_find(all, "Tuesday.", 1).end};
  gm_span second = {first.end + 1, stub_find(all, "left.", 1).end};
  gm_span third = {second.end + 1, (uint32_t)all.size};
  gm_span title = {0, title_end};
  stub_article article = {
      .document = {.id = GM_STR("wire/7"),
                   .ordinal = 12,
                   .title = GM_STR(STUB_TITLE),
                   .text = all,
                   .date = GM_STR("2026-01-02T03:04:05Z"),
                   .title_part = title,
                   .text_part = {title_end + 2, (uint32_t)all.size}}};
  gm_mention *m = article.mentions;
  m[0] = (gm_mention){stub_find(all, "Paris", 1),
                      {0, 0},
                      title,
                      GM_PART_TITLE,
                      GM_USE_LITERAL,
                      -1,
                      0.9F,
                      NULL,
                      0,
                      {0}};
  m[1] = (gm_mention){stub_find(all, "Paris", 2),
                      {0, 0},
                      first,
                      GM_PART_TEXT,
                      GM_USE_ASSOCIATIVE,
                      -1,
                      0.95F,
                      NULL,
                      0,
                      {0}};
  m[2] = (gm_mention){stub_find(all, "Caspian", 1),
                      {0, 0},
                      second,
                      GM_PART_TEXT,
                      GM_USE_EMBEDDED,
                      -1,
                      0.9F,
                      NULL,
                      0,
                      {0}};
  m[3] = (gm_mention){stub_find(all, "Atlantis", 1),
                      {0, 0},
                      third,
                      GM_PART_TEXT,
                      GM_USE_LITERAL,
                      -1,
                      0.7F,
                      NULL,
                      0,
                      {0}};
  for (int i = 0; i < STUB_MENTIONS; i++) m[i].head = m[i].span;
  gm_resolution *r = article.resolutions;
  r[0] = stub_resolution(STUB_PARIS, "the largest of its name");
  r[0].runner_up = STUB_PARIS_TEXAS;
  r[1] = stub_resolution(STUB_PARIS_TEXAS, "Texas is named beside it");
  r[1].runner_up = STUB_PARIS;
  r[2] = stub_resolution(STUB_CASPIAN, "");
  r[3] = stub_resolution(GM_NO_PLACE, "the gazetteer has no such place");
  return article;
}

static inline gm_mentions stub_mentions(const stub_article *article) {
  return (gm_mentions){.items = article->mentions, .count = STUB_MENTIONS};
}

static inline gm_resolutions stub_resolutions(const stub_article *article) {
  return (gm_resolutions){article->resolutions, STUB_MENTIONS};
}

#endif
