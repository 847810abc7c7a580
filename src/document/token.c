/* See token.h. The cutter walks the text once. Most news is lower-case ASCII
 * words between spaces, so that is the short way: such a word is scanned by a
 * table, and as its own folding it needs no memory. Only words with capitals,
 * apostrophes, full stops or letters beyond ASCII are folded by gm_fold. */
#include "document/token.h"

#include "base/fold.h"
#include "base/str.h"
#include "document/address.h"
#include "document/character.h"

enum {
  SPACE = GM_CHARACTER_SPACE,
  LINE = GM_CHARACTER_LINE,
  LOWER = GM_CHARACTER_LOWER,
  UPPER = GM_CHARACTER_UPPER,
  LETTER = GM_CHARACTER_LETTER,
  DENSE = GM_CHARACTER_DENSE,
  DIGIT = GM_CHARACTER_DIGIT,
  COMBINING = GM_CHARACTER_COMBINING,
  INVISIBLE = GM_CHARACTER_INVISIBLE,
  APOSTROPHE = GM_CHARACTER_APOSTROPHE,
  WORD = LETTER | DIGIT | COMBINING,
  HIGH = 1 << 15, /* seen beside the classes: a character beyond ASCII */
};

typedef struct cutter {
  gm_workspace *ws;
  gm_str text; /* up to the end of the part to cut */
  size_t at;
  size_t barren; /* up to here no address was seen: see address.h */
  gm_token *items;
  size_t count, capacity;
} cutter;

static unsigned class_at(gm_str text, size_t at) {
  size_t next;
  return gm_character_at(text, at, &next);
}

static bool is_byte(gm_str text, size_t at, char a, char b) {
  return at < text.size && (text.bytes[at] == a || text.bytes[at] == b);
}

/* How many bytes of 's stand at `at`, right behind a word; 0: none. */
static size_t possessive_size(gm_str text, size_t at) {
  size_t behind;
  if (!(gm_character_at(text, at, &behind) & APOSTROPHE)) return 0;
  if (is_byte(text, behind, 's', 'S') && !(class_at(text, behind + 1) & WORD))
    return behind + 1 - at;
  bool plural = at && is_byte(text, at - 1, 's', 'S');
  return plural && !(class_at(text, behind) & WORD) ? behind - at : 0;
}

/* The end of the letters and digits from `at` on; `seen` gathers classes. */
static size_t word_end(gm_str text, size_t at, unsigned *seen) {
  const bool dense = class_at(text, at) & DENSE;
  const unsigned inside = dense ? DENSE | COMBINING : WORD & ~(unsigned)DENSE;
  for (;;) {
    size_t next;
    unsigned class = gm_character_at(text, at, &next);
    if (!(class & inside)) {
      bool joins = class & (APOSTROPHE | INVISIBLE) && !dense &&
                   class_at(text, next) & inside & LETTER &&
                   !possessive_size(text, at);
      if (!joins) return at;
    }
    *seen |= class | (next - at > 1 ? HIGH : 0);
    at = next;
  }
}

/* The end of a number: digits, with commas and full stops between digits, and
 * the letters behind them (20th). */
static size_t number_end(gm_str text, size_t at, unsigned *seen) {
  const unsigned inside = WORD & ~(unsigned)DENSE;
  for (;;) {
    size_t next;
    unsigned class = gm_character_at(text, at, &next);
    if (!(class & inside)) {
      if (!is_byte(text, at, '.', ',')) return at;
      if (!(class_at(text, at - 1) & DIGIT)) return at;
      if (!(class_at(text, next) & DIGIT)) return at;
    }
    *seen |= class | (next - at > 1 ? HIGH : 0);
    at = next;
  }
}

/* The end of one letter with its marks, or `at` if there is none. */
static size_t letter_end(gm_str text, size_t at) {
  size_t next;
  if (!(gm_character_at(text, at, &next) & LETTER & ~(unsigned)DENSE))
    return at;
  while (class_at(text, next) & COMBINING) gm_character_at(text, next, &next);
  return next;
}

/* The end of letters with full stops between them (U.S., W.Va.), or `at`. */
static size_t dotted_end(gm_str text, size_t at) {
  size_t end = letter_end(text, at), parts = 1;
  while (is_byte(text, end, '.', '.')) {
    size_t part = letter_end(text, end + 1);
    if (part == end + 1) break;
    size_t second = letter_end(text, part);
    if (second != part && is_byte(text, second, '.', '.')) part = second;
    if (class_at(text, part) & WORD) break;
    end = part;
    parts++;
  }
  if (parts == 1) return at;
  return is_byte(text, end, '.', '.') ? end + 1 : end;
}

/* The end of letters and digits of ASCII before a blank or a comma, or `at`:
 * nothing can join such a word, and it begins no address. Most words are so. */
static size_t plain_end(gm_str text, size_t at, unsigned *seen) {
  unsigned gathered = 0, class = 0;
  size_t end = at;
  for (; end < text.size; end++) {
    unsigned char byte = (unsigned char)text.bytes[end];
    class = byte < 128 ? gm_character_ascii[byte] : 0;
    if (!(class & WORD)) break;
    gathered |= class;
  }
  if (!(class & SPACE) && !is_byte(text, end, ',', ',')) return at;
  *seen = gathered;
  return end;
}

