/* A gazetteer while it is being compiled. The steps, each a file:
 *
 *     folder       which tables and word lists there are
 *     source_table, place_table, name_table, word_table,
 *     shape_table  reading them
 *     press        names: folded by several threads, put aside in shards
 *     parents      countries and divisions by their codes
 *     prominence   how well known each place is
 *     shard        one part of the keys: sorted, merged, their strings written
 *     meanings     the two rules for the senses of a key: merging and order
 *     shape_build  shapes
 *     group        places of one name together
 *     layout, layout_places, layout_names   the file
 *
 * Only places stay in memory, 40 bytes each. What depends on threads is never
 * what is written: places are numbered by the order of reading, names by that
 * of their keys' hashes, so the same tables give the same bytes. */
#ifndef GM_GAZETTEER_BUILD_H
#define GM_GAZETTEER_BUILD_H

#include "base/store.h"
#include "gazetteer/feature.h"
#include "gazetteer/format.h"
#include "gazetteer/pool.h"
#include "gazetteer/press.h"
#include "gazetteer/refs.h"
#include "gazetteer/table.h"
#include "gazetteer/word.h"

#define GM_NO_AREA UINT32_MAX

/* The place that stands for a country's or division's code. */
typedef struct gm_ruler {
  uint32_t place;  /* or GM_NO_PLACE */
  int rank;        /* how well it does so */
  uint64_t people; /* of the towns there */
} gm_ruler;

/* The codes that a place has: the numbers of "US", "US.TX" and "US.TX.113". */
typedef struct gm_draft_area {
  uint32_t codes[3]; /* or GM_NO_AREA */
  char country[2];
} gm_draft_area;

/* A shape: its record as it will be written but for the offset, and its
 * packed points. */
typedef struct gm_draft_shape {
  gm_format_shape record;
  gm_str packed;
  uint32_t file;   /* that drew it: see gm_build_add_shape */
  double area_km2; /* of a publisher's */
} gm_draft_shape;

typedef struct gm_build {
  gm_workspace *ws;
  const char *path; /* of the file to be */
  gm_compile_options options;

  gm_pool strings;   /* what is written, but for names */
  gm_pool codes;     /* of countries and divisions */
  gm_pool areas;     /* a country's code and two divisions': the record's */
  gm_pool sources;   /* the number is the record's */
  gm_pool languages; /* likewise */

  gm_store place_store;
  gm_format_place *places; /* in place_store */
  gm_refs refs;
  uint32_t table_begin; /* the first place of the table that is read */
  gm_ruler *rulers;     /* codes.count of them */
  size_t rulers_capacity;
  gm_draft_area *area_rows; /* areas.count of them */
  size_t area_rows_capacity;
  gm_feature *features;
  size_t features_count, features_capacity;
  gm_pool feature_codes; /* of features, the same numbers */
  gm_draft_shape *shapes;
  size_t shapes_count, shapes_capacity;
  uint32_t (*source_rows)[GM_SOURCES_COLUMN_COUNT]; /* strings */
  size_t source_rows_capacity;

  gm_press *press; /* the names */

  gm_str name, date; /* of the gazetteer */
  gm_str licence, attribution;
  struct gm_merge *merge; /* NULL: there are no publishers' files */
} gm_build;

/* ---------------------------------------------------------- build.c ------ */

/* Frees what does not lie in the workspace. */
void gm_build_close(gm_build *build);

/* Adds a place and its main name, or finds the one that has its ref. The
 * record's ref and name are filled in.
 * @return GM_TOO_LARGE above 2^32 - 2 places */
gm_status gm_build_add_place(gm_build *build, gm_str ref, gm_str name,
                             const gm_format_place *record, uint32_t *index,
                             bool *is_new);

/* The index of a place by its ref. */
bool gm_build_find_ref(const gm_build *build, gm_str ref, uint32_t *index);

/* Adds a name of a place. Names that cannot be found in any text, see
 * gazetteer/FORMAT.md, are left out and counted.
 * @param language  as in the tables; empty: unknown */
gm_status gm_build_add_name(gm_build *build, gm_str written, uint32_t place,
                            gm_name_kind kind, gm_str language);

/* The same, for a name that was in use in certain years; 0: unknown. */
gm_status gm_build_add_dated_name(gm_build *build, gm_str written,
                                  uint32_t place, gm_name_kind kind,
                                  gm_str language, int16_t from_year,
                                  int16_t to_year);

/* Puts a word or phrase into classes. @return false in `known`: no word. */
gm_status gm_build_add_word(gm_build *build, gm_str written,
                            gm_word_classes classes, bool *known);

/* The number of a code's ruler, which is added if it is new. */
gm_status gm_build_code(gm_build *build, gm_str code, uint32_t *number);

/* The number of an area: country, first and second division as the tables'
 * codes, of which the later ones may be empty. @return GM_BAD_INPUT (without
 * gm_fail) where the codes are too long */
gm_status gm_build_area(gm_build *build, const gm_str codes[3],
                        uint32_t *number);

/* Tells who compiles how far the work is. */
void gm_build_progress(const gm_build *build, const char *stage, uint64_t done,
                       uint64_t whole);

/* ---------------------------------------------------- place_table.c ------ */

/* The number of a feature code among those that are used; GM_NO_FEATURE:
 * GeoNames has no such code. */
#define GM_NO_FEATURE UINT16_MAX
gm_status gm_build_feature(gm_build *build, gm_str code, uint16_t *out);

/* The number of the area of a place: a country is in no division, a division
 * in none of a lower level. @return as gm_build_area */
gm_status gm_build_area_of(gm_build *build, gm_str feature,
                           const gm_str codes[3], uint32_t *out);

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
gm_status gm_layout_write(gm_build *build);

/* The prominence, 0 to 255, of a place with so many people. */
uint8_t gm_prominence_of(uint64_t people);

/* ----------------------------------------------------- shape_build.c ------ */

/* Gives a place a shape. Of several, the first of our own tables is kept, else
 * the largest area of the first publisher's file that has one; its lines are
 * put together, for Natural Earth draws long rivers in pieces.
 * Rings are closed and turned as RFC 7946 wants them; what crosses the 180th
 * meridian must be cut already.
 * @param decimals  of a degree that are kept, 0 to 5
 * @param file      0: our own tables; else the number of a publisher's file
 * @return GM_BAD_INPUT: a ring that is none */
gm_status gm_build_add_shape(gm_build *build, uint32_t place,
                             const gm_shape *shape, int decimals,
                             uint16_t source, uint32_t file);

/* The sections `shapes` and `outlines`. */
gm_status gm_shapes_lay(gm_build *build, gm_str *shapes, gm_str *outlines);

#endif
