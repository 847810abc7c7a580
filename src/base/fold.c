/* See fold.h. Letters that no decomposition reaches but that news writes both
 * ways (ø, ł, ð, ı) are named in a small table. */
#include "base/fold.h"

#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"

static bool is_dropped(uint32_t point) {
  return point == '\'' || point == '.' || point == 0x2019 || point == 0x2018 ||
         point == 0x02BC || point == 0x02BB || point == 0x02B9 ||
         point == 0x2032 || point == '`' || point == 0xB4;
}

/* Letters with a stroke and the like: no decomposition of Unicode's. */
static uint32_t plain_letter(uint32_t point) {
  switch (point) {
    case 0xF8: return 'o';  /* ø */
    case 0x142: return 'l'; /* ł */
    case 0x111: return 'd'; /* đ */
    case 0xF0: return 'd';  /* ð */
    case 0x127: return 'h'; /* ħ */
    case 0x131: return 'i'; /* ı */
    case 0x259: return 'a'; /* ə, Azerbaijani */
    default: return point;
  }
}

static size_t put_ascii(char byte, char *out) {
  *out = byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
  return !is_dropped((unsigned char)byte);
}

static gm_str fold_ascii(gm_workspace *ws, gm_str word) {
  char *out = gm_take(ws, word.size);
  size_t size = 0;
  if (!out) return (gm_str){0};
  for (size_t i = 0; i < word.size; i++)
    size += put_ascii(word.bytes[i], out + size);
  return (gm_str){out, size};
}

/* A part of what a code point is decomposed to, unless it is dropped. */
static size_t put_part(uint32_t point, utf8proc_category_t category,
                       char *out) {
  bool mark = category == UTF8PROC_CATEGORY_MN ||
              category == UTF8PROC_CATEGORY_ME ||
              category == UTF8PROC_CATEGORY_CF;
  if (mark || is_dropped(point)) return 0;
  return (size_t)utf8proc_encode_char((utf8proc_int32_t)plain_letter(point),
                                      (utf8proc_uint8_t *)out);
}

/* Decomposed or put into small letters: up to 32 parts. */
static size_t put_parts(utf8proc_int32_t point, char *out) {
  enum { MOST = GM_FOLD_BYTES / 4 };
  utf8proc_int32_t parts[MOST];
  int boundary = 0;
  const utf8proc_option_t how =
      (utf8proc_option_t)(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                          UTF8PROC_CASEFOLD);
  utf8proc_ssize_t count =
      utf8proc_decompose_char(point, parts, MOST, how, &boundary);
  size_t size = 0;
  for (utf8proc_ssize_t i = 0; i < count && i < MOST; i++)
    size +=
        put_part((uint32_t)parts[i], utf8proc_category(parts[i]), out + size);
  return size;
}

/* Most letters beyond ASCII, of scripts without case, stay as they are: their
 * properties say so. (Hangul syllables are decomposed by a rule.) */
size_t gm_fold_point(uint32_t point, char *out) {
  enum { NONE = UINT16_MAX, HANGUL = 0xAC00, HANGUL_END = 0xD7A4 };
  if (point < 0x80) return put_ascii((char)point, out);
  const utf8proc_property_t *property =
      utf8proc_get_property((utf8proc_int32_t)point);
  bool same = property->decomp_seqindex == NONE &&
              property->casefold_seqindex == NONE &&
              (point < HANGUL || point >= HANGUL_END);
  return same ? put_part(point, (utf8proc_category_t)property->category, out)
              : put_parts((utf8proc_int32_t)point, out);
}

gm_str gm_fold(gm_workspace *ws, gm_str word) {
  size_t at = 0;
  while (at < word.size && (unsigned char)word.bytes[at] < 0x80) at++;
  if (at == word.size) return fold_ascii(ws, word);
  char piece[GM_FOLD_BYTES];
  size_t size = 0, capacity = word.size * GM_FOLD_GROWTH;
  char *out = gm_take(ws, capacity);
  if (!out) return (gm_str){0};
  for (at = 0; at < word.size;) {
    size_t piece_size = gm_fold_point(gm_utf8_next(word, &at), piece);
    if (size + piece_size > capacity) break; /* a ligature of many letters */
    memcpy(out + size, piece, piece_size);
    size += piece_size;
  }
  return (gm_str){out, size};
}
