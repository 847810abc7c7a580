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
  uint32_t places, entries, senses, slots; /* whole records that are there */
  unsigned slot_bits;
  char hash[17]; /* hexadecimal */
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
                (uint64_t)index * GM_RECORD_PLACES, &place, GM_RECORD_PLACES);
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

static inline gm_str gm_mapped_key(const gm_gazetteer *gazetteer,
                                   uint32_t entry) {
  uint32_t key = gm_mapped_u32(gazetteer, GM_SECTION_ENTRIES,
                               (uint64_t)entry * GM_RECORD_ENTRIES);
  return gm_format_string(gazetteer->sections[GM_SECTION_KEYS], key);
}

#endif
