/* See use.h. */
#include "mention/use.h"

#include "mention/use_feature.h"

const char *gm_use_name(gm_use use) {
  static const char *const names[] = {
#define NAME(upper, lower, meaning) lower,
      GM_USES(NAME)
#undef NAME
  };
  return (size_t)use < GM_USE_COUNT ? names[use] : "";
}

/* Part of a run that names something else and is longer than the name. */
static bool is_embedded(const gm_context *context, uint32_t begin,
                        uint32_t end) {
  uint32_t index = context->run_of[begin];
  if (index == GM_NO_RUN) return false;
  const gm_run *run = &context->runs[index];
  if (run->kind == GM_RUN_PLAIN) return false;
  return run->begin < begin || run->end > end;
}

static bool has_preposition_before(const gm_context *context, uint32_t begin) {
  uint32_t first = context->sentences.items[context->sentence_of[begin]].begin;
  return begin > first && context->classes[begin - 1] & GM_WORD(PREPOSITION);
}

/* "Moscow said", "Tehran would provide", "London's offer" of governments. */
static bool acts(const gm_context *context, uint32_t begin, uint32_t end) {
  if (has_preposition_before(context, begin)) return false;
  if (end >= context->tokens.count) return false;
  const gm_token *next = &context->tokens.items[end];
  return next->letters == GM_CASE_LOWER &&
         context->classes[end] & GM_WORD(PERSON_VERB);
}

/* Without a recogniser: the lists alone. */
static gm_use use_by_lists(const gm_context *context, uint32_t begin,
                           uint32_t end) {
  if (is_embedded(context, begin, end)) return GM_USE_EMBEDDED;
  return acts(context, begin, end) ? GM_USE_ASSOCIATIVE : GM_USE_LITERAL;
}

/* Whether it surely stands inside a longer name: that of an organisation or a
 * team, or of what the recogniser too takes for something else. */
static bool is_surely_embedded(const gm_context *context, uint32_t begin,
                               uint32_t end) {
  const float sure = 0.6f;
  if (!is_embedded(context, begin, end)) return false;
  const float *of = context->reading->tokens[begin].of;
  gm_run_kind kind = context->runs[context->run_of[begin]].kind;
  return kind == GM_RUN_ORGANISATION || kind == GM_RUN_TEAM ||
         of[GM_LABEL_ORGANISATION] + of[GM_LABEL_OTHER] > sure;
}

static gm_use use_by_reading(const gm_context *context, uint32_t begin,
                             uint32_t end) {
  if (is_surely_embedded(context, begin, end)) return GM_USE_EMBEDDED;
  gm_use_feature features[GM_USE_FEATURES_MOST];
  uint32_t count = gm_use_features_of(context, begin, end, features);
  gm_use_scores scores =
      gm_recogniser_use(context->reading->recogniser,
                        context->sentences.count == 1, features, count);
  if (scores.literal == 0 && scores.embedded == 0) /* it never learnt uses */
    return use_by_lists(context, begin, end);
  if (scores.literal > 0) return GM_USE_LITERAL;
  return scores.embedded > 0 ? GM_USE_EMBEDDED : GM_USE_ASSOCIATIVE;
}

gm_use gm_use_of(const gm_context *context, uint32_t begin, uint32_t end,
                 bool peoples) {
  if (peoples) return GM_USE_DEMONYM;
  return context->reading ? use_by_reading(context, begin, end)
                          : use_by_lists(context, begin, end);
}
