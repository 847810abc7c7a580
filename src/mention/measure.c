/* See measure.h. Read from the end: the unit, the number before it, and what
 * makes two numbers of one.
 *
 *     [twenty - five] [miles]          25 x 1.609344
 *     [12.5] [km] (8 miles)            what is in brackets is said twice
 *     [20 to 30] [kilometres]          30: to be drawn around both
 *     [a few] [miles], [miles]         a distance without a number
 */
#include "mention/measure.h"

#include "base/str.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { ALONE = 1 };           /* of a unit */
enum { TIMES = 1, TENS = 2 }; /* of a number */

static const gm_phrase units[] = {
#define UNIT(words, km, flags) GM_PHRASE(words, km, 0, flags),
#include "mention/measure.def"
};

static const gm_phrase numbers[] = {
#define NUMBER(words, value, flags) GM_PHRASE(words, value, 0, flags),
#include "mention/measure.def"
};

/* ------------------------------------------------------------- numbers -- */

static bool is_digit(gm_str word, size_t at) {
  return at < word.size && word.bytes[at] >= '0' && word.bytes[at] <= '9';
}

/* A comma with three digits behind it: "1,200", but not "12,5". */
static bool is_group(gm_str word, size_t at) {
  return at < word.size && word.bytes[at] == ',' && is_digit(word, at + 1) &&
         is_digit(word, at + 2) && is_digit(word, at + 3) &&
         !is_digit(word, at + 4);
}

/* The number that a token begins with: returns what stands behind it. */
static gm_str read_digits(gm_str word, float *value) {
  double number = 0, unit = 1;
  size_t at = 0;
  for (; is_digit(word, at) || is_group(word, at); at++)
    if (word.bytes[at] != ',') number = number * 10 + (word.bytes[at] - '0');
  if (is_digit(word, at + 1) && word.bytes[at] == '.')
    for (at++; is_digit(word, at); at++)
      number += (word.bytes[at] - '0') * (unit /= 10);
  *value = (float)number;
  return (gm_str){word.bytes + at, word.size - at};
}

static gm_str written(const gm_context *context, uint32_t token) {
  return gm_str_part(context->document->text,
                     context->tokens.items[token].span);
}

/* A number in digits; "1/2" and sums of money are none. */
static uint32_t digits_before(const gm_context *context, uint32_t first,
                              uint32_t end, float *value) {
  const gm_token *tokens = context->tokens.items;
  if (end == first || tokens[end - 1].kind != GM_TOKEN_NUMBER) return end;
  if (read_digits(written(context, end - 1), value).size) return end;
  bool hyphen = gm_phrase_hyphen(context, first, end - 1);
  bool glued = !tokens[end - 1].spaced && end - 1 > first &&
               tokens[end - 2].kind == GM_TOKEN_MARK;
  return glued && !hyphen && !gm_context_is_mark(context, end - 2, '(')
             ? end
             : end - 1;
}

static const gm_phrase *number_row(const gm_context *context, uint32_t first,
                                   uint32_t end, uint32_t *begin) {
  return gm_phrase_longest(context, first, end, numbers, COUNT(numbers), begin);
}

/* "twenty-five", "a few": what no other number multiplies. */
static uint32_t count_before(const gm_context *context, uint32_t first,
                             uint32_t end, float *value) {
  uint32_t at = digits_before(context, first, end, value), tens;
  if (at < end) return at;
  const gm_phrase *row = number_row(context, first, end, &at);
  if (!row || row->flags & TIMES) return end;
  *value = row->number;
  uint32_t before = at - gm_phrase_hyphen(context, first, at);
  const gm_phrase *ten = number_row(context, first, before, &tens);
  if (row->number < 1 || row->number > 9 || !ten || !(ten->flags & TENS))
    return at;
  *value += ten->number;
  return tens;
}

/* "two hundred and fifty", "a dozen", and all that count_before reads. */
static uint32_t number_before(const gm_context *context, uint32_t first,
                              uint32_t end, float *value) {
  float rest = 0, count = 0;
  uint32_t at = count_before(context, first, end, &rest), times;
  bool and =
      at < end && at > first && gm_phrase_is(context, at - 1, GM_STR("and"));
  const gm_phrase *row = number_row(context, first, at - and, &times);
  *value = rest;
  if (!row || !(row->flags & TIMES)) return at;
  uint32_t begin = count_before(context, first, times, &count);
  if (begin == times) return at;
  *value = count * row->number + rest;
  return begin;
}

