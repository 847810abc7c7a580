/* The model: named weights, read from a text file of lines `name weight`.
 * Every piece of evidence, in this room and in resolve/, is one name. A later
 * model may come from training; the rooms only ask for weights. */
#ifndef GM_MENTION_MODEL_H
#define GM_MENTION_MODEL_H

#include "base/str.h"

/* Looks up `count` weights by their names.
 * @return GM_BAD_MODEL, naming the first that the model lacks. @cost
 *         logarithmic in the model, a name. */
gm_status gm_model_weights(gm_workspace *ws, const gm_model *model,
                           const char *const *names, size_t count, float *out);

#endif
