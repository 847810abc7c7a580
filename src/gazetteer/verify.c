/* The whole walk: see geomention.h. The hashes come first: a file that was
 * damaged fails there. What follows finds the faults of a program that wrote
 * a wrong file with a right hash. */
#include <inttypes.h>

#include "base/workspace.h"
#include "earth/nearest.h"
#include "gazetteer/gazetteer.h"
#include "gazetteer/index.h"
#include "gazetteer/mapped.h"
#include "gazetteer/name.h"
#include "gazetteer/shape_pack.h"

/* Where the walk is. */
typedef struct walk {
  gm_workspace *ws;
  const gm_gazetteer *gazetteer;
} walk;

static gm_status fault(const walk *at, uint64_t offset, const char *what,
                       uint32_t number) {
  return gm_fail(at->ws, GM_BAD_GAZETTEER, offset,
                 "the gazetteer's %s %" PRIu32 " is wrong", what, number);
}

static uint64_t offset_of(const walk *at, enum gm_section section,
                          uint64_t inside) {
  return at->gazetteer->header.sections[section].offset + inside;
}

static gm_status damaged(const walk *at, uint64_t offset, uint64_t hash,
                         uint64_t said) {
  return gm_fail(at->ws, GM_BAD_GAZETTEER, offset,
                 "the gazetteer is damaged: a hash is %016" PRIx64
                 ", not %016" PRIx64,
                 hash, said);
}

/* A section and the zeros behind it. */
static gm_status check_section(const walk *at, uint32_t i) {
  const gm_gazetteer *gazetteer = at->gazetteer;
  uint64_t offset = gazetteer->header.sections[i].offset;
  uint64_t size = (gazetteer->sections[i].size + 7) / 8 * 8;
  gm_str bytes = gm_bytes_str(gazetteer->file, offset, size);
  uint64_t hash = gm_hash_words(GM_HASH_BEGIN, bytes);
  uint64_t said = gazetteer->header.sections[i].hash;
  return hash == said ? GM_OK : damaged(at, offset, hash, said);
}

/* The header's hash, then those of the sections, which lie one behind the
 * other up to the end of the file. */
static gm_status check_hashes(const walk *at) {
  gm_format_header header = at->gazetteer->header;
  uint64_t said = header.hash, end = sizeof header;
  gm_status status = GM_OK;
  header.hash = 0;
  uint64_t hash = gm_hash_words(GM_HASH_BEGIN,
                                (gm_str){(const char *)&header, sizeof header});
  if (hash != said)
    return damaged(at, offsetof(gm_format_header, hash), hash, said);
  for (uint32_t i = 0; i < GM_SECTION_COUNT && !status; i++) {
    if (header.sections[i].offset != end)
      return fault(at, 64 + 24 * (uint64_t)i, "section", i);
    status = check_section(at, i);
    end += (header.sections[i].size + 7) / 8 * 8;
  }
  if (!status && end != header.size)
    return fault(at, 16, "header's count of sections, not", GM_SECTION_COUNT);
  return status;
}

static uint32_t count_of(const walk *at, enum gm_section section,
                         size_t record) {
  return (uint32_t)(at->gazetteer->sections[section].size / record);
}

/* Sizes that are whole records, and the counts of the header. */
static gm_status check_counts(const walk *at) {
  static const size_t records[GM_SECTION_COUNT] = {
#define RECORD(upper, record) record,
      GM_SECTIONS(RECORD)
#undef RECORD
  };
  const gm_gazetteer *gazetteer = at->gazetteer;
  const gm_format_header *header = &gazetteer->header;
  for (uint32_t i = 0; i < GM_SECTION_COUNT; i++)
    if (records[i] && gazetteer->sections[i].size % records[i])
      return fault(at, 64 + 24 * (uint64_t)i, "section", i);
  bool good = header->places == gazetteer->places &&
              header->senses == gazetteer->senses &&
              gazetteer->bucket_bits == gm_index_bits(gazetteer->entries) &&
              count_of(at, GM_SECTION_BUCKETS, GM_RECORD_BUCKETS) ==
                  ((uint32_t)1 << gazetteer->bucket_bits) + 1;
  return good ? GM_OK : fault(at, 32, "header's count of places", 0);
}

/* Whether a whole string begins at an offset of a section. */
static bool is_string(gm_str section, uint32_t offset) {
  if (offset >= section.size) return false;
  gm_str string = gm_format_string(section, offset);
  return string.bytes || !section.bytes[offset];
}

static bool is_written(const walk *at, uint32_t offset) {
  return is_string(at->gazetteer->sections[GM_SECTION_STRINGS], offset);
}

