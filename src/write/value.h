/* Values of a row, made of what is known. */
#ifndef GM_WRITE_VALUE_H
#define GM_WRITE_VALUE_H

#include "base/str.h"
#include "write/layer.h"
#include "write/number.h"

enum {
  GM_CONFIDENCE_DECIMALS = 4,
  GM_BEARING_DECIMALS = 1,   /* a sixteenth of a circle is 22.5 */
  GM_KILOMETRE_DECIMALS = 3, /* metres */
};

static inline gm_value gm_value_nothing(void) {
  return (gm_value){.null = true};
}

/* A text. A column of one type must not mix "" with null: QGIS would take a
 * column of dates with one "" in it for texts. */
static inline gm_value gm_value_text(gm_str str) {
  return (gm_value){.null = !str.size, .text = str};
}

/* A text that the workspace was asked for. */
static inline gm_value gm_value_made(gm_str str) {
  gm_value value = gm_value_text(str);
  value.failed = !str.bytes;
  return value;
}

static inline gm_value gm_value_integer(uint64_t number) {
  return (gm_value){.integer = (int64_t)number};
}

/* A number that is unknown where it is 0. */
static inline gm_value gm_value_known(uint64_t number) {
  gm_value value = gm_value_integer(number);
  value.null = number == 0;
  return value;
}

static inline gm_value gm_value_real(double number, int decimals) {
  return (gm_value){.real = number, .decimals = decimals};
}

static inline gm_value gm_value_confidence(double number) {
  return gm_value_real(number, GM_CONFIDENCE_DECIMALS);
}

#endif
