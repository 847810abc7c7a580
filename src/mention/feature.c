/* See feature.h. First the cues of all tokens, then the templates. */
#include "mention/feature.h"

static uint32_t mix(uint32_t a, uint32_t b) {
  uint64_t value = ((uint64_t)a << 32 | b) * 0x9E3779B97F4A7C15u;
  value ^= value >> 29;
  value *= 0xBF58476D1CE4E5B9u;
  return (uint32_t)(value >> 32) | 1;
}

uint32_t gm_feature_mix(uint32_t a, uint32_t b) {
  return mix(a, b);
}

static uint32_t hash_bytes(const char *bytes, size_t size) {
  uint32_t value = 0x811c9dc5u; /* FNV-1a */
  for (size_t i = 0; i < size; i++)
    value = (value ^ (unsigned char)bytes[i]) * 0x01000193u;
  return value | 1;
}

uint32_t gm_feature_word_hash(gm_str word) {
  return mix(hash_bytes(word.bytes, word.size), (uint32_t)word.size);
}

/* ---- cues: what is asked of a token once ---- */

static uint32_t shape_of(const gm_token *token) {
  uint32_t size = (uint32_t)token->folded.size;
  uint32_t length = size < 4 ? size : size < 6 ? 4 : size < 9 ? 5 : 6;
  return 1 + token->kind + 4u * token->letters + 32u * length +
         256u * token->dotted;
}

/* Kind of the name, where in it the token stands, and how large a place. */
static uint32_t match_cue(const gm_match *match, uint32_t token) {
  enum { ALONE, FIRST, LAST, MIDDLE };
  uint32_t where = MIDDLE;
  if (match->end == match->begin + 1)
    where = ALONE;
  else if (token == match->begin)
    where = FIRST;
  else if (token + 1 == match->end)
    where = LAST;
  return 1 + match->kind + 16u * where + 64u * (match->prominence / 24u) +
         1024u * match->peoples + 2048u * match->abbreviated;
}

/* What match_cue says without the size. */
static uint32_t match_place(uint32_t match) {
  return match ? 1 + (match - 1) % 64 : 0;
}

/* Marks each token with the longest match that covers it. */
static gm_status cue_matches(gm_workspace *ws, gm_matches matches,
                             gm_cues *cues) {
  uint32_t *longest = gm_take_array(ws, cues->count + 1u, sizeof *longest);
  if (!longest) return GM_NO_MEMORY;
  for (uint32_t m = 0; m < matches.count; m++) {
    const gm_match *match = &matches.items[m];
    uint32_t size = match->end - match->begin;
    bool wins = true;
    for (uint32_t i = match->begin; i < match->end; i++)
      wins = wins && longest[i] < size;
    for (uint32_t i = match->begin; wins && i < match->end; i++) {
      longest[i] = size;
      cues->items[i].match = match_cue(match, i);
      cues->items[i].lies =
          (uint8_t)(match->contained + 2 * match->contains);
    }
  }
  return GM_OK;
}

static void learn_from(const gm_cues *cues, uint32_t other, gm_cue *cue) {
  if (cue->before) return;
  cue->before = other ? cues->items[other - 1].hash : 1;
  cue->behind = other + 1 < cues->count ? cues->items[other + 1].hash : 1;
}

/* For capitalised words: the neighbours of their other occurrences. The first
 * pass goes forward, the second backward, so that each occurrence learns of
 * one before and, where there is none, of one behind. */
static gm_status cue_others(gm_workspace *ws, const gm_context *context,
                            gm_cues *cues) {
  const gm_vocabulary *vocabulary = &context->vocabulary;
  for (int pass = 0; pass < 2; pass++) {
    uint32_t *last = /* token index plus 1 of each term's latest occurrence */
        gm_take_array(ws, vocabulary->count + 1u, sizeof *last);
    if (!last) return GM_NO_MEMORY;
    for (uint32_t n = 0; n < cues->count; n++) {
      uint32_t i = pass ? cues->count - 1 - n : n;
      const gm_token *token = &context->tokens.items[i];
      if (token->kind != GM_TOKEN_WORD || token->letters <= GM_CASE_LOWER)
        continue;
      uint32_t *slot = &last[vocabulary->of_token[i]];
      if (*slot) learn_from(cues, *slot - 1, &cues->items[i]);
      *slot = i + 1;
    }
  }
  return GM_OK;
}

/* What a word says by itself. */
typedef struct word_cue {
  gm_str word;
  uint32_t hash;
  gm_company company;
} word_cue;