static bool is_place(const walk *at, uint32_t index) {
  return index < at->gazetteer->places || index == GM_NO_PLACE;
}

/* Whether a ref is whole: letters and then zeros, or a string. */
static bool is_ref(const walk *at, const char ref[static 12]) {
  uint32_t string;
  memcpy(&string, ref + 8, sizeof string);
  if (!ref[0]) return is_written(at, string);
  size_t size = strnlen(ref, GM_FORMAT_REF_BYTES);
  while (size < GM_FORMAT_REF_BYTES)
    if (ref[size++]) return false;
  return true;
}

static gm_status check_places(const walk *at) {
  uint32_t features = count_of(at, GM_SECTION_FEATURES, GM_RECORD_FEATURES);
  uint32_t sources = count_of(at, GM_SECTION_SOURCES, GM_RECORD_SOURCES);
  uint32_t areas = count_of(at, GM_SECTION_AREAS, GM_RECORD_AREAS);
  for (uint32_t i = 0; i < at->gazetteer->places; i++) {
    gm_format_place place = gm_mapped_place(at->gazetteer, i);
    bool good =
        is_ref(at, place.ref) && is_written(at, place.name) &&
        place.area < areas && place.feature < features &&
        (place.source < sources || place.source == GM_FORMAT_NO_SOURCE) &&
        place.lat_e5 >= -9000000 && place.lat_e5 <= 9000000 &&
        place.lon_e5 >= -18000000 && place.lon_e5 <= 18000000;
    uint64_t offset = (uint64_t)i * GM_RECORD_PLACES;
    if (!good)
      return fault(at, offset_of(at, GM_SECTION_PLACES, offset), "place", i);
  }
  return GM_OK;
}

static gm_status check_areas(const walk *at) {
  uint32_t count = count_of(at, GM_SECTION_AREAS, GM_RECORD_AREAS);
  for (uint32_t i = 0; i < count; i++) {
    gm_format_area area = gm_mapped_area(at->gazetteer, i);
    for (int k = 0; k < 3; k++)
      if (!is_place(at, area.parents[k]))
        return fault(
            at, offset_of(at, GM_SECTION_AREAS, (uint64_t)i * GM_RECORD_AREAS),
            "area", i);
  }
  return GM_OK;
}

static gm_status check_features(const walk *at) {
  gm_str features = at->gazetteer->sections[GM_SECTION_FEATURES];
  uint32_t count = count_of(at, GM_SECTION_FEATURES, GM_RECORD_FEATURES);
  for (uint32_t i = 0; i < count; i++)
    if ((uint8_t)features.bytes[i * GM_RECORD_FEATURES + 6] >=
        GM_PLACE_KIND_COUNT)
      return fault(
          at,
          offset_of(at, GM_SECTION_FEATURES, (uint64_t)i * GM_RECORD_FEATURES),
          "feature", i);
  return GM_OK;
}

/* A section of nothing but strings. */
static gm_status check_strings(const walk *at, enum gm_section section,
                               const char *what) {
  uint32_t count = count_of(at, section, 4);
  for (uint32_t i = 0; i < count; i++)
    if (!is_written(at, gm_mapped_u32(at->gazetteer, section, (uint64_t)i * 4)))
      return fault(at, offset_of(at, section, (uint64_t)i * 4), what, i);
  return GM_OK;
}

static gm_status check_sources(const walk *at) {
  return check_strings(at, GM_SECTION_SOURCES, "source");
}

static gm_status check_languages(const walk *at) {
  return check_strings(at, GM_SECTION_LANGUAGES, "language");
}

static gm_status check_info(const walk *at) {
  return check_strings(at, GM_SECTION_INFO, "text about itself,");
}

/* GeoNames ids ascend, and every place that has one is among them. */
static gm_status check_ids(const walk *at) {
  const gm_gazetteer *gazetteer = at->gazetteer;
  uint32_t count = count_of(at, GM_SECTION_IDS, GM_RECORD_IDS), before = 0;
  uint32_t having = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint64_t offset = (uint64_t)i * GM_RECORD_IDS;
    uint32_t place = gm_mapped_u32(gazetteer, GM_SECTION_IDS, offset);
    gm_format_place record = gm_mapped_place(gazetteer, place);
    uint32_t id = gm_format_geonameid(record.ref);
    if (place >= gazetteer->places || id <= before)
      return fault(at, offset_of(at, GM_SECTION_IDS, offset), "id", i);
    before = id;
  }
  for (uint32_t i = 0; i < gazetteer->places; i++)
    having += gm_format_geonameid(gm_mapped_place(gazetteer, i).ref) != 0;
  if (having == count) return GM_OK;
  return fault(at, offset_of(at, GM_SECTION_IDS, 0), "count of ids, not",
               having);
}

