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

enum {
  GM_FOLD_BYTES = 128, /* the most that one code point becomes */
  GM_FOLD_GROWTH = 3,  /* gm_fold lets a word become so many times as long */
};

/* The folded form of one code point. @param out  GM_FOLD_BYTES of room
 * @return its bytes; 0: it is dropped */
size_t gm_fold_point(uint32_t point, char *out);

#endif
