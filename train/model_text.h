/* The text of a model, with some of its weights anew. */
#ifndef TRAIN_MODEL_TEXT_H
#define TRAIN_MODEL_TEXT_H

#include "base/workspace.h"

/* Copies the model at `from` to `path`; the lines of the given names get the
 * given values, and all else stays as it is. */
gm_status model_text_write(gm_workspace *ws, const char *from,
                           const char *path, const char *const *names,
                           const double *values, size_t count);

#endif
