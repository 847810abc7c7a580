/* Look-ups: see gazetteer.h and index.h. A walk keeps the running hash of the
 * words so far and the entry that they make:
 *
 *     words    new        york            city
 *     hash     h("new") > h(" york") >    h(" city")
 *     entry    "new"      "new york"      "new york city"
 *
 * Every beginning of a key is an entry too; most have no senses. */
#include "gazetteer/gazetteer.h"
#include "gazetteer/index.h"
#include "gazetteer/mapped.h"
#include "gazetteer/name.h"
#include "gazetteer/overlay.h"

/* What the walk's four numbers are. */
enum { HASH, ENTRY, GOES_ON, UNUSED }; /* ENTRY: its number + 1; 0: the start */

static const uint32_t no_entry = UINT32_MAX;

/* The bits of an entry's hash that are stored. */
static uint64_t rest_of(const gm_gazetteer *gazetteer, uint32_t entry) {
  uint64_t rest = 0;
  gm_bytes_load(gazetteer->sections[GM_SECTION_ENTRIES],
                (uint64_t)entry * GM_RECORD_ENTRIES, &rest,
                GM_INDEX_REST_BYTES);
  return rest;
}

/* The entries of a bucket. */
typedef struct bucket {
  uint32_t begin, end;
} bucket;

static bucket bucket_at(const gm_gazetteer *gazetteer, uint32_t number) {
  uint64_t at = (uint64_t)number * GM_RECORD_BUCKETS;
  bucket in = {gm_mapped_u32(gazetteer, GM_SECTION_BUCKETS, at),
               gm_mapped_u32(gazetteer, GM_SECTION_BUCKETS,
                             at + GM_RECORD_BUCKETS)};
  if (in.end > gazetteer->entries) in.end = gazetteer->entries;
  return in;
}

/* Where in its bucket a hash should lie: hashes spread evenly, so the guess is
 * seldom more than three entries off, and one line of the cache is read
 * instead of two or three (interpolation search: Perl, Itai and Avni 1978,
 * doi:10.1145/359545.359557). */
static uint32_t guess(bucket in, uint64_t rest) {
  enum { TOP_BITS = 16 };
  uint64_t top = rest >> (8 * GM_INDEX_REST_BYTES - TOP_BITS);
  return in.begin + (uint32_t)(top * (in.end - in.begin) >> TOP_BITS);
}

/* The entry of a bucket whose hash has these bits. */
static uint32_t search(const gm_gazetteer *gazetteer, bucket in,
                       uint64_t wanted) {
  if (in.begin >= in.end) return no_entry;
  uint32_t entry = guess(in, wanted);
  uint64_t rest = rest_of(gazetteer, entry);
  while (rest > wanted && entry > in.begin) rest = rest_of(gazetteer, --entry);
  while (rest < wanted && entry + 1 < in.end)
    rest = rest_of(gazetteer, ++entry);
  return rest == wanted ? entry : no_entry;
}

/* The entry of the key whose hash is given. */
static uint32_t find(const gm_gazetteer *gazetteer, uint64_t hash) {
  gm_index_spot spot = gm_index_of(gm_hash_mix(hash), gazetteer->bucket_bits);
  return search(gazetteer, bucket_at(gazetteer, spot.bucket), spot.rest);
}

static uint32_t classes_of(const gm_gazetteer *gazetteer, uint32_t entry) {
  uint16_t set;
  gm_bytes_load(gazetteer->sections[GM_SECTION_ENTRIES],
                (uint64_t)entry * GM_RECORD_ENTRIES + GM_INDEX_REST_BYTES, &set,
                sizeof set);
  return gm_mapped_u32(gazetteer, GM_SECTION_CLASSES,
                       (uint64_t)set * GM_RECORD_CLASSES);
}

