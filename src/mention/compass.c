/* See compass.h. A word is cut into the four points and an ending; words that
 * stand together are one of the sixteen points, or two:
 *
 *     northeastern      north east -ern       NE    45 degrees
 *     north-northwest   north, north west     NNW   337.5
 *     east and south    east; south           two bearings: none
 */
#include "mention/compass.h"

#include "base/str.h"

enum { POINTS = 16, LETTERS = 3 };

/* Clockwise from north. */
static const char *const points[POINTS] = {
    "n", "nne", "ne", "ene", "e", "ese", "se", "sse",
    "s", "ssw", "sw", "wsw", "w", "wnw", "nw", "nnw"};

/* One of the sixteen as its letters; "" is none. */
typedef struct compass {
  char letters[2 * LETTERS + 1];
} compass;

static int point_of(const compass *of) {
  for (int i = 0; i < POINTS; i++)
    if (!strcmp(points[i], of->letters)) return i;
  return -1;
}

static bool is_ending(gm_str rest) {
  static const char *const endings[] = {"ern",  "erly",  "ernmost",
                                        "ward", "wards", "most"};
  return !rest.size ||
         gm_str_in(rest, endings, sizeof endings / sizeof *endings);
}

/* The point that a word begins with, which is taken off it, or 0. */
static char take_root(gm_str *word) {
  static const char *const roots[] = {"north", "south", "east", "west"};
  for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
    gm_str root = gm_str_of(roots[i]);
    if (!gm_str_starts(*word, root)) continue;
    word->bytes += root.size;
    word->size -= root.size;
    return roots[i][0];
  }
  return 0;
}

/* "northeastern" is "ne"; what is no such word is "". */
static compass read_word(gm_str word) {
  compass out = {""};
  for (size_t count = 0; count < LETTERS; count++) {
    out.letters[count] = take_root(&word);
    if (!out.letters[count]) break;
    if (is_ending(word)) return out;
  }
  return (compass){""};
}

/* "SW" in capitals, or nothing. */
static compass read_letters(const gm_token *token) {
  compass out = {""};
  bool capitals =
      token->letters == GM_CASE_UPPER ||
      (token->letters == GM_CASE_CAPITAL && token->folded.size == 1);
  if (!capitals || token->folded.size > LETTERS) return out;
  memcpy(out.letters, token->folded.bytes, token->folded.size);
  return out;
}

static compass read_token(const gm_token *token, bool letters) {
  compass out = {""};
  if (token->kind != GM_TOKEN_WORD || !token->folded.size) return out;
  if (letters) out = read_letters(token);
  if (!out.letters[0] && strchr("nesw", token->folded.bytes[0]))
    out = read_word(token->folded);
  return point_of(&out) < 0 ? (compass){""} : out;
}

/* The words of one point: "north-north-west", "south west". */
static uint32_t point_before(const gm_context *context, uint32_t first,
                             uint32_t end, bool letters, int *point) {
  const gm_token *tokens = context->tokens.items;
  compass whole = {""};
  uint32_t begin = end, at = end;
  while (at > first) {
    compass one = read_token(&tokens[at - 1], letters);
    if (!one.letters[0] ||
        strlen(whole.letters) + strlen(one.letters) > LETTERS)
      break;
    strcat(one.letters, whole.letters);
    if (point_of(&one) < 0) break;
    whole = one;
    begin = --at;
    if (gm_phrase_hyphen(context, first, at)) at--;
  }
  *point = point_of(&whole);
  return begin;
}

uint32_t gm_compass_before(const gm_context *context, uint32_t first,
                           uint32_t end, bool letters, gm_modifier *out) {
  int point, other;
  uint32_t begin = point_before(context, first, end, letters, &point);
  if (begin == end) return end;
  out->has_bearing = true;
  out->bearing_deg = (float)point * 360 / POINTS;
  if (begin <= first || !gm_phrase_is(context, begin - 1, GM_STR("and")))
    return begin;
  uint32_t before = point_before(context, first, begin - 1, letters, &other);
  if (before == begin - 1) return begin;
  out->has_bearing = false;
  out->bearing_deg = 0;
  return before;
}
