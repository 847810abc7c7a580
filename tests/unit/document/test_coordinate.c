/* Coordinates by their form: what is found, and what is something else. */
#include <math.h>

#include "document/coordinate.h"
#include "unit/base/common.h"

/* Finds the one between the brackets, and nothing else. */
static void assert_pair(const char *marked, double lat_deg, double lon_deg) {
  char text[256];
  gm_span wanted = {0};
  uint32_t size = 0;
  for (const char *at = marked; *at; at++) {
    if (*at == '[')
      wanted.begin = size;
    else if (*at == ']')
      wanted.end = size;
    else
      text[size++] = *at;
  }
  gm_coordinate found;
  gm_str whole = {text, size};
  if (!gm_coordinate_next(whole, 0, &found)) fail_msg("nothing in %s", marked);
  gm_str stretch = gm_str_part(whole, found.span);
  if (found.span.begin != wanted.begin || found.span.end != wanted.end)
    fail_msg("\"%.*s\" in %s", GM_PRINT(stretch), marked);
  assert_int_equal(0, found.grid.zone);
  if (fabs(found.lat_deg - lat_deg) > 1e-4 ||
      fabs(found.lon_deg - lon_deg) > 1e-4)
    fail_msg("%s is %f, %f", marked, found.lat_deg, found.lon_deg);
  assert_false(gm_coordinate_next(whole, found.span.end, &found));
}

static void reads_decimal_degrees(void **state) {
  (void)state;
  assert_pair("at [48.5953, 38.0001] near", 48.5953, 38.0001);
  assert_pair("([-33.8568, 151.2153])", -33.8568, 151.2153);
  assert_pair(
      "at [\xE2\x88\x92"
      "33.8568 151.2153].",
      -33.8568, 151.2153);
  assert_pair("coordinates: [50.45, 30.52]", 50.45, 30.52);
  assert_pair("GPS [50.45,-30.52] x", 50.45, -30.52);
  assert_pair("[50.45\xC2\xB0, 30.52\xC2\xB0]", 50.45, 30.52);
}

static void reads_letters_and_words_of_the_sides(void **state) {
  (void)state;
  assert_pair("[50.4501 N, 30.5234 E] is", 50.4501, 30.5234);
  assert_pair("[30.5234 W 50.4501 S]", -50.4501, -30.5234);
  assert_pair("[N50.45 E30.52]", 50.45, 30.52);
  assert_pair("[36.2 degrees north, 140.1 degrees east]", 36.2, 140.1);
  assert_pair("[5\xC2\xB0 south and 12\xC2\xB0 west]", -5, -12);
  assert_pair("[latitude 48.85, longitude 2.35]", 48.85, 2.35);
  assert_pair("[lat: -33.86 lon: 151.21]", -33.86, 151.21);
  assert_pair("[36.2 degrees north latitude and 140.1 degrees east longitude]",
              36.2, 140.1);
}

static void reads_minutes_and_seconds(void **state) {
  (void)state;
  assert_pair(
      "[48\xC2\xB0"
      "51'24\"N 2\xC2\xB0"
      "21'03\"E]",
      48.85667, 2.350833);
  assert_pair(
      "[33\xC2\xB0"
      "51.4\xE2\x80\xB2 S, 151\xC2\xB0 12.9\xE2\x80\xB2 E]",
      -33.85667, 151.215);
  assert_pair("[48 deg 30 min N, 2 deg 15 min W]", 48.5, -2.25);
}

static void keeps_what_is_out_of_range_for_the_resolver(void **state) {
  (void)state;
  assert_pair("[95.12 N, 30.12 E]", 95.12, 30.12);
}

static void passes_over_other_numbers(void **state) {
  static const char *const texts[] = {
      "rose 1.25, 3.14 and 4.5 percent",
      "The score was 21, 15.",
      "Route 66 E, 5 W",
      "1234.5678, 22.3333",
      "95.1234, 22.3333",
      "48.1234 of 22.3333",
      "48.12 N, 22.33 N",
      "10.0.1234 22.3333",
      "$48.1234, 22.3333",
      "48°61' N 2° E",
      "call 48.1234, 22.3333%",
      "48.12 N, now 22.33 E",
      "N",
      "",
      "1",
      "lat",
  };
  gm_coordinate found;
  (void)state;
  for (size_t i = 0; i < COUNT(texts); i++)
    if (gm_coordinate_next(gm_str_of(texts[i]), 0, &found))
      fail_msg("found in \"%s\"", texts[i]);
}

static void reads_military_grids(void **state) {
  (void)state;
  static const struct {
    const char *text;
    uint32_t begin, end;
    gm_grid grid;
  } cases[] = {
      {"at 31UDQ4825111932.", 3, 18, {31, 'U', 'D', 'Q', 48251, 11932, 1}},
      {"18S UJ 23394 07395", 0, 18, {18, 'S', 'U', 'J', 23394, 7395, 1}},
      {"(4Q FJ 12 67)", 1, 12, {4, 'Q', 'F', 'J', 12000, 67000, 1000}},
      {"37U DQ 1234 5678", 0, 16, {37, 'U', 'D', 'Q', 12340, 56780, 10}},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    gm_coordinate found;
    gm_grid want = cases[i].grid;
    assert_true(gm_coordinate_next(gm_str_of(cases[i].text), 0, &found));
    assert_int_equal(cases[i].begin, found.span.begin);
    assert_int_equal(cases[i].end, found.span.end);
    assert_int_equal(want.zone, found.grid.zone);
    assert_int_equal(want.band, found.grid.band);
    assert_int_equal(want.column, found.grid.column);
    assert_int_equal(want.row, found.grid.row);
    assert_int_equal(want.east_m, found.grid.east_m);
    assert_int_equal(want.north_m, found.grid.north_m);
    assert_int_equal(want.side_m, found.grid.side_m);
  }
}

static void passes_over_what_is_no_grid(void **state) {
  static const char *const texts[] = {
      "61UDQ4825111932", "31ADQ4825111932",  "31UIQ4825111932",
      "31UDQ482511193",  "31UDQ48251119321", "a31UDQ4825111932",
      "31udq4825111932", "31U DQ",           "747S were 12345 67890",
      "31UDQ 1 2",       "31UDQ4825111932x"};
  gm_coordinate found;
  (void)state;
  for (size_t i = 0; i < COUNT(texts); i++)
    if (gm_coordinate_next(gm_str_of(texts[i]), 0, &found))
      fail_msg("found in \"%s\"", texts[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(reads_decimal_degrees),
      TEST(reads_letters_and_words_of_the_sides),
      TEST(reads_minutes_and_seconds),
      TEST(keeps_what_is_out_of_range_for_the_resolver),
      TEST(passes_over_other_numbers),
      TEST(reads_military_grids),
      TEST(passes_over_what_is_no_grid),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
