/* Focus: what an article as a whole is about, from what it leans to. */
#ifndef GM_SUMMARY_FOCUS_H
#define GM_SUMMARY_FOCUS_H

#include "geomention.h"

/* @param leanings  in any order, each place at most once a level
 * @cost linear. */
gm_focus gm_focus_of(const gm_gazetteer *gazetteer, const gm_leaning *leanings,
                     uint32_t count);

#endif
