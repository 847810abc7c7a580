/* Words of the compass before a place: "north", "north-western", "N" */
#ifndef GM_MENTION_COMPASS_H
#define GM_MENTION_COMPASS_H

#include "mention/phrase.h"

/* Where the compass words begin that end before token `end`; `end`: there are
 * none. Of several that "and" joins ("eastern and southern") none is the
 * bearing. @param letters  "N" and "SW" in capitals count too
 * @param out  bearing and has_bearing, set where there are some */
uint32_t gm_compass_before(const gm_context *context, uint32_t first,
                           uint32_t end, bool letters, gm_modifier *out);

#endif
