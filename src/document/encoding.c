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

/* Converts all of `bytes`. @return where it had to stop, or bytes.size */
static size_t convert(iconv_t converter, gm_str bytes, gm_buffer *out) {
  enum { PIECE_BYTES = 16 * 1024 };
  char piece[PIECE_BYTES];
  char *in = (char *)(uintptr_t)bytes.bytes; /* iconv only reads it */
  size_t left = bytes.size;
  for (;;) {
    char *to = piece;
    size_t room = sizeof piece;
    size_t result = iconv(converter, left ? &in : NULL, &left, &to, &room);
    gm_buffer_append(out, (gm_str){piece, sizeof piece - room});
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
  size_t done = convert(converter, bytes, &buffer);
  iconv_close(converter);
  gm_str made = {0};
  if (done == bytes.size && !buffer.failed)
    made = gm_str_copy(ws, gm_buffer_str(&buffer));
  bool failed = buffer.failed;
  gm_buffer_close(&buffer);
  if (failed)
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory to convert %zu bytes",
                   bytes.size);
  if (done < bytes.size)
    return gm_fail(ws, GM_BAD_ENCODING, before + done,
                   "%sbyte 0x%02X at %zu is not %s", where,
                   (unsigned char)bytes.bytes[done], before + done, encoding);
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
  if (!gm_utf8_valid(text, &bad))
    return gm_fail(ws, GM_BAD_ENCODING, mark + bad,
                   "%sbyte 0x%02X at %zu is not UTF-8; name the encoding with "
                   "--encoding (it may be windows-1252)",
                   where, (unsigned char)text.bytes[bad], mark + bad);
  *out = text;
  return GM_OK;
}
