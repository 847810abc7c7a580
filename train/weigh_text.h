/* A text model with what was learnt of mentions. */
#ifndef TRAIN_WEIGH_TEXT_H
#define TRAIN_WEIGH_TEXT_H

#include "mention/judge.h"

/* Copies the model at `from` to `path`: lines of evidence on mentions, and of
 * their confidence, get second and third numbers. */
gm_status weigh_write(gm_workspace *ws, const char *from, const char *path,
                      const gm_mention_weights *weights);

#endif
