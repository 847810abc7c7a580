/* The recogniser's file: trained weights, mapped read-only and shared.
 *
 *     offset  bytes  what
 *          0      8  stamp "GMRECOG\n"
 *          8      4  byte order 0x01020304
 *         12      4  version 4
 *         16      8  size of the file
 *         24      8  hash of everything behind the header (FNV-1a, 64 bits)
 *         32     16  how many rows each of the four tables has (u32)
 *         48      4  bits of each one's buckets (u8)
 *         52      4  one step of a label weight (float)
 *         56      4  one step of a use weight (float)
 *         60      4  zeros
 *         64    484  scores of label b behind label a (float [11][11])
 *        548    476  zeros
 *       1024         the tables, each its buckets' bytes, then its rows
 *        ...   2688  weights of the vectors' numbers, by the place of the word
 *                    and the number (float [14][12][4], as in the use table)
 *
 * The tables, by the hash with which a row begins (table.h tells how):
 *
 *     labels     16  feature (u32), a signed byte a label, one zero
 *     uses       16  feature (u32), its weights for a literal and an embedded
 *                    use (i16, i16) in an article, then both in a sentence that
 *                    stands alone; zeros
 *     vectors    16  hash of a folded word (u32), 12 signed bytes
 *     words       8  hash of a folded word (u32), its coarse and its fine
 *                    class (u16, from 1)
 *
 * Numbers are little-endian. */
#ifndef GM_MENTION_RECOGNISER_H
#define GM_MENTION_RECOGNISER_H

#include "base/str.h"
#include "mention/lattice.h"
#include "mention/table.h"

#define GM_RECOGNISER_STAMP "GMRECOG\n"

enum {
  GM_RECOGNISER_VERSION = 4,
  GM_RECOGNISER_ORDER = 0x01020304,
  GM_RECOGNISER_HEADER = 1024,
  GM_VECTOR_NUMBERS = 12,
  GM_VECTOR_PLACES = 14, /* use_vector.c names them */
  GM_USE_FEATURES_MOST = 480,
  GM_USE_WEIGHTS = 4,    /* two in an article, two in a lone sentence */
  GM_AMOUNTS = GM_VECTOR_PLACES * GM_VECTOR_NUMBERS,
  GM_AMOUNTS_SIZE = GM_AMOUNTS * GM_USE_WEIGHTS * (int)sizeof(float),
};

/* The tables, in their order: X(NAME, bytes of a row). */
#define GM_TABLES(X) \
  X(LABEL, 16)       \
  X(USE, 16)         \
  X(VECTOR, 16)      \
  X(WORD, 8)

enum gm_table_kind {
#define GM_TABLE_MEMBER(upper, row) GM_TABLE_##upper,
  GM_TABLES(GM_TABLE_MEMBER)
#undef GM_TABLE_MEMBER
      GM_TABLE_COUNT
};

enum gm_table_row {
#define GM_ROW_MEMBER(upper, row) GM_ROW_##upper = row,
  GM_TABLES(GM_ROW_MEMBER)
#undef GM_ROW_MEMBER
};

/* The first 64 bytes. */
typedef struct gm_recogniser_header {
  char stamp[8];
  uint32_t order, version;
  uint64_t size, hash;
  uint32_t rows[GM_TABLE_COUNT];
  uint8_t bits[GM_TABLE_COUNT];
  float label_step, use_step;
  uint32_t zeros[1];
} gm_recogniser_header;

typedef struct gm_recogniser {
  gm_str file; /* size 0: there is none */
  gm_recogniser_header header;
  gm_table tables[GM_TABLE_COUNT]; /* inside the file, as is what follows */
  const unsigned char *amounts;
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

/* Finds where some features' label weights lie and asks for that memory, ahead
 * of the sum: most of it lies outside the nearest caches. */
void gm_recogniser_expect(const gm_recogniser *recogniser,
                          const uint32_t *features, uint32_t count,
                          uint32_t *places);

/* The sum of the label weights of some features.
 * @param places  what gm_recogniser_expect has found */
void gm_recogniser_emit(const gm_recogniser *recogniser,
                        const uint32_t *features, const uint32_t *places,
                        uint32_t count, gm_label_row out);

/* What a word tells of a name beside it: GM_VECTOR_NUMBERS signed bytes. NULL:
 * it is not among the frequent ones. */
const signed char *gm_recogniser_vector(const gm_recogniser *recogniser,
                                        uint32_t word_hash);

/* A feature of a use, and how much of it there is: 1 of those of templates. The
 * hashes of these are odd (gm_feature_mix); an even one is that of a vector's
 * number. */
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
 * @param alone  the document is one sentence
 * @param count  at most GM_USE_FEATURES_MOST */
gm_use_scores gm_recogniser_use(const gm_recogniser *recogniser, bool alone,
                                const gm_use_feature *features, uint32_t count);

/* Asks memory for what gm_recogniser_vector will read. */
static inline void gm_recogniser_expect_vector(const gm_recogniser *recogniser,
                                               uint32_t word_hash) {
  const gm_table *table = &recogniser->tables[GM_TABLE_VECTOR];
  size_t place = gm_table_place(table, word_hash);
  __builtin_prefetch(table->rows + place * GM_ROW_VECTOR);
}

/* Asks memory for what gm_recogniser_company will read. */
static inline void gm_recogniser_expect_company(const gm_recogniser *recogniser,
                                                uint32_t word_hash) {
  const gm_table *table = &recogniser->tables[GM_TABLE_WORD];
  size_t place = gm_table_place(table, word_hash);
  __builtin_prefetch(table->rows + place * GM_ROW_WORD);
}

#endif