/* "20 to 30", "20-30", "15 or 20": the larger. */
static uint32_t range_before(const gm_context *context, uint32_t first,
                             uint32_t end, float *value) {
  float other = 0;
  uint32_t begin = number_before(context, first, end, value);
  if (begin == end || begin == first) return begin;
  if (!gm_phrase_hyphen(context, first, begin) &&
      !gm_phrase_is(context, begin - 1, GM_STR("to")) &&
      !gm_phrase_is(context, begin - 1, GM_STR("or")))
    return begin;
  uint32_t before = number_before(context, first, begin - 1, &other);
  if (before == begin - 1 || other <= 0) return begin;
  if (other > *value) *value = other;
  return before;
}

/* --------------------------------------------------------------- units -- */

/* The unit, as a token of its own or behind digits ("20km"); NULL: none. A
 * number that is glued to it goes to `value`. */
static const gm_phrase *unit_before(const gm_context *context, uint32_t first,
                                    uint32_t end, uint32_t *begin,
                                    float *value) {
  *value = 0;
  if (end == first) return NULL;
  if (context->tokens.items[end - 1].kind != GM_TOKEN_NUMBER)
    return gm_phrase_longest(context, first, end, units, COUNT(units), begin);
  gm_str rest = read_digits(written(context, end - 1), value);
  *begin = end - 1;
  for (size_t i = 0; rest.size && i < COUNT(units); i++)
    if (gm_str_equal(rest, units[i].words)) return &units[i];
  return NULL;
}

/* One distance without brackets: "two and a half miles", "a mile and a half".
 */
static uint32_t plain_before(const gm_context *context, uint32_t first,
                             uint32_t end, float *far_km) {
  const float half_globe_km = 20038;
  float value, half = 0;
  uint32_t at = gm_phrase_before(context, first, end, GM_STR("or so")), unit;
  uint32_t whole = gm_phrase_before(context, first, at, GM_STR("and a half"));
  if (whole != at) half = 0.5f;
  const gm_phrase *row = unit_before(context, first, whole, &unit, &value);
  if (!row) return end;
  at = unit;
  if (!(value > 0)) {
    at -= gm_phrase_hyphen(context, first, at);
    whole = gm_phrase_before(context, first, at, GM_STR("and a half"));
    if (whole != at) half = 0.5f;
    at = range_before(context, first, whole, &value);
    if (at == whole && !(row->flags & ALONE)) return end;
    if (at == whole) at = unit, value = 0;
  }
  *far_km = value > 0 ? (value + half) * row->number : 0;
  if (*far_km > half_globe_km) *far_km = 0;
  return at;
}

/* The mark that opens the brackets closed before `end`, or `end`. */
static uint32_t opening(const gm_context *context, uint32_t first,
                        uint32_t end) {
  enum { REACH = 8 };
  for (uint32_t at = end - 1; at > first && end - at < REACH; at--)
    if (gm_context_is_mark(context, at - 1, '(')) return at - 1;
  return end;
}

/* Where a distance ends that is said again behind it: "20 km (12 miles)",
 * "20 km, or 12 miles,"; `end`: it is said once. */
static uint32_t said_once(const gm_context *context, uint32_t first,
                          uint32_t end) {
  float other;
  if (end < first + 2) return end;
  if (gm_context_is_mark(context, end - 1, ')')) {
    uint32_t open = opening(context, first, end);
    if (open == end) return end;
    bool said = plain_before(context, open + 1, end - 1, &other) < end - 1;
    return said ? open : end;
  }
  if (!gm_context_is_mark(context, end - 1, ',')) return end;
  uint32_t at = plain_before(context, first, end - 1, &other);
  if (at == end - 1) return end;
  if (at > first && gm_phrase_is(context, at - 1, GM_STR("or"))) at--;
  return at > first && gm_context_is_mark(context, at - 1, ',') ? at - 1 : end;
}

uint32_t gm_measure_before(const gm_context *context, uint32_t first,
                           uint32_t end, float *far_km) {
  uint32_t radius = gm_phrase_before(context, first, end, GM_STR("radius"));
  uint32_t once = said_once(context, first, radius);
  uint32_t begin = plain_before(context, first, once, far_km);
  return begin == once ? end : begin;
}
