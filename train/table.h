/* Tables: rows found by the hash that they begin with. While they are filled,
 * hashes lie anywhere; pressed, they lie as src/mention/table.h looks for
 * them. The same rows give the same bytes, in whatever order they came. */
#ifndef TRAIN_TABLE_H
#define TRAIN_TABLE_H

#include "mention/table.h"

/* A table while it is filled. */
typedef struct table_draft {
  unsigned char *rows; /* `capacity` rows; all zeros: free */
  size_t size;         /* bytes of a row, of which four are the hash */
  uint32_t capacity;   /* a power of two */
  uint32_t count;      /* of rows in use */
} table_draft;

table_draft table_open(size_t size);
void table_free(table_draft *made);

/* The row of a hash, which is not 0; a new one is all zeros behind it. */
unsigned char *table_row(table_draft *to, uint32_t hash);

/* Adds the rows of a pressed table. */
void table_add(table_draft *to, const gm_table *from);

/* Lays out the rows anew. @owner the caller, who frees `moves`; the rows stand
 * right behind these. */
gm_table table_press(const table_draft *from);

#endif
