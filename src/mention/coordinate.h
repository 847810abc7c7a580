/* Coordinates in the text are mentions too, though no gazetteer lists them. */
#ifndef GM_MENTION_COORDINATE_H
#define GM_MENTION_COORDINATE_H

#include "mention/context.h"

/* Adds the written coordinates of a document to its mentions; names that lie
 * within them ("N") go. @cost linear in the text. */
gm_status gm_mention_coordinates(gm_workspace *ws, const gm_context *context,
                                 gm_mentions *mentions);

#endif
