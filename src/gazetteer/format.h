/* The compiled gazetteer, byte by byte. gazetteer/FORMAT.md tells the same to
 * people; this is what the code that writes and reads it shares.
 *
 *     byte  size  what
 *        0     8  stamp: "GEOMGAZ" and a line feed
 *        8     4  byte order: 04 03 02 01, the number 0x01020304
 *       12     4  version of the format: 1
 *       16     8  size of the whole file in bytes
 *       24     8  hash of the whole file, these 8 bytes taken as zeros
 *       32   208  13 sections, each: 8 bytes of offset, 8 bytes of size
 *      240    16  counts: places, keys with a sense, senses, slots
 *      256    16  names left out: of no use, too long, codes; zeros
 *      272        the sections, each at a multiple of 8
 *
 * The sections, in the order of the file:
 *
 *     strings   each: its size (LEB128), then its bytes
 *     keys      the folded names, the same way
 *     places    52 bytes each, in the order of the places' indices
 *     features  8 bytes each: code of up to 5 letters, zeros, kind
 *     sources   28 bytes each: 7 strings
 *     ids       8 bytes each: GeoNames id, place; ascending
 *     entries   12 bytes each: key, first sense, classes; and one more at the
 *               end whose first sense is the number of all senses
 *     slots     4 bytes each: the hash table that leads to the entries
 *     senses    10 bytes each: place, written (4 bytes each), kind, flags
 *     info      16 bytes: 4 strings: name, date, licence, attribution
 *     shapes    32 bytes each, by place: see gm_format_shape
 *     outlines  the shapes' points, packed: see shape_pack.h
 *     nearest   4 bytes each: all places along a curve: earth/nearest.h
 *
 * All numbers are little-endian and unsigned, but for coordinates. A string is
 * its offset in `strings`. There are no pointers, so that a file can be mapped
 * at any address, and every load is bounded, so that a broken file can give
 * wrong answers but no crash. */
#ifndef GM_GAZETTEER_FORMAT_H
#define GM_GAZETTEER_FORMAT_H

#include "base/bytes.h"

#define GM_FORMAT_STAMP "GEOMGAZ\n"

enum {
  GM_FORMAT_VERSION = 1,
  GM_FORMAT_ORDER = 0x01020304,
};

/* The sections, in their order: X(NAME, bytes of a record; 0: they differ). */
#define GM_SECTIONS(X) \
  X(STRINGS, 0)        \
  X(KEYS, 0)           \
  X(PLACES, 52)        \
  X(FEATURES, 8)       \
  X(SOURCES, 28)       \
  X(IDS, 8)            \
  X(ENTRIES, 12)       \
  X(SLOTS, 4)          \
  X(SENSES, 10)        \
  X(INFO, 16)          \
  X(SHAPES, 32)        \
  X(OUTLINES, 0)       \
  X(NEAREST, 4)

enum gm_section {
#define GM_SECTION_MEMBER(upper, record) GM_SECTION_##upper,
  GM_SECTIONS(GM_SECTION_MEMBER)
#undef GM_SECTION_MEMBER
      GM_SECTION_COUNT
};

enum gm_section_record {
#define GM_RECORD_MEMBER(upper, record) GM_RECORD_##upper = record,
  GM_SECTIONS(GM_RECORD_MEMBER)
#undef GM_RECORD_MEMBER
};

/* The header as it lies in the file: no member needs padding. */
typedef struct gm_format_header {
  char stamp[8];
  uint32_t order;
  uint32_t version;
  uint64_t size;
  uint64_t hash;
  struct {
    uint64_t offset;
    uint64_t size;
  } sections[GM_SECTION_COUNT];
  uint32_t places, keys, senses, slots;
  uint32_t useless, too_long, codes, zero;
} gm_format_header;

_Static_assert(sizeof(gm_format_header) == 272, "the header has 272 bytes");

/* A place as it lies in the file. Its first member has 8 bytes, but records
 * follow each other at 52: they are copied out, never pointed at. */
typedef struct gm_format_place {
  uint64_t population;
  uint32_t ref, name; /* strings */
  uint32_t geonameid;
  int32_t lat_e5, lon_e5; /* degrees times 100,000 */
  uint32_t country_place; /* or GM_NO_PLACE, as the next two */
  uint32_t admin1_place, admin2_place;
  uint16_t feature, source; /* records; GM_FORMAT_NO_SOURCE: none */
  char country[2];          /* letters, or zeros */
  uint16_t names;           /* 65,535: that many or more */
  uint8_t prominence, kind;
  uint8_t zero[2];
} gm_format_place;

/* The shape of a place; there is at most one. */
typedef struct gm_format_shape {
  uint32_t place;
  uint32_t offset, size; /* in `outlines` */
  uint16_t source;       /* record, or GM_FORMAT_NO_SOURCE */
  uint8_t type;          /* gm_shape_type: line or polygon */
  uint8_t decimals;      /* of a degree that the points have: 0 to 5 */
  int32_t south_e5, west_e5, north_e5, east_e5; /* the box around it */
} gm_format_shape;

_Static_assert(sizeof(gm_format_shape) == 32, "a shape has 32 bytes");

enum { GM_FORMAT_NO_SOURCE = UINT16_MAX };

/* Flags of a sense. */
enum { GM_SENSE_DOTTED = 1, GM_SENSE_CAPITAL = 2, GM_SENSE_STOP = 4 };

/* The top bit of an entry's classes: longer keys begin with this one. */
#define GM_ENTRY_CONTINUES ((uint32_t)1 << 31)

/* Whether this computer keeps its numbers as the file does. */
static inline bool gm_format_fits_host(void) {
  const unsigned char bytes[4] = {4, 3, 2, 1};
  uint32_t order;
  memcpy(&order, bytes, sizeof order);
  return order == GM_FORMAT_ORDER;
}

/* The string at `offset` of a section: empty where it is not inside. */
static inline gm_str gm_format_string(gm_str section, uint64_t offset) {
  size_t size = 0;
  for (unsigned shift = 0; shift < 28 && offset < section.size; shift += 7) {
    unsigned char byte = (unsigned char)section.bytes[offset++];
    size |= (size_t)(byte & 0x7F) << shift;
    if (byte < 0x80) return gm_bytes_str(section, offset, size);
  }
  return (gm_str){0};
}

#endif
