/* The recogniser's file: what is read from it, and what is wrong with a bad
 * one. The file is made here, byte by byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gazetteer/hash.h"
#include "mention/recogniser.h"

enum {
  BITS = 1,              /* two buckets a table */
  MOVES = 1 << BITS,     /* a byte each */
  COUNT = 4,             /* rows a table */
  LABELS = GM_RECOGNISER_HEADER,
  USES = LABELS + MOVES + COUNT * GM_ROW_LABEL,
  VECTORS = USES + MOVES + COUNT * GM_ROW_USE,
  WORDS = VECTORS + MOVES + COUNT * GM_ROW_VECTOR,
  AMOUNTS = WORDS + MOVES + COUNT * GM_ROW_WORD,
  SIZE = AMOUNTS + GM_AMOUNTS_SIZE,
};

static const char path[] = "test.recogniser";

static void seal(unsigned char *file) {
  gm_str rest = {(const char *)file + GM_RECOGNISER_HEADER,
                 SIZE - GM_RECOGNISER_HEADER};
  uint64_t hash = gm_hash_on(GM_HASH_BEGIN, rest);
  memcpy(file + offsetof(gm_recogniser_header, hash), &hash, sizeof hash);
}

/* What stands behind a hash in the table that begins at `table`. */
static unsigned char *put(unsigned char *table, size_t size, uint32_t hash) {
  uint32_t move = table[gm_table_bucket(hash, BITS)];
  unsigned char *row =
      table + MOVES + gm_table_moved(hash, move, COUNT) * size;
  memcpy(row, &hash, sizeof hash);
  return row + sizeof hash;
}

/* Two features of one bucket, one use, one word, one vector. */
static void make(unsigned char *file) {
  memset(file, 0, SIZE);
  gm_recogniser_header header = {.order = GM_RECOGNISER_ORDER,
                                 .version = GM_RECOGNISER_VERSION,
                                 .size = SIZE,
                                 .rows = {COUNT, COUNT, COUNT, COUNT},
                                 .bits = {BITS, BITS, BITS, BITS},
                                 .label_step = 0.5f,
                                 .use_step = 0.25f};
  memcpy(header.stamp, GM_RECOGNISER_STAMP, sizeof header.stamp);
  memcpy(file, &header, sizeof header);
  file[LABELS + 1] = 3; /* the move of the second bucket */
  put(file + LABELS, GM_ROW_LABEL, 0xC0000001u)[0] = 2;
  put(file + LABELS, GM_ROW_LABEL, 0x80000003u)[10] = (unsigned char)-4;
  unsigned char *use = put(file + USES, GM_ROW_USE, 5);
  use[0] = 8;
  use[2] = use[3] = 0xFF; /* -1 */
  use[4] = 3;             /* where a sentence stands alone */
  unsigned char *vector = put(file + VECTORS, GM_ROW_VECTOR, 0x80000001u);
  vector[GM_VECTOR_NUMBERS - 1] = 0xFE; /* -2, the last number */
  unsigned char *word = put(file + WORDS, GM_ROW_WORD, 0x80000001u);
  word[0] = 7;
  word[2] = 9;
  const float amount = 3; /* the last: embedded, in a lone sentence */
  memcpy(file + SIZE - sizeof amount, &amount, sizeof amount);
  seal(file);
}

static gm_status open_bytes(gm_workspace *ws, const unsigned char *file,
                            size_t size, gm_recogniser *out) {
  FILE *stream = fopen(path, "wb");
  assert_non_null(stream);
  assert_int_equal(size, fwrite(file, 1, size, stream));
  fclose(stream);
  gm_status status = gm_recogniser_open(ws, path, out);
  remove(path);
  return status;
}

static void sum_labels(const gm_recogniser *of, const uint32_t *features,
                       uint32_t count, gm_label_row out) {
  enum { MOST = 4 };
  uint32_t places[MOST];
  gm_recogniser_expect(of, features, count, places);
  gm_recogniser_emit(of, features, places, count, out);
}

static void finds_weights_of_features(void **state) {
  (void)state;
  unsigned char file[SIZE];
  make(file);
  gm_workspace *ws = gm_workspace_open(0);
  gm_recogniser found;
  assert_int_equal(GM_OK, open_bytes(ws, file, SIZE, &found));
  const uint32_t features[] = {0xC0000001u, 0x80000003u, 0xC0000005u, 77};
  gm_label_row row;
  sum_labels(&found, features, 4, row);
  assert_float_equal(1, row[0], 0);
  assert_float_equal(-2, row[10], 0);
  assert_float_equal(0, row[5], 0);
  const gm_use_feature uses[] = {{5, 1}, {7, 1}, {5, 1}};
  gm_use_scores scores = gm_recogniser_use(&found, false, uses, 2);
  assert_float_equal(2, scores.literal, 0);
  assert_float_equal(-0.25, scores.embedded, 0);
  scores = gm_recogniser_use(&found, true, uses, 3);
  assert_float_equal(1.5, scores.literal, 0);
  assert_float_equal(0, scores.embedded, 0);
  const gm_use_feature last = {
      gm_amount_feature(GM_VECTOR_PLACES - 1, GM_VECTOR_NUMBERS - 1), 0.5f};
  scores = gm_recogniser_use(&found, true, &last, 1);
  assert_float_equal(1.5, scores.embedded, 0);
  gm_recogniser_close(&found);
  gm_workspace_close(ws);
}

