/* See pack.h. Weights become bytes: the largest is 127 steps. */
#include "pack.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "gazetteer/hash.h"

static pack_table open_table(uint32_t bits, size_t slot) {
  pack_table made = {must_grow(NULL, (size_t)1 << bits, slot), bits};
  memset(made.bytes, 0, slot << bits);
  return made;
}

enum { LEAST_BITS = 2 };

/* Room for `count` slots, so that at most seven in ten are in use. */
static pack_table open_for(uint32_t count, size_t slot) {
  uint32_t bits = LEAST_BITS;
  while ((uint64_t)count * 10 > ((uint64_t)7 << bits)) bits++;
  return open_table(bits, slot);
}

/* Where a hash is, or the free slot where it belongs: from the front of a
 * line. */
static unsigned char *slot_of(const pack_table *table, size_t slot,
                              uint32_t hash) {
  uint32_t line = gm_recogniser_line(slot, table->bits);
  uint32_t mask = (1u << table->bits) - 1;
  uint32_t at = gm_recogniser_slot(hash, table->bits) / line * line;
  for (;; at = (at + 1) & mask) {
    uint32_t there;
    memcpy(&there, table->bytes + at * slot, sizeof there);
    if (!there || there == hash) return table->bytes + at * slot;
  }
}

static pack_table copy_table(const unsigned char *from, uint32_t bits,
                             size_t slot) {
  if (!from) return open_table(LEAST_BITS, slot);
  pack_table copy = open_table(bits, slot);
  memcpy(copy.bytes, from, slot << bits);
  return copy;
}

static void copy_words(pack *to, const gm_recogniser *from) {
  const gm_recogniser_header *header = &from->header;
  to->words = copy_table(from->words, header->word_bits, GM_WORD_SLOT);
  to->vectors = copy_table(from->vectors, header->vector_bits, GM_VECTOR_SLOT);
}

pack pack_begin(const gm_recogniser *from) {
  const gm_recogniser_header *header = &from->header;
  pack made = {.label_step = header->label_step, .use_step = header->use_step};
  made.labels = copy_table(from->labels, header->label_bits, GM_LABEL_SLOT);
  made.uses = copy_table(from->uses, header->use_bits, GM_USE_SLOT);
  copy_words(&made, from);
  if (from->amounts) memcpy(made.amounts, from->amounts, sizeof made.amounts);
  memcpy(made.transitions, from->transitions.score, sizeof made.transitions);
  return made;
}

static float largest_of(const float *weights, size_t count) {
  float largest = 0;
  for (size_t i = 0; i < count; i++)
    largest = fmaxf(largest, fabsf(weights[i]));
  return largest;
}

static uint32_t count_strong(const field *from, float least) {
  uint32_t strong = 0;
  for (uint32_t row = 0; row < from->rows; row++)
    strong += largest_of(from->weights[row], GM_LABELS) >= least;
  return strong;
}

uint32_t pack_labels(pack *to, const field *from, const uint32_t *hashes,
                     float least) {
  uint32_t strong = count_strong(from, least);
  float largest = largest_of(from->weights[0], (size_t)from->rows * GM_LABELS);
  free(to->labels.bytes);
  to->labels = open_for(strong, GM_LABEL_SLOT);
  to->label_step = largest / 127;
  memcpy(to->transitions, from->transitions.score, sizeof to->transitions);
  for (uint32_t row = 0; row < from->rows; row++) {
    if (largest_of(from->weights[row], GM_LABELS) < least) continue;
    unsigned char *slot = slot_of(&to->labels, GM_LABEL_SLOT, hashes[row]);
    memcpy(slot, &hashes[row], sizeof hashes[row]);
    for (int y = 0; y < GM_LABELS; y++)
      slot[4 + y] = (unsigned char)(signed char)lrintf(from->weights[row][y] /
                                                       to->label_step);
  }
  return strong;
}

static void pack_use(pack *to, const pack_use_row weights, uint32_t hash) {
  unsigned char *slot = slot_of(&to->uses, GM_USE_SLOT, hash);
  int16_t steps[GM_USE_WEIGHTS];
  for (int w = 0; w < GM_USE_WEIGHTS; w++)
    steps[w] = (int16_t)lrintf(weights[w] / to->use_step);
  memcpy(slot, &hash, sizeof hash);
  memcpy(slot + 4, steps, sizeof steps);
}

void pack_uses(pack *to, const pack_use_row *weights, const uint32_t *hashes,
               uint32_t count) {
  float largest = largest_of(weights[0], (size_t)count * GM_USE_WEIGHTS);
  free(to->uses.bytes);
  to->uses = open_for(count, GM_USE_SLOT);
  to->use_step = largest / 32767;
  memset(to->amounts, 0, sizeof to->amounts);
  for (uint32_t i = 0; i < count; i++) {
    if (gm_feature_is_amount(hashes[i]))
      memcpy(to->amounts[hashes[i] / 2], weights[i], sizeof *to->amounts);
    else
      pack_use(to, weights[i], hashes[i]);
  }
}

