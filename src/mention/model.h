/* The model: named weights, read from a text file of lines `name weight`.
 * Every piece of evidence, in this room and in resolve/, is one name. A second
 * weight on the line holds where the recogniser reads too; a line
 * `recogniser FILE` names its file, beside the text. */
#ifndef GM_MENTION_MODEL_H
#define GM_MENTION_MODEL_H

#include "mention/recogniser.h"

/* Looks up `count` weights by their names.
 * @return GM_BAD_MODEL, naming the first that the model lacks. @cost
 *         logarithmic in the model, a name. */
gm_status gm_model_weights(gm_workspace *ws, const gm_model *model,
                           const char *const *names, size_t count, float *out);

/* The same for the second weights; where a line has only one, that. */
gm_status gm_model_weights_beside(gm_workspace *ws, const gm_model *model,
                                  const char *const *names, size_t count,
                                  float *out);

/* The recogniser that belongs to the model, or NULL. */
const gm_recogniser *gm_model_recogniser(const gm_model *model);

#endif
