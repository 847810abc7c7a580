/* The compiled gazetteer, byte by byte. gazetteer/FORMAT.md tells the same to
 * people; this is what the code that writes and reads it shares.
 *
 *     byte  size  what
 *        0     8  stamp: "GEOMGAZ" and a line feed
 *        8     4  byte order: 04 03 02 01, the number 0x01020304
 *       12     4  version of the format: 4
 *       16     8  size of the whole file in bytes
 *       24     8  hash of the header, these 8 bytes taken as zeros
 *       32    16  counts: places, keys with a sense, senses, zeros
 *       48    16  names left out: of no use, too long, codes; zeros
 *       64   384  sixteen sections, each: 8 bytes of offset, 8 of size, 8 of
 *                 hash, which is over the section and the zeros behind it
 *      448        the sections, each at a multiple of 8
 *
 * The hash of the header, through those of the sections, is that of the file.
 * The sections, in the order of the file:
 *
 *     strings    each: its size (LEB128), then its bytes
 *     places     40 bytes each, in the order of the places' indices
 *     areas      16 bytes each: places of the country and of the first and
 *                second division, the country's code
 *     features   8 bytes each: code of up to 5 letters, zeros, kind
 *     sources    28 bytes each: 7 strings
 *     languages  4 bytes each: string; the first is empty
 *     ids        4 bytes each: places in ascending order of their GeoNames ids
 *     buckets    4 bytes each: first entry of each bucket; see index.h
 *     entries    12 bytes each: hash, classes, first sense; and one more at
 *                the end whose first sense is the number of all senses
 *     senses     16 bytes each: place, written (4 bytes each), language (2),
 *                kind and flags (4 bits each), of the place: its area (3), its
 *                prominence and kind (1 each)
 *     years      8 bytes each: sense, from, to; of senses with a flag
 *     info       16 bytes: 4 strings: name, date, licence, attribution
 *     shapes     32 bytes each, by place: see gm_format_shape
 *     outlines   the shapes' points, packed: see shape_pack.h
 *     nearest    4 bytes each: all places along a curve: earth/nearest.h
 *     classes    4 bytes each: the sets of word classes that occur
 *
 * All numbers are little-endian and unsigned, but for coordinates and years. A
 * string is its offset in `strings`. There are no pointers, so that a file can
 * be mapped at any address, and every load is bounded, so that a broken file
 * can give wrong answers but no crash. */
#ifndef GM_GAZETTEER_FORMAT_H
#define GM_GAZETTEER_FORMAT_H

#include "base/bytes.h"

#define GM_FORMAT_STAMP "GEOMGAZ\n"

enum {
  GM_FORMAT_VERSION = 4,
  GM_FORMAT_ORDER = 0x01020304,
};

/* The sections, in their order: X(NAME, bytes of a record; 0: they differ). */
#define GM_SECTIONS(X) \
  X(STRINGS, 0)        \
  X(PLACES, 40)        \
  X(AREAS, 16)         \
  X(FEATURES, 8)       \
  X(SOURCES, 28)       \
  X(LANGUAGES, 4)      \
  X(IDS, 4)            \
  X(BUCKETS, 4)        \
  X(ENTRIES, 12)       \
  X(SENSES, 16)        \
  X(YEARS, 8)          \
  X(INFO, 16)          \
  X(SHAPES, 32)        \
  X(OUTLINES, 0)       \
  X(NEAREST, 4)        \
  X(CLASSES, 4)

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
  uint32_t places, keys, senses, zero;
  uint32_t useless, too_long, codes, zero_too;
  struct {
    uint64_t offset;
    uint64_t size;
    uint64_t hash;
  } sections[GM_SECTION_COUNT];
} gm_format_header;

_Static_assert(sizeof(gm_format_header) == 64 + 24 * GM_SECTION_COUNT,
               "the header has no gaps");

enum { GM_FORMAT_REF_BYTES = 12 };

/* A place as it lies in the file. A ref of at most 12 bytes, such as gn:524901,
 * is filled up with zeros; of a longer one the first byte is zero and the last
 * four are its string. */
typedef struct gm_format_place {
  char ref[GM_FORMAT_REF_BYTES];
  uint32_t name;            /* string */
  int32_t lat_e5, lon_e5;   /* degrees times 100,000 */
  uint32_t area;            /* record */
  uint32_t population;      /* the low bits */
  uint16_t feature, source; /* records; GM_FORMAT_NO_SOURCE: none */
  uint16_t names;           /* 65,535: that many or more */
  uint8_t population_high;  /* bits 32 to 39 */
  uint8_t prominence;
} gm_format_place;

_Static_assert(sizeof(gm_format_place) == GM_RECORD_PLACES, "no gaps");

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

/* What a place lies in, as in the file. */
typedef struct gm_format_area {
  uint32_t parents[3]; /* country, first and second division; GM_NO_PLACE */
  char country[2];     /* letters, or zeros */
  uint8_t zero[2];
} gm_format_area;

_Static_assert(sizeof(gm_format_area) == GM_RECORD_AREAS, "no gaps");

/* Flags of a sense: its kind is in the low four bits of their byte. */
enum {
  GM_SENSE_DOTTED = 0x10,
  GM_SENSE_CAPITAL = 0x20,
  GM_SENSE_STOP = 0x40,
  GM_SENSE_DATED = 0x80, /* `years` has a record of it */
  GM_SENSE_KIND = 0x0F,
};

enum { GM_SENSE_AREA_BYTES = 3 };

/* The top bit of classes: longer keys begin with this one. */
#define GM_ENTRY_CONTINUES ((uint32_t)1 << 31)

/* The one below it: this is the first or the second word of a phrase that
 * speaks of a country (words/, used_in_*). Half of all words begin some place's
 * name; these are few, and two of them seldom meet: a text is quickly searched.
 */
#define GM_ENTRY_IN_PHRASE ((uint32_t)1 << 30)

/* The population of a place's record. */
static inline uint64_t gm_format_population(const gm_format_place *place) {
  return place->population | (uint64_t)place->population_high << 32;
}

/* The GeoNames id that a ref of `gn:` holds, or 0. */
static inline uint32_t gm_format_geonameid(const char ref[static 12]) {
  uint64_t id = 0;
  if (ref[0] != 'g' || ref[1] != 'n' || ref[2] != ':') return 0;
  for (int i = 3; i < GM_FORMAT_REF_BYTES && ref[i]; i++) {
    if (ref[i] < '0' || ref[i] > '9') return 0;
    id = id * 10 + (uint64_t)(ref[i] - '0');
  }
  return id <= UINT32_MAX ? (uint32_t)id : 0;
}

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