/* What is known of an entry; false if it only begins longer keys. */
static bool load(const gm_gazetteer *gazetteer, uint32_t entry, gm_entry *out) {
  gm_mapped_entry found = gm_mapped_entry_at(gazetteer, entry);
  if (found.end > gazetteer->senses) found.end = gazetteer->senses;
  uint32_t count = found.first < found.end ? found.end - found.first : 0;
  gm_word_classes classes =
      classes_of(gazetteer, entry) & ~(GM_ENTRY_CONTINUES | GM_ENTRY_IN_PHRASE);
  if (!count && !classes) return false;
  *out = (gm_entry){(uint64_t)found.first * GM_RECORD_SENSES, count, classes};
  return true;
}

gm_name_walk gm_name_walk_begin(const gm_gazetteer *gazetteer) {
  return (gm_name_walk){gazetteer, {GM_HASH_BEGIN, 0, true, 0}, 1};
}

/* The first half of a step: the hash of the words with one more. @return false:
 * no key goes on so */
static bool approach(gm_name_walk *walk, gm_str word) {
  if (!walk->state[GOES_ON] || !word.size) return false;
  if (walk->state[ENTRY]) {
    uint32_t here = (uint32_t)walk->state[ENTRY] - 1;
    if (!(classes_of(walk->gazetteer, here) & GM_ENTRY_CONTINUES)) return false;
    walk->state[HASH] = gm_hash_on(walk->state[HASH], GM_STR(" "));
  }
  walk->state[HASH] = gm_hash_on(walk->state[HASH], word);
  return true;
}

/* The other half: to the entry of that hash, if there is one. */
static bool arrive(gm_name_walk *walk, uint32_t entry) {
  if (entry == no_entry) return false;
  walk->state[ENTRY] = (uint64_t)entry + 1;
  return true;
}

bool gm_name_walk_step(gm_name_walk *walk, gm_str folded) {
  walk->state[GOES_ON] =
      approach(walk, folded) &&
      arrive(walk, find(walk->gazetteer, walk->state[HASH]));
  walk->overlay =
      gm_overlay_step(walk->gazetteer->overlay, walk->overlay, folded);
  return gm_name_walk_goes_on(walk);
}

enum { TOGETHER = 32 };

/* Asks for a record's memory, so that it is on its way while others are. */
static void expect(const gm_gazetteer *gazetteer, enum gm_section section,
                   uint64_t at) {
  gm_str records = gazetteer->sections[section];
  if (at < records.size) __builtin_prefetch(records.bytes + at);
}

/* Waiting for memory is most of a step: first all buckets are asked for, then
 * all entries. */
static void step_together(gm_name_walk *walks, const gm_str *words,
                          uint32_t count) {
  gm_index_spot spots[TOGETHER];
  bucket in[TOGETHER];
  for (uint32_t i = 0; i < count; i++) {
    const gm_gazetteer *gazetteer = walks[i].gazetteer;
    walks[i].state[GOES_ON] = approach(&walks[i], words[i]);
    spots[i] = gm_index_of(gm_hash_mix(walks[i].state[HASH]),
                           gazetteer->bucket_bits);
    if (walks[i].state[GOES_ON])
      expect(gazetteer, GM_SECTION_BUCKETS,
             (uint64_t)spots[i].bucket * GM_RECORD_BUCKETS);
  }
  for (uint32_t i = 0; i < count; i++) {
    if (!walks[i].state[GOES_ON]) continue;
    in[i] = bucket_at(walks[i].gazetteer, spots[i].bucket);
    expect(walks[i].gazetteer, GM_SECTION_ENTRIES,
           (uint64_t)guess(in[i], spots[i].rest) * GM_RECORD_ENTRIES);
  }
  for (uint32_t i = 0; i < count; i++) {
    const gm_gazetteer *gazetteer = walks[i].gazetteer;
    walks[i].state[GOES_ON] =
        walks[i].state[GOES_ON] &&
        arrive(&walks[i], search(gazetteer, in[i], spots[i].rest));
    walks[i].overlay =
        gm_overlay_step(gazetteer->overlay, walks[i].overlay, words[i]);
  }
}

void gm_name_walks_begin(const gm_gazetteer *gazetteer, const gm_str *words,
                         uint32_t count, gm_name_walk *out) {
  for (uint32_t i = 0; i < count; i++) out[i] = gm_name_walk_begin(gazetteer);
  for (uint32_t at = 0; at < count; at += TOGETHER) {
    uint32_t left = count - at;
    step_together(out + at, words + at, left < TOGETHER ? left : TOGETHER);
  }
}

