/* gm_gazetteer_suggest: what a name that nobody knows may have been.
 *
 *     kharkev  --one letter left out, put in, changed, or two swapped-->
 *              harkev kkharkev kharkiv kharkov khrakev ...  each looked up
 *
 * All that is one such step away is tried, and where nothing is found, all
 * that is two steps away (Norvig 2007; the distance is that of Damerau,
 * doi:10.1145/363958.363994). So no list of all names is needed, which the
 * compiled file does not have; a look-up takes a fraction of a microsecond,
 * and a word of ten letters has 600 neighbours and 300,000 second ones. The
 * first letter is seldom wrong: at two steps it is left as it is. */
#include <string.h>

#include "gazetteer/gazetteer.h"
#include "gazetteer/name.h"

enum { LONGEST = 40, LONGEST_TWICE = 24, LETTERS_MOST = 80, FOUND_MOST = 16 };

/* One character of UTF-8. */
typedef struct letter {
  char bytes[4];
  uint8_t size;
} letter;

typedef struct word {
  letter letters[LONGEST + 2];
  uint32_t count;
} word;

typedef struct found {
  gm_str key;
  gm_str written;
  unsigned rank; /* prominence, and among equals the usual name */
} found;

typedef struct search {
  gm_workspace *ws;
  const gm_gazetteer *gazetteer;
  letter alphabet[LETTERS_MOST];
  uint32_t alphabet_count;
  found items[FOUND_MOST]; /* the best known first */
  uint32_t count, most;
  bool failed;
} search;

/* What people may have meant to type, by the script of what they typed. */
static const char *const alphabets[] = {
    "abcdefghijklmnopqrstuvwxyz ",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґў ",
    "αβγδεζηθικλμνξοπρστυφχψω ",
    "ابةتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئپچژکگی ",
    "אבגדהוזחטיךכלםמןנסעףפץצקרשת ",
};

/* Cuts text into letters. @return how many; `most` at most */
static uint32_t cut_letters(gm_str text, letter *out, uint32_t most) {
  uint32_t count = 0;
  for (size_t i = 0; i < text.size; i++) {
    bool begins = ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
    if (begins && count++ == most) return most + 1;
    letter *last = &out[count - 1];
    if (begins) last->size = 0;
    last->bytes[last->size++ & 3] = text.bytes[i];
  }
  return count;
}

static bool same(const letter *a, const letter *b) {
  return a->size == b->size && !memcmp(a->bytes, b->bytes, a->size);
}

static bool has_any(const word *typed, const letter *of, uint32_t count) {
  for (uint32_t i = 0; i < typed->count; i++)
    for (uint32_t k = 0; k < count; k++)
      if (typed->letters[i].bytes[0] != ' ' && same(&typed->letters[i], &of[k]))
        return true;
  return false;
}

/* The first script that the word has a letter of; else none: then letters can
 * still be left out or swapped. */
static void choose_alphabet(const word *typed, search *s) {
  for (size_t i = 0; i < sizeof alphabets / sizeof *alphabets; i++) {
    s->alphabet_count =
        cut_letters(gm_str_of(alphabets[i]), s->alphabet, LETTERS_MOST);
    if (has_any(typed, s->alphabet, s->alphabet_count)) return;
  }
  s->alphabet_count = 0;
}

/* ------------------------------------------------------------- look-ups -- */

static gm_str join(const word *w, char bytes[4 * (LONGEST + 2)]) {
  size_t size = 0;
  for (uint32_t i = 0; i < w->count; i++) {
    memcpy(bytes + size, w->letters[i].bytes, w->letters[i].size);
    size += w->letters[i].size;
  }
  return (gm_str){bytes, size};
}

/* Puts what was found in its place among the others, each written once. */
static void keep(search *s, found what) {
  uint32_t at = s->count;
  for (uint32_t i = 0; i < s->count; i++)
    if (gm_str_equal(s->items[i].key, what.key)) return;
  while (at > 0 && s->items[at - 1].rank < what.rank) at--;
  if (at == s->most) return;
  what.key = gm_str_copy(s->ws, what.key);
  s->failed |= !what.key.bytes;
  if (s->count < s->most) s->count++;
  for (uint32_t i = s->count - 1; i > at; i--) s->items[i] = s->items[i - 1];
  s->items[at] = what;
}

