/* See alike.h. Pairs of spellings are put for each other at every place of the
 * name, and letters doubled or not, once, twice, three times, until some name
 * is there; each letter once. A long name may also be a slip: one letter is
 * left out, put in or swapped with its neighbour. */
#include "resolve/alike.h"

#include <string.h>

enum { LONGEST = 40, TRIES_MOST = 1000, TOGETHER = 32 };

/* How letters of other scripts are written in Latin ones, and by whom. */
static const struct pair {
  char a[5], b[3];
} pairs[] = {
    {"kh", "h"},  {"kh", "x"},  {"kh", "k"},  {"zh", "j"},   {"zh", "z"},
    {"ts", "c"},  {"tz", "ts"}, {"ch", "c"},  {"sch", "sh"}, {"shch", "sh"},
    {"iy", "y"},  {"yy", "y"},  {"ij", "y"},  {"yi", "i"},   {"ii", "i"},
    {"ya", "ia"}, {"yu", "iu"}, {"ye", "e"},  {"ie", "e"},   {"yo", "e"},
    {"ja", "ya"}, {"y", "i"},   {"j", "y"},   {"g", "h"},    {"w", "v"},
    {"o", "i"},   {"e", "i"},   {"a", "o"},   {"ph", "f"},   {"q", "k"},
    {"c", "k"},   {"oo", "u"},  {"ou", "u"},  {"ee", "i"},   {"dh", "d"},
    {"th", "t"},  {"gh", "g"},  {"el", "al"}, {"eh", "a"},   {"ah", "a"},
    {"u", "o"},   {"e", "a"},   {"ks", "x"},
};
enum { PAIRS = sizeof pairs / sizeof *pairs };

typedef struct word {
  char bytes[LONGEST];
  size_t size;
} word;

typedef struct search {
  const gm_gazetteer *gazetteer;
  gm_entry *found;
  uint32_t count;
  uint32_t tries; /* that are left */
  word waiting[TOGETHER];
  uint32_t waiting_count;
} search;

static void add_found(search *s, gm_entry entry) {
  if (!entry.sense_count || s->count == GM_ALIKE_MOST) return;
  for (uint32_t i = 0; i < s->count; i++)
    if (s->found[i].offset == entry.offset) return;
  s->found[s->count++] = entry;
}

/* Looks up the waiting words. Together they take a third of the time that they
 * would take one by one. */
static void look_up_waiting(search *s) {
  gm_str keys[TOGETHER];
  gm_entry entries[TOGETHER];
  for (uint32_t i = 0; i < s->waiting_count; i++)
    keys[i] = (gm_str){s->waiting[i].bytes, s->waiting[i].size};
  gm_gazetteer_entries(s->gazetteer, keys, s->waiting_count, entries);
  for (uint32_t i = 0; i < s->waiting_count; i++) add_found(s, entries[i]);
  s->waiting_count = 0;
}

static void look_up(search *s, const word *w) {
  if (!s->tries || s->count == GM_ALIKE_MOST) return;
  s->tries--;
  s->waiting[s->waiting_count++] = *w;
  if (s->waiting_count == TOGETHER) look_up_waiting(s);
}

/* Puts `to` for the `size` bytes at `at`. @return false: it grows too long */
static bool put(const word *w, size_t at, size_t size, const char *to,
                word *out) {
  size_t more = strlen(to);
  if (w->size - size + more > LONGEST) return false;
  memcpy(out->bytes, w->bytes, at);
  memcpy(out->bytes + at, to, more);
  memcpy(out->bytes + at + more, w->bytes + at + size, w->size - at - size);
  out->size = w->size - size + more;
  return true;
}

static void respell(search *s, const word *w, size_t begin, int steps);

/* Puts one spelling for the other at `at`, and goes on behind it. */
static void exchange(search *s, const word *w, size_t at, const char *from,
                     const char *to, int steps) {
  if (w->bytes[at] != from[0]) return;
  size_t size = strlen(from);
  word other;
  if (w->size - at < size || memcmp(w->bytes + at, from, size) != 0 ||
      !put(w, at, size, to, &other))
    return;
  if (steps == 1)
    look_up(s, &other);
  else
    respell(s, &other, at + strlen(to), steps - 1);
}

static void respell(search *s, const word *w, size_t begin, int steps) {
  for (size_t at = begin; at < w->size && s->tries; at++)
    for (size_t i = 0; i < PAIRS; i++) { /* few begin with this letter */
      const struct pair *pair = &pairs[i];
      if (pair->a[0] == w->bytes[at])
        exchange(s, w, at, pair->a, pair->b, steps);
      if (pair->b[0] == w->bytes[at])
        exchange(s, w, at, pair->b, pair->a, steps);
    }
  for (size_t at = begin ? begin : 1; at < w->size && s->tries; at++) {
    const char once[] = {w->bytes[at], 0}, twice[] = {once[0], once[0], 0};
    exchange(s, w, at, twice, once, steps);
    exchange(s, w, at, once, twice, steps);
  }
}

/* A letter left out, put in or swapped; not the first, which is seldom
 * wrong. */
static void mend_slips(search *s, const word *w) {
  for (size_t at = 1; at < w->size; at++) {
    word other;
    if (put(w, at, 1, "", &other)) look_up(s, &other);
    for (char more = 'a'; more <= 'z'; more++) {
      const char letter[] = {more, 0};
      if (put(w, at, 0, letter, &other)) look_up(s, &other);
    }
    if (at + 1 == w->size) break;
    const char swapped[] = {w->bytes[at + 1], w->bytes[at], 0};
    if (put(w, at, 2, swapped, &other)) look_up(s, &other);
  }
}

/* Small letters of ASCII, and spaces between them. */
static bool is_plain(gm_str key, size_t *letters) {
  *letters = 0;
  for (size_t i = 0; i < key.size; i++) {
    bool letter = key.bytes[i] >= 'a' && key.bytes[i] <= 'z';
    if (!letter && key.bytes[i] != ' ') return false;
    *letters += letter;
  }
  return true;
}

uint32_t gm_alike_find(const gm_gazetteer *gazetteer, gm_str key,
                       gm_entry out[GM_ALIKE_MOST]) {
  enum { LEAST = 6, MOST_STEPS = 3, LEAST_FOR_SLIPS = 8 };
  search s = {.gazetteer = gazetteer, .found = out, .tries = TRIES_MOST};
  size_t letters;
  if (key.size > LONGEST || !is_plain(key, &letters) || letters < LEAST)
    return 0;
  word w = {.size = key.size};
  memcpy(w.bytes, key.bytes, key.size);
  for (int steps = 1; steps <= MOST_STEPS && !s.count; steps++) {
    if (letters < LEAST + (size_t)steps - 1) break;
    respell(&s, &w, 0, steps);
    look_up_waiting(&s);
    if (steps == 1 && !s.count && letters >= LEAST_FOR_SLIPS)
      mend_slips(&s, &w);
    look_up_waiting(&s);
  }
  return s.count;
}
