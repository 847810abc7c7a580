/* The recogniser's file: trained weights, mapped read-only and shared.
 *
 *     offset  bytes  what
 *          0      8  stamp "GMRECOG\n"
 *          8      4  byte order 0x01020304
 *         12      4  version 3
 *         16      8  size of the file
 *         24      8  hash of everything behind the header (FNV-1a, 64 bits)
 *         32      4  bits of the label table: it has 2^bits slots
 *         36      4  bits of the use table
 *         40      4  bits of the word table
 *         44      4  one step of a label weight (float)
 *         48      4  one step of a use weight (float)
 *         52      4  most slots that a search looks at
 *         56      4  bits of the vector table
 *         60      4  zeros
 *         64    484  scores of label b behind label a (float [11][11])
 *        548    476  zeros
 *       1024     16  a slot of the label table: feature (u32), a signed byte a
 *                    label, one zero
 *        ...     16  a slot of the use table: feature (u32), its weights for
 *                    a literal and an embedded use (i16, i16) in an article,
 *                    then both in a sentence that stands alone; zeros
 *        ...      8  a slot of the word table: hash of a folded word (u32),
 *                    its coarse and its fine class (u16, from 1)
 *        ...     16  a slot of the vector table: hash of a folded word (u32),
 *                    12 signed bytes
 *        ...   2688  weights of these numbers, by the place of the word and the
 *                    number (float [14][12][4], as in the use table)
 *
 * Numbers are little-endian. An empty slot is all zeros. The highest bits of a
 * hash are a slot; it lies in the first free one of that slot's line, which is
 * what memory brings at once, or of the next lines (at the end, from the
 * front). */
#ifndef GM_MENTION_RECOGNISER_H
#define GM_MENTION_RECOGNISER_H

#include "base/str.h"
#include "mention/lattice.h"

#define GM_RECOGNISER_STAMP "GMRECOG\n"

enum {
  GM_RECOGNISER_VERSION = 3,
  GM_RECOGNISER_ORDER = 0x01020304,
  GM_RECOGNISER_HEADER = 1024,
  GM_LABEL_SLOT = 16,
  GM_USE_SLOT = 16,
  GM_WORD_SLOT = 8,
  GM_VECTOR_NUMBERS = 12,
  GM_VECTOR_SLOT = 4 + GM_VECTOR_NUMBERS,
  GM_VECTOR_PLACES = 14, /* use_vector.c names them */
  GM_USE_WEIGHTS = 4,    /* two in an article, two in a lone sentence */
  GM_AMOUNTS = GM_VECTOR_PLACES * GM_VECTOR_NUMBERS,
  GM_AMOUNTS_SIZE = GM_AMOUNTS * GM_USE_WEIGHTS * (int)sizeof(float),
  GM_SLOT_LINE = 64, /* bytes */
};

/* The first 64 bytes. */
typedef struct gm_recogniser_header {
  char stamp[8];
  uint32_t order, version;
  uint64_t size, hash;
  uint32_t label_bits, use_bits, word_bits;
  float label_step, use_step;
  uint32_t reach;
  uint32_t vector_bits;
  uint32_t zeros[1];
} gm_recogniser_header;

typedef struct gm_recogniser {
  gm_str file; /* size 0: there is none */
  gm_recogniser_header header;
  const unsigned char *labels, *uses, *words; /* tables inside the file */
  const unsigned char *vectors, *amounts;
  gm_transitions transitions;
} gm_recogniser;

/* Two classings of words by the company they keep, coarse and fine; 0: the
 * word is unknown. */
typedef struct gm_company {
  uint16_t coarse, fine;
} gm_company;

/* Maps a file and checks its header. @cost constant.
 * @return GM_CANNOT_READ, GM_BAD_MODEL */
gm_status gm_recogniser_open(gm_workspace *ws, const char *path,
                             gm_recogniser *out);
void gm_recogniser_close(gm_recogniser *recogniser);

/* Reads the whole file and checks its hash. @return GM_BAD_MODEL */
gm_status gm_recogniser_verify(gm_workspace *ws,
                               const gm_recogniser *recogniser);

gm_company gm_recogniser_company(const gm_recogniser *recogniser,
                                 uint32_t word_hash);

/* Asks for the memory of some features' weights, ahead of their sum: most rows
 * lie outside the nearest caches. */
void gm_recogniser_expect(const gm_recogniser *recogniser,
                          const uint32_t *features, uint32_t count);

/* The sum of the label weights of some features. */
void gm_recogniser_emit(const gm_recogniser *recogniser,
                        const uint32_t *features, uint32_t count,
                        gm_label_row out);

/* What a word tells of a name beside it: GM_VECTOR_NUMBERS signed bytes. NULL:
 * it is not among the frequent ones. */
const signed char *gm_recogniser_vector(const gm_recogniser *recogniser,
                                        uint32_t word_hash);

/* A feature of a use, and how much of it there is. The hashes of templates are
 * odd (gm_feature_mix); an even one is that of a vector's number. */
typedef struct gm_use_feature {
  uint32_t hash;
  float value;
} gm_use_feature;

/* The feature of a number of the vector of the word at a place. */
static inline uint32_t gm_amount_feature(uint32_t place, uint32_t number) {
  return 2 * (place * GM_VECTOR_NUMBERS + number);
}

static inline bool gm_feature_is_amount(uint32_t feature) {
  return feature % 2 == 0;
}

/* Both 0: nothing was learnt of uses. */
typedef struct gm_use_scores {
  float literal;  /* above 0: literal, rather than anything else */
  float embedded; /* above 0: embedded, rather than associative */
} gm_use_scores;

/* The sum of the use weights of some features.
 * @param alone  the document is one sentence */
gm_use_scores gm_recogniser_use(const gm_recogniser *recogniser, bool alone,
                                const gm_use_feature *features, uint32_t count);

/* The slot that the highest bits of a hash are. */
static inline uint32_t gm_recogniser_slot(uint32_t hash, uint32_t bits) {
  return (uint32_t)((uint64_t)hash >> (32 - bits));
}

/* How many slots of so many bytes a line has: all, in the smallest tables. */
static inline uint32_t gm_recogniser_line(size_t slot, uint32_t bits) {
  uint32_t whole = (uint32_t)(GM_SLOT_LINE / slot), all = (uint32_t)1 << bits;
  return whole < all ? whole : all;
}

/* Asks memory for what gm_recogniser_company will read. */
static inline void gm_recogniser_expect_company(const gm_recogniser *recogniser,
                                                uint32_t word_hash) {
  __builtin_prefetch(recogniser->words +
                     (size_t)GM_WORD_SLOT *
                         gm_recogniser_slot(word_hash,
                                            recogniser->header.word_bits));
}

#endif
