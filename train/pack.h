/* Packing: trained weights become the file that src/mention/recogniser.h
 * describes. */
#ifndef TRAIN_PACK_H
#define TRAIN_PACK_H

#include "field.h"
#include "table.h"

typedef struct pack {
  table_draft tables[GM_TABLE_COUNT];
  float amounts[GM_AMOUNTS][GM_USE_WEIGHTS];
  float label_step, use_step;
  gm_label_row transitions[GM_LABELS];
} pack;

/* Copies the tables of an open recogniser; without one (file.size is 0) every
 * table is empty. */
pack pack_begin(const gm_recogniser *from);

/* Replaces the label table. Rows whose weights are all below `least` are left
 * out. @return how many rows are in */
uint32_t pack_labels(pack *to, const field *from, const uint32_t *hashes,
                     float least);

/* The weights of one feature of uses, as the use table has them. */
typedef float pack_use_row[GM_USE_WEIGHTS];

/* Replaces the use table and the weights of vectors. */
void pack_uses(pack *to, const pack_use_row *weights, const uint32_t *hashes,
               uint32_t count);

/* Takes over the word and vector tables of an open recogniser. */
void pack_take_words(pack *to, const gm_recogniser *from);

/* Adds a word, unless it is in. */
void pack_word(pack *to, uint32_t hash, gm_company company);

/* Adds a word's vector, unless it has one. */
void pack_vector(pack *to, uint32_t hash,
                 const signed char vector[GM_VECTOR_NUMBERS]);

gm_status pack_write(gm_workspace *ws, const pack *from, const char *path);
void pack_free(pack *made);

#endif
