/* A gazetteer while it is being compiled. The steps, each a file:
 *
 *     folder       which tables and word lists there are
 *     source_table, place_table, name_table, word_table,
 *     shape_table  reading them
 *     parents      countries and divisions by their codes
 *     prominence   how well known each place is
 *     meanings     the senses of each key: merged, and put in order
 *     shape_build, nearest_build   shapes, and places by where they are
 *     layout       the sections' bytes
 *
 * Everything is numbered in the order of reading, which is fixed, so the same
 * tables give the same bytes. */
#ifndef GM_GAZETTEER_BUILD_H
#define GM_GAZETTEER_BUILD_H

#include "gazetteer/feature.h"
#include "gazetteer/format.h"
#include "gazetteer/name.h"
#include "gazetteer/pool.h"
#include "gazetteer/table.h"
#include "gazetteer/word.h"

#define GM_NO_AREA UINT32_MAX

/* A place: its record as it will be written, and what its parents are called:
 * the numbers of "US", "US.TX" and "US.TX.113" in `areas`. */
typedef struct gm_draft_place {
  gm_format_place record;
  uint32_t areas[3];
  uint32_t table; /* the number of the table that brought it */
} gm_draft_place;

/* The place that stands for a country's or division's code. */
typedef struct gm_area {
  uint32_t place; /* or GM_NO_PLACE */
  int rank;       /* how well it does so */
} gm_area;

/* A name of a place. */
typedef struct gm_draft_sense {
  uint32_t key, place, written;
  uint8_t kind, flags;
  int16_t rank;
  bool foreign; /* in a language that is not GM_HOME_LANGUAGE */
} gm_draft_sense;

/* A shape: its record as it will be written but for the offset, and its
 * packed points. */
typedef struct gm_draft_shape {
  gm_format_shape record;
  gm_str packed;
} gm_draft_shape;

/* The language of the texts: where names fold alike, its own go first. */
#define GM_HOME_LANGUAGE "en"

typedef struct gm_build {
  gm_workspace *ws;
  gm_pool strings; /* what is written */
  gm_pool keys;    /* folded names: the number is the entry's */
  gm_pool refs;    /* the number is the place's index */
  gm_pool codes;   /* of areas */
  gm_pool sources; /* the number is the record's */

  gm_draft_place *places; /* refs.count of them */
  size_t places_capacity;
  gm_area *areas; /* codes.count of them */
  size_t areas_capacity;
  gm_word_classes *classes; /* keys.count of them */
  size_t classes_capacity;
  gm_draft_sense *senses;
  size_t senses_count, senses_capacity;
  uint32_t *first_senses; /* by key, and one more: see meanings.c */
  gm_feature *features;
  size_t features_count, features_capacity;
  gm_draft_shape *shapes;
  size_t shapes_count, shapes_capacity;
  uint32_t (*source_rows)[GM_SOURCES_COLUMN_COUNT]; /* strings */
  size_t source_rows_capacity;

  uint32_t tables;                            /* read so far */
  uint32_t useless, too_long, codes_left_out; /* names that were left out */
  gm_str name, date;                          /* of the gazetteer */
  gm_str licence, attribution;
  struct gm_merge *merge; /* NULL: there are no publishers' files */
} gm_build;

/* ---------------------------------------------------------- build.c ------ */

/* Adds a name of a place. Names that cannot be found in any text, see
 * gazetteer/FORMAT.md, are left out and counted.
 * @param language  as in the tables; empty: unknown */
gm_status gm_build_add_name(gm_build *build, gm_str written, uint32_t place,
                            gm_name_kind kind, gm_str language);

/* Puts a word or phrase into classes. @return false in `known`: no word. */
gm_status gm_build_add_word(gm_build *build, gm_str written,
                            gm_word_classes classes, bool *known);

/* Makes every beginning of a key an entry that says so. */
gm_status gm_build_add_beginnings(gm_build *build);

/* The number of an area's code, which is added if it is new. */
gm_status gm_build_area(gm_build *build, gm_str code, uint32_t *number);

/* ---------------------------------------------------- place_table.c ------ */

/* The number of a feature code among those that are used; GM_NO_FEATURE:
 * GeoNames has no such code. */
#define GM_NO_FEATURE UINT16_MAX
gm_status gm_build_feature(gm_build *build, gm_str code, uint16_t *out);

/* The numbers of "US", "US.TX", "US.TX.113", as far as there are codes; all
 * GM_NO_AREA where the codes are too long for any. */
gm_status gm_build_areas(gm_build *build, const gm_str codes[3],
                         uint32_t areas[3]);

/* A place under its ref; `added` is false where the ref is there already: then
 * nothing changes but `index`. */
gm_status gm_build_add_place(gm_build *build, gm_str ref,
                             const gm_draft_place *place, uint32_t *index,
                             bool *added);

/* ---------------------------------------------------- source_table.c ----- */

/* Adds a source. @param cells  as the columns of sources.tsv */
gm_status gm_build_add_source(gm_build *build,
                              const gm_str cells[GM_SOURCES_COLUMN_COUNT],
                              uint32_t *number);

/* The source that stands for two: "tiger+geonames.org". A place that several
 * sources know has such a one. */
gm_status gm_build_join_sources(gm_build *build, uint16_t first,
                                uint16_t second, uint16_t *out);

/* --------------------------------------------------- reading, by rows ---- */

gm_status gm_source_table_row(gm_build *build, gm_table *table);
gm_status gm_about_table_row(gm_build *build, gm_table *table);
gm_status gm_place_table_row(gm_build *build, gm_table *table);
gm_status gm_name_table_row(gm_build *build, gm_table *table);
gm_status gm_generic_table_row(gm_build *build, gm_table *table);
gm_status gm_shape_table_row(gm_build *build, gm_table *table);

/* The place of a ref: a row's own, country:UA or admin1:US.TX. */
bool gm_build_find_place(const gm_build *build, gm_str ref, uint32_t *place);

/* Reads a list of words of one class. */
gm_status gm_word_list_read(gm_build *build, const char *path,
                            gm_word_classes classes);

/* The number of the source that a row names, or GM_FORMAT_NO_SOURCE. */
gm_status gm_source_of(gm_build *build, const gm_table *table, gm_str code,
                       uint16_t *out);

/* -------------------------------------------------------- the steps ------ */

void gm_parents_find(gm_build *build);
gm_status gm_prominence_give(gm_build *build);

/* The prominence, 0 to 255, of a place with so many people. */
uint8_t gm_prominence_of(uint64_t people);

gm_status gm_meanings_order(gm_build *build);

/* ----------------------------------------------------- shape_build.c ------ */

/* Gives a place a shape; the first one that a place is given is kept. Rings
 * are closed and turned as RFC 7946 wants them; what crosses the 180th
 * meridian must be cut already.
 * @param decimals  of a degree that are kept, 0 to 5
 * @return GM_BAD_INPUT: a ring that is none */
gm_status gm_build_add_shape(gm_build *build, uint32_t place,
                             const gm_shape *shape, int decimals,
                             uint16_t source);

/* The sections `shapes` and `outlines`. */
gm_status gm_shapes_lay(gm_build *build, gm_str *shapes, gm_str *outlines);

/* nearest_build.c: the section `nearest`. */
gm_status gm_nearest_lay(gm_build *build, gm_str *out);

gm_status gm_layout_write(gm_build *build, const char *path);

#endif
