/* See use.h. */
#include "mention/use.h"

#include "mention/cover.h"

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

static bool has_preposition_before(const gm_context *context,
                                   uint32_t begin) {
  uint32_t first =
      context->sentences.items[context->sentence_of[begin]].begin;
  return begin > first &&
         context->classes[begin - 1] & GM_WORD(PREPOSITION);
}

/* "Moscow said", "Tehran would provide", "London's offer" of governments. */
static bool acts(const gm_context *context, uint32_t begin, uint32_t end) {
  if (has_preposition_before(context, begin)) return false;
  if (end >= context->tokens.count) return false;
  const gm_token *next = &context->tokens.items[end];
  return next->letters == GM_CASE_LOWER &&
         context->classes[end] & GM_WORD(PERSON_VERB);
}

gm_use gm_use_of(const gm_context *context, uint32_t begin, uint32_t end,
                 bool peoples) {
  if (peoples) return GM_USE_DEMONYM;
  if (is_embedded(context, begin, end)) return GM_USE_EMBEDDED;
  return acts(context, begin, end) ? GM_USE_ASSOCIATIVE : GM_USE_LITERAL;
}
