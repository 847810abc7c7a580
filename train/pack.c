/* See pack.h. Weights become bytes: the largest is 127 steps. */
#include "pack.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "gazetteer/hash.h"

/* Bytes of a row of each table. */
static const size_t row_sizes[] = {
#define ROW_SIZE(upper, row) row,
    GM_TABLES(ROW_SIZE)
#undef ROW_SIZE
};

/* Replaces a table by an empty one. */
static void renew(pack *to, enum gm_table_kind kind) {
  table_free(&to->tables[kind]);
  to->tables[kind] = table_open(row_sizes[kind]);
}

pack pack_begin(const gm_recogniser *from) {
  const gm_recogniser_header *header = &from->header;
  pack made = {.label_step = header->label_step, .use_step = header->use_step};
  for (int kind = 0; kind < GM_TABLE_COUNT; kind++) {
    made.tables[kind] = table_open(row_sizes[kind]);
    table_add(&made.tables[kind], &from->tables[kind]);
  }
  if (from->amounts)
    memcpy(made.amounts, from->amounts, sizeof made.amounts);
  memcpy(made.transitions, from->transitions.score, sizeof made.transitions);
  return made;
}

static float largest_of(const float *weights, size_t count) {
  float largest = 0;
  for (size_t i = 0; i < count; i++)
    largest = fmaxf(largest, fabsf(weights[i]));
  return largest;
}

uint32_t pack_labels(pack *to, const field *from, const uint32_t *hashes,
                     float least) {
  float largest = largest_of(from->weights[0], (size_t)from->rows * GM_LABELS);
  renew(to, GM_TABLE_LABEL);
  to->label_step = largest / 127;
  memcpy(to->transitions, from->transitions.score, sizeof to->transitions);
  for (uint32_t row = 0; row < from->rows; row++) {
    if (largest_of(from->weights[row], GM_LABELS) < least) continue;
    unsigned char *to_row = table_row(&to->tables[GM_TABLE_LABEL], hashes[row]);
    for (int y = 0; y < GM_LABELS; y++)
      to_row[4 + y] = (unsigned char)(signed char)lrintf(from->weights[row][y] /
                                                         to->label_step);
  }
  return to->tables[GM_TABLE_LABEL].count;
}

static void pack_use(pack *to, const pack_use_row weights, uint32_t hash) {
  unsigned char *row = table_row(&to->tables[GM_TABLE_USE], hash);
  int16_t steps[GM_USE_WEIGHTS];
  for (int w = 0; w < GM_USE_WEIGHTS; w++)
    steps[w] = (int16_t)lrintf(weights[w] / to->use_step);
  memcpy(row + sizeof hash, steps, sizeof steps);
}

void pack_uses(pack *to, const pack_use_row *weights, const uint32_t *hashes,
               uint32_t count) {
  float largest = largest_of(weights[0], (size_t)count * GM_USE_WEIGHTS);
  renew(to, GM_TABLE_USE);
  to->use_step = largest / 32767;
  memset(to->amounts, 0, sizeof to->amounts);
  for (uint32_t i = 0; i < count; i++) {
    if (gm_feature_is_amount(hashes[i]))
      memcpy(to->amounts[hashes[i] / 2], weights[i], sizeof *to->amounts);
    else
      pack_use(to, weights[i], hashes[i]);
  }
}

void pack_take_words(pack *to, const gm_recogniser *from) {
  static const enum gm_table_kind kinds[] = {GM_TABLE_WORD, GM_TABLE_VECTOR};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    renew(to, kinds[i]);
    table_add(&to->tables[kinds[i]], &from->tables[kinds[i]]);
  }
}

/* Fills the row of a hash, unless it is in. */
static void put(table_draft *to, uint32_t hash, const void *bytes) {
  uint32_t before = to->count;
  unsigned char *row = table_row(to, hash);
  if (to->count > before)
    memcpy(row + sizeof hash, bytes, to->size - sizeof hash);
}

void pack_word(pack *to, uint32_t hash, gm_company company) {
  put(&to->tables[GM_TABLE_WORD], hash, &company);
}

void pack_vector(pack *to, uint32_t hash,
                 const signed char vector[GM_VECTOR_NUMBERS]) {
  put(&to->tables[GM_TABLE_VECTOR], hash, vector);
}

/* ---- the file ---- */

/* The parts behind the header: the tables, pressed, and the amounts. */
enum { PARTS = GM_TABLE_COUNT + 1 };

static gm_recogniser_header head_of(const pack *from,
                                    const gm_table tables[GM_TABLE_COUNT],
                                    const gm_str parts[PARTS]) {
  gm_recogniser_header header = {
      .stamp = GM_RECOGNISER_STAMP,
      .order = GM_RECOGNISER_ORDER,
      .version = GM_RECOGNISER_VERSION,
      .size = GM_RECOGNISER_HEADER,
      .hash = GM_HASH_BEGIN,
      .label_step = from->label_step,
      .use_step = from->use_step,
  };
  for (int kind = 0; kind < GM_TABLE_COUNT; kind++) {
    header.rows[kind] = tables[kind].count;
    header.bits[kind] = (uint8_t)tables[kind].bits;
  }
  for (int i = 0; i < PARTS; i++) {
    header.size += parts[i].size;
    header.hash = gm_hash_on(header.hash, parts[i]);
  }
  return header;
}

static gm_status write_parts(gm_workspace *ws, const pack *from,
                             const gm_recogniser_header *header,
                             const gm_str parts[PARTS], const char *path) {
  char first[GM_RECOGNISER_HEADER] = {0};
  memcpy(first, header, sizeof *header);
  memcpy(first + sizeof *header, from->transitions, sizeof from->transitions);
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

gm_status pack_write(gm_workspace *ws, const pack *from, const char *path) {
  gm_table tables[GM_TABLE_COUNT];
  gm_str parts[PARTS];
  for (int kind = 0; kind < GM_TABLE_COUNT; kind++) {
    tables[kind] = table_press(&from->tables[kind]);
    parts[kind] = (gm_str){(const char *)tables[kind].moves,
                           ((size_t)1 << tables[kind].bits) +
                               tables[kind].count * row_sizes[kind]};
  }
  parts[GM_TABLE_COUNT] =
      (gm_str){(const char *)from->amounts, sizeof from->amounts};
  gm_recogniser_header header = head_of(from, tables, parts);
  gm_status status = write_parts(ws, from, &header, parts, path);
  for (int kind = 0; kind < GM_TABLE_COUNT; kind++)
    free((void *)tables[kind].moves);
  return status;
}

void pack_free(pack *made) {
  for (int kind = 0; kind < GM_TABLE_COUNT; kind++)
    table_free(&made->tables[kind]);
}
