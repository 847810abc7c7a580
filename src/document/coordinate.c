/* See coordinate.h. A pair is two angles with little between them. What other
 * numbers could be (prices, scores, decimals) is no pair unless the angles say
 * so by marks, by words, or by four decimals. */
#include "document/coordinate.h"

#include <string.h>

typedef enum axis { UNKNOWN, LATITUDE, LONGITUDE } axis;

/* One number of degrees with all that belongs to it. */
typedef struct angle {
  double degrees;
  axis axis;
  int decimals; /* of the degrees */
  bool degree;  /* a degree sign or the word stands there */
  bool named;   /* the word latitude or longitude stands there */
  bool south_or_west, signed_;
} angle;

/* A text and where we are in it. */
typedef struct cursor {
  gm_str text;
  size_t at;
} cursor;

/* ------------------------------------------------------------ characters -- */

static bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte) {
  return ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') ||
         (unsigned char)byte >= 0xC3; /* the first byte of é, not that of ° */
}

static char byte_at(const cursor *c, size_t at) {
  return at < c->text.size ? c->text.bytes[at] : 0;
}

/* Whether `mark` stands here, in small or capital letters; takes it. */
static bool take(cursor *c, const char *mark) {
  size_t size = strlen(mark);
  if (c->text.size - c->at < size) return false;
  for (size_t i = 0; i < size; i++) {
    char byte = c->text.bytes[c->at + i];
    if (byte >= 'A' && byte <= 'Z') byte = (char)(byte | 0x20);
    if (byte != mark[i]) return false;
  }
  c->at += size;
  return true;
}

/* The same of a word that no letter or digit goes on with. */
static bool take_word(cursor *c, const char *word) {
  cursor after = *c;
  if (!take(&after, word) || is_letter(byte_at(&after, after.at)) ||
      is_digit(byte_at(&after, after.at)))
    return false;
  *c = after;
  return true;
}

static bool take_any(cursor *c, const char *const *marks) {
  for (; *marks; marks++)
    if (take(c, *marks)) return true;
  return false;
}

static void take_spaces(cursor *c) {
  enum { MOST = 2 };
  for (int i = 0; i < MOST; i++)
    if (!take(c, " ") && !take(c, "\xC2\xA0")) return;
}

/* ----------------------------------------------------------------- angles --
 */

/* 12, 12.345; at most three digits before the point. */
static bool take_number(cursor *c, double *out, int *decimals) {
  size_t begin = c->at, at = begin;
  while (is_digit(byte_at(c, at))) at++;
  if (at == begin || at - begin > 3) return false;
  size_t whole = at;
  if (byte_at(c, at) == '.' && is_digit(byte_at(c, at + 1)))
    for (at++; is_digit(byte_at(c, at));) at++;
  *decimals = at > whole ? (int)(at - whole - 1) : 0;
  gm_str number = {c->text.bytes + begin, at - begin};
  if (!gm_str_to_double(number, out)) return false;
  c->at = at;
  return true;
}

/* A number with one of these marks behind it, or nothing. */
static bool take_part(cursor *c, const char *const *marks, double *out) {
  cursor after = *c;
  int decimals;
  take_spaces(&after);
  if (!take_number(&after, out, &decimals)) return false;
  take_spaces(&after);
  if (!take_any(&after, marks)) return false;
  *c = after;
  return true;
}

static const char *const degree_marks[] = {
    "\xC2\xB0", "\xC2\xBA", "degrees", "degree", "deg.", "deg", NULL};
static const char *const minute_marks[] = {
    "\xE2\x80\xB2", "\xE2\x80\x99", "'", "minutes", "minute", "min", NULL};
static const char *const second_marks[] = {
    "\xE2\x80\xB3", "\xE2\x80\x9D", "''",  "\"",
    "seconds",      "second",       "sec", NULL};

static bool take_side(cursor *c, angle *out) {
  static const struct side {
    const char *word;
    axis axis;
    bool negative;
  } sides[] = {
      {"north", LATITUDE, false}, {"south", LATITUDE, true},
      {"east", LONGITUDE, false}, {"west", LONGITUDE, true},
      {"n", LATITUDE, false},     {"s", LATITUDE, true},
      {"e", LONGITUDE, false},    {"w", LONGITUDE, true},
  };
  cursor after = *c;
  take_spaces(&after);
  for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
    if (take_word(&after, sides[i].word)) {
      out->axis = sides[i].axis;
      out->south_or_west = sides[i].negative;
      *c = after;
      return true;
    }
  return false;
}

