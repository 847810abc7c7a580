/* See evidence.h. What the recogniser says of the tokens of a match becomes
 * evidence like any other. The functions stand in the order of
 * reading_pieces.def. */
#include <math.h>

#include "mention/cover.h"
#include "mention/evidence.h"

static const gm_token_reading *reading_at(const gm_context *context,
                                          uint32_t token) {
  return &context->reading->tokens[token];
}

static bool is_word(const gm_context *context, uint32_t token) {
  return context->tokens.items[token].kind != GM_TOKEN_MARK;
}

void gm_evidence_read(const gm_context *context, gm_match *match) {
  float sums[GM_LABEL_TYPE_COUNT] = {0}, words = 0;
  for (uint32_t i = match->cover_begin; i < match->cover_end; i++) {
    if (!is_word(context, i)) continue;
    for (int type = 0; type < GM_LABEL_TYPE_COUNT; type++)
      sums[type] += reading_at(context, i)->of[type];
    words++;
  }
  for (int type = 0; type < GM_LABEL_TYPE_COUNT; type++)
    match->read[type] = words > 0 ? sums[type] / words : 0;
}

static float in_other_name(const gm_context *context, const gm_match *match) {
  (void)context;
  return match->read[GM_LABEL_ORGANISATION] + match->read[GM_LABEL_OTHER];
}

static float log_odds(float chance) {
  const float least = 0.001f;
  if (chance < least) chance = least;
  if (chance > 1 - least) chance = 1 - least;
  return logf(chance / (1 - chance));
}

static float recogniser(const gm_context *context, const gm_match *match) {
  (void)context;
  return log_odds(match->read[GM_LABEL_PLACE]);
}

static float well_known(const gm_context *context, const gm_match *match) {
  enum { LARGE = 150 };
  const gm_word_classes others = GM_WORD(NEVER) | GM_WORD(AMBIGUOUS) |
                                 GM_WORD(COMMON) | GM_WORD(TITLE) |
                                 GM_WORD(MONTH_DAY) | GM_WORD(DIRECTION);
  (void)context;
  return match->prominence >= LARGE && !match->unlisted && !match->inner &&
         !match->abbreviated && !(match->entry.classes & others);
}

/* How likely the place of a token begins or goes on there. */
static float link_at(const gm_context *context, const gm_match *match,
                     uint32_t token) {
  const gm_token_reading *reading = reading_at(context, token);
  return token == match->cover_begin
             ? reading->of[GM_LABEL_PLACE] - reading->goes_on
             : reading->goes_on;
}

static float recogniser_span(const gm_context *context, const gm_match *match) {
  uint32_t end = match->cover_end;
  float chance = 1;
  for (uint32_t i = match->cover_begin; i < end; i++)
    chance = fminf(chance, link_at(context, match, i));
  if (end < context->tokens.count)
    chance = fminf(chance, 1 - reading_at(context, end)->goes_on);
  return log_odds(chance);
}

static float recogniser_whole(const gm_context *context,
                              const gm_match *match) {
  (void)context;
  return match->segment;
}

/* The name that the recogniser marks around a match, or NULL. */
static const gm_segment *segment_of(const gm_context *context,
                                    const gm_match *match) {
  uint32_t index = reading_at(context, match->cover_begin)->segment;
  return index ? &context->reading->segments[index - 1] : NULL;
}

/* A town's name in front of its hospital; not a person's, nor a word's. */
static float opens_facility(const gm_context *context, const gm_match *match) {
  const gm_word_classes others =
      GM_WORD(SURNAME) | GM_WORD(GIVEN_NAME) | GM_WORD(COMMON) |
      GM_WORD(AMBIGUOUS) | GM_WORD(NEVER) | GM_WORD(TITLE) | GM_WORD(DIRECTION);
  enum { LARGE = 130 };
  const gm_segment *segment = segment_of(context, match);
  if (!segment || segment->type == GM_LABEL_PERSON || match->unlisted ||
      match->inner || match->cover_end >= segment->end)
    return 0;
  uint32_t begin = segment->begin;
  const gm_token *first = &context->tokens.items[begin];
  if (gm_str_equal(first->folded, GM_STR("the"))) begin++;
  if (match->cover_begin != begin) return 0;
  if (match->entry.classes & others && match->prominence < LARGE) return 0;
  return gm_cover_is_building(context, segment->end);
}

static float covers_kind(const gm_context *context, const gm_match *match) {
  (void)context;
  return match->cover_end > match->end && match->kind_hint >= 0 &&
         !match->segment && !match->unlisted;
}

static float recogniser_partly(const gm_context *context,
                               const gm_match *match) {
  if (match->segment) return 0; /* as it was cut: spot.c */
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
  (void)context;
  return match->read[GM_LABEL_PERSON];
}

static float recogniser_organisation(const gm_context *context,
                                     const gm_match *match) {
  (void)context;
  return match->read[GM_LABEL_ORGANISATION];
}

static float recogniser_other(const gm_context *context,
                              const gm_match *match) {
  (void)context;
  return match->read[GM_LABEL_OTHER];
}

static float recogniser_demonym(const gm_context *context,
                                const gm_match *match) {
  (void)context;
  return match->read[GM_LABEL_DEMONYM];
}

