/* See number.h. The value is scaled to a whole number and printed from that,
 * since printf's %f obeys the locale. */
#include "write/number.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* All but the first decimal: a column of 0 and 1 would be one of integers. */
static void drop_zeros(char *digits) {
  size_t size = strlen(digits);
  while (digits[size - 1] == '0' && digits[size - 2] != '.') size--;
  digits[size] = '\0';
}

gm_number gm_number_of(double value, int decimals) {
  gm_number out = {"null"};
  if (!(fabs(value) < 1e9)) return out;
  int64_t scale = 1;
  for (int i = 0; i < decimals; i++) scale *= 10;
  int64_t scaled = llround(value * (double)scale);
  const char *sign = scaled < 0 ? "-" : "";
  if (scaled < 0) scaled = -scaled;
  snprintf(out.digits, sizeof out.digits, "%s%" PRId64 ".%0*" PRId64, sign,
           scaled / scale, decimals, scaled % scale);
  drop_zeros(out.digits);
  return out;
}
