/* Folding: what makes "Côte-d'Ivoire" and "COTE D'IVOIRE" the same name.
 *
 * Compatibility decomposition (NFKD), marks dropped, case folded, apostrophes
 * and full stops dropped. Scripts stay as they are. Names and texts are folded
 * here and nowhere else, so that they can never disagree. */
#ifndef GM_BASE_FOLD_H
#define GM_BASE_FOLD_H

#include "base/workspace.h"

/* The folded form of one word, in the workspace; bytes is NULL after gm_fail.
 * @cost ASCII words take a short way. */
gm_str gm_fold(gm_workspace *ws, gm_str word);

#endif
