/* The text of a model, with some of its lines anew. */
#ifndef TRAIN_MODEL_TEXT_H
#define TRAIN_MODEL_TEXT_H

#include <stdio.h>

#include "base/str.h"
#include "base/workspace.h"

/* Writes the line of a name anew. @return false: it stays as it is */
typedef bool model_line(FILE *out, gm_str name, gm_str rest, const void *user);

/* Copies the model at `from` to `path`, each line as `line` has it. */
gm_status model_text_write(gm_workspace *ws, const char *from, const char *path,
                           model_line *line, const void *user);

#endif
