/* See table.h. A filled table is searched from a hash's own slot on. It is
 * pressed bucket by bucket, the largest first, as long as there is much room:
 * of the 256 moves of a bucket the first is taken that brings all its rows to
 * free places. Should one have no such move, there are made to be more places,
 * and all begins anew. */
#include "table.h"

#include <stdlib.h>

#include "samples.h"

enum { LEAST_CAPACITY = 16, MOVES = 256 };

table_draft table_open(size_t size) {
  unsigned char *rows = must_grow(NULL, LEAST_CAPACITY, size);
  memset(rows, 0, LEAST_CAPACITY * size);
  return (table_draft){rows, size, LEAST_CAPACITY, 0};
}

void table_free(table_draft *made) {
  free(made->rows);
}

static uint32_t hash_of(const unsigned char *row) {
  uint32_t hash;
  memcpy(&hash, row, sizeof hash);
  return hash;
}

static void grow(table_draft *to) {
  table_draft larger = *to;
  larger.capacity *= 2;
  larger.rows = must_grow(NULL, larger.capacity, to->size);
  larger.count = 0;
  memset(larger.rows, 0, larger.capacity * to->size);
  for (uint32_t i = 0; i < to->capacity; i++) {
    const unsigned char *row = to->rows + i * to->size;
    if (hash_of(row)) memcpy(table_row(&larger, hash_of(row)), row, to->size);
  }
  free(to->rows);
  *to = larger;
}

unsigned char *table_row(table_draft *to, uint32_t hash) {
  if (to->count * 2 >= to->capacity) grow(to);
  uint32_t at = hash >> 1; /* they are odd */
  for (;; at++) {
    unsigned char *row = to->rows + (at & (to->capacity - 1)) * to->size;
    if (hash_of(row) == hash) return row;
    if (hash_of(row)) continue;
    memcpy(row, &hash, sizeof hash);
    to->count++;
    return row;
  }
}

void table_add(table_draft *to, const gm_table *from) {
  for (uint32_t i = 0; i < from->count; i++) {
    const unsigned char *row = from->rows + i * to->size;
    if (hash_of(row)) memcpy(table_row(to, hash_of(row)), row, to->size);
  }
}

/* ---- pressing ---- */

/* The rows of a bucket: [first, first + count) of all rows in the order of
 * their hashes. */
typedef struct bucket {
  uint32_t number, first, count;
} bucket;

typedef struct press {
  const unsigned char **sorted;
  bucket *buckets; /* the largest first */
  unsigned char *moves, *rows;
  size_t size; /* of a row */
  uint32_t bits, count;
} press;

static int by_hash(const void *a, const void *b) {
  uint32_t x = hash_of(*(const unsigned char *const *)a);
  uint32_t y = hash_of(*(const unsigned char *const *)b);
  return x < y ? -1 : x > y;
}

static int by_count(const void *a, const void *b) {
  const bucket *x = a, *y = b;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

static void sort_rows(press *to, const table_draft *from) {
  uint32_t count = 0;
  to->sorted = must_grow(NULL, from->count + 1, sizeof *to->sorted);
  for (uint32_t i = 0; i < from->capacity; i++)
    if (hash_of(from->rows + i * from->size))
      to->sorted[count++] = from->rows + i * from->size;
  qsort(to->sorted, count, sizeof *to->sorted, by_hash);
  to->buckets = must_grow(NULL, (size_t)1 << to->bits, sizeof *to->buckets);
  for (uint32_t b = 0, at = 0; b < 1u << to->bits; b++) {
    uint32_t first = at;
    while (at < count &&
           gm_table_bucket(hash_of(to->sorted[at]), to->bits) == b)
      at++;
    to->buckets[b] = (bucket){b, first, at - first};
  }
  qsort(to->buckets, (size_t)1 << to->bits, sizeof *to->buckets, by_count);
}

/* Takes back the first rows of a bucket. */
static void take_back(press *to, const bucket *of, uint32_t rows,
                      uint32_t move) {
  for (uint32_t i = 0; i < rows; i++) {
    uint32_t hash = hash_of(to->sorted[of->first + i]);
    size_t place = gm_table_moved(hash, move, to->count);
    memset(to->rows + place * to->size, 0, to->size);
  }
}

/* Puts the rows of a bucket where a move brings them, unless one of the places
 * is taken. */
static bool put(press *to, const bucket *of, uint32_t move) {
  for (uint32_t i = 0; i < of->count; i++) {
    const unsigned char *row = to->sorted[of->first + i];
    size_t place = gm_table_moved(hash_of(row), move, to->count);
    if (hash_of(to->rows + place * to->size)) {
      take_back(to, of, i, move);
      return false;
    }
    memcpy(to->rows + place * to->size, row, to->size);
  }
  to->moves[of->number] = (unsigned char)move;
  return true;
}

/* Room for `count` rows, all free. */
static void clear(press *to, uint32_t count) {
  size_t buckets = (size_t)1 << to->bits, bytes = buckets + count * to->size;
  to->moves = must_grow(to->moves, bytes, 1);
  to->rows = to->moves + buckets;
  to->count = count;
  memset(to->moves, 0, bytes);
}

static bool put_all(press *to) {
  for (uint32_t b = 0; b < 1u << to->bits; b++) {
    uint32_t move = 0;
    while (move < MOVES && !put(to, &to->buckets[b], move)) move++;
    if (move == MOVES) return false;
  }
  return true;
}

/* At most some three rows a bucket, and a tenth of the places free. */
gm_table table_press(const table_draft *from) {
  enum { LEAST_BITS = 6, ROWS_A_BUCKET = 3 };
  press to = {.size = from->size, .bits = LEAST_BITS};
  while (from->count >> to.bits >= ROWS_A_BUCKET) to.bits++;
  sort_rows(&to, from);
  uint32_t count = from->count + from->count / 9 + 1;
  for (clear(&to, count); !put_all(&to); clear(&to, count))
    count += count / 64 + 1;
  free(to.sorted);
  free(to.buckets);
  return (gm_table){to.moves, to.rows, to.bits, to.count};
}
