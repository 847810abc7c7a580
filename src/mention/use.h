/* Use: whether a name means the place itself, those who act there, its people,
 * or stands inside another name. After the distinctions of Gritta, Pilehvar
 * and Collier (2020, doi:10.1007/s10579-019-09475-3), made simple. */
#ifndef GM_MENTION_USE_H
#define GM_MENTION_USE_H

#include "mention/context.h"

/* The use of tokens [begin, end); `peoples`: the name is a demonym. */
gm_use gm_use_of(const gm_context *context, uint32_t begin, uint32_t end,
                 bool peoples);

#endif
