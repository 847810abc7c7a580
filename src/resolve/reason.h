/* Reasons: what truly moved a decision, as one sentence in plain words. */
#ifndef GM_RESOLVE_REASON_H
#define GM_RESOLVE_REASON_H

#include "resolve/evidence.h"

/* @param best    the evidence shares of the chosen option
 * @param second  those of the runner-up, or NULL
 * @return bytes is NULL after gm_fail */
gm_str gm_reason(gm_workspace *ws, const gm_gazetteer *gazetteer,
                 const gm_coherence *coherence, const gm_group *group,
                 const float *best, const float *second);

/* Why nothing was chosen. */
gm_str gm_reason_unresolved(gm_workspace *ws, const gm_group *group);

/* Why nothing was chosen though something could be: it is less sure than
 * `least`, which the user asked for. */
gm_str gm_reason_unsure(gm_workspace *ws, const gm_gazetteer *gazetteer,
                        const gm_resolution *choice, float least);

#endif
