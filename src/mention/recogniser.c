/* See recogniser.h. What is checked at opening, that every table lies inside
 * the file, is what the searches rely on: a slot's number is masked to the
 * table, and a search gives up after `reach` slots, so that even a damaged
 * file can only give wrong weights. */
#include "mention/recogniser.h"

#include <inttypes.h>
#include <string.h>

#include "base/bytes.h"
#include "base/file.h"
#include "gazetteer/hash.h"

enum {
  MOST_BITS = 24,
  LEAST_ROW_BITS = 2, /* a line, at least */
  MOST_REACH = 256,
};

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

static bool fits(uint32_t bits, uint32_t least) {
  return bits >= least && bits <= MOST_BITS;
}

/* Finds the tables, and that the file is as long as they say. */
static gm_status find_tables(gm_workspace *ws, const char *path,
                             gm_recogniser *to) {
  const gm_recogniser_header *header = &to->header;
  if (!fits(header->label_bits, LEAST_ROW_BITS) ||
      !fits(header->use_bits, LEAST_ROW_BITS) || !fits(header->word_bits, 1) ||
      !fits(header->vector_bits, 1) ||
      header->reach > MOST_REACH)
    return gm_fail(ws, GM_BAD_MODEL, 32, "%s has tables of impossible sizes",
                   path);
  uint64_t uses =
      GM_RECOGNISER_HEADER + ((uint64_t)GM_LABEL_SLOT << header->label_bits);
  uint64_t words = uses + ((uint64_t)GM_USE_SLOT << header->use_bits);
  uint64_t vectors = words + ((uint64_t)GM_WORD_SLOT << header->word_bits);
  uint64_t amounts =
      vectors + ((uint64_t)GM_VECTOR_SLOT << header->vector_bits);
  uint64_t end = amounts + GM_AMOUNTS_SIZE;
  if (end != to->file.size || header->size != end)
    return gm_fail(ws, GM_BAD_MODEL, 16, "%s has %zu bytes instead of %" PRIu64,
                   path, to->file.size, end);
  const unsigned char *bytes = (const unsigned char *)to->file.bytes;
  to->labels = bytes + GM_RECOGNISER_HEADER;
  to->uses = bytes + uses;
  to->words = bytes + words;
  to->vectors = bytes + vectors;
  to->amounts = bytes + amounts;
  gm_bytes_load(to->file, sizeof *header, to->transitions.score,
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

static uint32_t load(const unsigned char *at) {
  uint32_t value;
  memcpy(&value, at, sizeof value);
  return value;
}

/* The slot of a hash in a table of 2^bits slots, or NULL. A line is filled from
 * its front: where its last slot is free, nothing lies in the next one. */
static const unsigned char *find(const unsigned char *table, uint32_t bits,
                                 size_t slot, uint32_t reach, uint32_t hash) {
  uint32_t line = gm_recogniser_line(slot, bits), mask = (1u << bits) - line;
  uint32_t at = gm_recogniser_slot(hash, bits) & mask;
  for (uint32_t seen = 0; seen < reach + line; seen += line) {
    for (uint32_t i = 0; i < line; i++)
      if (load(table + (at + i) * slot) == hash) return table + (at + i) * slot;
    if (!load(table + (at + line - 1) * slot)) return NULL;
    at = (at + line) & mask;
  }
  return NULL;
}

gm_company gm_recogniser_company(const gm_recogniser *recogniser,
                                 uint32_t word_hash) {
  const gm_recogniser_header *header = &recogniser->header;
  const unsigned char *slot = find(recogniser->words, header->word_bits,
                                   GM_WORD_SLOT, header->reach, word_hash);
  gm_company company = {0};
  if (slot) memcpy(&company, slot + 4, sizeof company);
  return company;
}

const signed char *gm_recogniser_vector(const gm_recogniser *recogniser,
                                        uint32_t word_hash) {
  const gm_recogniser_header *header = &recogniser->header;
  const unsigned char *slot = find(recogniser->vectors, header->vector_bits,
                                   GM_VECTOR_SLOT, header->reach, word_hash);
  return slot ? (const signed char *)slot + 4 : NULL;
}

void gm_recogniser_expect(const gm_recogniser *recogniser,
                          const uint32_t *features, uint32_t count) {
  uint32_t bits = recogniser->header.label_bits;
  for (uint32_t i = 0; i < count; i++)
    __builtin_prefetch(recogniser->labels +
                       (size_t)GM_LABEL_SLOT *
                           gm_recogniser_slot(features[i], bits));
}

/* Asks for the memory of a use feature's weights. */
static void expect_use(const gm_recogniser *recogniser, uint32_t hash) {
  __builtin_prefetch(recogniser->uses +
                     (size_t)GM_USE_SLOT *
                         gm_recogniser_slot(hash, recogniser->header.use_bits));
}

/* The row of a feature in the label or the use table, whose slots are of one
 * size; one of zeros where it has none. In which of a line's
 * four slots it lies nobody can foretell, and a processor that guesses wrongly
 * loses more time than it takes to look at all: so they are chosen from without
 * a branch. */
static const unsigned char *row_of(const unsigned char *table, uint32_t bits,
                                   uint32_t reach, uint32_t feature) {
  enum { SLOT = GM_LABEL_SLOT, LINE = GM_SLOT_LINE / SLOT };
  _Static_assert((int)SLOT == GM_USE_SLOT, "one search for both");
  static const unsigned char no_row[SLOT] = {0};
  uint32_t mask = (1u << bits) - LINE;
  uint32_t at = gm_recogniser_slot(feature, bits) & mask;
  const unsigned char *found = no_row;
  for (uint32_t seen = 0; seen < reach + LINE; seen += LINE) {
    const unsigned char *line = table + (size_t)at * SLOT;
    uint32_t a = load(line), b = load(line + SLOT), c = load(line + 2 * SLOT),
             d = load(line + 3 * SLOT);
    found = d == feature ? line + 3 * SLOT : found;
    found = c == feature ? line + 2 * SLOT : found;
    found = b == feature ? line + SLOT : found;
    found = a == feature ? line : found;
    if (found != no_row || !d) break;
    at = (at + LINE) & mask;
  }
  return found;
}

/* Half a slot, as numbers of 8 and 16 bits: vectors of GCC and clang. */
enum { HALF = GM_LABEL_SLOT / 2 };
typedef int8_t half_row __attribute__((vector_size(HALF)));
typedef int16_t half_sum __attribute__((vector_size(2 * HALF)));

/* The four bytes of the hash add up to nonsense, which nobody reads. No sum
 * overflows: there are at most 160 features. */
void gm_recogniser_emit(const gm_recogniser *recogniser,
                        const uint32_t *features, uint32_t count,
                        gm_label_row out) {
  enum { HASH = 4 };
  const gm_recogniser_header *header = &recogniser->header;
  half_sum first = {0}, second = {0};
  for (uint32_t i = 0; i < count; i++) {
    half_row begin, end;
    const unsigned char *row = row_of(recogniser->labels, header->label_bits,
                                      header->reach, features[i]);
    memcpy(&begin, row, sizeof begin);
    memcpy(&end, row + HALF, sizeof end);
    first += __builtin_convertvector(begin, half_sum);
    second += __builtin_convertvector(end, half_sum);
  }
  for (int y = 0; y < GM_LABELS; y++) {
    int at = HASH + y;
    int16_t steps = at < HALF ? first[at] : second[at - HALF];
    out[y] = (float)steps * header->label_step;
  }
}

/* What a feature weighs in two scores. A damaged file may hold any number. */
static gm_use_scores use_weights(const gm_recogniser *recogniser, bool alone,
                                 uint32_t feature) {
  const gm_recogniser_header *header = &recogniser->header;
  gm_use_scores found = {0};
  if (gm_feature_is_amount(feature)) {
    size_t row = feature / 2 % GM_AMOUNTS * (2 * sizeof found);
    memcpy(&found, recogniser->amounts + row + alone * sizeof found,
           sizeof found);
    return found;
  }
  const unsigned char *slot =
      row_of(recogniser->uses, header->use_bits, header->reach, feature);
  int16_t steps[2];
  memcpy(steps, slot + 4 + alone * sizeof steps, sizeof steps);
  found.literal = (float)steps[0] * header->use_step;
  found.embedded = (float)steps[1] * header->use_step;
  return found;
}

gm_use_scores gm_recogniser_use(const gm_recogniser *recogniser, bool alone,
                                const gm_use_feature *features,
                                uint32_t count) {
  enum { AHEAD = 12 };
  gm_use_scores sum = {0};
  for (uint32_t i = 0; i < count; i++) {
    if (i + AHEAD < count) expect_use(recogniser, features[i + AHEAD].hash);
    gm_use_scores one = use_weights(recogniser, alone, features[i].hash);
    sum.literal += features[i].value * one.literal;
    sum.embedded += features[i].value * one.embedded;
  }
  return sum;
}
