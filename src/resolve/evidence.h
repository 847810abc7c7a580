/* Evidence for and against candidates: one function a piece, with a name, a
 * weight in the model and a sentence (evidence.def). A function returns how
 * strongly its piece holds, mostly 0 to 1. Evidence on a place itself is in
 * evidence_own.c, evidence from the rest of the document in
 * evidence_context.c. */
#ifndef GM_RESOLVE_EVIDENCE_H
#define GM_RESOLVE_EVIDENCE_H

#include "resolve/coherence.h"

enum gm_resolve_evidence {
#define X(name, sentence, lead) GM_RESOLVE_EVIDENCE_##name,
#include "resolve/evidence.def"
#undef X
  GM_RESOLVE_EVIDENCE_COUNT,
  GM_RESOLVE_OWN_COUNT = GM_RESOLVE_EVIDENCE_country_share,
  /* what the user told: hints.h */
  GM_RESOLVE_HINTS_BEGIN = GM_RESOLVE_EVIDENCE_home,
  GM_RESOLVE_HINTS_END = GM_RESOLVE_EVIDENCE_outside_area + 1,
};

typedef float gm_strength(const gm_coherence *coherence,
                          const gm_group *group, const gm_option *option);

/* One declaration a line of evidence.def: gm_evidence_population ... */
#define X(name, sentence, lead) gm_strength gm_evidence_##name;
#include "resolve/evidence.def"
#undef X

typedef struct gm_resolve_weights {
  float of[GM_RESOLVE_EVIDENCE_COUNT];
  float none;       /* the score of "none of these" */
  float sharpness;  /* by which scores are multiplied before probabilities */
  float slope, shift; /* from probabilities to confidence */
  float least;        /* a choice less sure stays unresolved */
} gm_resolve_weights;

/* @return GM_BAD_MODEL, naming what is missing */
gm_status gm_resolve_weights_read(gm_workspace *ws, const gm_model *model,
                                  gm_resolve_weights *out);

/* The sum of weighted evidence: that on the place itself, which never changes,
 * and that from the rest of the document. The share of each piece that is asked
 * goes to `shares`, an array of GM_RESOLVE_EVIDENCE_COUNT. */
float gm_weigh_own(const gm_resolve_weights *weights,
                   const gm_coherence *coherence, const gm_group *group,
                   const gm_option *option, float *shares);
float gm_weigh_context(const gm_resolve_weights *weights,
                       const gm_coherence *coherence, const gm_group *group,
                       const gm_option *option, float *shares);

/* How strongly each piece holds, into an array of GM_RESOLVE_EVIDENCE_COUNT. */
void gm_strengths(const gm_coherence *coherence, const gm_group *group,
                  const gm_option *option, float *strengths);

/* The static sentences and the name of a piece: see evidence.def. */
const char *gm_evidence_sentence(int piece);
const char *gm_evidence_lead(int piece);
const char *gm_evidence_name(int piece);

#endif