/* All words' classes are asked for before the first is read. */
static void cue_terms(const gm_vocabulary *vocabulary,
                      const gm_recogniser *recogniser, word_cue *terms) {
  for (uint32_t i = 0; i < vocabulary->count; i++) {
    gm_str word = vocabulary->words[i];
    terms[i] = (word_cue){.word = word, .hash = gm_feature_word_hash(word)};
    gm_recogniser_expect_company(recogniser, terms[i].hash);
  }
  for (uint32_t i = 0; i < vocabulary->count; i++)
    terms[i].company = gm_recogniser_company(recogniser, terms[i].hash);
}

/* Any number of so many digits. */
static word_cue cue_number(gm_str number, const gm_recogniser *recogniser) {
  static const char digits[] = "00000000";
  gm_str word = {digits, number.size < 6 ? number.size : 6};
  uint32_t hash = gm_feature_word_hash(word);
  return (word_cue){word, hash, gm_recogniser_company(recogniser, hash)};
}

static gm_cue cue_token(const gm_context *context, uint32_t i, word_cue word) {
  const gm_token *token = &context->tokens.items[i];
  const gm_sentence *sentence =
      &context->sentences.items[context->sentence_of[i]];
  return (gm_cue){
      .word = word.word,
      .hash = word.hash,
      .shape = shape_of(token),
      .company = word.company,
      .lists = context->classes[i],
      .lower = token->letters > GM_CASE_LOWER &&
               gm_context_shown(context, i, GM_SHOWN_SMALL),
      .opens = (uint8_t)((i == sentence->begin) + 2 * sentence->titled +
                         4 * sentence->shouted + 8 * token->line_start)};
}

/* What depends on the word alone is found once a term. */
static gm_status cue_tokens(gm_workspace *ws, const gm_context *context,
                            const gm_recogniser *recogniser, gm_cues *cues) {
  const gm_vocabulary *vocabulary = &context->vocabulary;
  word_cue *terms = gm_take_array(ws, vocabulary->count + 1u, sizeof *terms);
  if (!terms) return GM_NO_MEMORY;
  cue_terms(vocabulary, recogniser, terms);
  for (uint32_t i = 0; i < cues->count; i++) {
    const gm_token *token = &context->tokens.items[i];
    word_cue word = token->kind == GM_TOKEN_NUMBER
                        ? cue_number(token->folded, recogniser)
                        : terms[vocabulary->of_token[i]];
    cues->items[i] = cue_token(context, i, word);
  }
  return GM_OK;
}

gm_status gm_cues_make(gm_workspace *ws, const gm_context *context,
                       gm_matches matches, const gm_recogniser *recogniser,
                       gm_cues *out) {
  gm_cues cues = {.count = context->tokens.count};
  cues.items = gm_take_array(ws, cues.count + 1u, sizeof *cues.items);
  if (!cues.items) return GM_NO_MEMORY;
  gm_status status = cue_tokens(ws, context, recogniser, &cues);
  if (status == GM_OK) status = cue_matches(ws, matches, &cues);
  if (status == GM_OK) status = cue_others(ws, context, &cues);
  if (status == GM_OK) *out = cues;
  return status;
}

/* ---- templates ---- */

typedef struct sink {
  uint32_t *out;
  uint16_t *templates; /* beside them; NULL: nobody asks */
  uint32_t count;
} sink;

static void add(sink *to, uint32_t template, uint32_t value) {
  if (!value || to->count >= GM_FEATURES_MOST) return;
  if (to->templates) to->templates[to->count] = (uint16_t)template;
  to->out[to->count++] = mix(template * 0x85EBCA6Bu + 1, value);
}

static void add_affixes(sink *to, gm_str word) {
  for (uint32_t size = 1; size <= 4 && size <= word.size; size++) {
    add(to, 10 + size, hash_bytes(word.bytes, size));
    add(to, 20 + size, hash_bytes(word.bytes + word.size - size, size));
  }
}

static void add_lists(sink *to, uint32_t template, gm_word_classes lists) {
  for (; lists; lists &= lists - 1)
    add(to, template, (uint32_t)__builtin_ctz(lists) + 1);
}

