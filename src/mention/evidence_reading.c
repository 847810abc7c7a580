/* See evidence.h. What the recogniser says of the tokens of a match becomes
 * evidence like any other. The functions stand in the order of
 * evidence_reading.def. */
#include <math.h>

#include "mention/evidence.h"

static const gm_token_reading *reading_at(const gm_context *context,
                                          uint32_t token) {
  return &context->reading->tokens[token];
}

static bool is_word(const gm_context *context, uint32_t token) {
  return context->tokens.items[token].kind != GM_TOKEN_MARK;
}

/* The mean over the words of the mention. */
static float mean_of(const gm_context *context, const gm_match *match,
                     int type) {
  float sum = 0, words = 0;
  for (uint32_t i = match->cover_begin; i < match->cover_end; i++) {
    if (!is_word(context, i)) continue;
    sum += reading_at(context, i)->of[type];
    words++;
  }
  return words > 0 ? sum / words : 0;
}

static float in_other_name(const gm_context *context, const gm_match *match) {
  return mean_of(context, match, GM_LABEL_ORGANISATION) +
         mean_of(context, match, GM_LABEL_OTHER);
}

static float recogniser(const gm_context *context, const gm_match *match) {
  const float least = 0.001f;
  float chance = mean_of(context, match, GM_LABEL_PLACE);
  if (chance < least) chance = least;
  if (chance > 1 - least) chance = 1 - least;
  return logf(chance / (1 - chance));
}

static float recogniser_whole(const gm_context *context,
                              const gm_match *match) {
  (void)context;
  return match->segment;
}

static float recogniser_partly(const gm_context *context,
                               const gm_match *match) {
  float before = reading_at(context, match->cover_begin)->goes_on;
  float behind = match->cover_end < context->tokens.count
                     ? reading_at(context, match->cover_end)->goes_on
                     : 0;
  return before + behind;
}

static float recogniser_unlisted(const gm_context *context,
                                 const gm_match *match) {
  (void)context;
  return match->unlisted;
}

static float recogniser_person(const gm_context *context,
                               const gm_match *match) {
  return mean_of(context, match, GM_LABEL_PERSON);
}

static float recogniser_organisation(const gm_context *context,
                                     const gm_match *match) {
  return mean_of(context, match, GM_LABEL_ORGANISATION);
}

static float recogniser_other(const gm_context *context,
                              const gm_match *match) {
  return mean_of(context, match, GM_LABEL_OTHER);
}

static float recogniser_demonym(const gm_context *context,
                                const gm_match *match) {
  return mean_of(context, match, GM_LABEL_DEMONYM);
}

static float recogniser_nothing(const gm_context *context,
                                const gm_match *match) {
  float rest = 1;
  for (int type = 0; type < GM_LABEL_TYPE_COUNT; type++)
    rest -= mean_of(context, match, type);
  return rest > 0 ? rest : 0;
}

static float large_in_name(const gm_context *context, const gm_match *match) {
  return in_other_name(context, match) * (float)match->prominence / 255;
}

/* How sure it is that the token is part of no name of another kind. */
static float outside_at(const gm_context *context, uint32_t token) {
  const float *of = reading_at(context, token)->of;
  return 1 - of[GM_LABEL_ORGANISATION] - of[GM_LABEL_OTHER];
}

static float opens_name(const gm_context *context, const gm_match *match) {
  float inside = in_other_name(context, match);
  if (match->cover_begin == 0) return inside;
  return inside * outside_at(context, match->cover_begin - 1);
}

static float ends_name(const gm_context *context, const gm_match *match) {
  float inside = in_other_name(context, match);
  if (match->cover_end >= context->tokens.count) return inside;
  return inside * outside_at(context, match->cover_end);
}

/* Whether a set has the one word of a match that is not sure itself. */
static float elsewhere(const gm_context *context, const gm_match *match,
                       const gm_word_set *sure, int type) {
  const float unsure = 0.8f;
  if (match->end != match->begin + 1) return 0;
  if (reading_at(context, match->begin)->of[type] > unsure) return 0;
  return gm_word_set_has(sure, context->tokens.items[match->begin].folded);
}

static float place_in_reading(const gm_context *context,
                              const gm_match *match) {
  return elsewhere(context, match, &context->reading->places, GM_LABEL_PLACE);
}

static float person_in_reading(const gm_context *context,
                               const gm_match *match) {
  return elsewhere(context, match, &context->reading->persons,
                   GM_LABEL_PERSON);
}

const gm_piece gm_reading_pieces[] = {
#define X(name, sentence) {"mention." #name, sentence, name},
#include "mention/evidence_reading.def"
#undef X
};
