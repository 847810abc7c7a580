/* See name.h. */
#include "gazetteer/name.h"

#include <string.h>

#include "base/utf8.h"

gm_str gm_name_word(const gm_token *token) {
  switch (token->kind) {
    case GM_TOKEN_WORD:
    case GM_TOKEN_NUMBER: return token->folded;
    case GM_TOKEN_POSSESSIVE: {
      gm_str mark = token->folded; /* 's, or the apostrophe of boys' alone */
      bool owns =
          gm_str_ends(mark, GM_STR("s")) || gm_str_ends(mark, GM_STR("S"));
      return owns ? GM_STR("s") : (gm_str){0};
    }
    default: return (gm_str){0};
  }
}

/* The capitals and the other letters of words, as far as the flags need. */
typedef struct letters {
  uint32_t capitals;
  bool others;
} letters;

static letters count_letters(letters so_far, gm_str text,
                             const gm_token *token) {
  if (token->kind != GM_TOKEN_WORD) return so_far;
  size_t size = gm_utf8_count(gm_str_part(text, token->span));
  if (token->letters == GM_CASE_UPPER)
    so_far.capitals += 2;
  else if (token->letters == GM_CASE_CAPITAL && size == 1)
    so_far.capitals += 1;
  else
    so_far.others = true;
  return so_far;
}

/* Appends a word to a key; the room is known to suffice. */
static void add_word(gm_str word, char *key, size_t *size) {
  if (*size) key[(*size)++] = ' ';
  memcpy(key + *size, word.bytes, word.size);
  *size += word.size;
}

static size_t key_bytes(gm_tokens tokens) {
  size_t size = 1;
  for (uint32_t i = 0; i < tokens.count; i++)
    size += gm_name_word(&tokens.items[i]).size + 1;
  return size;
}

gm_status gm_name_read(gm_workspace *ws, gm_str name, gm_name *out) {
  gm_tokens tokens = {0};
  gm_span all = {0, (uint32_t)name.size};
  gm_status status = gm_tokenise(ws, name, all, &tokens);
  if (status) return status;
  char *key = gm_take(ws, key_bytes(tokens));
  if (!key) return GM_NO_MEMORY;
  gm_name found = {.dotted = gm_str_ends(name, GM_STR("."))};
  letters seen = {0};
  size_t size = 0;
  for (uint32_t i = 0; i < tokens.count; i++) {
    gm_str word = gm_name_word(&tokens.items[i]);
    if (!word.size) continue;
    add_word(word, key, &size);
    found.words++;
    found.dotted |= tokens.items[i].dotted;
    seen = count_letters(seen, name, &tokens.items[i]);
  }
  found.key = (gm_str){key, size};
  found.capital = !seen.others && seen.capitals >= 2;
  *out = found;
  return GM_OK;
}

static bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Whether a name is words of ASCII's letters with one space between them: then
 * its key is the same in small letters. */
static bool is_plain(gm_str name) {
  bool before = false;
  for (size_t i = 0; i < name.size; i++) {
    bool letter = is_letter(name.bytes[i]);
    if (!letter && !(name.bytes[i] == ' ' && before)) return false;
    before = letter;
  }
  return before || !name.size;
}

static gm_str small_letters(gm_workspace *ws, gm_str name) {
  char *key = gm_take(ws, name.size);
  if (!key) return (gm_str){0};
  for (size_t i = 0; i < name.size; i++)
    key[i] = name.bytes[i] == ' ' ? ' ' : (char)(name.bytes[i] | 0x20);
  return (gm_str){key, name.size};
}

gm_str gm_name_key(gm_workspace *ws, gm_str name) {
  gm_name found = {0};
  if (is_plain(name)) return small_letters(ws, name); /* most are */
  gm_name_read(ws, name, &found);
  return found.key;
}

static bool contains(gm_str name, gm_str part) {
  for (size_t i = 0; i + part.size <= name.size; i++)
    if (!memcmp(name.bytes + i, part.bytes, part.size)) return true;
  return false;
}

bool gm_name_is_code(gm_str name) {
  bool small = false, capital = false, digit = false;
  if (contains(name, GM_STR("://")) || contains(name, GM_STR("www.")) ||
      contains(name, GM_STR("@")) || gm_str_starts(name, GM_STR("http")))
    return true;
  for (size_t i = 0; i < name.size; i++) {
    unsigned char byte = (unsigned char)name.bytes[i];
    if (byte >= 0x80) return false;
    small |= byte >= 'a' && byte <= 'z';
    capital |= byte >= 'A' && byte <= 'Z';
    digit |= byte >= '0' && byte <= '9';
  }
  return !small && (digit || !capital);
}