bool gm_name_walk_goes_on(const gm_name_walk *walk) {
  return walk->state[GOES_ON] || walk->overlay;
}

bool gm_name_walk_in_phrase(const gm_name_walk *walk) {
  if (!walk->state[GOES_ON] || !walk->state[ENTRY]) return false;
  uint32_t entry = (uint32_t)walk->state[ENTRY] - 1;
  return classes_of(walk->gazetteer, entry) & GM_ENTRY_IN_PHRASE;
}

bool gm_name_walk_entry(const gm_name_walk *walk, gm_entry *out) {
  if (gm_overlay_entry(walk->gazetteer->overlay, walk->overlay, out))
    return out->sense_count || out->classes;
  if (!walk->state[GOES_ON] || !walk->state[ENTRY]) return false;
  return load(walk->gazetteer, (uint32_t)walk->state[ENTRY] - 1, out);
}

bool gm_gazetteer_entry(const gm_gazetteer *gazetteer, gm_str key,
                        gm_entry *out) {
  const gm_overlay *overlay = gazetteer->overlay;
  if (gm_overlay_entry(overlay, gm_overlay_node_of(overlay, key), out))
    return out->sense_count || out->classes;
  uint32_t entry = find(gazetteer, gm_hash_on(GM_HASH_BEGIN, key));
  return entry != no_entry && load(gazetteer, entry, out);
}

/* To the index a key is a word like another; not so to an overlay. */
static void find_entries(const gm_gazetteer *gazetteer, const gm_str *keys,
                         uint32_t count, gm_entry *out) {
  gm_name_walk walks[TOGETHER];
  gm_name_walks_begin(gazetteer, keys, count, walks);
  for (uint32_t i = 0; i < count; i++) {
    bool known = gazetteer->overlay
                     ? gm_gazetteer_entry(gazetteer, keys[i], &out[i])
                     : gm_name_walk_entry(&walks[i], &out[i]);
    if (!known) out[i] = (gm_entry){0};
  }
}

void gm_gazetteer_entries(const gm_gazetteer *gazetteer, const gm_str *keys,
                          uint32_t count, gm_entry *out) {
  for (uint32_t at = 0; at < count; at += TOGETHER) {
    uint32_t left = count - at;
    find_entries(gazetteer, keys + at, left < TOGETHER ? left : TOGETHER,
                 out + at);
  }
}

gm_word_classes gm_gazetteer_classes(const gm_gazetteer *gazetteer,
                                     gm_str key) {
  gm_entry entry = {0};
  return gm_gazetteer_entry(gazetteer, key, &entry) ? entry.classes : 0;
}

/* When the sense was in use: its record in `years`, by halving. */
static void load_years(const gm_gazetteer *gazetteer, uint32_t sense,
                       gm_sense *out) {
  gm_str years = gazetteer->sections[GM_SECTION_YEARS];
  size_t low = 0, high = years.size / GM_RECORD_YEARS;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (gm_bytes_u32(years, middle * GM_RECORD_YEARS) < sense)
      low = middle + 1;
    else
      high = middle;
  }
  uint64_t at = (uint64_t)low * GM_RECORD_YEARS;
  if (gm_bytes_u32(years, at) != sense) return;
  gm_bytes_load(years, at + 4, &out->from_year, sizeof out->from_year);
  gm_bytes_load(years, at + 6, &out->to_year, sizeof out->to_year);
}