/* The letter before the number, as in N48°51'. */
static bool take_side_before(cursor *c, angle *out) {
  static const char letters[] = "NSEW";
  char byte = byte_at(c, c->at);
  const char *letter = byte ? strchr(letters, byte) : NULL;
  if (!letter) return false;
  cursor after = {c->text, c->at + 1};
  take_spaces(&after);
  if (!is_digit(byte_at(&after, after.at))) return false;
  out->axis = letter - letters < 2 ? LATITUDE : LONGITUDE;
  out->south_or_west = *letter == 'S' || *letter == 'W';
  *c = after;
  return true;
}

static bool take_name(cursor *c, angle *out) {
  static const char *const names[] = {"latitude", "longitude", "lat",
                                      "lng",      "long",      "lon"};
  cursor after = *c;
  take_spaces(&after);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (take_word(&after, names[i])) {
      out->axis = names[i][1] == 'a' ? LATITUDE : LONGITUDE;
      out->named = true;
      *c = after;
      return true;
    }
  return false;
}

static void take_sign(cursor *c, angle *out) {
  bool minus = take(c, "-") || take(c, "\xE2\x88\x92");
  out->signed_ = minus || take(c, "+");
  if (minus) out->south_or_west = true;
}

/* The words and letters before the number. */
static void take_before(cursor *c, angle *out) {
  if (take_name(c, out)) {
    if (!take(c, ".") && !take(c, ":") && !take(c, "=")) take_word(c, " of");
    take_spaces(c);
  }
  if (!take_side_before(c, out)) take_sign(c, out);
}

static bool take_angle(cursor *c, angle *out) {
  angle one = {0};
  cursor after = *c;
  double minutes = 0, seconds = 0;
  take_before(&after, &one);
  if (!take_number(&after, &one.degrees, &one.decimals)) return false;
  cursor mark = after;
  take_spaces(&mark);
  one.degree = take_any(&mark, degree_marks);
  if (one.degree) {
    after = mark;
    if (take_part(&after, minute_marks, &minutes))
      take_part(&after, second_marks, &seconds);
  }
  if (one.axis == UNKNOWN || one.named) take_side(&after, &one);
  if (!one.named && one.axis != UNKNOWN && one.degree) take_name(&after, &one);
  if (minutes >= 60 || seconds >= 60) return false;
  one.degrees += minutes / 60 + seconds / 3600;
  if (one.south_or_west) one.degrees = -one.degrees;
  *c = after;
  *out = one;
  return true;
}

/* ------------------------------------------------------------------ pairs --
 */

/* What may stand between two angles. */
static void take_between(cursor *c) {
  static const char *const words[] = {"and", "by", NULL};
  take_spaces(c);
  if (take(c, ",") || take(c, ";") || take(c, "/")) take_spaces(c);
  for (const char *const *word = words; *word; word++)
    if (take_word(c, *word)) break;
  take_spaces(c);
}

/* Whether a word that announces coordinates stands shortly before `at`. */
static bool is_announced(gm_str text, size_t at) {
  static const char *const words[] = {
      "coordinates", "coordinate", "gps", "position", "lat/lon", "located at"};
  enum { NEAR_BYTES = 40 };
  cursor c = {text, at > NEAR_BYTES ? at - NEAR_BYTES : 0};
  for (; c.at < at; c.at++)
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
      cursor word = c;
      if (take(&word, words[i]) && word.at <= at) return true;
    }
  return false;
}

/* Whether an angle cannot be any other number. */
static bool is_clear(const angle *one) {
  if (one->named) return true;
  return one->axis != UNKNOWN && (one->degree || one->decimals >= 2);
}

static bool in_range(const angle *lat, const angle *lon) {
  return lat->degrees >= -90 && lat->degrees <= 90 && lon->degrees >= -180 &&
         lon->degrees <= 180;
}

/* Whether two angles are latitude and longitude. */
static bool is_pair(const angle *a, const angle *b, bool announced) {
  if (a->axis != UNKNOWN && b->axis != UNKNOWN)
    return a->axis != b->axis && is_clear(a) && is_clear(b);
  if (a->axis != UNKNOWN || b->axis != UNKNOWN) return false;
  int least = announced ? 2 : 4;
  bool exact = a->decimals >= least && b->decimals >= least;
  return (exact || (a->degree && b->degree)) && in_range(a, b);
}

