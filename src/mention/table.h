/* A table of the recogniser's file: rows of one size, each found by the hash
 * that it begins with. One look-up reads one byte and one row, whether the
 * hash is there or not:
 *
 *     hash    [ bucket | rest ]       moves   0  7  0  1 ...  a byte a bucket
 *                bits
 *     row     = (hash * factor(move of its bucket)) * rows / 2^32
 *
 * When the table is made (train/table.c), each bucket's byte is chosen so that
 * its hashes come to rows that no other has: hashing by displacement
 * (Belazzougui, Botelho and Dietzfelbinger 2009,
 * doi:10.1007/978-3-642-04128-0_61). */
#ifndef GM_MENTION_TABLE_H
#define GM_MENTION_TABLE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct gm_table {
  const unsigned char *moves, *rows;
  uint32_t bits;  /* there are 2^bits buckets: 1 to 32 */
  uint32_t count; /* of rows; those not in use are all zeros */
} gm_table;

static inline uint32_t gm_table_bucket(uint32_t hash, uint32_t bits) {
  return hash >> (32 - bits);
}

/* Where a hash lies if its bucket's byte is `move`. Any byte of a damaged file
 * gives a row that is there. */
static inline uint32_t gm_table_moved(uint32_t hash, uint32_t move,
                                      uint32_t count) {
  uint32_t factor = move * 0x9E3779B2u | 1;
  return (uint32_t)((uint64_t)(hash * factor) * count >> 32);
}

/* The only row that may be that of a hash. */
static inline uint32_t gm_table_place(const gm_table *table, uint32_t hash) {
  uint32_t move = table->moves[gm_table_bucket(hash, table->bits)];
  return gm_table_moved(hash, move, table->count);
}

/* What stands behind the hash in its row; NULL: it has none.
 * @param size  bytes of a row */
static inline const unsigned char *gm_table_find(const gm_table *table,
                                                 size_t size, uint32_t hash) {
  const unsigned char *row = table->rows + gm_table_place(table, hash) * size;
  uint32_t there;
  memcpy(&there, row, sizeof there);
  return there == hash ? row + sizeof there : NULL;
}

#endif
