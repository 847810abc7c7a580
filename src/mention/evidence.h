/* Evidence that a match is a place, or is not: each piece is one line of a
 * list (evidence.def, reading_pieces.def) and one small function, which says
 * how strongly it holds (0: not at all, 1: wholly). The model's weight of that
 * name times the strength is added to the score, which is in log-odds.
 *
 * What the recogniser says is evidence among evidence: it enters by the pieces
 * of reading_pieces.def, and what follows (settle, use) only reads score and
 * evidence. */
#ifndef GM_MENTION_EVIDENCE_H
#define GM_MENTION_EVIDENCE_H

#include "mention/reading.h"

enum gm_mention_evidence {
#define X(name, sentence) GM_MENTION_EVIDENCE_##name,
#include "mention/evidence.def"
#include "mention/reading_pieces.def"
#undef X
  GM_MENTION_EVIDENCE_COUNT,
  GM_MENTION_LIST_COUNT = GM_MENTION_EVIDENCE_recogniser,
};

typedef struct gm_piece {
  const char *name; /* in the model */
  const char *sentence;
  float (*strength)(const gm_context *context, const gm_match *match);
} gm_piece;

/* Fills in the means of a match, of which the reading's pieces ask many times
 * over. Needs its cover and a reading. */
void gm_evidence_read(const gm_context *context, gm_match *match);

extern const gm_piece gm_list_pieces[];    /* GM_MENTION_LIST_COUNT */
extern const gm_piece gm_reading_pieces[]; /* the rest */

/* The strengths of all pieces of a list, in its order. */
void gm_list_strengths(const gm_context *context, const gm_match *match,
                       float *out);
void gm_reading_strengths(const gm_context *context, const gm_match *match,
                          float *out);

#endif
