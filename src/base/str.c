/* See str.h. */
#include "base/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

gm_str gm_str_of(const char *terminated) {
  return (gm_str){terminated, terminated ? strlen(terminated) : 0};
}

gm_str gm_str_part(gm_str whole, gm_span span) {
  return (gm_str){whole.bytes + span.begin, span.end - span.begin};
}

bool gm_str_in(gm_str str, const char *const *list, size_t count) {
  for (size_t i = 0; str.size && i < count; i++)
    if (list[i][0] == str.bytes[0] && gm_str_equal(str, gm_str_of(list[i])))
      return true;
  return false;
}

int gm_str_compare(gm_str a, gm_str b) {
  size_t shared = a.size < b.size ? a.size : b.size;
  int order = shared ? memcmp(a.bytes, b.bytes, shared) : 0;
  return order ? order : (a.size > b.size) - (a.size < b.size);
}

bool gm_str_starts(gm_str whole, gm_str beginning) {
  return whole.size >= beginning.size &&
         gm_str_equal((gm_str){whole.bytes, beginning.size}, beginning);
}

bool gm_str_ends(gm_str whole, gm_str ending) {
  if (whole.size < ending.size) return false;
  gm_str end = {whole.bytes + whole.size - ending.size, ending.size};
  return gm_str_equal(end, ending);
}

static bool is_blank(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

gm_str gm_str_trim(gm_str str) {
  while (str.size && is_blank(str.bytes[0])) str.bytes++, str.size--;
  while (str.size && is_blank(str.bytes[str.size - 1])) str.size--;
  return str;
}

gm_str gm_str_cut(gm_str *rest, char separator) {
  const char *at =
      rest->size ? memchr(rest->bytes, separator, rest->size) : NULL;
  gm_str before = {rest->bytes, at ? (size_t)(at - rest->bytes) : rest->size};
  size_t gone = before.size + (at != NULL);
  *rest = (gm_str){rest->bytes ? rest->bytes + gone : NULL, rest->size - gone};
  return before;
}

bool gm_str_to_u64(gm_str str, uint64_t *out) {
  uint64_t value = 0;
  if (!str.size) return false;
  for (size_t i = 0; i < str.size; i++) {
    unsigned digit = (unsigned)(str.bytes[i] - '0');
    if (digit > 9 || value > (UINT64_MAX - digit) / 10) return false;
    value = value * 10 + digit;
  }
  *out = value;
  return true;
}

bool gm_str_to_double(gm_str str, double *out) {
  bool negative = str.size && str.bytes[0] == '-';
  gm_str fraction = {str.bytes + negative, str.size - negative};
  if (!str.size) return false;
  gm_str whole = gm_str_cut(&fraction, '.');
  uint64_t units = 0, parts = 0;
  double scale = 1;
  if (!gm_str_to_u64(whole, &units)) return false;
  if (fraction.size && !gm_str_to_u64(fraction, &parts)) return false;
  for (size_t i = 0; i < fraction.size; i++) scale *= 10;
  double value = (double)units + (double)parts / scale;
  *out = negative ? -value : value;
  return true;
}

gm_str gm_str_copy(gm_workspace *ws, gm_str str) {
  return (gm_str){gm_str_terminated(ws, str), str.size};
}

char *gm_str_terminated(gm_workspace *ws, gm_str str) {
  char *copy = gm_take(ws, str.size + 1);
  if (copy && str.size) memcpy(copy, str.bytes, str.size);
  return copy;
}

static char *append(char *to, gm_str str) {
  if (str.size) memcpy(to, str.bytes, str.size);
  return to + str.size;
}

gm_str gm_str_join(gm_workspace *ws, gm_str a, gm_str between, gm_str b) {
  gm_str whole = {.size = a.size + between.size + b.size};
  char *bytes = gm_take(ws, whole.size + 1); /* a zero byte behind it */
  if (!bytes) return (gm_str){0};
  append(append(append(bytes, a), between), b);
  whole.bytes = bytes;
  return whole;
}

/* Most of what is printed is short: it is made once, beside the arena, and
 * copied; only what is longer is made again where it belongs. */
gm_str gm_str_print(gm_workspace *ws, const char *format, ...) {
  char room[256];
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int size = vsnprintf(room, sizeof room, format, arguments);
  va_end(arguments);
  char *bytes = size < 0 ? NULL : gm_take(ws, (size_t)size + 1);
  if (bytes && (size_t)size < sizeof room)
    memcpy(bytes, room, (size_t)size + 1);
  else if (bytes)
    vsnprintf(bytes, (size_t)size + 1, format, again);
  va_end(again);
  return (gm_str){bytes, bytes ? (size_t)size : 0};
}
