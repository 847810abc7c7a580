/* See sentence.h. Each gap between two tokens is judged alone: by the blank
 * line or line end in it, or by the final mark before it and the word behind.
 *
 *     ... in  St  .  |  Louis      abbreviation: goes on
 *     ... the U.S.   |  The        dotted, and an opener behind it: ends
 *     ... home  .  "  |  Officials final mark, closing quote: ends
 *     Drones strike Kyiv \n | Six people ...    a line of its own: ends
 *     ... flew to Los    \n | Angeles ...       broken to a width: goes on */
#include "document/sentence.h"

#include <string.h>

#include "base/str.h"
#include "document/abbreviation.h"
#include "document/character.h"

typedef struct reader {
  gm_str text;
  gm_tokens tokens;
  uint32_t begin;     /* the first token of the sentence at hand */
  bool wrapped;       /* lines are broken inside sentences */
  size_t block_end;   /* the paragraph at hand ends there ... */
  size_t block_width; /* ... and its longest line has so many bytes */
} reader;

/* The token at `i`, or an empty one outside. */
static const gm_token *token_at(const reader *in, uint32_t i) {
  static const gm_token none = {0};
  return i < in->tokens.count ? &in->tokens.items[i] : &none;
}

/* Whether it is one of some marks. Blanks are between these, so that a token
 * of several characters is none of them. */
static bool is_mark(const gm_token *token, gm_str marks) {
  if (token->kind != GM_TOKEN_MARK && token->kind != GM_TOKEN_POSSESSIVE)
    return false;
  gm_str mark = token->folded;
  if (mark.size == 1) return memchr(marks.bytes, *mark.bytes, marks.size);
  return mark.size && memmem(marks.bytes, marks.size, mark.bytes, mark.size);
}

static bool is_stop(const gm_token *token) {
  return is_mark(token, GM_STR(". ! ? … 。 ！ ？ ． ؟ ۔ । ။ ።"));
}

static bool is_closer(const gm_token *token) {
  return !token->spaced && is_mark(token, GM_STR("\" ” ’ ' ) ] » › 」 』 ）"));
}

static bool is_opener(const gm_token *token) {
  return is_mark(token, GM_STR("\" “ ‘ ' ’ ( [ « ‹ „ 「 『 （ ¿ ¡"));
}

/* Line ends between token i - 1 and token i, CRLF counted once. */
static unsigned lines_before(const reader *in, uint32_t i) {
  const gm_token *token = token_at(in, i);
  if (!token->line_start || !i) return 0;
  unsigned lines = 0;
  char before = 0;
  for (size_t at = token_at(in, i - 1)->span.end; at < token->span.begin;
       at++) {
    char byte = in->text.bytes[at];
    lines += byte == '\n' || byte == '\r';
    lines -= byte == '\n' && before == '\r';
    before = byte;
  }
  return lines ? lines : 1;
}

/* The first word from `i` on, behind quotes and brackets that open. */
static uint32_t first_word(const reader *in, uint32_t i) {
  for (unsigned most = 3; most && is_opener(token_at(in, i)); most--) i++;
  return i;
}

static bool goes_on_small(const reader *in, uint32_t i) {
  const gm_token *word = token_at(in, first_word(in, i));
  return word->kind == GM_TOKEN_WORD && word->letters == GM_CASE_LOWER;
}

/* Whether a sentence surely begins at `i`: The, He, In, not "A." of a name. */
static bool opens_sentence(const reader *in, uint32_t i) {
  i = first_word(in, i);
  const gm_token *word = token_at(in, i), *behind = token_at(in, i + 1);
  bool capital =
      word->letters == GM_CASE_CAPITAL || word->letters == GM_CASE_UPPER;
  if (word->kind != GM_TOKEN_WORD || !capital) return false;
  bool initial = word->folded.size == 1 && is_mark(behind, GM_STR("."));
  return !initial && !word->dotted && gm_abbreviation_opener(word->folded);
}

