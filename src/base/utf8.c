/* See utf8.h. */
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

static bool goes_on(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

/* The bytes of a character beyond ASCII that has two or three of them and needs
 * no look at what is forbidden, as nearly all have; 0: it has not. */
static size_t decode_usual(gm_str text, size_t at, int32_t *point) {
  const unsigned char *bytes = (const unsigned char *)text.bytes + at;
  size_t left = text.size - at;
  if (bytes[0] >= 0xC2 && bytes[0] <= 0xDF && left >= 2 && goes_on(bytes[1])) {
    *point = (bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F);
    return 2;
  }
  if (bytes[0] >= 0xE1 && bytes[0] <= 0xEC && left >= 3 && goes_on(bytes[1]) &&
      goes_on(bytes[2])) {
    *point =
        (bytes[0] & 0x0F) << 12 | (bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F);
    return 3;
  }
  return 0;
}

/* The bytes of a character beyond ASCII; 0: it is none. */
static size_t decode(gm_str text, size_t at, int32_t *point) {
  size_t usual = decode_usual(text, at, point);
  if (usual) return usual;
  const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text.bytes + at;
  utf8proc_ssize_t size =
      utf8proc_iterate(bytes, (utf8proc_ssize_t)(text.size - at), point);
  return size > 0 ? (size_t)size : 0;
}

uint32_t gm_utf8_next(gm_str text, size_t *at) {
  unsigned char byte = (unsigned char)text.bytes[*at];
  if (byte < 0x80) {
    ++*at;
    return byte;
  }
  int32_t point = 0;
  size_t size = decode(text, *at, &point);
  *at += size ? size : 1;
  return size ? (uint32_t)point : 0xFFFD;
}

/* Whether the next eight bytes are ASCII, which most text is. */
static bool is_ascii(gm_str text, size_t at) {
  uint64_t word;
  if (text.size - at < sizeof word) return false;
  memcpy(&word, text.bytes + at, sizeof word);
  return !(word & UINT64_C(0x8080808080808080));
}

bool gm_utf8_valid(gm_str text, size_t *bad) {
  for (size_t at = 0; at < text.size;) {
    if (is_ascii(text, at)) {
      at += 8;
      continue;
    }
    int32_t point = 0;
    size_t size = 1;
    if ((unsigned char)text.bytes[at] >= 0x80) size = decode(text, at, &point);
    if (!size) {
      *bad = at;
      return false;
    }
    at += size;
  }
  return true;
}

size_t gm_utf8_count(gm_str text) {
  size_t count = 0;
  for (size_t i = 0; i < text.size; i++)
    count += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
  return count;
}
