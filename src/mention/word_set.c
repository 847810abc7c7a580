/* A set of folded words, by open addressing: see context.h. It doubles when it
 * is half full; a text has far fewer different words than words. */
#include "mention/context.h"

static size_t hash(gm_str word) {
  uint64_t value = 0xcbf29ce484222325u; /* FNV-1a */
  for (size_t i = 0; i < word.size; i++)
    value = (value ^ (unsigned char)word.bytes[i]) * 0x100000001b3u;
  return (size_t)(value ^ value >> 32);
}

/* The slot that holds the word, or the empty one where it belongs. */
static gm_str *slot_of(const gm_word_set *set, gm_str word) {
  size_t at = hash(word) & (set->capacity - 1);
  while (set->slots[at].size && !gm_str_equal(set->slots[at], word))
    at = (at + 1) & (set->capacity - 1);
  return &set->slots[at];
}

static gm_status double_size(gm_workspace *ws, gm_word_set *set) {
  enum { FIRST = 256 };
  gm_word_set larger = {.capacity = set->slots ? set->capacity * 2 : FIRST,
                        .count = set->count};
  larger.slots = gm_take_array(ws, larger.capacity, sizeof *larger.slots);
  if (!larger.slots) return GM_NO_MEMORY;
  for (size_t i = 0; set->slots && i < set->capacity; i++)
    if (set->slots[i].size) *slot_of(&larger, set->slots[i]) = set->slots[i];
  *set = larger;
  return GM_OK;
}

gm_status gm_word_set_add(gm_workspace *ws, gm_word_set *set, gm_str word) {
  if (!word.size) return GM_OK;
  if (!set->slots || set->count * 2 >= set->capacity) {
    gm_status status = double_size(ws, set);
    if (status != GM_OK) return status;
  }
  gm_str *slot = slot_of(set, word);
  if (!slot->size) set->count++;
  *slot = word;
  return GM_OK;
}

bool gm_word_set_has(const gm_word_set *set, gm_str word) {
  return set->slots && word.size && slot_of(set, word)->size;
}