/* Weights of any sign, as often as there can be features. */
static void adds_bytes_up_without_loss(void **state) {
  enum { MANY = 160 };
  (void)state;
  unsigned char file[SIZE];
  make(file);
  unsigned char *weights = put(file + LABELS, GM_ROW_LABEL, 0xC0000001u);
  for (int y = 0; y < GM_LABELS; y++)
    weights[y] = (unsigned char)(y % 3 ? -128 + y : 127 - y);
  gm_workspace *ws = gm_workspace_open(0);
  gm_recogniser found;
  assert_int_equal(GM_OK, open_bytes(ws, file, SIZE, &found));
  uint32_t features[MANY], places[MANY];
  for (uint32_t i = 0; i < MANY; i++) features[i] = 0xC0000001u;
  gm_label_row row;
  gm_recogniser_expect(&found, features, MANY, places);
  gm_recogniser_emit(&found, features, places, MANY, row);
  for (int y = 0; y < GM_LABELS; y++)
    assert_float_equal(MANY * 0.5f * (float)(y % 3 ? -128 + y : 127 - y),
                       row[y], 0);
  gm_recogniser_close(&found);
  gm_workspace_close(ws);
}

static void finds_classes_of_words(void **state) {
  (void)state;
  unsigned char file[SIZE];
  make(file);
  gm_workspace *ws = gm_workspace_open(0);
  gm_recogniser found;
  assert_int_equal(GM_OK, open_bytes(ws, file, SIZE, &found));
  gm_company company = gm_recogniser_company(&found, 0x80000001u);
  assert_int_equal(7, company.coarse);
  assert_int_equal(9, company.fine);
  company = gm_recogniser_company(&found, 0x80000003u);
  assert_int_equal(0, company.coarse);
  gm_recogniser_close(&found);
  gm_workspace_close(ws);
}

static void finds_vectors_of_words(void **state) {
  (void)state;
  unsigned char file[SIZE];
  make(file);
  gm_workspace *ws = gm_workspace_open(0);
  gm_recogniser found;
  assert_int_equal(GM_OK, open_bytes(ws, file, SIZE, &found));
  const signed char *vector = gm_recogniser_vector(&found, 0x80000001u);
  assert_non_null(vector);
  assert_int_equal(0, vector[0]);
  assert_int_equal(-2, vector[GM_VECTOR_NUMBERS - 1]);
  assert_null(gm_recogniser_vector(&found, 0x80000003u));
  gm_recogniser_close(&found);
  gm_workspace_close(ws);
}

/* Whatever the moves and rows of a damaged file are, a look-up ends inside. */
static void a_damaged_table_gives_wrong_weights_alone(void **state) {
  (void)state;
  unsigned char file[SIZE];
  make(file);
  memset(file + LABELS, 0xFF, USES - LABELS);
  gm_workspace *ws = gm_workspace_open(0);
  gm_recogniser found;
  assert_int_equal(GM_OK, open_bytes(ws, file, SIZE, &found));
  gm_label_row row;
  for (int bit = 0; bit < 32; bit++) {
    const uint32_t feature = (uint32_t)1 << bit;
    sum_labels(&found, &feature, 1, row);
    assert_float_equal(0, row[0], 0);
  }
  gm_recogniser_close(&found);
  gm_workspace_close(ws);
}

static void verifies_the_hash(void **state) {
  (void)state;
  unsigned char file[SIZE];
  make(file);
  gm_workspace *ws = gm_workspace_open(0);
  gm_recogniser found;
  assert_int_equal(GM_OK, open_bytes(ws, file, SIZE, &found));
  assert_int_equal(GM_OK, gm_recogniser_verify(ws, &found));
  gm_recogniser_close(&found);
  file[SIZE - 1] ^= 1;
  assert_int_equal(GM_OK, open_bytes(ws, file, SIZE, &found));
  assert_int_equal(GM_BAD_MODEL, gm_recogniser_verify(ws, &found));
  gm_recogniser_close(&found);
  gm_workspace_close(ws);
}

static void refuses_every_shorter_file(void **state) {
  (void)state;
  unsigned char file[SIZE];
  make(file);
  gm_workspace *ws = gm_workspace_open(0);
  gm_recogniser found;
  for (size_t size = 0; size < SIZE; size += 7)
    assert_int_equal(GM_BAD_MODEL, open_bytes(ws, file, size, &found));
  gm_workspace_close(ws);
}

static void refuses_another_version_order_or_size(void **state) {
  (void)state;
  gm_workspace *ws = gm_workspace_open(0);
  gm_recogniser found;
  const size_t bytes[] = {0, 8, 12, 16, 32, 35, 36, 47, 48, 51};
  for (size_t i = 0; i < sizeof bytes / sizeof *bytes; i++) {
    unsigned char file[SIZE];
    make(file);
    file[bytes[i]] ^= 0x40;
    assert_int_equal(GM_BAD_MODEL, open_bytes(ws, file, SIZE, &found));
  }
  gm_workspace_close(ws);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_weights_of_features),
      cmocka_unit_test(adds_bytes_up_without_loss),
      cmocka_unit_test(finds_classes_of_words),
      cmocka_unit_test(finds_vectors_of_words),
      cmocka_unit_test(a_damaged_table_gives_wrong_weights_alone),
      cmocka_unit_test(verifies_the_hash),
      cmocka_unit_test(refuses_every_shorter_file),
      cmocka_unit_test(refuses_another_version_order_or_size),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
