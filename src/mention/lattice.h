/* The lattice: every way of labelling a stretch of tokens, and how likely each
 * label is in the light of all of them. This is the inference of a linear-chain
 * conditional random field (Lafferty, McCallum and Pereira 2001): forward and
 * backward sums for the probabilities, and Viterbi's search for the best way.
 *
 *        Kyiv      Post     said        a label a token: O, or the beginning
 *     O   *---\     *        *          (B) or the inside (I) of a name of one
 *     B   *    \--> * --\    *          of five types; I-x only stands behind
 *     I   *         * ---\-> *          B-x or I-x
 *
 * A stretch has O before it and behind it. */
#ifndef GM_MENTION_LATTICE_H
#define GM_MENTION_LATTICE_H

#include <stdbool.h>
#include <stdint.h>

/* What a name may be of: X(NAME, name in training data). */
#define GM_LABEL_TYPES(X) \
  X(PLACE, "PLACE")       \
  X(DEMONYM, "DEMO")      \
  X(PERSON, "PER")        \
  X(ORGANISATION, "ORG")  \
  X(OTHER, "MISC")

enum gm_label_type {
#define GM_LABEL_MEMBER(upper, written) GM_LABEL_##upper,
  GM_LABEL_TYPES(GM_LABEL_MEMBER)
#undef GM_LABEL_MEMBER
      GM_LABEL_TYPE_COUNT
};

enum {
  GM_LABEL_NONE = 0, /* O */
  GM_LABELS = 1 + 2 * GM_LABEL_TYPE_COUNT,
  GM_LATTICE_MOST = 256, /* tokens of a stretch; longer ones are cut */
};

static inline int gm_label_begin(int type) {
  return 1 + 2 * type;
}

static inline int gm_label_inside(int type) {
  return 2 + 2 * type;
}

/* The type of a label that is not O. */
static inline int gm_label_type(int label) {
  return (label - 1) / 2;
}

static inline bool gm_label_is_inside(int label) {
  return label > 0 && label % 2 == 0;
}

/* Whether `next` may stand behind `label`. */
bool gm_label_follows(int label, int next);

typedef float gm_label_row[GM_LABELS];

/* A row with room for whole vectors of four; what is over is 0. */
enum { GM_LABELS_WIDE = 12 };
typedef float gm_label_wide[GM_LABELS_WIDE];

/* Scores of one label behind another. The rest is made from them: what may not
 * follow scores -INFINITY, and its factor is 0. */
typedef struct gm_transitions {
  gm_label_row score[GM_LABELS];
  gm_label_wide allowed[GM_LABELS]; /* [label][next]: the scores */
  gm_label_wide factor[GM_LABELS];  /* [label][next]: their exponentials */
  gm_label_wide behind[GM_LABELS];  /* [next][label]: the same */
} gm_transitions;

/* Fills in the rest from `score`. */
void gm_transitions_prepare(gm_transitions *transitions);

/* Sets of labels, bit by bit: what a token may be. */
typedef uint16_t gm_label_set;

/* What the sums over all ways give. */
typedef struct gm_marginals {
  double log_sum;                      /* of all allowed ways */
  gm_label_row token[GM_LATTICE_MOST]; /* probability of each label */
} gm_marginals;

/* @param emissions  score of each label, one row a token
 * @param allowed    NULL: every label; else a set a token
 * @param pairs      NULL, or where expected transitions are added
 * @param count      1 to GM_LATTICE_MOST
 * @return false: no allowed way has a probability, or `count` is none of these
 * @cost 250 multiplications a token */
bool gm_lattice_sum(const gm_transitions *transitions,
                    const gm_label_row *emissions, const gm_label_set *allowed,
                    uint32_t count, gm_label_row *pairs, gm_marginals *out);

/* The best way: one label a token. */
void gm_lattice_best(const gm_transitions *transitions,
                     const gm_label_row *emissions, uint32_t count,
                     uint8_t *out);

#endif
