/* See stretch.h. */
#include "mention/stretch.h"

#include "mention/lattice.h"

static bool is_capital(const gm_token *token) {
  return token->kind == GM_TOKEN_WORD && token->letters != GM_CASE_LOWER;
}

/* Small words and marks that stand inside names. */
static bool is_tie(const gm_token *token) {
  static const char *const ties[] = {
      "of",  "the",  "and", "for", "de", "la",  "del", "al",      "el",
      "van", "von",  "der", "du",  "da", "dos", "di",  "bin",     "ibn",
      "on",  "upon", "-",   "&",   ".",  "'s",  "'",   "\u2019s", "\u2013"};
  if (token->kind == GM_TOKEN_POSSESSIVE) return true;
  return gm_str_in(token->folded, ties, sizeof ties / sizeof *ties);
}

/* Words that open sentences and are no names: read only where a capitalised
 * word follows (The Hague). */
static bool is_opener(const gm_context *context, uint32_t i,
                      const gm_sentence *sentence) {
  static const char *const openers[] = {
      "the", "a",    "an",   "he",    "she",   "it",   "they",  "we",   "i",
      "but", "and",  "in",   "on",    "at",    "for",  "to",    "by",   "as",
      "if",  "this", "that", "there", "these", "his",  "her",   "its",  "our",
      "so",  "when", "with", "from",  "after", "what", "while", "who",  "how",
      "not", "no",   "you",  "their", "some",  "one",  "most",  "many", "all"};
  if (i != sentence->begin) return false;
  if (i + 1 < sentence->end && is_capital(&context->tokens.items[i + 1]))
    return false;
  return gm_str_in(context->tokens.items[i].folded, openers,
                   sizeof openers / sizeof *openers);
}

/* The token behind the longest run of ties at `at`, if a capital or a number
 * follows; else `at`. */
static uint32_t behind_ties(const gm_context *context, uint32_t at,
                            uint32_t end) {
  enum { MOST_TIES = 3 };
  const gm_token *tokens = context->tokens.items;
  uint32_t next = at;
  while (next < end && next < at + MOST_TIES && is_tie(&tokens[next])) next++;
  if (next == at || next == end || !is_capital(&tokens[next])) return at;
  return next;
}

/* Where a stretch that begins at `begin` ends. */
static uint32_t end_of(const gm_context *context, uint32_t begin,
                       const gm_sentence *sentence) {
  uint32_t most = begin + GM_LATTICE_MOST, end = sentence->end;
  if (most < end) end = most;
  if (gm_context_is_flat(context, begin)) return end;
  const gm_token *tokens = context->tokens.items;
  uint32_t at = begin + 1;
  while (at < end) {
    if (is_capital(&tokens[at]) || tokens[at].kind == GM_TOKEN_NUMBER) {
      at++;
      continue;
    }
    uint32_t next = behind_ties(context, at, end);
    if (next == at) break;
    at = next;
  }
  return at;
}

bool gm_stretch_next(const gm_context *context, uint32_t from,
                     gm_stretch *out) {
  for (uint32_t i = from; i < context->tokens.count; i++) {
    const gm_sentence *sentence =
        &context->sentences.items[context->sentence_of[i]];
    if (!gm_context_is_flat(context, i) &&
        (!is_capital(&context->tokens.items[i]) ||
         is_opener(context, i, sentence)))
      continue;
    *out = (gm_stretch){i, end_of(context, i, sentence)};
    return true;
  }
  return false;
}
