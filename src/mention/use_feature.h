/* What tells how a name is used, as hashed numbers: see feature.h. The words
 * around it tell most ("in Moscow", "Moscow said"), after Gritta, Pilehvar and
 * Collier (2017, doi:10.18653/v1/P17-1115).
 *
 * Most features are there or not. The vectors of the words around tell of
 * words that were not among those learnt from: they are features too, one a
 * place and a number of the vector (use_vector.c). */
#ifndef GM_MENTION_USE_FEATURE_H
#define GM_MENTION_USE_FEATURE_H

#include "mention/feature.h"
#include "mention/reading.h"

enum { GM_USE_NEAR = 4, GM_USE_FAR = 8 };

/* The features of a use, as they are gathered. */
typedef struct gm_use_sink {
  gm_use_feature *out; /* room for GM_USE_FEATURES_MOST */
  uint32_t count;
} gm_use_sink;

/* A mention in its sentence. */
typedef struct gm_use_view {
  const gm_context *context;
  const gm_cue *cues;     /* one a token */
  uint32_t first, last;   /* tokens of the sentence, half-open */
  uint32_t begin, end;    /* tokens of the mention, half-open */
  int64_t before, behind; /* nearest tokens beyond the list of names that it is
                             in ("between Russia and Iran"); may lie outside */
  int64_t small; /* the next word in small letters, or -1: there is none near */
} gm_use_view;

/* The features of the mention of tokens [begin, end). Needs a reading.
 * @return how many were written to `out` */
uint32_t gm_use_features_of(const gm_context *context, uint32_t begin,
                            uint32_t end,
                            gm_use_feature out[GM_USE_FEATURES_MOST]);

/* Adds the vectors of the words around. */
void gm_use_vectors_add(gm_use_sink *to, const gm_use_view *view);

#endif
