/* See tail.h. Behind the name stand a possessive, words of the compass, and a
 * noun of a part or an edge; a noun that goes on ("the Syrian border guards")
 * is another thing. */
#include "mention/tail.h"

#include "base/str.h"
#include "mention/compass.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Tokens: [words, noun) are of the compass, [noun, end) is the noun, if any. */
typedef struct tail {
  uint32_t words, noun, end;
  gm_modifier_kind kind;
} tail;

/* The word of a token; empty: it is none. */
static gm_str word_at(const gm_context *context, uint32_t at) {
  bool is_word = at < context->tokens.count &&
                 context->tokens.items[at].kind == GM_TOKEN_WORD;
  return is_word ? context->tokens.items[at].folded : (gm_str){0};
}

static gm_modifier_kind kind_of_noun(gm_str word) {
  static const char *const edges[] = {
      "border", "borders", "frontier", "coast", "coastline", "shore", "shores"};
  static const char *const parts[] = {"outskirts", "suburbs", "interior",
                                      "hinterland"};
  enum { SHORTEST = 5 }; /* most words behind a name are shorter */
  if (word.size < SHORTEST) return GM_MODIFIER_NONE;
  if (gm_str_in(word, edges, COUNT(edges))) return GM_MODIFIER_ALONG;
  return gm_str_in(word, parts, COUNT(parts)) ? GM_MODIFIER_PART
                                              : GM_MODIFIER_NONE;
}

/* A word of the compass or of a part, in small letters, or a hyphen in one. */
static bool is_side(const gm_context *context, uint32_t at) {
  if (gm_context_is_mark(context, at, '-'))
    return !context->tokens.items[at].spaced;
  return gm_context_classes(context, at) & GM_WORD(DIRECTION) &&
         context->tokens.items[at].letters == GM_CASE_LOWER &&
         !kind_of_noun(word_at(context, at));
}

static bool is_owned(const gm_context *context, uint32_t at) {
  return at < context->tokens.count &&
         context->tokens.items[at].kind == GM_TOKEN_POSSESSIVE;
}

static tail look(const gm_context *context, uint32_t end) {
  tail found = {.words = end + is_owned(context, end)};
  found.noun = found.words;
  while (is_side(context, found.noun)) found.noun++;
  found.kind = kind_of_noun(word_at(context, found.noun));
  found.end = found.noun + (found.kind != GM_MODIFIER_NONE);
  return found;
}

bool gm_tail_is_edge(const gm_context *context, uint32_t end) {
  tail found = look(context, end);
  return found.kind != GM_MODIFIER_NONE &&
         !(gm_context_classes(context, found.end) & GM_WORD(GENERIC_AFTER));
}

/* Whether the phrase ends there: no further noun follows. */
static bool is_end(const gm_context *context, uint32_t at) {
  static const char *const words[] = {"and", "or",   "where", "that", "which",
                                      "is",  "was",  "are",   "were", "has",
                                      "had", "have", "but",   "as"};
  return at >= context->tokens.count ||
         (context->tokens.items[at].kind == GM_TOKEN_MARK &&
          !gm_context_is_mark(context, at, '-')) ||
         gm_context_classes(context, at) & GM_WORD(PREPOSITION) ||
         gm_str_in(word_at(context, at), words, COUNT(words));
}

/* "east" and "north-west", but not "eastern": a noun without another. */
static bool is_bare_side(const gm_context *context, const tail *at) {
  gm_str last = word_at(context, at->noun - 1);
  return gm_str_ends(last, GM_STR("north")) ||
         gm_str_ends(last, GM_STR("south")) ||
         gm_str_ends(last, GM_STR("east")) || gm_str_ends(last, GM_STR("west"));
}

gm_modifier gm_tail_read(const gm_context *context, uint32_t end) {
  gm_modifier said = {.kind = GM_MODIFIER_NONE};
  tail found = look(context, end);
  if (found.end == found.words || !is_end(context, found.end)) return said;
  if (found.noun > found.words)
    gm_compass_before(context, found.words, found.noun, false, &said);
  bool is_side = found.kind == GM_MODIFIER_NONE;
  if (is_side && !is_bare_side(context, &found)) return (gm_modifier){0};
  if (is_side) found.kind = GM_MODIFIER_PART;
  if (found.kind == GM_MODIFIER_PART && !is_owned(context, end))
    return (gm_modifier){0};
  said.kind = found.kind;
  said.span = (gm_span){context->tokens.items[found.words].span.begin,
                        context->tokens.items[found.end - 1].span.end};
  return said;
}
