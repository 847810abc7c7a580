/* See date.h. The text is read as pieces in any order (a number, a time, the
 * name of a month, a zone); each may come once, and a piece that is none of
 * these makes the date unknown. Days are counted as Howard Hinnant describes
 * ("chrono-compatible low-level date algorithms"): years begin in March, so
 * that the leap day is the last. */
#include "document/date.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"

enum { UNKNOWN = -1, WORD_BYTES = 12 };

/* A date while it is read. UNKNOWN marks what was not seen yet. */
typedef struct moment {
  int year, month, day, hour, minute, second;
  int zone;           /* minutes east of UTC, if `zoned` */
  bool zoned, halved; /* halved: AM or PM was seen */
} moment;

static bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static char first(gm_str rest) {
  return rest.size ? rest.bytes[0] : 0;
}

static gm_str take(gm_str *rest, size_t size) {
  gm_str taken = {rest->bytes, size};
  *rest = (gm_str){rest->bytes + size, rest->size - size};
  return taken;
}

static bool take_byte(gm_str *rest, char byte) {
  if (first(*rest) != byte) return false;
  take(rest, 1);
  return true;
}

static gm_str take_digits(gm_str *rest) {
  size_t size = 0;
  while (size < rest->size && is_digit(rest->bytes[size])) size++;
  return take(rest, size);
}

static int value(gm_str digits) {
  int sum = 0;
  for (size_t i = 0; i < digits.size; i++)
    sum = sum * 10 + (digits.bytes[i] - '0');
  return sum;
}

/* Sets a field that was not seen yet. */
static bool set(int *field, int number) {
  if (*field != UNKNOWN) return false;
  *field = number;
  return true;
}

/* A number of `least` to `most` digits into a field. */
static bool take_field(gm_str *rest, size_t least, size_t most, int *field) {
  gm_str digits = take_digits(rest);
  return digits.size >= least && digits.size <= most &&
         set(field, value(digits));
}

/* ----------------------------------------------------------- the calendar */

