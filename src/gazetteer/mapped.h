/* A gazetteer while it is open: the mapped file, its sections, its counts.
 * The loads of records are here because three files need them. */
#ifndef GM_GAZETTEER_MAPPED_H
#define GM_GAZETTEER_MAPPED_H

#include "base/arena.h"
#include "gazetteer/format.h"

struct gm_gazetteer {
  gm_arena arena; /* holds this struct: the only memory there is */
  gm_str file;
  gm_str sections[GM_SECTION_COUNT];
  gm_format_header header;
  uint32_t places, entries, senses; /* whole records that are there */
  unsigned bucket_bits;
  char hash[17];                    /* hexadecimal */
  const struct gm_overlay *overlay; /* asked first; NULL: there is none */
  gm_str own_name; /* with an overlay: instead of that in the file */
  uint32_t more_places, more_names, more_keys; /* that the overlay adds */
};

static inline gm_str gm_mapped_string(const gm_gazetteer *gazetteer,
                                      uint32_t offset) {
  return gm_format_string(gazetteer->sections[GM_SECTION_STRINGS], offset);
}

static inline uint32_t gm_mapped_u32(const gm_gazetteer *gazetteer,
                                     enum gm_section section, uint64_t at) {
  return gm_bytes_u32(gazetteer->sections[section], at);
}

/* A place's record, or one of zeros. */
static inline gm_format_place gm_mapped_place(const gm_gazetteer *gazetteer,
                                              uint32_t index) {
  gm_format_place place;
  gm_bytes_load(gazetteer->sections[GM_SECTION_PLACES],
                (uint64_t)index * GM_RECORD_PLACES, &place, sizeof place);
  return place;
}

/* A shape's record, or one of zeros. */
static inline gm_format_shape gm_mapped_shape(const gm_gazetteer *gazetteer,
                                              uint32_t number) {
  gm_format_shape shape;
  gm_bytes_load(gazetteer->sections[GM_SECTION_SHAPES],
                (uint64_t)number * GM_RECORD_SHAPES, &shape, GM_RECORD_SHAPES);
  return shape;
}

/* What a place lies in; a broken area is one without parents. */
static inline gm_format_area gm_mapped_area(const gm_gazetteer *gazetteer,
                                            uint32_t area) {
  gm_format_area found = {{GM_NO_PLACE, GM_NO_PLACE, GM_NO_PLACE}, {0}, {0}};
  gm_str areas = gazetteer->sections[GM_SECTION_AREAS];
  uint64_t at = (uint64_t)area * GM_RECORD_AREAS;
  if (at + GM_RECORD_AREAS <= areas.size)
    gm_bytes_load(areas, at, &found, sizeof found);
  return found;
}

/* An entry: the bits of its hash, the number of its classes, its first sense
 * and that of the next entry. */
typedef struct gm_mapped_entry {
  uint64_t rest;
  uint32_t classes, first, end;
} gm_mapped_entry;

static inline gm_mapped_entry gm_mapped_entry_at(const gm_gazetteer *gazetteer,
                                                 uint32_t entry) {
  uint8_t bytes[2 * GM_RECORD_ENTRIES];
  gm_mapped_entry found = {0};
  uint16_t classes;
  gm_bytes_load(gazetteer->sections[GM_SECTION_ENTRIES],
                (uint64_t)entry * GM_RECORD_ENTRIES, bytes, sizeof bytes);
  memcpy(&found.rest, bytes, 6);
  memcpy(&classes, bytes + 6, 2);
  memcpy(&found.first, bytes + 8, 4);
  memcpy(&found.end, bytes + GM_RECORD_ENTRIES + 8, 4);
  found.classes = classes;
  return found;
}

#endif
