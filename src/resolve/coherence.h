/* Coherence: what the names of a document mean together. It sums up where the
 * chosen places lie, so that one candidate can be held against all others in
 * constant time. A group is taken out while it is decided: nobody is a witness
 * in his own case.
 *
 * Only the most frequent groups are anchors for nearness, so that the cost
 * stays linear in the document. */
#ifndef GM_RESOLVE_COHERENCE_H
#define GM_RESOLVE_COHERENCE_H

#include "resolve/group.h"
#include "resolve/hints.h"
#include "resolve/usage.h"

enum {
  GM_ANCHORS_MOST = 48,
  GM_CROWD_ENOUGH = 128, /* meanings: no more anchors are asked for theirs */
  GM_CROWD_PAGE = 64,
  GM_FOUR = 4,
};

/* Four numbers that are added at once: a vector of GCC and clang. */
typedef float gm_four __attribute__((vector_size(GM_FOUR * sizeof(float))));

/* How much of the document lies in a place. Every option of a group adds to
 * where it lies, by its probability: so two doubtful names that have meanings
 * in one county can find each other. Places are numbered within the document;
 * 0 is no place, of which nothing is. */
typedef struct gm_shares {
  float *weights; /* by number */
  float total;
} gm_shares;

/* The meanings of the anchors that are witnesses, side by side, so that those
 * too far away, nearly all, are quickly told. */
typedef struct gm_crowd {
  gm_four *x, *y, *z; /* directions, rounded: four a step */
  const gm_option **meanings;
  uint32_t *groups; /* of each; those of one group stand together */
  uint32_t count;
} gm_crowd;

typedef struct gm_coherence {
  gm_groups groups;
  gm_shares inside; /* weight of meanings that lie in a place */
  gm_shares chosen; /* weight of the meanings themselves */
  uint32_t anchors[GM_ANCHORS_MOST]; /* groups */
  uint32_t anchor_count;
  gm_crowd crowd;
  gm_known known; /* what the user told */
  gm_usage usage; /* of which countries the words speak */
  int year;       /* whose names count: the article's; 0: unknown */
  int year_now;   /* of the gazetteer: that of today */
} gm_coherence;

/* Numbers the places of all options. */
gm_status gm_coherence_open(gm_workspace *ws, gm_groups groups,
                            gm_coherence *out);

/* Adds what a group may mean, or takes it away again. @cost linear in its
 * options; of an anchor, in the crowd. */
void gm_coherence_put_in(gm_coherence *coherence, const gm_group *group);
void gm_coherence_take_out(gm_coherence *coherence, const gm_group *group);

/* The weight of a group in the document: its mentions count, but less and
 * less; one that may be no place counts less. 0 where it has no options. */
float gm_group_weight(const gm_group *group);

/* Finds the likely options of a group anew. */
void gm_group_find_likely(gm_group *group);

/* The option that a group now means, or NULL. */
const gm_option *gm_group_choice(const gm_group *group);

#endif
