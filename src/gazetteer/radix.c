/* See radix.h. Bytes that all numbers have in common need no pass. */
#include "gazetteer/radix.h"

#include <string.h>

enum { DIGITS = sizeof(uint64_t), VALUES = 256 };

static unsigned digit_of(uint64_t key, int digit) {
  return (unsigned)(key >> 8 * digit) & (VALUES - 1);
}

/* How many have each value becomes where the first of them goes. */
static void place_values(size_t counts[VALUES]) {
  size_t at = 0;
  for (int value = 0; value < VALUES; value++) {
    size_t here = counts[value];
    counts[value] = at;
    at += here;
  }
}

/* One pass: by one digit, from one array to the other. */
static void pass(const gm_radix_item *from, gm_radix_item *to, size_t count,
                 int digit, size_t counts[VALUES]) {
  place_values(counts);
  for (size_t i = 0; i < count; i++)
    to[counts[digit_of(from[i].key, digit)]++] = from[i];
}

gm_radix_item *gm_radix_sort(gm_radix_item *items, gm_radix_item *spare,
                             size_t count) {
  size_t counts[DIGITS][VALUES];
  memset(counts, 0, sizeof counts);
  for (size_t i = 0; i < count; i++)
    for (int digit = 0; digit < DIGITS; digit++)
      counts[digit][digit_of(items[i].key, digit)]++;
  for (int digit = 0; digit < DIGITS && count; digit++) {
    if (counts[digit][digit_of(items[0].key, digit)] == count) continue;
    pass(items, spare, count, digit, counts[digit]);
    gm_radix_item *sorted = spare;
    spare = items;
    items = sorted;
  }
  return items;
}

static void pass_pairs(const uint64_t *from, uint64_t *to, size_t count,
                       int digit, size_t counts[VALUES]) {
  place_values(counts);
  for (size_t i = 0; i < count; i++)
    to[counts[digit_of(from[i], digit)]++] = from[i];
}

uint64_t *gm_radix_sort_pairs(uint64_t *pairs, uint64_t *spare, size_t count) {
  enum { FIRST = DIGITS / 2 }; /* the low half is no key */
  size_t counts[DIGITS][VALUES];
  memset(counts, 0, sizeof counts);
  for (size_t i = 0; i < count; i++)
    for (int digit = FIRST; digit < DIGITS; digit++)
      counts[digit][digit_of(pairs[i], digit)]++;
  for (int digit = FIRST; digit < DIGITS && count; digit++) {
    if (counts[digit][digit_of(pairs[0], digit)] == count) continue;
    pass_pairs(pairs, spare, count, digit, counts[digit]);
    uint64_t *sorted = spare;
    spare = pairs;
    pairs = sorted;
  }
  return pairs;
}
