/* See utf8.h. */
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

static utf8proc_ssize_t decode(gm_str text, size_t at, int32_t *point) {
  const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text.bytes + at;
  return utf8proc_iterate(bytes, (utf8proc_ssize_t)(text.size - at), point);
}

uint32_t gm_utf8_next(gm_str text, size_t *at) {
  unsigned char byte = (unsigned char)text.bytes[*at];
  if (byte < 0x80) {
    ++*at;
    return byte;
  }
  int32_t point = 0;
  utf8proc_ssize_t size = decode(text, *at, &point);
  *at += size > 0 ? (size_t)size : 1;
  return size > 0 ? (uint32_t)point : 0xFFFD;
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
    utf8proc_ssize_t size = 1;
    if ((unsigned char)text.bytes[at] >= 0x80) size = decode(text, at, &point);
    if (size <= 0) {
      *bad = at;
      return false;
    }
    at += (size_t)size;
  }
  return true;
}

size_t gm_utf8_count(gm_str text) {
  size_t count = 0;
  for (size_t i = 0; i < text.size; i++)
    count += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
  return count;
}
