/* Places in words: "London, Ontario, Canada". */
#ifndef GM_WRITE_LABEL_H
#define GM_WRITE_LABEL_H

#include "base/workspace.h"

/* The place's name with its first-level division and its country, each where
 * it has one and it adds something. An index that no place has gives "".
 * bytes is NULL after gm_fail. */
gm_str gm_label_of(gm_workspace *ws, const gm_gazetteer *gazetteer,
                   uint32_t place);

#endif