/* "1." at the beginning of a line counts a list; it is no sentence. */
static bool is_list_number(const reader *in, uint32_t stop) {
  return stop == in->begin + 1 && token_at(in, in->begin)->line_start &&
         token_at(in, in->begin)->kind == GM_TOKEN_NUMBER;
}

/* "ST. PETERSBURG": an abbreviation in a text of capitals. */
static bool is_shouted_short(const reader *in, uint32_t stop) {
  const gm_token *word = token_at(in, stop - 1), *next = token_at(in, stop + 1);
  return next->letters == GM_CASE_UPPER && next->folded.size > 1 &&
         gm_abbreviation_shouted(gm_str_part(in->text, word->span));
}

/* Whether the full stop at `stop` may belong to the word before it. */
static bool is_doubtful(const reader *in, uint32_t stop) {
  const gm_token *last = token_at(in, stop), *word = token_at(in, stop - 1);
  if (last->kind == GM_TOKEN_WORD) return true; /* U.S. */
  if (is_mark(last, GM_STR("…")) || is_mark(word, GM_STR("."))) return true;
  if (!is_mark(last, GM_STR(".")) || last->spaced) return false;
  bool initial = word->letters == GM_CASE_CAPITAL &&
                 gm_utf8_count(gm_str_part(in->text, word->span)) == 1;
  return initial || is_list_number(in, stop) ||
         gm_abbreviation_known(gm_str_part(in->text, word->span)) ||
         is_shouted_short(in, stop);
}

/* Whether a missing space hides the end of a sentence: "the end.The next". */
static bool is_squeezed(const reader *in, uint32_t stop, uint32_t i) {
  const gm_token *word = token_at(in, stop - 1), *next = token_at(in, i);
  return word->letters == GM_CASE_LOWER && word->folded.size > 1 &&
         next->kind == GM_TOKEN_WORD && next->letters == GM_CASE_CAPITAL;
}

static bool is_dense_stop(const gm_token *token) {
  return is_mark(token, GM_STR("。 ！ ？ ．"));
}

static bool is_final(const reader *in, uint32_t i) {
  const gm_token *token = token_at(in, i);
  if (is_stop(token)) return true;
  return token->dotted &&
         gm_str_ends(gm_str_part(in->text, token->span), GM_STR("."));
}

/* Whether the mark before the gap at `i`, if there is one, ends a sentence. */
static bool mark_ends(const reader *in, uint32_t i) {
  uint32_t stop = i - 1;
  for (unsigned most = 4; most && stop > in->begin; most--, stop--)
    if (!is_closer(token_at(in, stop))) break;
  if (!is_final(in, stop)) return false;
  const gm_token *next = token_at(in, i);
  if (is_stop(next) || is_closer(next)) return false;
  if (is_dense_stop(token_at(in, stop))) return true;
  if (!next->spaced) return is_squeezed(in, stop, i);
  if (goes_on_small(in, i)) return false;
  if (stop == in->begin && !token_at(in, stop)->dotted) return false;
  return !is_doubtful(in, stop) || opens_sentence(in, i);
}

static bool is_bullet(const gm_token *token) {
  return is_mark(token, GM_STR("- * – — • · ● ▪ ◦ ■ ►"));
}

/* The byte behind the line that `at` stands in. */
static size_t line_end(gm_str text, size_t at) {
  const char *end = memchr(text.bytes + at, '\n', text.size - at);
  return end ? (size_t)(end - text.bytes) : text.size;
}

static size_t line_begin(gm_str text, size_t at) {
  while (at && text.bytes[at - 1] != '\n') at--;
  return at;
}