void pack_words_open(pack *to, uint32_t words, uint32_t vectors) {
  free(to->words.bytes);
  free(to->vectors.bytes);
  to->words = open_for(words, GM_WORD_SLOT);
  to->vectors = open_for(vectors, GM_VECTOR_SLOT);
}

void pack_take_words(pack *to, const gm_recogniser *from) {
  free(to->words.bytes);
  free(to->vectors.bytes);
  copy_words(to, from);
}

/* Fills the slot of a hash, unless it is in use. */
static void put(pack_table *table, size_t slot_size, uint32_t hash,
                const void *bytes) {
  unsigned char *slot = slot_of(table, slot_size, hash);
  uint32_t there;
  memcpy(&there, slot, sizeof there);
  if (there) return;
  memcpy(slot, &hash, sizeof hash);
  memcpy(slot + sizeof hash, bytes, slot_size - sizeof hash);
}

void pack_word(pack *to, uint32_t hash, gm_company company) {
  put(&to->words, GM_WORD_SLOT, hash, &company);
}

void pack_vector(pack *to, uint32_t hash,
                 const signed char vector[GM_VECTOR_NUMBERS]) {
  put(&to->vectors, GM_VECTOR_SLOT, hash, vector);
}

/* ---- the file ---- */

enum { PARTS = 5 };

/* The longest way from a hash's own slot to a free one. */
static uint32_t reach_of(const pack_table *table, size_t slot) {
  uint32_t mask = (1u << table->bits) - 1, longest = 0, run = 0;
  for (uint64_t i = 0; i <= 2 * (uint64_t)mask; i++) {
    uint32_t there;
    memcpy(&there, table->bytes + (i & mask) * slot, sizeof there);
    run = there ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest + 1;
}

static gm_str bytes_of(const pack_table *table, size_t slot) {
  return (gm_str){(const char *)table->bytes, slot << table->bits};
}

static uint32_t larger(uint32_t a, uint32_t b) {
  return a > b ? a : b;
}

static gm_recogniser_header head_of(const pack *from,
                                    const gm_str parts[PARTS]) {
  gm_recogniser_header header = {
      .stamp = GM_RECOGNISER_STAMP,
      .order = GM_RECOGNISER_ORDER,
      .version = GM_RECOGNISER_VERSION,
      .size = GM_RECOGNISER_HEADER,
      .hash = GM_HASH_BEGIN,
      .label_bits = from->labels.bits,
      .use_bits = from->uses.bits,
      .word_bits = from->words.bits,
      .vector_bits = from->vectors.bits,
      .label_step = from->label_step,
      .use_step = from->use_step,
      .reach = larger(larger(reach_of(&from->labels, GM_LABEL_SLOT),
                             reach_of(&from->uses, GM_USE_SLOT)),
                      larger(reach_of(&from->words, GM_WORD_SLOT),
                             reach_of(&from->vectors, GM_VECTOR_SLOT))),
  };
  for (int i = 0; i < PARTS; i++) {
    header.size += parts[i].size;
    header.hash = gm_hash_on(header.hash, parts[i]);
  }
  return header;
}

gm_status pack_write(gm_workspace *ws, const pack *from, const char *path) {
  const gm_str parts[PARTS] = {
      bytes_of(&from->labels, GM_LABEL_SLOT),
      bytes_of(&from->uses, GM_USE_SLOT),
      bytes_of(&from->words, GM_WORD_SLOT),
      bytes_of(&from->vectors, GM_VECTOR_SLOT),
      {(const char *)from->amounts, sizeof from->amounts}};
  gm_recogniser_header header = head_of(from, parts);
  char first[GM_RECOGNISER_HEADER] = {0};
  memcpy(first, &header, sizeof header);
  memcpy(first + sizeof header, from->transitions, sizeof from->transitions);
  gm_file file;
  gm_status status = gm_file_create(ws, path, &file);
  if (status != GM_OK) return status;
  status = gm_file_write(ws, &file, (gm_str){first, sizeof first});
  for (int i = 0; i < PARTS && status == GM_OK; i++)
    status = gm_file_write(ws, &file, parts[i]);
  if (status == GM_OK) return gm_file_finish(ws, &file);
  gm_file_abandon(&file);
  return status;
}

void pack_free(pack *made) {
  free(made->labels.bytes);
  free(made->uses.bytes);
  free(made->words.bytes);
  free(made->vectors.bytes);
}
