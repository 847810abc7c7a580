/* The model: named weights, read from a text file of lines `name weight`.
 * Every piece of evidence, in this room and in resolve/, is one name. A second
 * weight on the line holds where the recogniser reads too, a third where the
 * letters tell nothing; a line `recogniser FILE` names its file, beside the
 * text. */
#ifndef GM_MENTION_MODEL_H
#define GM_MENTION_MODEL_H

#include "mention/recogniser.h"

/* The weights on a line. Where a line has fewer, the last one stands for the
 * others. */
typedef enum gm_weight_column {
  GM_WEIGHT_ALONE,  /* without a recogniser, and for demonyms */
  GM_WEIGHT_BESIDE, /* with one */
  GM_WEIGHT_FLAT,   /* with one, in texts of capitals, or of small letters */
  GM_WEIGHT_COLUMNS
} gm_weight_column;

/* Looks up `count` first weights by their names.
 * @return GM_BAD_MODEL, naming the first that the model lacks. @cost
 *         a comparison a name, if they are asked in the model's order. */
gm_status gm_model_weights(gm_workspace *ws, const gm_model *model,
                           const char *const *names, size_t count, float *out);

/* The same for the weights of any column. */
gm_status gm_model_weights_of(gm_workspace *ws, const gm_model *model,
                              gm_weight_column column, const char *const *names,
                              size_t count, float *out);

/* The same for all columns at once. */
typedef float gm_weight_row[GM_WEIGHT_COLUMNS];
gm_status gm_model_weight_rows(gm_workspace *ws, const gm_model *model,
                               const char *const *names, size_t count,
                               gm_weight_row *out);

/* The recogniser that belongs to the model, or NULL. */
const gm_recogniser *gm_model_recogniser(const gm_model *model);

#endif