/* Measures the paragraph that the byte `at` stands in, once a paragraph. */
static void measure_block(reader *in, size_t at) {
  if (at < in->block_end) return;
  in->block_width = 0;
  size_t begin = line_begin(in->text, at), end = line_end(in->text, at);
  while (end > begin + 1) {
    if (end - begin > in->block_width) in->block_width = end - begin;
    if (end == in->text.size) break;
    begin = end + 1;
    end = begin < in->text.size ? line_end(in->text, begin) : begin;
  }
  in->block_end = end;
}

/* Whether the line was broken before `i` only because the next word did not
 * fit the width of the paragraph any more, as mail and wires do. */
static bool is_soft_break(reader *in, uint32_t i) {
  enum { NARROWEST = 30, WIDEST = 120 };
  gm_span last = token_at(in, i - 1)->span, word = token_at(in, i)->span;
  measure_block(in, last.begin);
  if (in->block_width < NARROWEST || in->block_width > WIDEST) return false;
  size_t size = last.end - line_begin(in->text, last.begin);
  return size + 1 + (word.end - word.begin) > in->block_width;
}

/* Whether a line end at `i` ends a sentence too. */
static bool line_ends(reader *in, uint32_t i) {
  unsigned lines = lines_before(in, i);
  if (lines != 1) return lines > 1;
  if (is_bullet(token_at(in, i))) return true;
  return !in->wrapped && !goes_on_small(in, i) && !is_soft_break(in, i);
}

/* Whether lines of this text are broken to a width: then many of those that
 * have no final mark go on with a small letter. */
static bool is_wrapped(const reader *in) {
  uint32_t open = 0, small = 0;
  for (uint32_t i = 1; i < in->tokens.count; i++) {
    if (!in->tokens.items[i].line_start || lines_before(in, i) > 1) continue;
    if (is_final(in, i - 1) || is_closer(token_at(in, i - 1))) continue;
    open++;
    small += goes_on_small(in, i);
  }
  return small > 1 && small * 3 > open;
}

/* Judges the capitals of a sentence: shouted, or titled. */
static void judge_letters(const reader *in, gm_sentence *sentence) {
  uint32_t cased = 0, upper = 0, longer = 0, capital = 0;
  for (uint32_t i = sentence->begin; i < sentence->end; i++) {
    const gm_token *token = &in->tokens.items[i];
    size_t size = token->span.end - token->span.begin;
    if (token->kind != GM_TOKEN_WORD || token->letters == GM_CASE_NONE)
      continue;
    if (size > 1) cased++, upper += token->letters == GM_CASE_UPPER;
    if (size < 4 || i == sentence->begin) continue;
    longer++, capital += token->letters != GM_CASE_LOWER;
  }
  sentence->shouted = cased > 1 && upper * 10 >= cased * 8;
  sentence->titled = longer > 1 && capital * 10 >= longer * 8 &&
                     !is_mark(token_at(in, sentence->end - 1), GM_STR("."));
}

static gm_sentence sentence_of(const reader *in, uint32_t end) {
  gm_sentence sentence = {.begin = in->begin, .end = end};
  sentence.span.begin = in->tokens.items[in->begin].span.begin;
  sentence.span.end = in->tokens.items[end - 1].span.end;
  judge_letters(in, &sentence);
  return sentence;
}

gm_status gm_sentences_of(gm_workspace *ws, gm_str text, gm_tokens tokens,
                          gm_sentences *out) {
  reader in = {.text = text, .tokens = tokens};
  in.wrapped = is_wrapped(&in);
  gm_sentence *items = NULL;
  size_t count = 0, capacity = 0;
  for (uint32_t i = 1; i <= tokens.count; i++) {
    if (i < tokens.count && !line_ends(&in, i) && !mark_ends(&in, i)) continue;
    items = gm_grow(ws, items, count, &capacity, sizeof *items);
    if (!items) return GM_NO_MEMORY;
    items[count++] = sentence_of(&in, i);
    in.begin = i;
  }
  *out = (gm_sentences){items, (uint32_t)count};
  return GM_OK;
}
