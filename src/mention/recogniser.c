/* See recogniser.h. What is checked at opening, that every table lies inside
 * the file and has a row, is what the look-ups rely on: whatever the bytes of a
 * table are, they lead to one of its rows, so that even a damaged file can only
 * give wrong weights. */
#include "mention/recogniser.h"

#include <inttypes.h>
#include <string.h>

#include "base/bytes.h"
#include "base/file.h"
#include "gazetteer/hash.h"

static gm_status check_stamp(gm_workspace *ws, const char *path, gm_str file,
                             const gm_recogniser_header *header) {
  if (file.size < GM_RECOGNISER_HEADER ||
      memcmp(header->stamp, GM_RECOGNISER_STAMP, sizeof header->stamp) != 0)
    return gm_fail(ws, GM_BAD_MODEL, 0, "%s is no recogniser", path);
  if (header->order != GM_RECOGNISER_ORDER)
    return gm_fail(ws, GM_BAD_MODEL, 8,
                   "%s cannot be read on a big-endian computer", path);
  if (header->version != GM_RECOGNISER_VERSION)
    return gm_fail(ws, GM_BAD_MODEL, 12,
                   "%s has version %" PRIu32 " of the format, not %d", path,
                   header->version, GM_RECOGNISER_VERSION);
  return GM_OK;
}

/* Where the table of a kind ends that begins at `at`; 0: none can be so. */
static uint64_t find_table(gm_recogniser *to, int kind, uint64_t at) {
  static const uint8_t sizes[] = {
#define ROW_SIZE(upper, row) row,
      GM_TABLES(ROW_SIZE)
#undef ROW_SIZE
  };
  enum { MOST_BITS = 24 };
  uint32_t bits = to->header.bits[kind], count = to->header.rows[kind];
  if (bits < 1 || bits > MOST_BITS || !count) return 0;
  const unsigned char *bytes = (const unsigned char *)to->file.bytes;
  uint64_t rows = at + ((uint64_t)1 << bits);
  uint64_t end = rows + (uint64_t)count * sizes[kind];
  if (end > to->file.size) return 0;
  to->tables[kind] = (gm_table){bytes + at, bytes + rows, bits, count};
  return end;
}

/* Finds the tables, and that the file is as long as they say. */
static gm_status find_tables(gm_workspace *ws, const char *path,
                             gm_recogniser *to) {
  uint64_t at = GM_RECOGNISER_HEADER;
  for (int kind = 0; kind < GM_TABLE_COUNT && at; kind++)
    at = find_table(to, kind, at);
  if (!at)
    return gm_fail(ws, GM_BAD_MODEL, 32, "%s has tables of impossible sizes",
                   path);
  uint64_t end = at + GM_AMOUNTS_SIZE;
  if (end != to->file.size || to->header.size != end)
    return gm_fail(ws, GM_BAD_MODEL, 16, "%s has %zu bytes instead of %" PRIu64,
                   path, to->file.size, end);
  to->amounts = (const unsigned char *)to->file.bytes + at;
  gm_bytes_load(to->file, sizeof to->header, to->transitions.score,
                sizeof to->transitions.score);
  gm_transitions_prepare(&to->transitions);
  return GM_OK;
}

gm_status gm_recogniser_open(gm_workspace *ws, const char *path,
                             gm_recogniser *out) {
  gm_recogniser found = {0};
  gm_status status = gm_file_map(ws, path, &found.file);
  if (status != GM_OK) return status;
  gm_bytes_load(found.file, 0, &found.header, sizeof found.header);
  status = check_stamp(ws, path, found.file, &found.header);
  if (status == GM_OK) status = find_tables(ws, path, &found);
  if (status == GM_OK)
    *out = found;
  else
    gm_recogniser_close(&found);
  return status;
}

void gm_recogniser_close(gm_recogniser *recogniser) {
  gm_file_unmap(recogniser->file);
  *recogniser = (gm_recogniser){0};
}

gm_status gm_recogniser_verify(gm_workspace *ws,
                               const gm_recogniser *recogniser) {
  gm_str rest = gm_bytes_str(recogniser->file, GM_RECOGNISER_HEADER,
                             recogniser->file.size - GM_RECOGNISER_HEADER);
  uint64_t hash = gm_hash_on(GM_HASH_BEGIN, rest);
  if (hash == recogniser->header.hash) return GM_OK;
  return gm_fail(ws, GM_BAD_MODEL, 24,
                 "the recogniser's hash is %016" PRIx64 ", not %016" PRIx64,
                 hash, recogniser->header.hash);
}

gm_company gm_recogniser_company(const gm_recogniser *recogniser,
                                 uint32_t word_hash) {
  const unsigned char *found =
      gm_table_find(&recogniser->tables[GM_TABLE_WORD], GM_ROW_WORD, word_hash);
  gm_company company = {0};
  if (found) memcpy(&company, found, sizeof company);
  return company;
}

