/* Word classes: what gazetteer/words/<language>/ knows of words that are no
 * names of places. The file's name is the class. A word may be in several. */
#ifndef GM_GAZETTEER_WORD_H
#define GM_GAZETTEER_WORD_H

#include <stdint.h>

/* X(NAME, file name in words/<language>/ without its ending). Bit i is line i:
 * the order is part of the gazetteer's file format, new classes go last. */
#define GM_WORD_CLASSES(X)                \
  X(GIVEN_NAME, "given_names")            \
  X(SURNAME, "surnames")                  \
  X(COMMON, "common")                     \
  X(TITLE, "title")                       \
  X(PERSON_VERB, "person_verb")           \
  X(ORGANISATION, "organisation")         \
  X(ORGANISATION_OF, "organisation_of")   \
  X(TEAM, "team")                         \
  X(FACILITY, "facility")                 \
  X(DIRECTION, "direction")               \
  X(PREPOSITION, "preposition")           \
  X(MONTH_DAY, "month_day")               \
  X(NEVER, "never")                       \
  X(AMBIGUOUS, "ambiguous")               \
  X(LANGUAGE, "language")                 \
  X(AGENCY, "agency")                     \
  X(GENERIC_BEFORE, "generic_before")     \
  X(GENERIC_AFTER, "generic_after")       \
  X(GENERIC_CITY, "generic_city")         \
  X(GENERIC_DIVISION, "generic_division") \
  X(GENERIC_REGION, "generic_region")     \
  X(GENERIC_WATER, "generic_water")       \
  X(GENERIC_TERRAIN, "generic_terrain")   \
  X(GENERIC_FACILITY, "generic_facility") \
  X(USED_IN_US, "used_in_us")             \
  X(USED_IN_GB, "used_in_gb")             \
  X(USED_IN_CA, "used_in_ca")             \
  X(USED_IN_AU, "used_in_au")             \
  X(USED_IN_IN, "used_in_in")

typedef uint32_t gm_word_classes; /* a set of GM_WORD_... bits */

enum gm_word_bit {
#define GM_WORD_MEMBER(upper, file) GM_WORD_BIT_##upper,
  GM_WORD_CLASSES(GM_WORD_MEMBER)
#undef GM_WORD_MEMBER
};

#define GM_WORD(upper) ((gm_word_classes)1 << GM_WORD_BIT_##upper)

/* The classes that speak of a country. */
#define GM_WORDS_USED_IN                                         \
  (GM_WORD(USED_IN_US) | GM_WORD(USED_IN_GB) | GM_WORD(USED_IN_CA) | \
   GM_WORD(USED_IN_AU) | GM_WORD(USED_IN_IN))

#endif
