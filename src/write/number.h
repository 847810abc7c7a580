/* Decimal numbers for files: the same in every locale, and as short as their
 * digits allow, but never an integer: 55.75, 0.3, -7.0. */
#ifndef GM_WRITE_NUMBER_H
#define GM_WRITE_NUMBER_H

#include "geomention.h"

enum { GM_NUMBER_BYTES = 32, GM_COORDINATE_DECIMALS = 6 };

typedef struct gm_number {
  char digits[GM_NUMBER_BYTES]; /* zero-terminated */
} gm_number;

/* Rounds to `decimals` (1 to 9). What is no finite number below 10^9 in size
 * gives "null". */
gm_number gm_number_of(double value, int decimals);

#endif