gm_sense gm_gazetteer_sense(const gm_gazetteer *gazetteer, gm_entry entry,
                            uint32_t i) {
  if (entry.offset & GM_OVERLAY_SENSES) {
    gm_sense own = gm_overlay_sense_of(gazetteer->overlay, entry, i).sense;
    own.rank = gm_gazetteer_rank(gazetteer, own.place);
    return own;
  }
  uint8_t record[GM_RECORD_SENSES];
  uint32_t place, area = 0;
  uint16_t language;
  uint64_t at = entry.offset + (uint64_t)i * GM_RECORD_SENSES;
  gm_bytes_load(gazetteer->sections[GM_SECTION_SENSES], at, record,
                sizeof record);
  memcpy(&place, record, sizeof place);
  memcpy(&language, record + 8, sizeof language);
  uint8_t kind = record[10] & GM_SENSE_KIND, flags = record[10];
  memcpy(&area, record + 11, GM_SENSE_AREA_BYTES);
  gm_rank rank = {record[14], record[15] % GM_PLACE_KIND_COUNT};
  gm_sense sense = {.place = place < gazetteer->places ? place : GM_NO_PLACE,
                    .kind = kind < GM_NAME_KIND_COUNT ? (gm_name_kind)kind
                                                      : GM_NAME_ALTERNATE,
                    .dotted = flags & GM_SENSE_DOTTED,
                    .capital = flags & GM_SENSE_CAPITAL,
                    .stop = flags & GM_SENSE_STOP,
                    .language = language,
                    .area = area,
                    .rank = rank};
  if (gazetteer->overlay) /* it may have changed the place */
    sense.rank = gm_gazetteer_rank(gazetteer, sense.place);
  if (flags & GM_SENSE_DATED)
    load_years(gazetteer, (uint32_t)(at / GM_RECORD_SENSES), &sense);
  return sense;
}

void gm_gazetteer_expect(const gm_gazetteer *gazetteer, gm_entry entry,
                         uint32_t most) {
  if (entry.offset & GM_OVERLAY_SENSES) return;
  gm_str senses = gazetteer->sections[GM_SECTION_SENSES];
  for (uint32_t i = 0; i < entry.sense_count && i < most; i++) {
    uint64_t at = entry.offset + (uint64_t)i * GM_RECORD_SENSES;
    uint64_t place = gm_bytes_u32(senses, at);
    uint32_t area = 0;
    gm_bytes_load(senses, at + 11, &area, GM_SENSE_AREA_BYTES);
    expect(gazetteer, GM_SECTION_PLACES, place * GM_RECORD_PLACES);
    expect(gazetteer, GM_SECTION_AREAS, (uint64_t)area * GM_RECORD_AREAS);
  }
}

gm_str gm_gazetteer_language(const gm_gazetteer *gazetteer, uint16_t language) {
  uint64_t at = (uint64_t)language * GM_RECORD_LANGUAGES;
  if (at >= gazetteer->sections[GM_SECTION_LANGUAGES].size) return (gm_str){0};
  return gm_mapped_string(gazetteer,
                          gm_mapped_u32(gazetteer, GM_SECTION_LANGUAGES, at));
}

gm_str gm_gazetteer_written(const gm_gazetteer *gazetteer, gm_entry entry,
                            uint32_t i) {
  if (entry.offset & GM_OVERLAY_SENSES)
    return gm_overlay_sense_of(gazetteer->overlay, entry, i).written;
  uint64_t at = entry.offset + (uint64_t)i * GM_RECORD_SENSES + 4;
  return gm_mapped_string(gazetteer,
                          gm_mapped_u32(gazetteer, GM_SECTION_SENSES, at));
}

gm_status gm_gazetteer_look_up(gm_workspace *ws, const gm_gazetteer *gazetteer,
                               gm_str name, const gm_meaning **out,
                               uint32_t *out_count) {
  gm_name read;
  gm_entry entry = {0};
  gm_status status = gm_name_read(ws, name, &read);
  if (status) return status;
  gm_gazetteer_entry(gazetteer, read.key, &entry);
  gm_meaning *meanings = gm_take_array(ws, entry.sense_count, sizeof *meanings);
  if (!meanings) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < entry.sense_count; i++) {
    gm_sense sense = gm_gazetteer_sense(gazetteer, entry, i);
    meanings[i] = (gm_meaning){
        .place = sense.place,
        .kind = sense.kind,
        .written = gm_gazetteer_written(gazetteer, entry, i),
        .language = gm_gazetteer_language(gazetteer, sense.language),
        .from_year = sense.from_year,
        .to_year = sense.to_year};
  }
  *out = meanings;
  *out_count = entry.sense_count;
  return GM_OK;
}