/* What is asked of each token from two before to two behind. */
static void add_neighbour(sink *to, const gm_cue *cue, uint32_t place) {
  uint32_t base = 100 * (place + 1);
  add(to, base, cue->hash);
  add(to, base + 1, cue->shape);
  add(to, base + 2, cue->company.coarse);
  add(to, base + 3, cue->company.fine);
  add(to, base + 4, cue->match);
  add(to, base + 5, match_place(cue->match));
  add_lists(to, base + 6, cue->lists);
  add(to, base + 7, mix(cue->shape, cue->company.coarse + 1u));
}

/* What the token says alone. */
static void add_own(sink *to, const gm_cue *cue) {
  add(to, 1, 1);
  add_affixes(to, cue->word);
  add(to, 7, mix(cue->opens + 1u, cue->shape));
  add(to, 8, mix(cue->match + 1, cue->shape));
  add(to, 31, cue->before);
  add(to, 32, cue->behind);
  add(to, 33, cue->lower ? mix(cue->shape, 3) : 0);
  add(to, 54, cue->lies);
}

/* What it says with its neighbours: `at[2]` is the token. */
static void add_joint(sink *to, const gm_cue *const at[5]) {
  const gm_cue *before = at[1], *own = at[2], *behind = at[3];
  uint32_t left = before->company.coarse + 1u;
  uint32_t middle = own->company.coarse + 1u;
  uint32_t right = behind->company.coarse + 1u;
  uint32_t match = own->match + 1;
  add(to, 2, mix(before->hash, own->hash));
  add(to, 3, mix(own->hash, behind->hash));
  add(to, 4, mix(before->hash, own->shape));
  add(to, 5, mix(own->shape, behind->hash));
  add(to, 6, mix(mix(before->shape, own->shape), behind->shape));
  add(to, 9, mix(match, before->hash));
  add(to, 30, mix(match, behind->hash));
  add(to, 34, mix(left, right));
  add(to, 35, mix(left, middle));
  add(to, 36, mix(middle, right));
  add(to, 37, mix(mix(before->match + 1, match), behind->match + 1));
  add(to, 38, mix(mix(at[0]->hash, before->hash), own->shape));
  add(to, 39, mix(own->shape, mix(behind->hash, at[4]->hash)));
  add(to, 52, mix(mix(behind->hash, at[4]->match + 1u), match));
  add(to, 53, mix(mix(before->hash, at[0]->match + 1u), match));
  uint32_t opening = mix(own->opens + 1u, own->shape); /* KYIV The mayor */
  add(to, 55, mix(opening, match));
  add(to, 56, mix(opening, behind->shape));
}

/* What the whole run of capitalised words says: how it begins and ends, what
 * kind it looks like, and where in it the token stands. */
static void add_run(sink *to, const gm_context *context, const gm_cues *cues,
                    uint32_t token) {
  uint32_t index = context->run_of[token];
  if (index == GM_NO_RUN) return;
  const gm_run *run = &context->runs[index];
  uint32_t size = run->end - run->begin;
  if (size == 1) return;
  const gm_cue *first = &cues->items[run->begin];
  const gm_cue *last = &cues->items[run->end - 1];
  uint32_t where = token == run->begin ? 1 : token + 1 == run->end ? 2 : 3;
  add(to, 40, mix(last->hash, where));
  add(to, 41, mix(first->hash, where));
  add(to, 42, mix(last->company.coarse + 1u, where));
  add(to, 43, mix(last->company.fine + 1u, where));
  add(to, 44, mix(first->company.coarse + 1u, where));
  add(to, 45, mix(run->kind + 1u, where));
  add(to, 46, mix(size < 6 ? size : 6, where));
  add(to, 47,
      mix(mix(last->company.coarse + 1u, where),
          cues->items[token].match + 1u));
  add_lists(to, 48 + where, last->lists);
}

uint32_t gm_features_of(const gm_context *context, const gm_cues *cues,
                        uint32_t token, uint32_t out[GM_FEATURES_MOST],
                        uint16_t *templates) {
  static const gm_cue edge = {.hash = 7, .shape = 7777};
  const gm_sentence *sentence =
      &context->sentences.items[context->sentence_of[token]];
  const gm_cue *at[5];
  for (int64_t d = -2; d <= 2; d++) {
    int64_t i = (int64_t)token + d;
    bool inside = i >= sentence->begin && i < sentence->end;
    at[d + 2] = inside ? &cues->items[i] : &edge;
  }
  sink to = {out, templates, 0};
  for (uint32_t place = 0; place < 5; place++)
    add_neighbour(&to, at[place], place);
  add_own(&to, at[2]);
  add_joint(&to, at);
  add_run(&to, context, cues, token);
  return to.count;
}
