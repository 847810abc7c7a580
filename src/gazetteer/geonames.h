/* What GeoNames publishes (https://download.geonames.org/export/dump/): tables
 * without a header, cells parted by a tab. Rows that make no sense are counted
 * and left out: remark.h. */
#ifndef GM_GAZETTEER_GEONAMES_H
#define GM_GAZETTEER_GEONAMES_H

#include "gazetteer/merge.h"

/* A file of GeoNames. */
typedef struct gm_geonames_file {
  const char *path, *member; /* member: NULL, or in a .zip */
  uint64_t size;             /* of the file at path */
  uint16_t source;
  bool has_alternates; /* places: take the column of alternate names */
} gm_geonames_file;

enum { GM_GEONAMES_COLUMNS = 19 };

/* A row of any of the tables. */
typedef struct gm_geonames_row {
  gm_lines lines;
  gm_str cells[GM_GEONAMES_COLUMNS];
  size_t count;
} gm_geonames_row;

/* What is done with each row. */
typedef gm_status (*gm_geonames_reader)(gm_build *build,
                                        const gm_geonames_file *file,
                                        gm_geonames_row *row);

/* Reads all rows that have `least` to `most` columns. */
gm_status gm_geonames_read(gm_build *build, const gm_geonames_file *file,
                           size_t least, size_t most,
                           gm_geonames_reader reader);

/* Counts a row that is left out. */
void gm_geonames_remark(gm_build *build, const gm_geonames_row *row,
                        gm_remark sort);

/* A cell that is an id; 0: it is none. */
uint32_t gm_geonames_id(gm_str cell);

/* Lets the rows of a table of places claim places without an id, and then adds
 * them: see merge.h. */
gm_status gm_geonames_claim(gm_build *build, const gm_geonames_file *file);
gm_status gm_geonames_add_places(gm_build *build, const gm_geonames_file *file);

/* Names of places that are there. */
gm_status gm_geonames_add_alternates(gm_build *build,
                                     const gm_geonames_file *file);
gm_status gm_geonames_add_divisions(gm_build *build,
                                    const gm_geonames_file *file);
gm_status gm_geonames_add_countries(gm_build *build,
                                    const gm_geonames_file *file);

/* Remembers which Wikidata id is which GeoNames id. */
gm_status gm_geonames_learn_wikidata(gm_build *build,
                                     const gm_geonames_file *file);

#endif
