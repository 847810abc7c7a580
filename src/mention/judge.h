/* Judging: evidence times weights, for every match. */
#ifndef GM_MENTION_JUDGE_H
#define GM_MENTION_JUDGE_H

#include "mention/evidence.h"
#include "mention/model.h"

/* The weights of the model, in the order of the lists of evidence. */
typedef struct gm_mention_weights {
  float alone[GM_MENTION_EVIDENCE_COUNT];  /* without a recogniser; demonyms */
  float beside[GM_MENTION_EVIDENCE_COUNT]; /* with one */
  float pass_alone, pass_beside; /* the scores that a mention must pass */
} gm_mention_weights;

/* @return GM_BAD_MODEL, naming what is missing */
gm_status gm_mention_weights_read(gm_workspace *ws, const gm_model *model,
                                  gm_mention_weights *out);

/* Judges every match: fills in score and evidence, and takes the full
 * stops of abbreviations into the covers. */
void gm_judge(const gm_context *context, const gm_mention_weights *weights,
              gm_matches matches);

/* What weighed for and against one match, into `out`, an array of
 * GM_MENTION_EVIDENCE_COUNT. @return how many */
uint32_t gm_judge_tell(const gm_context *context,
                       const gm_mention_weights *weights, const gm_match *match,
                       gm_evidence *out);

/* The scores that mentions must pass. */
typedef struct gm_passes {
  float place, peoples;
} gm_passes;

/* Those of the model in this context. */
gm_passes gm_judge_passes(const gm_context *context,
                          const gm_mention_weights *weights);

/* How strongly each piece holds of a match, once gm_judge was called. */
void gm_judge_strengths(const gm_context *context, const gm_match *match,
                        float out[GM_MENTION_EVIDENCE_COUNT]);

/* The name of a piece in the model. */
const char *gm_judge_piece_name(int piece);

/* The probability that belongs to log-odds. */
float gm_probability(float score);

/* The log-odds that belong to a probability; endless at 0 and 1. */
float gm_log_odds(float probability);

#endif