static float recogniser_nothing(const gm_context *context,
                                const gm_match *match) {
  (void)context;
  float rest = 1;
  for (int type = 0; type < GM_LABEL_TYPE_COUNT; type++)
    rest -= match->read[type];
  return rest > 0 ? rest : 0;
}

/* How sure it is that the token is part of no name of another kind. */
static float outside_at(const gm_context *context, uint32_t token) {
  const float *of = reading_at(context, token)->of;
  return 1 - of[GM_LABEL_ORGANISATION] - of[GM_LABEL_OTHER];
}

/* Whether a name is large enough, and no ordinary word, to be itself inside a
 * longer one: the Kyiv Post, but not the Reading Room. */
static bool stands_out(const gm_match *match, bool opens) {
  enum { LARGE = 140, LARGE_AT_FRONT = 90, LARGE_FOR_A_WORD = 150 };
  const gm_word_classes others = GM_WORD(NEVER) | GM_WORD(AMBIGUOUS) |
                                 GM_WORD(DIRECTION) | GM_WORD(ORGANISATION) |
                                 GM_WORD(TITLE) | GM_WORD(GENERIC_AFTER);
  if (match->abbreviated || match->inner || match->entry.classes & others)
    return false;
  int least = opens ? LARGE_AT_FRONT : LARGE;
  if (match->entry.classes & GM_WORD(COMMON)) least = LARGE_FOR_A_WORD;
  return match->prominence >= least;
}

/* Whether "of" stands before it, or "the" and "of" before that. */
static bool is_behind_of(const gm_context *context, const gm_match *match) {
  uint32_t at = match->cover_begin;
  const gm_token *tokens = context->tokens.items;
  if (at > 0 && gm_str_equal(tokens[at - 1].folded, GM_STR("the"))) at--;
  return at > 0 && gm_str_equal(tokens[at - 1].folded, GM_STR("of"));
}

static float in_name(const gm_context *context, const gm_match *match) {
  const float most = 0.5f;
  uint32_t at = match->cover_begin;
  bool opens = at == 0 || outside_at(context, at - 1) > most ||
               is_behind_of(context, match);
  return stands_out(match, opens) ? in_other_name(context, match) : 0;
}

static float large_in_name(const gm_context *context, const gm_match *match) {
  return in_name(context, match) * (float)match->prominence / 255;
}

static float of_in_name(const gm_context *context, const gm_match *match) {
  return is_behind_of(context, match) ? in_name(context, match) : 0;
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

/* Whether a word of which the reading is not sure here is shown so. */
static float elsewhere(const gm_context *context, uint32_t token, gm_shown as,
                       int type) {
  const float unsure = 0.8f;
  if (reading_at(context, token)->of[type] > unsure) return 0;
  return gm_context_shown(context, token, as);
}

static float place_in_reading(const gm_context *context,
                              const gm_match *match) {
  if (match->end != match->begin + 1) return 0;
  return elsewhere(context, match->begin, GM_SHOWN_READ_PLACE, GM_LABEL_PLACE);
}

/* Of a name of several words the last one is the family's: St. Clair. */
static float person_in_reading(const gm_context *context,
                               const gm_match *match) {
  return elsewhere(context, match->end - 1, GM_SHOWN_READ_PERSON,
                   GM_LABEL_PERSON);
}

static float kind_in_name(const gm_context *context, const gm_match *match) {
  return match->kind_hint >= 0 ? in_other_name(context, match) : 0;
}

static float several_in_name(const gm_context *context, const gm_match *match) {
  bool several = match->end > match->begin + 1;
  return several ? in_other_name(context, match) : 0;
}

static float facility(const gm_context *context, const gm_match *match) {
  return match->unlisted && gm_cover_is_building(context, match->cover_end);
}

/* The EU and the DPRK are bodies to some and places to others: whether a name
 * of another kind is, from end to end, that of a country or a large region. */
static float whole_name(const gm_context *context, const gm_match *match) {
  enum { LARGE = 140 };
  bool is_large =
      match->kind == GM_PLACE_COUNTRY ||
      (match->kind == GM_PLACE_REGION && match->prominence >= LARGE);
  if (!is_large || match->inner || match->unlisted) return 0;
  float inside = opens_name(context, match);
  if (match->cover_end >= context->tokens.count) return inside;
  return inside * outside_at(context, match->cover_end);
}

/* Of what nobody lists, and of bare abbreviations, the recogniser is too sure;
 * of what may be a demonym, not sure enough: the same evidence weighs otherwise
 * there. */
static float unlisted_span(const gm_context *context, const gm_match *match) {
  return match->unlisted ? recogniser_span(context, match) : 0;
}

static float abbreviation_span(const gm_context *context,
                               const gm_match *match) {
  bool is_bare = match->abbreviated && !match->contains &&
                 match->kind != GM_PLACE_COUNTRY &&
                 !context->tokens.items[match->begin].dotted;
  return is_bare ? recogniser_span(context, match) : 0;
}

static float demonym_or_place(const gm_context *context,
                              const gm_match *match) {
  return recogniser_demonym(context, match) * recogniser(context, match);
}

void gm_reading_strengths(const gm_context *context, const gm_match *match,
                          float *out) {
#define X(name, sentence) *out++ = name(context, match);
#include "mention/reading_pieces.def"
#undef X
}

const gm_piece gm_reading_pieces[] = {
#define X(name, sentence) {"mention." #name, sentence, name},
#include "mention/reading_pieces.def"
#undef X
};
