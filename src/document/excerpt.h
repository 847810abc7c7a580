/* The sentence around a name, on one line, for people who look at a map. */
#ifndef GM_DOCUMENT_EXCERPT_H
#define GM_DOCUMENT_EXCERPT_H

#include "base/workspace.h"

/* The text of `sentence`, each run of white space as one space. A sentence of
 * more than 1000 bytes is cut to 400 on either side of `name`, with "…" for
 * what is gone: a text without full stops would otherwise be written as many
 * times as it has names. bytes is NULL after gm_fail. */
gm_str gm_excerpt_of(gm_workspace *ws, gm_str text, gm_span sentence,
                     gm_span name);

#endif
