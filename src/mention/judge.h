/* Judging: evidence times weights, for every match. */
#ifndef GM_MENTION_JUDGE_H
#define GM_MENTION_JUDGE_H

#include "mention/evidence.h"
#include "mention/model.h"

/* A column of the model, weights in the order of the lists of evidence. */
typedef struct gm_mention_column {
  float of[GM_MENTION_EVIDENCE_COUNT];
  float pass;         /* the score that a mention must pass */
  float slope, shift; /* its log-odds are slope * score + shift */
} gm_mention_column;

typedef struct gm_mention_weights {
  gm_mention_column columns[GM_WEIGHT_COLUMNS];
} gm_mention_weights;

/* @return GM_BAD_MODEL, naming what is missing */
gm_status gm_mention_weights_read(gm_workspace *ws, const gm_model *model,
                                  gm_mention_weights *out);

/* The column that holds for a match. */
gm_weight_column gm_judge_column(const gm_context *context,
                                 const gm_match *match);

/* How probable a match is, by its score. */
float gm_judge_confidence(const gm_context *context,
                          const gm_mention_weights *weights,
                          const gm_match *match);

/* Judges every match: fills in score and evidence, and takes the full
 * stops of abbreviations into the covers. */
void gm_judge(const gm_context *context, const gm_mention_weights *weights,
              gm_matches matches);

/* What weighed for and against one match, into `out`, an array of
 * GM_MENTION_EVIDENCE_COUNT. @return how many */
uint32_t gm_judge_tell(const gm_context *context,
                       const gm_mention_weights *weights, const gm_match *match,
                       gm_evidence *out);

/* The scores that mentions must pass, a column. */
typedef struct gm_passes {
  float of[GM_WEIGHT_COLUMNS];
} gm_passes;

/* Those of the model or, where `asked` is not 0, those of that confidence. */
gm_passes gm_judge_passes(const gm_mention_weights *weights, float asked);

/* How strongly each piece holds of a match, once gm_judge was called. */
void gm_judge_strengths(const gm_context *context, const gm_match *match,
                        float out[GM_MENTION_EVIDENCE_COUNT]);

/* The name of a piece in the model. */
const char *gm_judge_piece_name(int piece);

#endif
