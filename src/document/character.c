/* See character.h. Unicode's general categories decide, by utf8proc; ASCII has
 * a table because it is most of what is read. */
#include "document/character.h"

#include <utf8proc.h>

#define S GM_CHARACTER_SPACE
#define N (GM_CHARACTER_SPACE | GM_CHARACTER_LINE)
#define U GM_CHARACTER_UPPER
#define L GM_CHARACTER_LOWER
#define D GM_CHARACTER_DIGIT
#define A GM_CHARACTER_APOSTROPHE
#define O GM_CHARACTER_OTHER
const uint16_t gm_character_ascii[128] = {
    S, S, S, S, S, S, S, S, S, S, N, N, N, N, S, S, /* ..  \t \n \v \f \r */
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* ................ */
    S, O, O, O, O, O, O, A, O, O, O, O, O, O, O, O, /*  !"#$%&'()*+,-./ */
    D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O, /* 0123456789:;<=>? */
    O, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, /* @ABCDEFGHIJKLMNO */
    U, U, U, U, U, U, U, U, U, U, U, O, O, O, O, O, /* PQRSTUVWXYZ[\]^_ */
    A, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* `abcdefghijklmno */
    L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, S, /* pqrstuvwxyz{|}~. */
};
#undef S
#undef N
#undef U
#undef L
#undef D
#undef A
#undef O

/* Scripts that write words without spaces: a run of them is one token. */
static bool is_dense(uint32_t point) {
  return (point >= 0x2E80 && point <= 0x9FFF) || /* Han, Kana, Bopomofo */
         (point >= 0x1100 && point <= 0x11FF) || /* Hangul parts */
         (point >= 0xA960 && point <= 0xA97F) || /* Hangul parts */
         (point >= 0xAC00 && point <= 0xD7FF) || /* Hangul */
         (point >= 0xF900 && point <= 0xFAFF) || /* Han, compatibility */
         (point >= 0xFF66 && point <= 0xFFDC) || /* half-width Kana */
         (point >= 0x20000 && point <= 0x3FFFF); /* Han, rare */
}

/* Georgian news is written in small letters alone: they say nothing. */
static bool is_georgian(uint32_t point) {
  return point >= 0x10D0 && point <= 0x10FF;
}

static bool is_apostrophe(uint32_t point) {
  return point == 0x2018 || point == 0x2019 || point == 0xB4 ||
         point == 0x2032 || point == 0x02B9 || point == 0x02BB ||
         point == 0x02BC;
}

static unsigned letter_class(uint32_t point) {
  return is_dense(point) ? GM_CHARACTER_DENSE : GM_CHARACTER_CASELESS;
}

static unsigned class_of_category(uint32_t point) {
  switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT: return GM_CHARACTER_UPPER;
    case UTF8PROC_CATEGORY_LL:
      return is_georgian(point) ? GM_CHARACTER_CASELESS : GM_CHARACTER_LOWER;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL: return letter_class(point);
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return GM_CHARACTER_COMBINING;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NO: return GM_CHARACTER_DIGIT;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_CC: return GM_CHARACTER_SPACE;
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return GM_CHARACTER_SPACE | GM_CHARACTER_LINE;
    case UTF8PROC_CATEGORY_CF: return GM_CHARACTER_INVISIBLE;
    default: return GM_CHARACTER_OTHER;
  }
}

unsigned gm_character_of(uint32_t point) {
  if (point < 128) return gm_character_ascii[point];
  if (is_apostrophe(point)) return GM_CHARACTER_APOSTROPHE;
  if (point == 0x85) return GM_CHARACTER_SPACE | GM_CHARACTER_LINE;
  if (point == 0x200B) return GM_CHARACTER_SPACE; /* a space of no width */
  return class_of_category(point);
}
