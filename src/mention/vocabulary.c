/* See vocabulary.h. Terms are found by open addressing. */
#include "mention/vocabulary.h"

typedef struct slot {
  uint32_t hash; /* bits that the slot's place does not tell */
  uint32_t term; /* index plus 1; 0: free */
} slot;

typedef struct maker {
  gm_workspace *ws;
  slot *slots;
  size_t mask;
  gm_str *words;
  uint32_t count;
  size_t capacity; /* of words */
} maker;

static gm_status add_term(maker *by, gm_str word) {
  by->words = gm_grow(by->ws, by->words, by->count, &by->capacity,
                      sizeof *by->words);
  if (!by->words) return GM_NO_MEMORY;
  by->words[by->count++] = word;
  return GM_OK;
}

/* The index of a word's term, which is added if it is new. */
static gm_status find_term(maker *by, gm_str word, uint32_t *out) {
  uint64_t hash = gm_siphash(by->ws->secret, word);
  uint32_t tag = (uint32_t)(hash >> 32);
  size_t at = hash & by->mask;
  for (; by->slots[at].term; at = (at + 1) & by->mask) {
    *out = by->slots[at].term - 1;
    if (by->slots[at].hash == tag && gm_str_equal(by->words[*out], word))
      return GM_OK;
  }
  *out = by->count;
  by->slots[at] = (slot){tag, by->count + 1};
  return add_term(by, word);
}

static gm_status number_words(maker *by, gm_tokens tokens, uint32_t *out) {
  size_t capacity = 16;
  while (capacity < (size_t)tokens.count * 2) capacity *= 2;
  by->slots = gm_take_array(by->ws, capacity, sizeof *by->slots);
  if (!by->slots) return GM_NO_MEMORY;
  by->mask = capacity - 1;
  gm_status status = GM_OK;
  for (uint32_t i = 0; i < tokens.count && status == GM_OK; i++)
    status = find_term(by, tokens.items[i].folded, &out[i]);
  return status;
}

static gm_status look_up(gm_workspace *ws, const gm_gazetteer *gazetteer,
                         const gm_str *words, uint32_t count,
                         gm_vocabulary *out) {
  gm_name_walk *walks = gm_take_array(ws, count, sizeof *walks);
  gm_entry *entries = gm_take_array(ws, count, sizeof *entries);
  bool *in_phrase = gm_take_array(ws, count, sizeof *in_phrase);
  uint8_t *shown = gm_take_array(ws, count, sizeof *shown);
  if (!walks || !entries || !in_phrase || !shown) return GM_NO_MEMORY;
  gm_name_walks_begin(gazetteer, words, count, walks);
  for (uint32_t i = 0; i < count; i++) {
    if (!gm_name_walk_entry(&walks[i], &entries[i]))
      entries[i] = (gm_entry){0};
    in_phrase[i] = gm_name_walk_in_phrase(&walks[i]);
  }
  *out = (gm_vocabulary){.count = count,
                         .words = words,
                         .walks = walks,
                         .entries = entries,
                         .in_phrase = in_phrase,
                         .shown = shown};
  return GM_OK;
}

gm_status gm_vocabulary_make(gm_workspace *ws, const gm_gazetteer *gazetteer,
                             gm_tokens tokens, gm_vocabulary *out) {
  maker by = {.ws = ws};
  uint32_t *of_token = gm_take_array(ws, tokens.count, sizeof *of_token);
  if (!of_token) return GM_NO_MEMORY;
  gm_status status = number_words(&by, tokens, of_token);
  if (status == GM_OK)
    status = look_up(ws, gazetteer, by.words, by.count, out);
  out->of_token = of_token;
  return status;
}
