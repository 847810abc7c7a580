/* See judge.h. Demonyms are judged by the first weights, whether there is a
 * recogniser or not: corpora mark too few of them to learn from. */
#include "mention/judge.h"

#include <math.h>
#include <string.h>

#include "mention/container.h"
#include "mention/cover.h"
#include "mention/division.h"

static const gm_piece *piece_at(int i) {
  return i < GM_MENTION_LIST_COUNT
             ? &gm_list_pieces[i]
             : &gm_reading_pieces[i - GM_MENTION_LIST_COUNT];
}

const char *gm_judge_piece_name(int piece) {
  return piece_at(piece)->name;
}

gm_status gm_mention_weights_read(gm_workspace *ws, const gm_model *model,
                                  gm_mention_weights *out) {
  enum { COUNT = GM_MENTION_EVIDENCE_COUNT, OTHERS = 3 };
  const char *names[COUNT + OTHERS];
  gm_weight_row values[COUNT + OTHERS];
  for (int i = 0; i < COUNT; i++) names[i] = piece_at(i)->name;
  names[COUNT] = "mention.slope"; /* in the model's order: found at once */
  names[COUNT + 1] = "mention.shift";
  names[COUNT + 2] = "mention.pass";
  gm_status status =
      gm_model_weight_rows(ws, model, names, COUNT + OTHERS, values);
  if (status != GM_OK) return status;
  for (int c = 0; c < GM_WEIGHT_COLUMNS; c++) {
    gm_mention_column *column = &out->columns[c];
    for (int i = 0; i < COUNT; i++) column->of[i] = values[i][c];
    column->slope = values[COUNT][c];
    column->shift = values[COUNT + 1][c];
    column->pass = values[COUNT + 2][c];
  }
  return GM_OK;
}

static float log_odds(float probability) {
  return logf(probability / (1 - probability));
}

gm_passes gm_judge_passes(const gm_mention_weights *weights, float asked) {
  gm_passes passes;
  for (int c = 0; c < GM_WEIGHT_COLUMNS; c++) {
    const gm_mention_column *column = &weights->columns[c];
    passes.of[c] = asked > 0 ? (log_odds(asked) - column->shift) / column->slope
                             : column->pass;
  }
  return passes;
}

gm_weight_column gm_judge_column(const gm_context *context,
                                 const gm_match *match) {
  if (!context->reading || match->peoples) return GM_WEIGHT_ALONE;
  return context->uncased || context->shouted ? GM_WEIGHT_FLAT
                                              : GM_WEIGHT_BESIDE;
}

float gm_judge_confidence(const gm_context *context,
                          const gm_mention_weights *weights,
                          const gm_match *match) {
  const gm_mention_column *column =
      &weights->columns[gm_judge_column(context, match)];
  return 1 / (1 + expf(-(column->slope * match->score + column->shift)));
}

void gm_judge_strengths(const gm_context *context, const gm_match *match,
                        float out[GM_MENTION_EVIDENCE_COUNT]) {
  enum { LISTS = GM_MENTION_LIST_COUNT };
  gm_list_strengths(context, match, out);
  if (context->reading)
    gm_reading_strengths(context, match, out + LISTS);
  else
    memset(out + LISTS, 0, (GM_MENTION_EVIDENCE_COUNT - LISTS) * sizeof *out);
}

/* The weights that hold for a match. */
static const float *weights_of(const gm_context *context,
                               const gm_mention_weights *weights,
                               const gm_match *match) {
  return weights->columns[gm_judge_column(context, match)].of;
}

uint32_t gm_judge_tell(const gm_context *context,
                       const gm_mention_weights *weights, const gm_match *match,
                       gm_evidence *out) {
  float strengths[GM_MENTION_EVIDENCE_COUNT];
  const float *of = weights_of(context, weights, match);
  uint32_t count = 0;
  gm_judge_strengths(context, match, strengths);
  for (int i = 0; i < GM_MENTION_EVIDENCE_COUNT; i++)
    if (strengths[i] * of[i] != 0)
      out[count++] = (gm_evidence){piece_at(i)->name, piece_at(i)->sentence,
                                   strengths[i] * of[i]};
  return count;
}

static void judge_one(const gm_context *context,
                      const gm_mention_weights *weights, gm_match *match) {
  float strengths[GM_MENTION_EVIDENCE_COUNT];
  const float *of = weights_of(context, weights, match);
  if (context->reading) gm_evidence_read(context, match);
  gm_judge_strengths(context, match, strengths);
  match->score = 0;
  for (int i = 0; i < GM_MENTION_EVIDENCE_COUNT; i++)
    match->score += strengths[i] * of[i];
}

/* Whether the words around it say that it is a place. */
static bool is_vouched(const gm_context *context, const gm_match *match) {
  const float sure = 1;
  if (match->score <= sure || match->end != match->begin + 1 || match->peoples)
    return false;
  if (match->contained || match->contains || match->kind_hint >= 0) return true;
  static const int witnesses[] = {GM_MENTION_EVIDENCE_preposition_before,
                                  GM_MENTION_EVIDENCE_dateline};
  for (size_t i = 0; i < sizeof witnesses / sizeof *witnesses; i++)
    if (piece_at(witnesses[i])->strength(context, match) > 0) return true;
  return false;
}

/* What the first round is sure of vouches for equal words elsewhere: one more
 * piece of evidence for those. */
static void judge_again(const gm_context *context,
                        const gm_mention_weights *weights, gm_matches matches) {
  static const int pieces[] = {GM_MENTION_EVIDENCE_place_elsewhere,
                               GM_MENTION_EVIDENCE_at_home,
                               GM_MENTION_EVIDENCE_not_at_home};
  for (uint32_t i = 0; i < matches.count; i++)
    if (is_vouched(context, &matches.items[i]))
      gm_context_note(context, matches.items[i].begin, GM_SHOWN_PLACE);
  gm_divisions_mark(context, matches);
  for (uint32_t i = 0; i < matches.count; i++) {
    gm_match *match = &matches.items[i];
    const float *of = weights_of(context, weights, match);
    for (size_t k = 0; k < sizeof pieces / sizeof *pieces; k++)
      match->score +=
          of[pieces[k]] * piece_at(pieces[k])->strength(context, match);
  }
}

void gm_judge(const gm_context *context, const gm_mention_weights *weights,
              gm_matches matches) {
  gm_containers_mark(context, matches, context->reading);
  for (uint32_t i = 0; i < matches.count; i++) {
    gm_cover_stop(context, &matches.items[i]);
    judge_one(context, weights, &matches.items[i]);
  }
  judge_again(context, weights, matches);
}
