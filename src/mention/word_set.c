/* A set of folded words, by open addressing: see context.h. It is made large
 * enough for every word of the document, so it never grows. */
#include "mention/context.h"

static size_t hash(gm_str word) {
  uint64_t value = 0xcbf29ce484222325u; /* FNV-1a */
  for (size_t i = 0; i < word.size; i++)
    value = (value ^ (unsigned char)word.bytes[i]) * 0x100000001b3u;
  return (size_t)(value ^ value >> 32);
}

gm_status gm_word_set_open(gm_workspace *ws, size_t most, gm_word_set *out) {
  size_t capacity = 16;
  while (capacity < most * 2) capacity *= 2;
  gm_str *slots = gm_take_array(ws, capacity, sizeof *slots);
  if (!slots) return GM_NO_MEMORY;
  *out = (gm_word_set){slots, capacity};
  return GM_OK;
}

/* The slot that holds the word, or the empty one where it belongs. */
static gm_str *slot_of(const gm_word_set *set, gm_str word) {
  size_t at = hash(word) & (set->capacity - 1);
  while (set->slots[at].size && !gm_str_equal(set->slots[at], word))
    at = (at + 1) & (set->capacity - 1);
  return &set->slots[at];
}

void gm_word_set_add(gm_word_set *set, gm_str word) {
  if (word.size) *slot_of(set, word) = word;
}

bool gm_word_set_has(const gm_word_set *set, gm_str word) {
  return word.size && slot_of(set, word)->size;
}
