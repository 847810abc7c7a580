/* See phrase.h. The last word is compared with the end of the phrase, then the
 * word before it with what is left:
 *
 *     text      ... on  the  outskirts  of  [Aleppo]
 *     phrase                "outskirts  of"
 *                                    <---- */
#include "mention/phrase.h"

#include "base/str.h"

bool gm_phrase_is(const gm_context *context, uint32_t token, gm_str word) {
  return gm_str_equal(context->tokens.items[token].folded, word);
}

bool gm_phrase_hyphen(const gm_context *context, uint32_t first, uint32_t end) {
  if (end < first + 2 || context->tokens.items[end - 1].spaced) return false;
  gm_str mark = context->tokens.items[end - 1].folded;
  return gm_str_equal(mark, GM_STR("-")) ||
         gm_str_equal(mark, GM_STR("\u2010")) ||
         gm_str_equal(mark, GM_STR("\u2011")) ||
         gm_str_equal(mark, GM_STR("\u2013"));
}

/* Whether `left` ends with the word, and a space or nothing before it. */
static bool ends_with(gm_str left, gm_str word) {
  if (!word.size || word.size > left.size) return false;
  size_t rest = left.size - word.size;
  return (!rest || left.bytes[rest - 1] == ' ') &&
         !memcmp(left.bytes + rest, word.bytes, word.size);
}

uint32_t gm_phrase_before(const gm_context *context, uint32_t first,
                          uint32_t end, gm_str phrase) {
  uint32_t at = end;
  while (at > first) {
    gm_str word = context->tokens.items[at - 1].folded;
    if (!ends_with(phrase, word)) return end;
    at--;
    if (word.size == phrase.size) return at;
    phrase.size -= word.size + 1;
  }
  return end;
}

const gm_phrase *gm_phrase_longest(const gm_context *context, uint32_t first,
                                   uint32_t end, const gm_phrase *phrases,
                                   size_t count, uint32_t *begin) {
  const gm_phrase *longest = NULL;
  uint32_t earliest = end;
  gm_str last = {0};
  if (end > first) last = context->tokens.items[end - 1].folded;
  if (!last.size) return NULL;
  for (size_t i = 0; i < count; i++) {
    gm_str words = phrases[i].words; /* most end with another letter */
    if (words.bytes[words.size - 1] != last.bytes[last.size - 1]) continue;
    uint32_t at = gm_phrase_before(context, first, end, words);
    if (at < earliest) earliest = at, longest = &phrases[i];
  }
  if (longest) *begin = earliest;
  return longest;
}
