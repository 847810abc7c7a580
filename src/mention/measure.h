/* Distances written before a place: "20 km", "a dozen miles". */
#ifndef GM_MENTION_MEASURE_H
#define GM_MENTION_MEASURE_H

#include "mention/phrase.h"

/* Where the distance begins that ends before token `end`; `end`: there is none.
 * A second unit in brackets belongs to it, and the first counts; of "20 to 30
 * km" the larger number. Hours and minutes are no distance.
 * @param far_km  set where there is one; 0: no number is said ("miles", "a few
 *                miles", "two blocks") */
uint32_t gm_measure_before(const gm_context *context, uint32_t first,
                           uint32_t end, float *far_km);

#endif