static int64_t days_since_1970(int year, int month, int day) {
  int64_t shifted = month > 2 ? year : year - 1;
  int64_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  int64_t of_era = shifted - era * 400;
  int64_t of_year =
      (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
         719468;
}

static void split_days(int64_t days, moment *out) {
  days += 719468;
  int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  int64_t of_era = days - era * 146097;
  int64_t year =
      (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  int64_t month = (5 * of_year + 2) / 153;
  out->day = (int)(of_year - (153 * month + 2) / 5 + 1);
  out->month = (int)(month < 10 ? month + 3 : month - 9);
  out->year = (int)(year + era * 400 + (out->month <= 2));
}

static bool is_possible(const moment *m) {
  static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (m->year < 1 || m->month < 1 || m->month > 12 || m->day < 1) return false;
  bool leap = (m->year % 4 == 0 && m->year % 100) || m->year % 400 == 0;
  int last = m->month == 2 && !leap ? 28 : days[m->month - 1];
  return m->day <= last && m->hour < 24 && m->minute < 60 && m->second <= 60;
}

static bool print_seconds(int64_t seconds, char out[GM_DATE_BYTES]) {
  char text[64];
  int64_t days = (seconds >= 0 ? seconds : seconds - 86399) / 86400;
  int of_day = (int)(seconds - days * 86400);
  moment m;
  split_days(days, &m);
  if (m.year < 1 || m.year > 9999) return false;
  snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02dZ", m.year, m.month,
           m.day, of_day / 3600, of_day / 60 % 60, of_day % 60);
  memcpy(out, text, GM_DATE_BYTES);
  return true;
}

static bool print_moment(moment m, char out[GM_DATE_BYTES]) {
  if (m.hour == UNKNOWN) m.hour = 0;
  if (m.minute == UNKNOWN) m.minute = 0;
  if (m.second == UNKNOWN) m.second = 0;
  if (!is_possible(&m)) return false;
  int64_t minutes = days_since_1970(m.year, m.month, m.day) * 1440 +
                    m.hour * 60 + m.minute - m.zone;
  return print_seconds(minutes * 60 + m.second, out);
}

/* ------------------------------------------------------------- the pieces */

/* 10:00, 10:00:00, 10:00:00.123: `hour` was read, its colon comes next. */
static bool read_time(gm_str *rest, gm_str hour, moment *m) {
  if (hour.size > 2 || !set(&m->hour, value(hour))) return false;
  take(rest, 1);
  if (!take_field(rest, 2, 2, &m->minute)) return false;
  if (!take_byte(rest, ':')) return true;
  if (!take_field(rest, 2, 2, &m->second)) return false;
  if (first(*rest) == '.' || first(*rest) == ',') {
    gm_str behind = {rest->bytes + 1, rest->size - 1};
    if (take_digits(&behind).size) *rest = behind;
  }
  return true;
}

/* 2023-02-17 or 2023/2/17: the year was read, its separator comes next. */
static bool read_year_first(gm_str *rest, gm_str year, moment *m) {
  char separator = take(rest, 1).bytes[0];
  size_t least = separator == '-' ? 2 : 1;
  return set(&m->year, value(year)) && take_field(rest, least, 2, &m->month) &&
         take_byte(rest, separator) && take_field(rest, least, 2, &m->day);
}

/* Digits without any separator: 20230217, and 100000 behind the T. */
static bool read_packed(gm_str digits, moment *m) {
  if (digits.size >= 8) {
    gm_str year = take(&digits, 4), month = take(&digits, 2);
    gm_str day = take(&digits, 2);
    if (!set(&m->year, value(year)) || !set(&m->month, value(month)) ||
        !set(&m->day, value(day)))
      return false;
    if (!digits.size) return true;
  }
  gm_str hour = take(&digits, 2), minute = take(&digits, digits.size ? 2 : 0);
  return set(&m->hour, value(hour)) && set(&m->minute, value(minute)) &&
         set(&m->second, value(digits));
}

/* The letters that come next, small, without full stops: "p.m." is "pm". */
static gm_str take_word(gm_str *rest, char small[WORD_BYTES]) {
  size_t at = 0, size = 0;
  for (; at < rest->size; at++) {
    char byte = rest->bytes[at];
    if (byte == '.') continue;
    if (!is_letter(byte)) break;
    if (size < WORD_BYTES) small[size++] = (char)(byte | 0x20);
  }
  take(rest, at);
  return (gm_str){small, size};
}

static bool is_half(gm_str word) {
  return gm_str_equal(word, GM_STR("am")) || gm_str_equal(word, GM_STR("pm"));
}

static bool read_half(gm_str word, moment *m) {
  if (m->halved || m->hour < 1 || m->hour > 12) return false;
  m->halved = true;
  m->hour = m->hour % 12 + (word.bytes[0] == 'p' ? 12 : 0);
  return true;
}

/* A day, a day of the month's name (17th), or an hour before AM or PM. */
static bool read_short(gm_str *rest, gm_str digits, moment *m) {
  char small[WORD_BYTES];
  gm_str behind = *rest;
  while (first(behind) == ' ') take(&behind, 1);
  gm_str half = take_word(&behind, small);
  if (is_half(half)) return set(&m->hour, value(digits));
  static const char *const ordinals[] = {"st", "nd", "rd", "th"};
  for (size_t i = 0; i < 4; i++)
    if (gm_str_starts(*rest, gm_str_of(ordinals[i]))) {
      take(rest, 2);
      break;
    }
  return set(&m->day, value(digits));
}

static bool read_number(gm_str *rest, moment *m) {
  bool in_time = rest->bytes[-1] == 'T' || rest->bytes[-1] == 't';
  gm_str digits = take_digits(rest);
  char behind = first(*rest);
  if (behind == ':') return read_time(rest, digits, m);
  if (in_time && digits.size % 2 == 0 && digits.size <= 6)
    return read_packed(digits, m);
  if (digits.size == 8 || digits.size == 14) return read_packed(digits, m);
  if (digits.size == 4 && m->year == UNKNOWN && m->month == UNKNOWN &&
      (behind == '-' || behind == '/'))
    return read_year_first(rest, digits, m);
  if (digits.size == 4) return set(&m->year, value(digits));
  return digits.size <= 2 && read_short(rest, digits, m);
}

/* The index of a word in `names`, which are cut by spaces; or UNKNOWN. A word
 * of `least` letters or more may be cut short (sept). */
static int index_of(gm_str word, const char *names, size_t least) {
  gm_str rest = gm_str_of(names);
  for (int i = 0; rest.size; i++)
    if (gm_str_starts(gm_str_cut(&rest, ' '), word) && word.size >= least)
      return i;
  return UNKNOWN;
}

/* Zones that mean one thing in news. IST, say, may be India's or Israel's. */
static bool read_zone_name(gm_str word, moment *m) {
  static const struct {
    const char *name;
    int minutes;
  } zones[] = {{"z", 0},      {"ut", 0},     {"utc", 0},    {"gmt", 0},
               {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300},
               {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420},
               {"bst", 60},   {"cet", 60},   {"cest", 120}, {"eet", 120},
               {"eest", 180}, {"msk", 180},  {"jst", 540}};
  for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
    if (!gm_str_equal(word, gm_str_of(zones[i].name))) continue;
    if (m->zoned && m->zone != zones[i].minutes) return false;
    m->zoned = true;
    m->zone = zones[i].minutes;
    return true;
  }
  return false;
}

