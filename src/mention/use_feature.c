/* See use_feature.h. Templates have numbers of their own, from 1000 on. */
#include "mention/use_feature.h"

typedef struct sink {
  uint32_t *out;
  uint32_t count;
} sink;

static void add(sink *to, uint32_t template, uint32_t value) {
  if (value && to->count < GM_FEATURES_MOST)
    to->out[to->count++] = gm_feature_mix(1000 + template, value);
}

/* One token at a distance: -3 to -1 before the name, 1 to 3 behind it. */
static void add_neighbour(sink *to, const gm_cue *cue, int distance) {
  uint32_t base = (uint32_t)(distance + 3) * 20;
  add(to, base, cue->hash);
  add(to, base + 1, cue->company.coarse);
  if (distance >= -2 && distance <= 2) add(to, base + 2, cue->company.fine);
  add(to, base + 3, cue->shape);
  for (gm_word_classes lists = cue->lists; lists; lists &= lists - 1)
    add(to, base + 4, (uint32_t)__builtin_ctz(lists) + 1);
}

/* The next word in small letters, which is often the verb or the noun. */
static void add_next_small(sink *to, const gm_context *context,
                           const gm_cues *cues, uint32_t from, uint32_t end) {
  enum { REACH = 3 };
  for (uint32_t i = from; i < end && i < from + REACH; i++) {
    const gm_token *token = &context->tokens.items[i];
    if (token->kind != GM_TOKEN_WORD || token->letters != GM_CASE_LOWER)
      continue;
    add(to, 200, cues->items[i].hash);
    add(to, 201, cues->items[i].company.coarse);
    add(to, 202, cues->items[i].company.fine);
    add(to, 203, cues->items[i].lists & GM_WORD(PERSON_VERB) ? 1 : 2);
    return;
  }
  add(to, 204, 1);
}

/* The nearest preposition before the name, over a few words. */
static void add_preposition(sink *to, const gm_cues *cues, uint32_t begin,
                            uint32_t first) {
  enum { REACH = 3 };
  for (uint32_t i = begin; i-- > first && i + REACH >= begin;) {
    if (!(cues->items[i].lists & GM_WORD(PREPOSITION))) continue;
    add(to, 210, cues->items[i].hash);
    add(to, 211, begin - i);
    return;
  }
  add(to, 212, 1);
}

/* Whether it stands inside a name of another kind, and where. */
static void add_name_around(sink *to, const gm_context *context, uint32_t begin,
                            uint32_t end) {
  const float *of = context->reading->tokens[begin].of;
  float other = of[GM_LABEL_ORGANISATION] + of[GM_LABEL_OTHER];
  uint32_t chance = (uint32_t)(other * 4.99f);
  uint32_t index = context->run_of[begin];
  add(to, 220, 1 + chance);
  if (index == GM_NO_RUN) return;
  const gm_run *run = &context->runs[index];
  uint32_t where = 1u + (run->begin < begin) + 2u * (run->end > end);
  add(to, 221, where);
  add(to, 222, gm_feature_mix(1 + chance, where));
  add(to, 223, gm_feature_mix(1 + (uint32_t)run->kind, where));
}

uint32_t gm_use_features_of(const gm_context *context, uint32_t begin,
                            uint32_t end, uint32_t out[GM_FEATURES_MOST]) {
  static const gm_cue edge = {.hash = 7, .shape = 7777};
  const gm_cues *cues = &context->reading->cues;
  const gm_sentence *sentence =
      &context->sentences.items[context->sentence_of[begin]];
  sink to = {out, 0};
  const gm_cue *before = &edge, *behind = &edge;
  if (begin > sentence->begin) before = &cues->items[begin - 1];
  if (end < sentence->end) behind = &cues->items[end];
  for (uint32_t d = 1; d <= 3; d++) {
    bool has_before = begin >= sentence->begin + d;
    bool has_behind = end + d <= sentence->end;
    add_neighbour(&to, has_before ? &cues->items[begin - d] : &edge, -(int)d);
    add_neighbour(&to, has_behind ? &cues->items[end + d - 1] : &edge, (int)d);
  }
  add(&to, 205, 1);
  add(&to, 206, gm_feature_mix(before->hash, behind->hash));
  add(&to, 207,
      gm_feature_mix(before->company.coarse + 1u, behind->company.coarse + 1u));
  add(&to, 208, gm_feature_mix(before->lists + 1u, behind->lists + 1u));
  add(&to, 209, cues->items[begin].match);
  add(&to, 213, cues->items[begin].match % 16);
  add(&to, 214, cues->items[begin].company.coarse);
  add(&to, 215, (uint32_t)(1 + sentence->titled + 2 * sentence->shouted));
  add_next_small(&to, context, cues, end, sentence->end);
  add_preposition(&to, cues, begin, sentence->begin);
  add_name_around(&to, context, begin, end);
  return to.count;
}
