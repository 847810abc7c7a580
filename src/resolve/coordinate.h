/* Written coordinates as decisions: a point, or a reason why it is none. */
#ifndef GM_RESOLVE_COORDINATE_H
#define GM_RESOLVE_COORDINATE_H

#include "gazetteer/gazetteer.h"

/* Fills in the resolution of a mention that is written coordinates, all of it;
 * any other is left as it was.
 * @cost a search for the nearest place. @return GM_NO_MEMORY */
gm_status gm_coordinate_resolve(gm_workspace *ws, const gm_gazetteer *gazetteer,
                                gm_str text, const gm_mention *mention,
                                gm_resolution *out);

#endif
