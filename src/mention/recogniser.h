/* The recogniser's file: trained weights, mapped read-only and shared.
 *
 *     offset  bytes  what
 *          0      8  stamp "GMRECOG\n"
 *          8      4  byte order 0x01020304
 *         12      4  version 2
 *         16      8  size of the file
 *         24      8  hash of everything behind the header (FNV-1a, 64 bits)
 *         32      4  bits of the label table: it has 2^bits slots
 *         36      4  bits of the use table
 *         40      4  bits of the word table
 *         44      4  one step of a label weight (float)
 *         48      4  one step of a use weight (float)
 *         52      4  most slots that a search looks at
 *         56      8  zeros
 *         64    484  scores of label b behind label a (float [11][11])
 *        548    476  zeros
 *       1024     16  a slot of the label table: feature (u32), a signed byte a
 *                    label, one zero
 *        ...      8  a slot of the use table: feature (u32), its weights for
 *                    a literal and an embedded use (i16, i16)
 *        ...      8  a slot of the word table: hash of a folded word (u32),
 *                    its coarse and its fine class (u16, from 1)
 *
 * Numbers are little-endian. An empty slot is all zeros. The highest bits of a
 * hash are a slot; it lies in the first free one of that slot's line, which is
 * what memory brings at once, or of the next lines (at the end, from the
 * front). Version 1 began with the slot itself; the same searches find all. */
#ifndef GM_MENTION_RECOGNISER_H
#define GM_MENTION_RECOGNISER_H

#include "base/str.h"
#include "mention/lattice.h"

#define GM_RECOGNISER_STAMP "GMRECOG\n"

enum {
  GM_RECOGNISER_VERSION = 2,
  GM_RECOGNISER_ORDER = 0x01020304,
  GM_RECOGNISER_HEADER = 1024,
  GM_LABEL_SLOT = 16,
  GM_USE_SLOT = 8,
  GM_WORD_SLOT = 8,
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
  uint32_t zeros[2];
} gm_recogniser_header;

typedef struct gm_recogniser {
  gm_str file; /* size 0: there is none */
  gm_recogniser_header header;
  const unsigned char *labels, *uses, *words; /* tables inside the file */
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

/* Scores of the uses that words tell, log-odds against an associative one. */
typedef struct gm_use_scores {
  float literal, embedded;
} gm_use_scores;

/* The sum of the use weights of some features. */
gm_use_scores gm_recogniser_use(const gm_recogniser *recogniser,
                                const uint32_t *features, uint32_t count);

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
