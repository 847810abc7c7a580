/* What tells how a name is used, as hashed numbers: see feature.h. The words
 * around it tell most ("in Moscow", "Moscow said"), after Gritta, Pilehvar and
 * Collier (2017, doi:10.18653/v1/P17-1115). */
#ifndef GM_MENTION_USE_FEATURE_H
#define GM_MENTION_USE_FEATURE_H

#include "mention/feature.h"
#include "mention/reading.h"

/* The features of the mention of tokens [begin, end). Needs a reading.
 * @return how many were written to `out` */
uint32_t gm_use_features_of(const gm_context *context, uint32_t begin,
                            uint32_t end, uint32_t out[GM_FEATURES_MOST]);

#endif