/* Buckets follow each other from the first entry to the last, and within each
 * the hashes ascend. */
static gm_status check_buckets(const walk *at) {
  const gm_gazetteer *gazetteer = at->gazetteer;
  uint32_t count = count_of(at, GM_SECTION_BUCKETS, GM_RECORD_BUCKETS);
  uint32_t entry = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint64_t offset = (uint64_t)i * GM_RECORD_BUCKETS, before = 0;
    uint32_t begin = gm_mapped_u32(gazetteer, GM_SECTION_BUCKETS, offset);
    uint32_t end = i + 1 < count ? gm_mapped_u32(gazetteer, GM_SECTION_BUCKETS,
                                                 offset + GM_RECORD_BUCKETS)
                                 : begin;
    bool good = begin == entry && end >= begin && end <= gazetteer->entries &&
                (i + 1 < count || begin == gazetteer->entries);
    for (; good && entry < end; entry++) {
      uint64_t rest = gm_mapped_entry_at(gazetteer, entry).rest;
      good = entry == begin || rest > before;
      before = rest;
    }
    if (!good)
      return fault(at, offset_of(at, GM_SECTION_BUCKETS, offset), "bucket", i);
  }
  return GM_OK;
}

/* Each entry has classes that occur, and begins where the last one ends. */
static gm_status check_entries(const walk *at) {
  const gm_gazetteer *gazetteer = at->gazetteer;
  uint32_t classes = count_of(at, GM_SECTION_CLASSES, GM_RECORD_CLASSES);
  uint32_t before = 0, named = 0;
  for (uint32_t i = 0; i < gazetteer->entries; i++) {
    gm_mapped_entry entry = gm_mapped_entry_at(gazetteer, i);
    uint64_t offset = (uint64_t)i * GM_RECORD_ENTRIES;
    bool last = i + 1 == gazetteer->entries;
    bool good = entry.first == before && entry.end >= entry.first &&
                entry.end <= gazetteer->senses && entry.classes < classes &&
                (!last || entry.end == gazetteer->senses);
    if (!good)
      return fault(at, offset_of(at, GM_SECTION_ENTRIES, offset), "entry", i);
    named += entry.end > entry.first;
    before = entry.end;
  }
  if (named == gazetteer->header.keys) return GM_OK;
  return fault(at, 36, "header's count of keys, not", named);
}

static gm_status sense_fault(const walk *at, gm_entry own, uint32_t i) {
  uint64_t offset = own.offset + (uint64_t)i * GM_RECORD_SENSES;
  return fault(at, offset_of(at, GM_SECTION_SENSES, offset), "sense",
               (uint32_t)(offset / GM_RECORD_SENSES));
}

/* The writing of a sense, folded, is found under the sense's own name. */
static gm_status check_found(const walk *at, gm_entry own, uint32_t i) {
  gm_arena_mark before = gm_arena_here(&at->ws->arena);
  gm_str written = gm_gazetteer_written(at->gazetteer, own, i);
  gm_entry entry;
  gm_str key = gm_name_key(at->ws, written);
  if (!key.bytes) return GM_NO_MEMORY;
  bool found = gm_gazetteer_entry(at->gazetteer, key, &entry) &&
               entry.offset == own.offset;
  gm_arena_rewind(&at->ws->arena, before);
  return found ? GM_OK : sense_fault(at, own, i);
}

/* One sense, and its years if it has some: the next ones of their section. */
static bool is_sense(const walk *at, gm_entry own, uint32_t i,
                     uint32_t *years) {
  const gm_gazetteer *gazetteer = at->gazetteer;
  gm_str senses = gazetteer->sections[GM_SECTION_SENSES];
  uint64_t offset = own.offset + (uint64_t)i * GM_RECORD_SENSES;
  uint8_t kind = (uint8_t)senses.bytes[offset + 10];
  uint16_t language;
  gm_bytes_load(senses, offset + 8, &language, sizeof language);
  if (kind & GM_SENSE_DATED) {
    uint64_t year = (uint64_t)(*years)++ * GM_RECORD_YEARS;
    if (year >= gazetteer->sections[GM_SECTION_YEARS].size ||
        gm_mapped_u32(gazetteer, GM_SECTION_YEARS, year) !=
            offset / GM_RECORD_SENSES)
      return false;
  }
  uint32_t place = gm_bytes_u32(senses, offset), area = 0;
  gm_bytes_load(senses, offset + 11, &area, GM_SENSE_AREA_BYTES);
  gm_rank rank = gm_gazetteer_rank(gazetteer, place), told;
  gm_bytes_load(senses, offset + 14, &told, sizeof told);
  return place < gazetteer->places &&
         area == gm_mapped_place(gazetteer, place).area &&
         told.prominence == rank.prominence && told.kind == rank.kind &&
         is_written(at, gm_bytes_u32(senses, offset + 4)) &&
         (kind & GM_SENSE_KIND) < GM_NAME_KIND_COUNT &&
         language < count_of(at, GM_SECTION_LANGUAGES, GM_RECORD_LANGUAGES);
}

