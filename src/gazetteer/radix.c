/* See radix.h. Bytes that all numbers have in common need no pass. */
#include "gazetteer/radix.h"

#include <string.h>

enum { DIGITS = sizeof(uint64_t), VALUES = 256 };

static unsigned digit_of(const gm_radix_item *item, int digit) {
  return (unsigned)(item->key >> 8 * digit) & (VALUES - 1);
}

/* One pass: by one digit, from one array to the other. */
static void pass(const gm_radix_item *from, gm_radix_item *to, size_t count,
                 int digit, size_t counts[VALUES]) {
  size_t at = 0;
  for (int value = 0; value < VALUES; value++) {
    size_t here = counts[value];
    counts[value] = at;
    at += here;
  }
  for (size_t i = 0; i < count; i++)
    to[counts[digit_of(&from[i], digit)]++] = from[i];
}

gm_radix_item *gm_radix_sort(gm_radix_item *items, gm_radix_item *spare,
                             size_t count) {
  size_t counts[DIGITS][VALUES];
  memset(counts, 0, sizeof counts);
  for (size_t i = 0; i < count; i++)
    for (int digit = 0; digit < DIGITS; digit++)
      counts[digit][digit_of(&items[i], digit)]++;
  for (int digit = 0; digit < DIGITS && count; digit++) {
    if (counts[digit][digit_of(&items[0], digit)] == count) continue;
    pass(items, spare, count, digit, counts[digit]);
    gm_radix_item *sorted = spare;
    spare = items;
    items = sorted;
  }
  return items;
}
