/* Witnesses: the names of an article that nobody asked about. Where mentions
 * are given, they may be few of those that the article has; the others are
 * found as ever, and speak for the given ones without being told themselves.
 *
 *     given      [Athens] ...                       [Athens]
 *     found               Henderson County    Texas
 *     together   [Athens] Henderson County    Texas [Athens]             */
#ifndef GM_RESOLVE_WITNESS_H
#define GM_RESOLVE_WITNESS_H

#include "gazetteer/gazetteer.h"

/* @param all    the mentions and their witnesses, by begin, then by end
 * @param place  where each of the mentions stands among them
 * @cost that of gm_find where mentions are given, else none. */
gm_status gm_witnesses_find(gm_workspace *ws, const gm_gazetteer *gazetteer,
                            const gm_model *model, const gm_document *document,
                            gm_mentions mentions, gm_mentions *all,
                            const uint32_t **place);

#endif