static void look_up(search *s, const word *w) {
  char bytes[4 * (LONGEST + 2)];
  gm_entry entry;
  gm_str key = join(w, bytes);
  if (!gm_gazetteer_entry(s->gazetteer, key, &entry) || !entry.sense_count)
    return;
  uint32_t place = gm_gazetteer_sense(s->gazetteer, entry, 0).place;
  gm_str written = gm_gazetteer_written(s->gazetteer, entry, 0);
  bool usual =
      gm_str_equal(written, gm_gazetteer_place(s->gazetteer, place).name);
  unsigned prominence = gm_gazetteer_site(s->gazetteer, place).prominence;
  keep(s, (found){key, written, prominence * 2 + usual});
}

/* ------------------------------------------------------------- variants -- */

static void try_all(search *s, const word *w, int steps, uint32_t begin);

static void go_on(search *s, const word *w, int steps, uint32_t begin) {
  if (steps > 1)
    try_all(s, w, steps - 1, begin);
  else if (w->count)
    look_up(s, w);
}

static word without(const word *w, uint32_t i) {
  word shorter = *w;
  memmove(&shorter.letters[i], &shorter.letters[i + 1],
          (w->count - i - 1) * sizeof *w->letters);
  shorter.count--;
  return shorter;
}

static word with(const word *w, uint32_t i, letter more) {
  word longer = *w;
  memmove(&longer.letters[i + 1], &longer.letters[i],
          (w->count - i) * sizeof *w->letters);
  longer.letters[i] = more;
  longer.count++;
  return longer;
}

static word swapped(const word *w, uint32_t i) {
  word other = *w;
  other.letters[i] = w->letters[i + 1];
  other.letters[i + 1] = w->letters[i];
  return other;
}

/* Every word that is `steps` away, changed from letter `begin` on. */
static void try_all(search *s, const word *w, int steps, uint32_t begin) {
  for (uint32_t i = begin; i <= w->count && !gm_stopped(s->ws); i++) {
    if (i < w->count) {
      word shorter = without(w, i);
      go_on(s, &shorter, steps, begin);
    }
    if (i + 1 < w->count && !same(&w->letters[i], &w->letters[i + 1])) {
      word other = swapped(w, i);
      go_on(s, &other, steps, begin);
    }
    for (uint32_t k = 0; k < s->alphabet_count; k++) {
      word other = *w;
      other.letters[i] = s->alphabet[k];
      if (i < w->count) go_on(s, &other, steps, begin);
      word longer = with(w, i, s->alphabet[k]);
      go_on(s, &longer, steps, begin);
    }
  }
}

gm_status gm_gazetteer_suggest(gm_workspace *ws, const gm_gazetteer *gazetteer,
                               gm_str name, uint32_t most, const gm_str **out,
                               uint32_t *out_count) {
  word typed = {.count = 0};
  search s = {.ws = ws, .gazetteer = gazetteer, .most = most};
  if (s.most > FOUND_MOST) s.most = FOUND_MOST;
  gm_str key = gm_name_key(ws, name);
  gm_str *names = gm_take_array(ws, s.most, sizeof *names);
  if (!key.bytes || !names) return GM_NO_MEMORY;
  typed.count = cut_letters(key, typed.letters, LONGEST);
  if (typed.count && typed.count <= LONGEST) {
    choose_alphabet(&typed, &s);
    try_all(&s, &typed, 1, 0);
    if (!s.count && typed.count > 3 && typed.count <= LONGEST_TWICE)
      try_all(&s, &typed, 2, 1);
  }
  if (s.failed) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < s.count; i++) names[i] = s.items[i].written;
  *out = names;
  *out_count = s.count;
  return GM_OK;
}
