/* Plain names: letters and digits with spaces, hyphens and the like between
 * them, which nearly all names are. Each character is looked at once and
 * folded into the key, by the rules of document/token.h as far as such a name
 * needs them. What else there is, full stops and apostrophes above all, leaves
 * the name to the tokeniser. A test reads names in both ways. */
#include <string.h>

#include "base/fold.h"
#include "document/character.h"
#include "gazetteer/name.h"

/* What the characters that come one behind the other are. */
typedef enum run { NOTHING, WORD, DENSE_WORD, NUMBER } run;

/* A name while it is read. */
typedef struct plain {
  gm_str name;
  gm_name read; /* but for its key */
  char *key;
  size_t size;
  run run;
  size_t begin;                   /* of the run's word in the key */
  uint32_t letters, upper, lower; /* of the run: characters; with a case */
  uint32_t capitals;              /* of words that are nothing else */
  bool others;                    /* there is a word that is */
} plain;

static run run_of(unsigned class) {
  if (class & GM_CHARACTER_DIGIT) return NUMBER;
  if (class & GM_CHARACTER_DENSE) return DENSE_WORD;
  return class & GM_CHARACTER_LETTER ? WORD : NOTHING;
}

static bool goes_on(run now, unsigned class) {
  const unsigned any =
      GM_CHARACTER_LETTER | GM_CHARACTER_DIGIT | GM_CHARACTER_COMBINING;
  const unsigned dense = GM_CHARACTER_DENSE | GM_CHARACTER_COMBINING;
  if (now == NOTHING) return false;
  return class &
         (now == DENSE_WORD ? dense : any & ~(unsigned)GM_CHARACTER_DENSE);
}

/* Whether a character parts words and does nothing else: a comma may stand in
 * a number. */
static bool parts_words(gm_str name, size_t at, unsigned class) {
  char byte = name.bytes[at];
  if (class & GM_CHARACTER_SPACE) return true;
  if (byte == ',') return at + 1 < name.size && name.bytes[at + 1] == ' ';
  return byte == '-' || byte == '(' || byte == ')' || byte == '/';
}

/* What a word says of the capitals of the name. */
static void end_word(plain *own) {
  if (own->run == WORD || own->run == DENSE_WORD) {
    if (own->upper && !own->lower && (own->upper > 1 || own->letters == 1))
      own->capitals += own->upper > 1 ? 2 : 1;
    else
      own->others = true;
  }
  own->run = NOTHING;
}

static void begin_word(plain *own, unsigned class) {
  end_word(own);
  own->run = run_of(class);
  if (own->size) own->key[own->size++] = ' ';
  own->begin = own->size;
  own->letters = own->upper = own->lower = 0;
  own->read.words++;
}

/* Folds a character of `bytes` bytes into the key. @return false: it becomes
 * more than there is room for */
static bool add(plain *own, uint32_t point, unsigned class, size_t bytes) {
  char folded[GM_FOLD_BYTES];
  size_t size = 1;
  if (class & GM_CHARACTER_LOWER && point < 0x80)
    folded[0] = (char)point;
  else
    size = gm_fold_point(point, folded);
  if (size > GM_FOLD_GROWTH * bytes) return false;
  memcpy(own->key + own->size, folded, size);
  own->size += size;
  own->letters++;
  own->upper += (class & GM_CHARACTER_UPPER) != 0;
  own->lower += (class & GM_CHARACTER_LOWER) != 0;
  return true;
}

/* Whether the word that ends has a letter left, if there is one. */
static bool is_left(const plain *own) {
  return own->run == NOTHING || own->size > own->begin;
}

static bool read_all(plain *own) {
  for (size_t at = 0, next; at < own->name.size; at = next) {
    next = at;
    uint32_t point = gm_utf8_next(own->name, &next);
    unsigned class = gm_character_of(point);
    if (!goes_on(own->run, class)) {
      if (!is_left(own)) return false;
      if (run_of(class) == NOTHING) {
        if (!parts_words(own->name, at, class)) return false;
        end_word(own);
        continue;
      }
      begin_word(own, class);
    }
    if (!add(own, point, class, next - at)) return false;
  }
  bool good = is_left(own);
  end_word(own);
  return good;
}

gm_status gm_name_read_plain(gm_workspace *ws, gm_str name, bool *plain_name,
                             gm_name *out) {
  plain own = {.name = name};
  own.key = gm_take(ws, (GM_FOLD_GROWTH + 1) * name.size + 1);
  if (!own.key) return GM_NO_MEMORY;
  *plain_name = read_all(&own);
  own.read.key = (gm_str){own.key, own.size};
  own.read.capital = !own.others && own.capitals >= 2;
  if (*plain_name) *out = own.read;
  return GM_OK;
}
