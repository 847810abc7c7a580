/* Evidence that a match is a place, or is not: each piece is one line of
 * evidence.def and one small function, which says how strongly it holds (0:
 * not at all, 1: wholly). The model's weight of that name times the strength
 * is added to the score, which is in log-odds.
 *
 * This is the seam at which a trained recogniser replaces hand-made weights:
 * what follows (settle, use) only reads score and evidence. */
#ifndef GM_MENTION_EVIDENCE_H
#define GM_MENTION_EVIDENCE_H

#include "mention/scan.h"

enum gm_mention_evidence {
#define X(name, sentence) GM_MENTION_EVIDENCE_##name,
#include "mention/evidence.def"
#undef X
  GM_MENTION_EVIDENCE_COUNT
};

/* The weights of the model, in the order of evidence.def. */
typedef struct gm_mention_weights {
  float of[GM_MENTION_EVIDENCE_COUNT];
} gm_mention_weights;

/* @return GM_BAD_MODEL, naming what is missing */
gm_status gm_mention_weights_read(gm_workspace *ws, const gm_model *model,
                                  gm_mention_weights *out);

/* Judges every match: fills in score, evidence, cover and kind_hint. */
gm_status gm_judge(gm_workspace *ws, gm_context *context,
                   const gm_mention_weights *weights, gm_matches matches);

/* What weighed for and against one match, into `out`, an array of
 * GM_MENTION_EVIDENCE_COUNT. @return how many */
uint32_t gm_judge_tell(const gm_context *context,
                       const gm_mention_weights *weights,
                       const gm_match *match, gm_evidence *out);

/* The probability that belongs to log-odds. */
float gm_probability(float score);

#endif
