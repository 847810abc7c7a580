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
  BITS = 2, /* four slots a table */
  USES = GM_RECOGNISER_HEADER + (GM_LABEL_SLOT << BITS),
  WORDS = USES + (GM_USE_SLOT << BITS),
  VECTORS = WORDS + (GM_WORD_SLOT << BITS),
  AMOUNTS = VECTORS + (GM_VECTOR_SLOT << BITS),
  SIZE = AMOUNTS + GM_AMOUNTS_SIZE,
};

static const char path[] = "test.recogniser";

static void seal(unsigned char *file) {
  gm_str rest = {(const char *)file + GM_RECOGNISER_HEADER,
                 SIZE - GM_RECOGNISER_HEADER};
  uint64_t hash = gm_hash_on(GM_HASH_BEGIN, rest);
  memcpy(file + offsetof(gm_recogniser_header, hash), &hash, sizeof hash);
}

static void put(unsigned char *slot, uint32_t hash) {
  memcpy(slot, &hash, sizeof hash);
}

/* Two features that want the same slot (the last one), one use, one word, one
 * vector. */
static void make(unsigned char *file) {
  memset(file, 0, SIZE);
  gm_recogniser_header header = {.order = GM_RECOGNISER_ORDER,
                                 .version = GM_RECOGNISER_VERSION,
                                 .size = SIZE,
                                 .label_bits = BITS,
                                 .use_bits = BITS,
                                 .word_bits = BITS,
                                 .vector_bits = BITS,
                                 .label_step = 0.5f,
                                 .use_step = 0.25f,
                                 .reach = 3};
  memcpy(header.stamp, GM_RECOGNISER_STAMP, sizeof header.stamp);
  memcpy(file, &header, sizeof header);
  unsigned char *labels = file + GM_RECOGNISER_HEADER;
  put(labels + 3 * GM_LABEL_SLOT, 0xC0000001u);
  labels[3 * GM_LABEL_SLOT + 4] = 2;
  put(labels, 0xC0000003u); /* goes on from the front */
  labels[4 + 10] = (unsigned char)-4;
  put(file + USES, 5);
  file[USES + 4] = 8;
  file[USES + 6] = file[USES + 7] = 0xFF; /* -1 */
  file[USES + 8] = 3;                     /* where a sentence stands alone */
  put(file + WORDS + 2 * GM_WORD_SLOT, 0x80000001u);
  file[WORDS + 2 * GM_WORD_SLOT + 4] = 7;
  file[WORDS + 2 * GM_WORD_SLOT + 6] = 9;
  put(file + VECTORS + 2 * GM_VECTOR_SLOT, 0x80000001u);
  file[VECTORS + 3 * GM_VECTOR_SLOT - 1] = 0xFE; /* -2, the last number */
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

static void finds_weights_of_features(void **state) {
  (void)state;
  unsigned char file[SIZE];
  make(file);
  gm_workspace *ws = gm_workspace_open(0);
  gm_recogniser found;
  assert_int_equal(GM_OK, open_bytes(ws, file, SIZE, &found));
  const uint32_t features[] = {0xC0000001u, 0xC0000003u, 0xC0000005u, 77};
  gm_label_row row;
  gm_recogniser_emit(&found, features, 4, row);
  assert_float_equal(1, row[0], 0);
  assert_float_equal(-2, row[10], 0);
  assert_float_equal(0, row[5], 0);
  const gm_use_feature uses[] = {{5, 1}, {6, 1}, {5, 0.5f}};
  gm_use_scores scores = gm_recogniser_use(&found, false, uses, 2);
  assert_float_equal(2, scores.literal, 0);
  assert_float_equal(-0.25, scores.embedded, 0);
  scores = gm_recogniser_use(&found, true, uses, 3);
  assert_float_equal(1.125, scores.literal, 0);
  assert_float_equal(0, scores.embedded, 0);
  const gm_use_feature last = {
      gm_amount_feature(GM_VECTOR_PLACES - 1, GM_VECTOR_NUMBERS - 1), 0.5f};
  scores = gm_recogniser_use(&found, true, &last, 1);
  assert_float_equal(1.5, scores.embedded, 0);
  gm_recogniser_close(&found);
  gm_workspace_close(ws);
}

/* More than are looked at at once, so that some go on behind those. */
static void finds_features_that_want_one_slot(void **state) {
  enum { MANY = 7, SLOTS = 8 };
  (void)state;
  unsigned char labels[SLOTS * GM_LABEL_SLOT] = {0};
  for (uint32_t i = 0; i < MANY; i++) {
    put(labels + i * GM_LABEL_SLOT, i + 1);
    labels[i * GM_LABEL_SLOT + 4] = (unsigned char)(1u << i);
  }
  gm_recogniser made = {
      .header = {.label_bits = 3, .label_step = 1, .reach = SLOTS},
      .labels = labels};
  for (uint32_t i = 0; i <= MANY; i++) {
    const uint32_t feature = i + 1;
    gm_label_row row;
    gm_recogniser_emit(&made, &feature, 1, row);
    assert_float_equal(i < MANY ? (float)(1u << i) : 0, row[0], 0);
  }
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

static void a_table_without_a_free_slot_ends_a_search(void **state) {
  (void)state;
  unsigned char file[SIZE];
  make(file);
  for (uint32_t i = 0; i < 1u << BITS; i++)
    put(file + GM_RECOGNISER_HEADER + i * GM_LABEL_SLOT, i + 1);
  gm_workspace *ws = gm_workspace_open(0);
  gm_recogniser found;
  assert_int_equal(GM_OK, open_bytes(ws, file, SIZE, &found));
  gm_label_row row;
  const uint32_t feature = 99;
  gm_recogniser_emit(&found, &feature, 1, row);
  assert_float_equal(0, row[0], 0);
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
  const size_t bytes[] = {0, 8, 12, 16, 32, 35, 36, 40, 56};
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
      cmocka_unit_test(finds_features_that_want_one_slot),
      cmocka_unit_test(finds_classes_of_words),
      cmocka_unit_test(finds_vectors_of_words),
      cmocka_unit_test(a_table_without_a_free_slot_ends_a_search),
      cmocka_unit_test(verifies_the_hash),
      cmocka_unit_test(refuses_every_shorter_file),
      cmocka_unit_test(refuses_another_version_order_or_size),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
