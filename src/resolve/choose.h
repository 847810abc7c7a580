/* Choosing: which option of each group, all groups of a document together. */
#ifndef GM_RESOLVE_CHOOSE_H
#define GM_RESOLVE_CHOOSE_H

#include "resolve/evidence.h"

/* Fills in score, probability and chosen of every group, and leaves in
 * `coherence` what was decided. @cost linear in groups times options. */
gm_status gm_choose(gm_workspace *ws, const gm_resolve_weights *weights,
                    gm_coherence *coherence);

#endif
