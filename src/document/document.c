/* See document.h. Given spans count code points, but the house counts bytes.
 * A ruler with a notch at every 256th code point converts any number of them,
 * in any order, in one pass over the text and a short walk each. */
#include "document/document.h"

#include <inttypes.h>
#include <string.h>
#include <utf8proc.h>

#include "base/str.h"
#include "document/character.h"

enum { NOTCH = 256 };

typedef struct ruler {
  gm_str text;
  uint32_t *notches; /* the byte at which code point i * NOTCH begins */
  size_t points;
} ruler;

static bool begins_point(char byte) {
  return ((unsigned char)byte & 0xC0) != 0x80;
}

static bool make_ruler(gm_workspace *ws, gm_str text, ruler *out) {
  ruler made = {.text = text, .points = gm_utf8_count(text)};
  made.notches = gm_take_array(ws, made.points / NOTCH + 1, sizeof(uint32_t));
  if (!made.notches) return false;
  size_t point = 0;
  for (size_t at = 0; at < text.size; at++) {
    if (!begins_point(text.bytes[at])) continue;
    if (point % NOTCH == 0) made.notches[point / NOTCH] = (uint32_t)at;
    point++;
  }
  if (point % NOTCH == 0) made.notches[point / NOTCH] = (uint32_t)text.size;
  *out = made;
  return true;
}

static uint32_t byte_of(const ruler *r, size_t point) {
  size_t at = r->notches[point / NOTCH];
  for (size_t left = point % NOTCH; left; left--) do
      at++;
    while (at < r->text.size && !begins_point(r->text.bytes[at]));
  return (uint32_t)at;
}

static gm_status convert_spans(gm_workspace *ws, const gm_article *article,
                               gm_document *document) {
  if (!article->spans) return GM_OK; /* the article gives none */
  ruler r;
  gm_span *spans = gm_take_array(ws, article->span_count, sizeof *spans);
  if (!spans || !make_ruler(ws, article->text, &r)) return GM_NO_MEMORY;
  uint32_t shift = document->text_part.begin;
  for (uint32_t i = 0; i < article->span_count; i++) {
    gm_given given = article->spans[i];
    if (given.begin < 0 || given.end <= given.begin ||
        (uint64_t)given.end > r.points)
      return gm_fail(ws, GM_BAD_INPUT, 0,
                     "%smentions[%" PRIu32 "] is [%" PRId64 ", %" PRId64
                     "), which is no stretch of the %zu code points of the "
                     "text",
                     article->where, i, given.begin, given.end, r.points);
    spans[i].begin = shift + byte_of(&r, (size_t)given.begin);
    spans[i].end = shift + byte_of(&r, (size_t)given.end);
  }
  document->given = spans;
  document->given_count = article->span_count;
  return GM_OK;
}

/* The next character for comparison, small, a run of white space being one
 * space; 0 at the end, and for white space there. */
static uint32_t next_small(gm_str text, size_t *at) {
  bool spaced = false;
  for (size_t next; *at < text.size; *at = next) {
    if (!(gm_character_at(text, *at, &next) & GM_CHARACTER_SPACE)) break;
    spaced = true;
  }
  if (*at >= text.size) return 0;
  if (spaced) return ' ';
  return (uint32_t)utf8proc_tolower((utf8proc_int32_t)gm_utf8_next(text, at));
}

static size_t past_space(gm_str text) {
  size_t at = 0, next = 0;
  while (gm_character_at(text, at, &next) & GM_CHARACTER_SPACE) at = next;
  return at;
}

static bool begins_with(gm_str text, gm_str title) {
  const unsigned word = GM_CHARACTER_LETTER | GM_CHARACTER_DIGIT;
  size_t in_text = past_space(text), in_title = past_space(title), next;
  for (;;) {
    uint32_t wanted = next_small(title, &in_title);
    if (!wanted) return !(gm_character_at(text, in_text, &next) & word);
    if (next_small(text, &in_text) != wanted) return false;
  }
}

