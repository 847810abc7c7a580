/* Deciding: the way from mentions to choices. gm_resolve tells what was
 * decided; geomention-train learns the weights from the same evidence. */
#ifndef GM_RESOLVE_DECIDE_H
#define GM_RESOLVE_DECIDE_H

#include "resolve/choose.h"

/* Groups the mentions and their witnesses, gives each group its options and
 * chooses.
 * @param model  finds the witnesses
 * @param out  the groups with their options, and what they mean together */
gm_status gm_decide(gm_workspace *ws, const gm_gazetteer *gazetteer,
                    const gm_model *model, const gm_resolve_weights *weights,
                    const gm_document *document, gm_mentions mentions,
                    gm_coherence *out);

#endif
