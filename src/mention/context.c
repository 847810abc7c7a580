/* See context.h. */
#include "mention/context.h"

#include "gazetteer/name.h"

/* Title and text are cut apart, so that no name reaches across both. */
static gm_status cut_tokens(gm_workspace *ws, const gm_document *document,
                            gm_tokens *out) {
  gm_tokens title, text;
  gm_status status =
      gm_tokenise(ws, document->text, document->title_part, &title);
  if (status == GM_OK)
    status = gm_tokenise(ws, document->text, document->text_part, &text);
  if (status != GM_OK) return status;
  if (!title.count) {
    *out = text;
    return GM_OK;
  }
  gm_token *both =
      gm_take_array(ws, (size_t)title.count + text.count, sizeof *both);
  if (!both) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < title.count; i++) both[i] = title.items[i];
  for (uint32_t i = 0; i < text.count; i++)
    both[title.count + i] = text.items[i];
  *out = (gm_tokens){both, title.count + text.count};
  return GM_OK;
}

/* Whether hardly any word has a capital: one in fifty, of twenty or more. */
static bool is_uncased(gm_tokens tokens) {
  enum { FEWEST_WORDS = 20, WORDS_A_CAPITAL = 50 };
  uint32_t words = 0, capitals = 0;
  for (uint32_t i = 0; i < tokens.count; i++) {
    if (tokens.items[i].kind != GM_TOKEN_WORD) continue;
    words += tokens.items[i].letters != GM_CASE_NONE;
    capitals += tokens.items[i].letters > GM_CASE_LOWER;
  }
  return words >= FEWEST_WORDS && capitals * WORDS_A_CAPITAL < words;
}

static gm_status class_tokens(gm_workspace *ws, gm_context *context) {
  const gm_vocabulary *vocabulary = &context->vocabulary;
  uint32_t count = context->tokens.count;
  gm_word_classes *classes = gm_take_array(ws, count, sizeof *classes);
  if (!classes) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < count; i++) {
    const gm_token *token = &context->tokens.items[i];
    if (token->kind != GM_TOKEN_WORD) continue;
    classes[i] = vocabulary->entries[vocabulary->of_token[i]].classes;
    if (token->letters == GM_CASE_LOWER && !context->uncased)
      gm_context_note(context, i, GM_SHOWN_SMALL);
  }
  context->classes = classes;
  return GM_OK;
}

static gm_status index_sentences(gm_workspace *ws, gm_context *context) {
  uint32_t *sentence_of =
      gm_take_array(ws, context->tokens.count, sizeof *sentence_of);
  if (!sentence_of) return GM_NO_MEMORY;
  for (uint32_t s = 0; s < context->sentences.count; s++) {
    const gm_sentence *sentence = &context->sentences.items[s];
    for (uint32_t i = sentence->begin; i < sentence->end; i++)
      sentence_of[i] = s;
  }
  context->sentence_of = sentence_of;
  return GM_OK;
}

/* Whether nearly all sentences are in capitals. */
static bool is_shouted(const gm_sentences *sentences) {
  uint32_t all = 0, shouted = 0;
  for (uint32_t s = 0; s < sentences->count; s++) {
    const gm_sentence *sentence = &sentences->items[s];
    uint32_t size = sentence->end - sentence->begin;
    all += size;
    if (sentence->shouted) shouted += size;
  }
  return shouted * 10 >= all * 8;
}

gm_status gm_context_make(gm_workspace *ws, const gm_gazetteer *gazetteer,
                          const gm_document *document, gm_context *out) {
  gm_context context = {.document = document, .gazetteer = gazetteer};
  gm_status status = cut_tokens(ws, document, &context.tokens);
  if (status == GM_OK)
    status =
        gm_sentences_of(ws, document->text, context.tokens, &context.sentences);
  if (status != GM_OK) return status;
  context.uncased = is_uncased(context.tokens);
  context.shouted = is_shouted(&context.sentences);
  status = index_sentences(ws, &context);
  if (status == GM_OK)
    status =
        gm_vocabulary_make(ws, gazetteer, context.tokens, &context.vocabulary);
  if (status == GM_OK) status = class_tokens(ws, &context);
  if (status == GM_OK) status = gm_runs_find(ws, &context);
  if (status == GM_OK) *out = context;
  return status;
}

bool gm_context_is_flat(const gm_context *context, uint32_t token) {
  return context->uncased ||
         context->sentences.items[context->sentence_of[token]].shouted;
}

gm_word_classes gm_context_classes(const gm_context *context, uint32_t token) {
  return token < context->tokens.count ? context->classes[token] : 0;
}

/* In steps of 1, 2, 4 ... past it, then by halving the last step. */
uint32_t gm_context_token(const gm_context *context, uint32_t from,
                          uint32_t byte) {
  const gm_tokens *tokens = &context->tokens;
  uint32_t low = from, step = 1;
  while (step < tokens->count - low &&
         tokens->items[low + step - 1].span.end <= byte)
    low += step, step *= 2;
  uint32_t high = step < tokens->count - low ? low + step : tokens->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (tokens->items[middle].span.end <= byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

bool gm_context_is_mark(const gm_context *context, uint32_t token, char mark) {
  if (token >= context->tokens.count) return false;
  const gm_token *item = &context->tokens.items[token];
  return item->kind == GM_TOKEN_MARK && item->folded.size == 1 &&
         item->folded.bytes[0] == mark;
}

bool gm_context_is_name_like(const gm_context *context, uint32_t token) {
  const gm_token *item = &context->tokens.items[token];
  if (item->kind != GM_TOKEN_WORD || item->letters == GM_CASE_LOWER)
    return false;
  if (item->letters == GM_CASE_NONE) return true;
  const gm_sentence *sentence =
      &context->sentences.items[context->sentence_of[token]];
  bool begins =
      token == sentence->begin || sentence->titled || sentence->shouted;
  return !begins || !(context->classes[token] & GM_WORD(COMMON));
}

void gm_context_note(const gm_context *context, uint32_t token, gm_shown as) {
  const gm_vocabulary *vocabulary = &context->vocabulary;
  uint32_t term = vocabulary->of_token[token];
  if (vocabulary->words[term].size) vocabulary->shown[term] |= (uint8_t)as;
}

bool gm_context_shown(const gm_context *context, uint32_t token, gm_shown as) {
  return context->vocabulary.shown[context->vocabulary.of_token[token]] & as;
}

uint32_t gm_context_walk(const gm_context *context, uint32_t begin,
                         uint32_t end, gm_name_walk *out) {
  uint32_t words = 0;
  for (uint32_t i = begin; i < end; i++) {
    const gm_token *token = &context->tokens.items[i];
    gm_str word = gm_name_word(token);
    if (!word.size) continue;
    bool goes_on;
    if (words++ == 0 && token->kind <= GM_TOKEN_NUMBER) {
      *out = context->vocabulary.walks[context->vocabulary.of_token[i]];
      goes_on = gm_name_walk_goes_on(out);
    } else {
      if (words == 1) *out = gm_name_walk_begin(context->gazetteer);
      goes_on = gm_name_walk_step(out, word);
    }
    if (!goes_on) return 0;
  }
  return words;
}