/* Title, an empty line, text. */
static gm_str join(gm_workspace *ws, gm_str title, gm_str text) {
  char *bytes = gm_take(ws, title.size + 2 + text.size);
  if (!bytes) return (gm_str){0};
  memcpy(bytes, title.bytes, title.size);
  memcpy(bytes + title.size, "\n\n", 2);
  if (text.size) memcpy(bytes + title.size + 2, text.bytes, text.size);
  return (gm_str){bytes, title.size + 2 + text.size};
}

static bool is_blank(gm_str text) {
  return past_space(text) == text.size;
}

/* Zero bytes, which much software takes for the end, become U+FFFD. */
static gm_status without_zeros(gm_workspace *ws, gm_str text, gm_str *out) {
  static const char replacement[] = "\xEF\xBF\xBD";
  size_t zeros = 0, size = 0;
  for (size_t i = 0; i < text.size; i++) zeros += !text.bytes[i];
  *out = text;
  if (!zeros) return GM_OK;
  char *bytes = gm_take(ws, text.size + 2 * zeros);
  if (!bytes) return GM_NO_MEMORY;
  for (size_t i = 0; i < text.size; i++) {
    size_t more = text.bytes[i] ? 1 : sizeof replacement - 1;
    memcpy(bytes + size, more == 1 ? text.bytes + i : replacement, more);
    size += more;
  }
  *out = (gm_str){bytes, size};
  return GM_OK;
}

static gm_status lay_out(gm_workspace *ws, const gm_article *article,
                         gm_document *document) {
  gm_str title = {0}, text = {0};
  gm_status status = without_zeros(ws, article->title, &title);
  if (!status) status = without_zeros(ws, article->text, &text);
  if (status) return status;
  document->title = title;
  document->text = text;
  if (!is_blank(title) && !begins_with(text, title)) {
    document->text = join(ws, title, text);
    if (!document->text.bytes) return GM_NO_MEMORY;
    document->title_part.end = (uint32_t)title.size;
    document->text_part.begin = (uint32_t)title.size + 2;
  }
  document->text_part.end = (uint32_t)document->text.size;
  return GM_OK;
}

gm_status gm_document_build(gm_workspace *ws, const gm_article *article,
                            const gm_document **out) {
  const uint64_t most = UINT32_MAX / 3; /* a zero byte becomes three */
  uint64_t size = (uint64_t)article->title.size + 2 + article->text.size;
  if (size > most)
    return gm_fail(ws, GM_TOO_LARGE, 0,
                   "%sthe article has %" PRIu64 " bytes, more than %" PRIu64,
                   article->where, size, most);
  if (is_blank(article->title) && is_blank(article->text))
    return gm_fail(ws, GM_BAD_INPUT, 0, "%sit is empty", article->where);
  gm_document *document = gm_take(ws, sizeof *document);
  if (!document) return GM_NO_MEMORY;
  document->id = article->id;
  document->ordinal = article->ordinal;
  document->url = article->url;
  document->source = article->source;
  document->home = article->home;
  document->date = article->date;
  document->spans_given = article->spans_given;
  gm_status status = lay_out(ws, article, document);
  if (!status && article->spans_given)
    status = convert_spans(ws, article, document);
  if (!status) *out = document;
  return status;
}

/* See geomention.h. */
gm_status gm_document_make(gm_workspace *ws, gm_str id, gm_str title,
                           gm_str text, const gm_document **out) {
  gm_article article = {.where = "",
                        .id = gm_str_copy(ws, id),
                        .title = gm_str_copy(ws, title),
                        .text = gm_str_copy(ws, text)};
  if (!article.id.bytes || !article.title.bytes || !article.text.bytes)
    return GM_NO_MEMORY;
  const gm_str *parts[] = {&article.id, &article.title, &article.text};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    size_t bad = 0;
    if (!gm_utf8_valid(*parts[i], &bad))
      return gm_fail(ws, GM_BAD_ENCODING, bad, "byte %zu, 0x%02X, is not UTF-8",
                     bad + 1, (unsigned char)parts[i]->bytes[bad]);
  }
  return gm_document_build(ws, &article, out);
}