static gm_token_case case_of(gm_str word) {
  size_t upper = 0, lower = 0;
  unsigned first = 0;
  for (size_t at = 0; at < word.size;) {
    unsigned class = gm_character_at(word, at, &at) & (UPPER | LOWER);
    if (!first) first = class;
    upper += class == UPPER;
    lower += class == LOWER;
  }
  if (!upper) return lower ? GM_CASE_LOWER : GM_CASE_NONE;
  if (!lower) return upper > 1 ? GM_CASE_UPPER : GM_CASE_CAPITAL;
  return upper == 1 && first == UPPER ? GM_CASE_CAPITAL : GM_CASE_MIXED;
}

/* Fills case and folding of a word or number whose classes are `seen`. */
static bool understand(cutter *cut, gm_token *token, unsigned seen) {
  gm_str word = gm_str_part(cut->text, token->span);
  bool plain = !(seen & ~(unsigned)(LOWER | DIGIT)) && !token->dotted;
  if (token->kind == GM_TOKEN_WORD)
    token->letters = (uint8_t)(plain ? GM_CASE_LOWER : case_of(word));
  token->folded = plain ? word : gm_fold(cut->ws, word);
  return token->folded.bytes;
}

static bool cut_word(cutter *cut, gm_token *token) {
  unsigned seen = 0;
  size_t begin = cut->at, end = plain_end(cut->text, begin, &seen);
  token->kind = GM_TOKEN_WORD;
  token->span.end = (uint32_t)end;
  if (end != begin) return understand(cut, token, seen);
  end = dotted_end(cut->text, begin);
  token->dotted = end != begin;
  if (end == begin) end = word_end(cut->text, begin, &seen);
  gm_span word = {(uint32_t)begin, (uint32_t)end};
  size_t address =
      token->dotted ? end : gm_address_end(cut->text, word, &cut->barren);
  token->span.end = (uint32_t)address;
  if (address == end) return understand(cut, token, seen);
  token->kind = GM_TOKEN_MARK;
  token->folded = gm_str_part(cut->text, token->span);
  return true;
}

static bool cut_number(cutter *cut, gm_token *token) {
  unsigned seen = 0;
  token->kind = GM_TOKEN_NUMBER;
  token->span.end = (uint32_t)number_end(cut->text, cut->at, &seen);
  return understand(cut, token, seen);
}

/* Whether the token before `begin` is a word or number that ends there. */
static bool follows_word(const cutter *cut) {
  if (!cut->count) return false;
  const gm_token *last = &cut->items[cut->count - 1];
  return last->span.end == cut->at && last->kind <= GM_TOKEN_NUMBER;
}

/* A possessive, a handle, or one character with what combines with it. */
static bool cut_mark(cutter *cut, gm_token *token) {
  gm_str text = cut->text;
  size_t end = cut->at, owned = 0;
  if (follows_word(cut))
    owned = possessive_size(text, cut->at);
  else if (is_byte(text, end, '@', '@'))
    end = gm_address_handle(text, end);
  token->kind = owned ? GM_TOKEN_POSSESSIVE : GM_TOKEN_MARK;
  end += owned;
  if (end == cut->at) {
    gm_character_at(text, end, &end);
    while (class_at(text, end) & COMBINING) gm_character_at(text, end, &end);
  }
  token->span.end = (uint32_t)end;
  token->folded = gm_str_part(text, token->span);
  return true;
}

/* Passes white space and gathers its classes. */
static unsigned skip_space(cutter *cut) {
  unsigned seen = 0;
  for (size_t next; cut->at < cut->text.size; cut->at = next) {
    unsigned class = gm_character_at(cut->text, cut->at, &next);
    if (!(class & (SPACE | INVISIBLE))) break;
    seen |= class;
  }
  return seen;
}

static bool cut_token(cutter *cut, unsigned space) {
  cut->items = gm_grow(cut->ws, cut->items, cut->count, &cut->capacity,
                       sizeof *cut->items);
  if (!cut->items) return false;
  gm_token *token = &cut->items[cut->count];
  *token = (gm_token){.span.begin = (uint32_t)cut->at,
                      .spaced = space & SPACE,
                      .line_start = space & LINE || !cut->count};
  unsigned class = class_at(cut->text, cut->at);
  bool done = class & DIGIT    ? cut_number(cut, token)
              : class & LETTER ? cut_word(cut, token)
                               : cut_mark(cut, token);
  cut->at = token->span.end;
  cut->count++;
  return done;
}

gm_status gm_tokenise(gm_workspace *ws, gm_str text, gm_span within,
                      gm_tokens *out) {
  cutter cut = {.ws = ws, .text = {text.bytes, within.end}};
  cut.at = within.begin;
  cut.capacity = (within.end - within.begin) / 5 + 16; /* seldom too few */
  cut.items = gm_take_array(ws, cut.capacity, sizeof *cut.items);
  if (!cut.items) return GM_NO_MEMORY;
  for (;;) {
    unsigned space = skip_space(&cut);
    if (cut.at >= cut.text.size) break;
    if (!cut_token(&cut, space)) return GM_NO_MEMORY;
  }
  *out = (gm_tokens){cut.items, (uint32_t)cut.count};
  return GM_OK;
}
