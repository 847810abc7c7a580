/* Confidence: how sure it is that a choice lies where the name means. The
 * probabilities among the options come first; what they are worth is learnt
 * from articles that the weights have not seen (Platt 1999):
 *
 *     confidence = 1 / (1 + exp(-(slope * log-odds + shift)))            */
#ifndef GM_RESOLVE_CONFIDENCE_H
#define GM_RESOLVE_CONFIDENCE_H

#include "resolve/evidence.h"

/* The log-odds of the choice and of the options beside it: a county or a
 * suburb of the same name is no other place on a map. */
float gm_confidence_odds(const gm_group *group);

/* 0 to 1; 0 where nothing is chosen. */
float gm_confidence_of(const gm_resolve_weights *weights,
                       const gm_group *group);

#endif