const signed char *gm_recogniser_vector(const gm_recogniser *recogniser,
                                        uint32_t word_hash) {
  return (const signed char *)gm_table_find(
      &recogniser->tables[GM_TABLE_VECTOR], GM_ROW_VECTOR, word_hash);
}

/* A row of labels or of uses in vectors of GCC and clang: its words, of which
 * the first is the hash, and what the parts of words add up to. */
_Static_assert((int)GM_ROW_LABEL == GM_ROW_USE, "one look-up for both");
typedef uint32_t row_words __attribute__((vector_size(GM_ROW_LABEL)));
typedef uint16_t row_pairs __attribute__((vector_size(GM_ROW_LABEL)));
typedef int16_t label_sums __attribute__((vector_size(GM_ROW_LABEL)));
typedef int32_t use_sums __attribute__((vector_size(GM_ROW_LABEL)));

/* Finds the place of a feature and asks for its memory. */
static uint32_t expect_row(const gm_table *table, uint32_t feature) {
  uint32_t place = gm_table_place(table, feature);
  __builtin_prefetch(table->rows + (size_t)place * GM_ROW_LABEL);
  return place;
}

/* The row of a feature, all zeros where it has none. One in five has none, and
 * nobody can foretell which: so there is no branch. */
static row_words row_of(const gm_table *table, uint32_t feature,
                        uint32_t place) {
  row_words row;
  memcpy(&row, table->rows + (size_t)place * GM_ROW_LABEL, sizeof row);
  row_words same = (row_words)(row == (row_words){feature});
  return row & (row_words){same[0], same[0], same[0], same[0]};
}

void gm_recogniser_expect(const gm_recogniser *recogniser,
                          const uint32_t *features, uint32_t count,
                          uint32_t *places) {
  const gm_table *table = &recogniser->tables[GM_TABLE_LABEL];
  for (uint32_t i = 0; i < count; i++)
    places[i] = expect_row(table, features[i]);
}

/* The four bytes of the hash add up to nonsense, which nobody reads. No sum
 * overflows: there are at most 160 features. */
void gm_recogniser_emit(const gm_recogniser *recogniser,
                        const uint32_t *features, const uint32_t *places,
                        uint32_t count, gm_label_row out) {
  enum { HASH = 4, BYTE = 8 };
  const gm_table *table = &recogniser->tables[GM_TABLE_LABEL];
  label_sums even = {0}, odd = {0}; /* bytes of the row */
  for (uint32_t i = 0; i < count; i++) {
    row_words row = row_of(table, features[i], places[i]);
    even += (label_sums)((row_pairs)row << BYTE) >> BYTE;
    odd += (label_sums)row >> BYTE;
  }
  for (int y = 0; y < GM_LABELS; y++) {
    int at = HASH + y;
    int16_t steps = at % 2 ? odd[at / 2] : even[at / 2];
    out[y] = (float)steps * recogniser->header.label_step;
  }
}

/* Adds what a number of a vector weighs. */
static void add_amount(const gm_recogniser *recogniser, bool alone,
                       gm_use_feature amount, gm_use_scores *to) {
  gm_use_scores of[2];
  size_t row = amount.hash / 2 % GM_AMOUNTS;
  memcpy(of, recogniser->amounts + row * sizeof of, sizeof of);
  to->literal += amount.value * of[alone].literal;
  to->embedded += amount.value * of[alone].embedded;
}

/* The halves of a row's words are the steps of a literal and of an embedded
 * use: the second word in an article, the third in a lone sentence. */
gm_use_scores gm_recogniser_use(const gm_recogniser *recogniser, bool alone,
                                const gm_use_feature *features,
                                uint32_t count) {
  enum { HALF = 16 };
  const gm_table *table = &recogniser->tables[GM_TABLE_USE];
  uint32_t places[GM_USE_FEATURES_MOST];
  use_sums literal = {0}, embedded = {0};
  gm_use_scores sum = {0};
  for (uint32_t i = 0; i < count; i++)
    if (!gm_feature_is_amount(features[i].hash))
      places[i] = expect_row(table, features[i].hash);
  for (uint32_t i = 0; i < count; i++) {
    if (gm_feature_is_amount(features[i].hash)) {
      add_amount(recogniser, alone, features[i], &sum);
      continue;
    }
    row_words row = row_of(table, features[i].hash, places[i]);
    literal += (use_sums)(row << HALF) >> HALF;
    embedded += (use_sums)row >> HALF;
  }
  float step = recogniser->header.use_step;
  sum.literal += (float)literal[1 + alone] * step;
  sum.embedded += (float)embedded[1 + alone] * step;
  return sum;
}
