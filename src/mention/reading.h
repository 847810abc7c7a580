/* A reading: what the recogniser says of a document, token by token, and the
 * names that it would mark. */
#ifndef GM_MENTION_READING_H
#define GM_MENTION_READING_H

#include "mention/feature.h"

/* What a token is, by the recogniser; the rest of the probability is "no
 * name". */
typedef struct gm_token_reading {
  float of[GM_LABEL_TYPE_COUNT]; /* part of a name of this type */
  float goes_on;                 /* and goes on with the place before it */
  uint32_t segment; /* index plus 1 of the segment that it is in; 0: none */
} gm_token_reading;

/* A name in the recogniser's best labelling. */
typedef struct gm_segment {
  uint32_t begin, end; /* tokens, half-open */
  uint8_t type;        /* gm_label_type */
} gm_segment;

typedef struct gm_reading {        /* gm_context points to it */
  const gm_recogniser *recogniser; /* that made it */
  gm_cues cues;                    /* what it saw, one a token */
  gm_token_reading *tokens;        /* what it says, one a token */
  gm_segment *segments;            /* in the order of the text */
  uint32_t segment_count;
} gm_reading;

/* @cost some 2 us a token of a stretch */
gm_status gm_read_names(gm_workspace *ws, const gm_context *context,
                        gm_matches matches, const gm_recogniser *recogniser,
                        gm_reading *out);

#endif