static bool read_word(gm_str *rest, moment *m) {
  char small[WORD_BYTES];
  gm_str word = take_word(rest, small);
  int month = index_of(word,
                       "january february march april may june july august "
                       "september october november december",
                       3);
  if (month != UNKNOWN) return set(&m->month, month + 1);
  if (is_half(word)) return read_half(word, m);
  if (gm_str_equal(word, GM_STR("t")) || gm_str_equal(word, GM_STR("at")))
    return true;
  if (index_of(word, "monday tuesday wednesday thursday friday saturday sunday",
               3) != UNKNOWN)
    return true;
  return read_zone_name(word, m);
}

/* +03, +0300, +03:00, GMT+3. */
static bool read_offset(gm_str *rest, moment *m) {
  int sign = take(rest, 1).bytes[0] == '-' ? -1 : 1;
  gm_str digits = take_digits(rest);
  gm_str minutes = {0};
  if (m->zoned && m->zone) return false;
  if (digits.size == 4)
    minutes = (gm_str){digits.bytes + 2, digits.size -= 2};
  else if (take_byte(rest, ':'))
    minutes = take_digits(rest);
  if (!digits.size || digits.size > 2 || minutes.size > 2) return false;
  m->zone = sign * (value(digits) * 60 + value(minutes));
  m->zoned = true;
  return value(digits) < 24 && value(minutes) < 60;
}

static bool read_piece(gm_str *rest, moment *m) {
  char byte = first(*rest);
  if (is_digit(byte)) return read_number(rest, m);
  if (is_letter(byte)) return read_word(rest, m);
  if ((byte == '+' || byte == '-') && m->hour != UNKNOWN)
    return read_offset(rest, m);
  if (byte == '(') { /* a comment at the end: +0000 (UTC) */
    rest->size = 0;
    return true;
  }
  bool within =
      is_digit(rest->bytes[-1]) && rest->size > 1 && is_digit(rest->bytes[1]);
  take(rest, 1);
  return memchr(" ,\t|", byte, 4) || (byte == '-' && !within);
}

/* Seconds or milliseconds since 1970. */
static bool read_epoch(gm_str digits, int64_t *seconds) {
  const uint64_t first_second = 631152000, last_second = 4102444800;
  uint64_t number;
  if (!gm_str_to_u64(digits, &number)) return false;
  if (number >= first_second * 1000) number /= 1000;
  *seconds = (int64_t)number;
  return number >= first_second && number < last_second;
}

bool gm_date_read(gm_str written, char out[GM_DATE_BYTES]) {
  enum { LONGEST = 80 };
  moment m = {.year = UNKNOWN, .month = UNKNOWN, .day = UNKNOWN};
  m.hour = m.minute = m.second = UNKNOWN;
  int64_t seconds;
  gm_str rest = gm_str_trim(written);
  if (!rest.size || rest.size > LONGEST) return false;
  if (read_epoch(rest, &seconds)) return print_seconds(seconds, out);
  char copy[LONGEST + 1] = {0}; /* so that a byte stands before the first */
  memcpy(copy + 1, rest.bytes, rest.size);
  rest.bytes = copy + 1;
  while (rest.size)
    if (!read_piece(&rest, &m)) return false;
  return print_moment(m, out);
}

bool gm_date_read_number(double number, char out[GM_DATE_BYTES]) {
  char digits[24];
  if (!(number >= 0 && number < 1e15)) return false;
  int size =
      snprintf(digits, sizeof digits, "%llu", (unsigned long long)number);
  return gm_date_read((gm_str){digits, (size_t)size}, out);
}
