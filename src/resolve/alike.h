/* Names that are spelled almost so, for one that the gazetteer does not have:
 * other ways to write the letters of another script, or a slip of one letter.
 *
 *     Gorlowka   g-h o-i w-v      Horlivka
 *     Dnepropetrovskk             Dnepropetrovsk
 *
 * A short name is like too many others to be guessed at. */
#ifndef GM_RESOLVE_ALIKE_H
#define GM_RESOLVE_ALIKE_H

#include "gazetteer/gazetteer.h"

enum { GM_ALIKE_MOST = 4 };

/* The entries that are spelled almost like `key`, the nearest alone.
 * @return how many: at most GM_ALIKE_MOST
 * @cost some hundred look-ups */
uint32_t gm_alike_find(const gm_gazetteer *gazetteer, gm_str key,
                       gm_entry out[GM_ALIKE_MOST]);

#endif
