/* Characters: what part a code point can play in a word. Words are cut by
 * these classes alone, so that every script is cut by the same few rules. */
#ifndef GM_DOCUMENT_CHARACTER_H
#define GM_DOCUMENT_CHARACTER_H

#include "base/utf8.h"

/* Classes are bits, so that a set of them is one mask. */
enum gm_character {
  GM_CHARACTER_SPACE = 1,     /* white space and control characters */
  GM_CHARACTER_LINE = 2,      /* ends a line; is white space too */
  GM_CHARACTER_LOWER = 4,     /* small letters */
  GM_CHARACTER_UPPER = 8,     /* capital letters */
  GM_CHARACTER_CASELESS = 16, /* letters of scripts without case: Arabic */
  GM_CHARACTER_DENSE = 32,    /* letters written without spaces: Han, Kana */
  GM_CHARACTER_DIGIT = 64,
  GM_CHARACTER_COMBINING = 128,  /* belongs to what stands before it */
  GM_CHARACTER_INVISIBLE = 256,  /* joiners, soft hyphens, direction marks */
  GM_CHARACTER_APOSTROPHE = 512, /* ' ’ and what people type for them */
  GM_CHARACTER_OTHER = 1024,     /* punctuation and symbols */

  GM_CHARACTER_LETTER = GM_CHARACTER_LOWER | GM_CHARACTER_UPPER |
                        GM_CHARACTER_CASELESS | GM_CHARACTER_DENSE,
};

/* The class of an ASCII byte. */
extern const uint16_t gm_character_ascii[128];

/* The class of any code point. */
unsigned gm_character_of(uint32_t point);

/* The class of the code point at `at`, or 0 at the end; `next` is behind it. */
static inline unsigned gm_character_at(gm_str text, size_t at, size_t *next) {
  *next = at;
  if (at >= text.size) return 0;
  unsigned char byte = (unsigned char)text.bytes[at];
  if (byte < 128) {
    *next = at + 1;
    return gm_character_ascii[byte];
  }
  return gm_character_of(gm_utf8_next(text, next));
}

#endif