static gm_status check_senses(const walk *at) {
  const gm_gazetteer *gazetteer = at->gazetteer;
  uint32_t years = 0;
  for (uint32_t i = 0; i < gazetteer->entries; i++) {
    gm_mapped_entry entry = gm_mapped_entry_at(gazetteer, i);
    gm_entry own = {.offset = (uint64_t)entry.first * GM_RECORD_SENSES};
    if (i % 4096 == 0 && gm_stopped(at->ws))
      return gm_fail(at->ws, GM_CANCELLED, 0, "stopped while verifying");
    for (uint32_t k = 0; entry.first + k < entry.end; k++) {
      gm_status status = is_sense(at, own, k, &years) ? check_found(at, own, k)
                                                      : sense_fault(at, own, k);
      if (status) return status;
    }
  }
  if (years == count_of(at, GM_SECTION_YEARS, GM_RECORD_YEARS)) return GM_OK;
  return fault(at, offset_of(at, GM_SECTION_YEARS, 0), "count of years, not",
               years);
}

/* Shapes ascend by their places, and each lies inside its box. */
static gm_status check_shapes(const walk *at) {
  const gm_gazetteer *gazetteer = at->gazetteer;
  uint32_t count = count_of(at, GM_SECTION_SHAPES, GM_RECORD_SHAPES);
  uint32_t sources = count_of(at, GM_SECTION_SOURCES, GM_RECORD_SOURCES);
  for (uint32_t i = 0, before = 0; i < count; i++) {
    gm_format_shape shape = gm_mapped_shape(gazetteer, i);
    if (shape.place >= gazetteer->places || (i && shape.place <= before) ||
        (shape.source >= sources && shape.source != GM_FORMAT_NO_SOURCE) ||
        !gm_shape_sound(gazetteer->sections[GM_SECTION_OUTLINES], &shape))
      return fault(
          at, offset_of(at, GM_SECTION_SHAPES, (uint64_t)i * GM_RECORD_SHAPES),
          "shape", i);
    before = shape.place;
  }
  return GM_OK;
}

/* Every place is on the curve once: the keys ascend, and so do the places of
 * one key. */
static gm_status check_nearest(const walk *at) {
  const gm_gazetteer *gazetteer = at->gazetteer;
  uint32_t count = count_of(at, GM_SECTION_NEAREST, GM_RECORD_NEAREST);
  uint64_t before = 0;
  if (count != gazetteer->places)
    return fault(at, offset_of(at, GM_SECTION_NEAREST, 0), "count of the near",
                 count);
  for (uint32_t i = 0; i < count; i++) {
    uint64_t offset = (uint64_t)i * GM_RECORD_NEAREST;
    uint32_t place = gm_mapped_u32(gazetteer, GM_SECTION_NEAREST, offset);
    gm_format_place record = gm_mapped_place(gazetteer, place);
    uint32_t key = gm_nearest_key(record.lat_e5, record.lon_e5);
    uint64_t now = (uint64_t)key << 32 | place;
    if (place >= gazetteer->places || (i && now <= before))
      return fault(at, offset_of(at, GM_SECTION_NEAREST, offset), "near", i);
    before = now;
  }
  return GM_OK;
}

gm_status gm_gazetteer_verify(gm_workspace *ws, const gm_gazetteer *gazetteer) {
  typedef gm_status (*step)(const walk *);
  static const step steps[] = {check_hashes,    check_counts,   check_places,
                               check_areas,     check_features, check_sources,
                               check_languages, check_info,     check_ids,
                               check_buckets,   check_entries,  check_senses,
                               check_shapes,    check_nearest};
  gm_gazetteer plain = *gazetteer; /* the file alone, without an overlay */
  plain.overlay = NULL;
  walk at = {ws, &plain};
  gm_status status = GM_OK;
  for (size_t i = 0; i < sizeof steps / sizeof *steps && !status; i++)
    status = gm_stopped(ws)
                 ? gm_fail(ws, GM_CANCELLED, 0, "stopped while verifying")
                 : steps[i](&at);
  return status;
}
