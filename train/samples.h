/* Samples: corpora as the recogniser sees them. Each stretch of each article
 * is one sample: features and allowed labels, token by token. Copies of some
 * articles in capitals, in title case and in small letters teach it to read
 * without the help of capitals. */
#ifndef TRAIN_SAMPLES_H
#define TRAIN_SAMPLES_H

#include "corpus.h"
#include "family.h"
#include "mention/recogniser.h"

typedef struct sample {
  uint32_t count;        /* tokens */
  uint32_t *start;       /* count + 1: where each token's features begin */
  uint32_t *features;    /* hashes; row numbers once they are counted */
  gm_label_set *allowed; /* one a token */
  float weight;
  int fold;  /* of the article */
  bool home; /* its places are marked as they shall be found */
} sample;

typedef struct samples {
  const gm_gazetteer *gazetteer;
  const gm_recogniser *words; /* its word table is asked */
  double copied;              /* share of articles copied, of each kind */
  uint64_t dice;              /* decides which */
  family_set without;         /* families of features that are left out */
  sample *items;
  size_t count, capacity;
} samples;

gm_status samples_read(gm_workspace *ws, const char *path, corpus_choice choice,
                       samples *to);

/* Adds one sample, whose memory it takes over. */
void samples_add(samples *to, sample made);

/* Keeps the features that stand at `fewest` tokens or more and numbers them
 * from 0. @param hashes  gets an array of them, to be freed
 * @return their number */
uint32_t samples_number(samples *of, uint32_t fewest, uint32_t **hashes);

void samples_free(samples *of);

/* Puts the numbers from 0 to count - 1 into another order. */
void dice_shuffle(uint64_t *dice, uint32_t *numbers, size_t count);

/* The next number of a sequence that is the same on every computer. */
uint32_t dice_throw(uint64_t *dice);

/* Grows memory, or ends the program. */
void *must_grow(void *memory, size_t count, size_t size);

#endif
