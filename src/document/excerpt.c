/* See excerpt.h. */
#include "document/excerpt.h"

#include <string.h>

#include "base/str.h"

enum { LONGEST_BYTES = 1000, SIDE_BYTES = 400 };

static const char CUT[] = "…";

static bool within_character(gm_str text, uint32_t at) {
  return at < text.size && ((unsigned char)text.bytes[at] & 0xC0) == 0x80;
}

/* Both edges move towards the name until they are between characters. */
static gm_span cut(gm_str text, gm_span sentence, gm_span name) {
  gm_span span = sentence;
  if (span.end - span.begin <= LONGEST_BYTES) return span;
  if (name.begin - span.begin > SIDE_BYTES)
    span.begin = name.begin - SIDE_BYTES;
  if (span.end - name.end > SIDE_BYTES) span.end = name.end + SIDE_BYTES;
  while (within_character(text, span.begin)) span.begin++;
  while (within_character(text, span.end)) span.end--;
  return span;
}

/* Copies `from` to `to` with single spaces; returns the end of what it wrote.
 */
static char *copy_on_one_line(char *to, gm_str from) {
  bool blank = false;
  for (size_t i = 0; i < from.size; i++) {
    char byte = from.bytes[i];
    bool white = byte == ' ' || (byte >= '\t' && byte <= '\r');
    if (!white)
      *to++ = byte;
    else if (!blank)
      *to++ = ' ';
    blank = white;
  }
  return to;
}

gm_str gm_excerpt_of(gm_workspace *ws, gm_str text, gm_span sentence,
                     gm_span name) {
  if (name.begin < sentence.begin) sentence.begin = name.begin;
  if (name.end > sentence.end) sentence.end = name.end;
  gm_span span = cut(text, sentence, name);
  gm_str kept = gm_str_trim(gm_str_part(text, span));
  char *bytes = gm_take(ws, kept.size + 2 * sizeof CUT);
  if (!bytes) return (gm_str){0};
  char *end = bytes;
  if (span.begin > sentence.begin) end = stpcpy(end, CUT);
  end = copy_on_one_line(end, kept);
  if (span.end < sentence.end) end = stpcpy(end, CUT);
  return (gm_str){bytes, (size_t)(end - bytes)};
}
