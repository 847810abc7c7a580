/* See encoding.h. iconv converts, in pieces, so that no guess at the size of
 * the result is needed. */
#include "document/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/str.h"
#include "base/utf8.h"

static bool is_utf8(const char *encoding) {
  return !encoding || !strcasecmp(encoding, "UTF-8") ||
         !strcasecmp(encoding, "UTF8");
}

static iconv_t open_converter(const char *encoding) {
  return iconv_open("UTF-8", encoding);
}

static bool is_open(iconv_t converter) {
  return (intptr_t)converter != -1; /* iconv's word for failure */
}

gm_status gm_encoding_check(gm_workspace *ws, const char *encoding) {
  if (is_utf8(encoding)) return GM_OK;
  iconv_t converter = open_converter(encoding);
  if (!is_open(converter))
    return gm_fail(ws, GM_BAD_ENCODING, 0,
                   "the encoding %s is not known here; iconv --list names "
                   "those that are",
                   encoding);
  iconv_close(converter);
  return GM_OK;
}

bool gm_encoding_has_lines(const char *encoding) {
  if (is_utf8(encoding)) return true;
  iconv_t converter = open_converter(encoding);
  if (!is_open(converter)) return false;
  char lines[] = "{}\n", text[16];
  char *in = lines, *out = text;
  size_t in_left = sizeof lines - 1, out_left = sizeof text;
  bool converted = iconv(converter, &in, &in_left, &out, &out_left) == 0;
  iconv_close(converter);
  gm_str made = {text, sizeof text - out_left};
  return converted && gm_str_equal(made, GM_STR("{}\n"));
}

const char *gm_encoding_marked(gm_str bytes, size_t *size) {
  static const struct {
    const char *name, *mark;
    size_t size;
  } marks[] = {{"UTF-8", "\xEF\xBB\xBF", 3},
               {"UTF-32LE", "\xFF\xFE\0\0", 4}, /* before UTF-16LE */
               {"UTF-32BE", "\0\0\xFE\xFF", 4},
               {"UTF-16LE", "\xFF\xFE", 2},
               {"UTF-16BE", "\xFE\xFF", 2}};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    if (!gm_str_starts(bytes, (gm_str){marks[i].mark, marks[i].size})) continue;
    *size = marks[i].size;
    return marks[i].name;
  }
  return NULL;
}

/* ------------------------------------------------------------- messages -- */

/* Messages count bytes from 1, as editors do; offsets from 0. */
static gm_status wrong_byte(gm_workspace *ws, const char *where, gm_str text,
                            size_t at, size_t before, const char *encoding,
                            const char *advice) {
  return gm_fail(ws, GM_BAD_ENCODING, before + at,
                 "%sbyte %zu, 0x%02X, is not %s%s", where, before + at + 1,
                 (unsigned char)text.bytes[at], encoding, advice);
}

static gm_status ends_early(gm_workspace *ws, const char *where, size_t offset,
                            const char *encoding, const char *advice) {
  return gm_fail(ws, GM_BAD_ENCODING, offset,
                 "%sit ends in the middle of a %s character, at byte %zu%s",
                 where, encoding, offset + 1, advice);
}

/* Whether UTF-8 that is wrong at `at` was merely cut there: a byte that begins
 * a character, and fewer than it wants behind it. */
static bool is_cut(gm_str text, size_t at) {
  unsigned char lead = (unsigned char)text.bytes[at];
  size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size - at >= wanted) return false;
  for (size_t i = at + 1; i < text.size; i++)
    if (((unsigned char)text.bytes[i] & 0xC0) != 0x80) return false;
  return true;
}

static gm_status not_utf8(gm_workspace *ws, const char *where, gm_str text,
                          size_t bad, size_t before) {
  static const char advice[] =
      "; name the encoding with --encoding (it may be windows-1252)";
  if (is_cut(text, bad))
    return ends_early(ws, where, before + bad, "UTF-8",
                      "; if it is another encoding, name it with --encoding");
  return wrong_byte(ws, where, text, bad, before, "UTF-8", advice);
}

/* ------------------------------------------------------------ converting -- */

/* Converts all of `bytes`. @return where it had to stop, or bytes.size; `cut`:
 * because a character is not complete */
static size_t convert(iconv_t converter, gm_str bytes, gm_buffer *out,
                      bool *cut) {
  enum { PIECE_BYTES = 16 * 1024 };
  char piece[PIECE_BYTES];
  char *in = (char *)(uintptr_t)bytes.bytes; /* iconv only reads it */
  size_t left = bytes.size;
  for (;;) {
    char *to = piece;
    size_t room = sizeof piece;
    size_t result = iconv(converter, left ? &in : NULL, &left, &to, &room);
    gm_buffer_append(out, (gm_str){piece, sizeof piece - room});
    *cut = result == (size_t)-1 && errno == EINVAL;
    if (result == (size_t)-1 && errno != E2BIG) return bytes.size - left;
    if (result != (size_t)-1 && !left && !room) continue;
    if (result != (size_t)-1 && !left) return bytes.size;
    if (out->failed) return bytes.size;
  }
}

static gm_status through_iconv(gm_workspace *ws, gm_str bytes, size_t before,
                               const char *encoding, const char *where,
                               gm_str *out) {
  iconv_t converter = open_converter(encoding);
  if (!is_open(converter)) return gm_encoding_check(ws, encoding);
  gm_buffer buffer = {0};
  bool cut = false;
  size_t done = convert(converter, bytes, &buffer, &cut);
  iconv_close(converter);
  gm_str made = {0};
  if (done == bytes.size && !buffer.failed)
    made = gm_str_copy(ws, gm_buffer_str(&buffer));
  bool failed = buffer.failed;
  gm_buffer_close(&buffer);
  if (failed)
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory to convert %zu bytes",
                   bytes.size);
  if (done < bytes.size && cut)
    return ends_early(ws, where, before + done, encoding, "");
  if (done < bytes.size)
    return wrong_byte(ws, where, bytes, done, before, encoding, "");
  if (!made.bytes) return GM_NO_MEMORY;
  size_t mark = 0;
  gm_encoding_marked(made, &mark);
  *out = (gm_str){made.bytes + mark, made.size - mark};
  return GM_OK;
}

gm_status gm_encoding_decode(gm_workspace *ws, gm_str bytes,
                             const char *encoding, const char *where,
                             gm_str *out) {
  size_t mark = 0, bad = 0;
  const char *marked = gm_encoding_marked(bytes, &mark);
  if (marked) encoding = marked;
  gm_str text = {mark ? bytes.bytes + mark : bytes.bytes, bytes.size - mark};
  if (!is_utf8(encoding))
    return through_iconv(ws, text, mark, encoding, where, out);
  if (!gm_utf8_valid(text, &bad)) return not_utf8(ws, where, text, bad, mark);
  *out = text;
  return GM_OK;
}
