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

/* Reads a name by its tokens, as a text is read. */
static gm_status read_tokens(gm_workspace *ws, gm_str name, gm_name *out) {
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

gm_status gm_name_read(gm_workspace *ws, gm_str name, gm_name *out) {
  bool plain = false;
  gm_status status = gm_name_read_plain(ws, name, &plain, out);
  return status || plain ? status : read_tokens(ws, name, out);
}

gm_str gm_name_key(gm_workspace *ws, gm_str name) {
  gm_name found = {0};
  gm_name_read(ws, name, &found);
  return found.key;
}

static bool contains(gm_str name, gm_str part) {
  return memmem(name.bytes, name.size, part.bytes, part.size);
}

/* @param marks  whether it has any of @ : . */
static bool is_address(gm_str name, bool marks) {
  if (gm_str_starts(name, GM_STR("http"))) return true;
  return marks &&
         (contains(name, GM_STR("://")) || contains(name, GM_STR("www.")) ||
          contains(name, GM_STR("@")));
}

bool gm_name_is_code(gm_str name) {
  bool small = false, capital = false, digit = false, high = false;
  bool marks = false;
  for (size_t i = 0; i < name.size; i++) {
    unsigned char byte = (unsigned char)name.bytes[i];
    high |= byte >= 0x80;
    small |= byte >= 'a' && byte <= 'z';
    capital |= byte >= 'A' && byte <= 'Z';
    digit |= byte >= '0' && byte <= '9';
    marks |= byte == '@' || byte == ':' || byte == '.';
  }
  if (is_address(name, marks)) return true;
  return !high && !small && (digit || !capital);
}