/* A pair that begins at `at`. */
static bool read_pair(gm_str text, size_t at, gm_coordinate *out) {
  cursor c = {text, at};
  angle a, b;
  if (!take_angle(&c, &a)) return false;
  take_between(&c);
  if (!take_angle(&c, &b)) return false;
  if (is_digit(byte_at(&c, c.at)) || byte_at(&c, c.at) == '%') return false;
  if (!is_pair(&a, &b, is_announced(text, at))) return false;
  const angle *lat = a.axis == LONGITUDE ? &b : &a;
  const angle *lon = lat == &a ? &b : &a;
  *out = (gm_coordinate){.span = {(uint32_t)at, (uint32_t)c.at},
                         .lat_deg = lat->degrees,
                         .lon_deg = lon->degrees};
  return true;
}

/* ------------------------------------------------------------------ grids --
 */

/* A letter of the grid: a capital, but neither I nor O. */
static bool take_grid_letter(cursor *c, char *out) {
  char byte = byte_at(c, c->at);
  if (byte < 'A' || byte > 'Z' || byte == 'I' || byte == 'O') return false;
  *out = byte;
  c->at++;
  return true;
}

static size_t count_digits(const cursor *c) {
  size_t count = 0;
  while (is_digit(byte_at(c, c->at + count))) count++;
  return count;
}

static uint32_t take_digits(cursor *c, size_t count) {
  uint32_t value = 0;
  for (; count; count--)
    value = value * 10 + (uint32_t)(c->text.bytes[c->at++] - '0');
  return value;
}

/* 12345 67890 or 1234567890: as many digits for east as for north. */
static bool take_metres(cursor *c, gm_grid *out) {
  enum { LEAST = 2, MOST = 5 };
  size_t count = count_digits(c), half = count;
  bool parted = byte_at(c, c->at + count) == ' ';
  cursor behind = {c->text, c->at + count + 1};
  if (!parted || count_digits(&behind) != count) {
    half = count / 2;
    parted = false;
    if (count % 2) return false;
  }
  if (half < LEAST || half > MOST) return false;
  out->side_m = 1;
  for (size_t i = half; i < MOST; i++) out->side_m *= 10;
  out->east_m = take_digits(c, half) * out->side_m;
  c->at += parted;
  out->north_m = take_digits(c, half) * out->side_m;
  return true;
}

/* A square of the grid that begins at `at`. */
static bool read_grid(gm_str text, size_t at, gm_coordinate *out) {
  cursor c = {text, at};
  gm_grid grid = {0};
  size_t digits = count_digits(&c);
  if (!digits || digits > 2) return false;
  grid.zone = (int)take_digits(&c, digits);
  if (grid.zone < 1 || grid.zone > 60 || !take_grid_letter(&c, &grid.band) ||
      grid.band < 'C' || grid.band > 'X')
    return false;
  take(&c, " ");
  if (!take_grid_letter(&c, &grid.column) || !take_grid_letter(&c, &grid.row))
    return false;
  take(&c, " ");
  if (!take_metres(&c, &grid) || is_letter(byte_at(&c, c.at)) ||
      is_digit(byte_at(&c, c.at)))
    return false;
  *out = (gm_coordinate){.span = {(uint32_t)at, (uint32_t)c.at}, .grid = grid};
  return true;
}

/* ------------------------------------------------------------------- text --
 */

/* Whether coordinates could begin here: no letter, digit or point before. */
static bool may_begin(gm_str text, size_t at) {
  char byte = text.bytes[at];
  char before = at ? text.bytes[at - 1] : ' ';
  if (is_letter(before) || is_digit(before) || before == '.' || before == '$' ||
      before == '-' || before == '/')
    return false;
  if (is_digit(byte) || byte == '-' || byte == '+') return true;
  if (byte && strchr("NSEWLl", byte)) return true;
  return (unsigned char)byte == 0xE2; /* the minus sign */
}

/* The first digit at or behind `at`; the text's size where there is none. */
static size_t next_digit(gm_str text, size_t at) {
  while (at < text.size && !is_digit(text.bytes[at])) at++;
  return at;
}

/* Most of a text has no digit near, and is passed over quickly. */
bool gm_coordinate_next(gm_str text, uint32_t from, gm_coordinate *out) {
  enum { REACH = 20 }; /* "longitude of W -" before the first digit */
  size_t digit = next_digit(text, from);
  for (size_t at = from; digit < text.size; at++) {
    if (at > digit) digit = next_digit(text, at);
    if (digit > at + REACH) at = digit - REACH;
    if (digit < text.size && may_begin(text, at) &&
        (read_grid(text, at, out) || read_pair(text, at, out)))
      return true;
  }
  return false;
}
