/* The whole walk: see geomention.h. The hash comes first: a file that was
 * damaged fails there. What follows finds the faults of a program that wrote
 * a wrong file with a right hash. */
#include <inttypes.h>

#include "base/workspace.h"
#include "earth/nearest.h"
#include "gazetteer/mapped.h"
#include "gazetteer/shape_pack.h"
#include "gazetteer/slot.h"

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

static gm_status check_hash(const walk *at) {
  gm_str file = at->gazetteer->file;
  gm_format_header header = at->gazetteer->header;
  header.hash = 0;
  gm_str head = {(const char *)&header, sizeof header};
  gm_str rest = {file.bytes + head.size, file.size - head.size};
  uint64_t hash = gm_hash_on(gm_hash_on(GM_HASH_BEGIN, head), rest);
  if (hash == at->gazetteer->header.hash) return GM_OK;
  return gm_fail(at->ws, GM_BAD_GAZETTEER, offsetof(gm_format_header, hash),
                 "the gazetteer is damaged: its hash is %016" PRIx64 ", not %s",
                 hash, at->gazetteer->hash);
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
      return fault(at, 32 + 16 * (uint64_t)i, "section", i);
  bool good = header->places == gazetteer->places &&
              header->senses == gazetteer->senses &&
              header->slots == gazetteer->slots &&
              gazetteer->slots > gazetteer->entries;
  return good ? GM_OK
              : fault(at, offsetof(gm_format_header, places),
                      "header's count of places", 0);
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

static uint32_t count_of(const walk *at, enum gm_section section,
                         size_t record) {
  return (uint32_t)(at->gazetteer->sections[section].size / record);
}

static gm_status check_places(const walk *at) {
  uint32_t features = count_of(at, GM_SECTION_FEATURES, GM_RECORD_FEATURES);
  uint32_t sources = count_of(at, GM_SECTION_SOURCES, GM_RECORD_SOURCES);
  for (uint32_t i = 0; i < at->gazetteer->places; i++) {
    gm_format_place place = gm_mapped_place(at->gazetteer, i);
    bool good =
        is_written(at, place.ref) && is_written(at, place.name) &&
        is_place(at, place.country_place) && is_place(at, place.admin1_place) &&
        is_place(at, place.admin2_place) && place.feature < features &&
        (place.source < sources || place.source == GM_FORMAT_NO_SOURCE) &&
        place.kind < GM_PLACE_KIND_COUNT && place.lat_e5 >= -9000000 &&
        place.lat_e5 <= 9000000 && place.lon_e5 >= -18000000 &&
        place.lon_e5 <= 18000000;
    uint64_t offset = (uint64_t)i * GM_RECORD_PLACES;
    if (!good)
      return fault(at, offset_of(at, GM_SECTION_PLACES, offset), "place", i);
  }
  return GM_OK;
}

static gm_status check_sources(const walk *at) {
  uint32_t count = count_of(at, GM_SECTION_SOURCES, 4);
  for (uint32_t i = 0; i < count; i++)
    if (!is_written(at, gm_mapped_u32(at->gazetteer, GM_SECTION_SOURCES,
                                      (uint64_t)i * 4)))
      return fault(at, offset_of(at, GM_SECTION_SOURCES, (uint64_t)i * 4),
                   "source", i);
  return GM_OK;
}

/* GeoNames ids ascend, and each leads to the place that has it. */
static gm_status check_ids(const walk *at) {
  uint32_t count = count_of(at, GM_SECTION_IDS, GM_RECORD_IDS), before = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint64_t offset = (uint64_t)i * GM_RECORD_IDS;
    uint32_t id = gm_mapped_u32(at->gazetteer, GM_SECTION_IDS, offset);
    uint32_t place = gm_mapped_u32(at->gazetteer, GM_SECTION_IDS, offset + 4);
    if (id <= before || place >= at->gazetteer->places ||
        gm_mapped_place(at->gazetteer, place).geonameid != id)
      return fault(at, offset_of(at, GM_SECTION_IDS, offset), "id", i);
    before = id;
  }
  return GM_OK;
}

/* Whether a search for the entry's key would come upon it. */
static bool is_found(const gm_gazetteer *gazetteer, uint32_t entry) {
  uint64_t hash = gm_hash_on(GM_HASH_BEGIN, gm_mapped_key(gazetteer, entry));
  unsigned bits = gazetteer->slot_bits;
  gm_slot_place slot = gm_slot_of(hash, gazetteer->slots, bits);
  for (uint32_t looked = 0; looked < gazetteer->slots; looked++) {
    uint32_t value = gm_mapped_u32(gazetteer, GM_SECTION_SLOTS,
                                   (uint64_t)slot.at * GM_RECORD_SLOTS);
    if (!value) return false;
    if (gm_slot_entry(value, slot.tag, bits) == entry) return true;
    if (++slot.at == gazetteer->slots) slot.at = 0;
  }
  return false;
}

/* Each entry has a key, is found by it, and begins where the last one ends. */
static gm_status check_entries(const walk *at) {
  const gm_gazetteer *gazetteer = at->gazetteer;
  gm_str keys = gazetteer->sections[GM_SECTION_KEYS];
  uint32_t before = 0, named = 0;
  for (uint32_t i = 0; i <= gazetteer->entries; i++) {
    uint64_t offset = (uint64_t)i * GM_RECORD_ENTRIES;
    uint32_t key = gm_mapped_u32(gazetteer, GM_SECTION_ENTRIES, offset);
    uint32_t first = gm_mapped_u32(gazetteer, GM_SECTION_ENTRIES, offset + 4);
    bool last = i == gazetteer->entries;
    bool good = first >= before && (i || !first) &&
                (last ? first == gazetteer->senses
                      : is_string(keys, key) && is_found(gazetteer, i));
    if (!good)
      return fault(at, offset_of(at, GM_SECTION_ENTRIES, offset), "entry", i);
    named += first > before;
    before = first;
  }
  if (named == gazetteer->header.keys) return GM_OK;
  return fault(at, offsetof(gm_format_header, keys),
               "header's count of keys, not", named);
}

static gm_status check_senses(const walk *at) {
  gm_str senses = at->gazetteer->sections[GM_SECTION_SENSES];
  for (uint32_t i = 0; i < at->gazetteer->senses; i++) {
    uint64_t offset = (uint64_t)i * GM_RECORD_SENSES;
    uint8_t kind = (uint8_t)senses.bytes[offset + 8];
    if (gm_bytes_u32(senses, offset) >= at->gazetteer->places ||
        !is_written(at, gm_bytes_u32(senses, offset + 4)) ||
        kind >= GM_NAME_KIND_COUNT)
      return fault(at, offset_of(at, GM_SECTION_SENSES, offset), "sense", i);
  }
  return GM_OK;
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
  static const step steps[] = {check_hash,    check_counts, check_places,
                               check_sources, check_ids,    check_entries,
                               check_senses,  check_shapes, check_nearest};
  walk at = {ws, gazetteer};
  gm_status status = GM_OK;
  for (size_t i = 0; i < sizeof steps / sizeof *steps && !status; i++)
    status = gm_stopped(ws)
                 ? gm_fail(ws, GM_CANCELLED, 0, "stopped while verifying")
                 : steps[i](&at);
  return status;
}
