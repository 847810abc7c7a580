/* What Natural Earth publishes (https://www.naturalearthdata.com): features
 * with attributes and an outline, as shapefiles or as GeoJSON. Both give the
 * same gm_earth_feature to one function, which makes places of them.
 *
 * A place is found again by its ids, or by name and nearness: merge.h. What is
 * taken: names, a point in the middle, how prominent it is on a map
 * (scalerank), and the outline, for places that our own tables do not draw.
 * Features without a name are many, and no fault. */
#ifndef GM_GAZETTEER_NATURALEARTH_H
#define GM_GAZETTEER_NATURALEARTH_H

#include "gazetteer/merge.h"
#include "gazetteer/outline.h"

/* An attribute of a feature, as text. */
typedef struct gm_attribute {
  gm_str name, value;
} gm_attribute;

enum { GM_ATTRIBUTES = 256 };

/* A feature: lives until the next one. */
typedef struct gm_earth_feature {
  const char *path; /* of the file, for remarks */
  gm_str stem;      /* of its name */
  uint64_t line;    /* or the record, from 1 */
  uint64_t number;  /* of the feature in its file, from 1 */
  gm_attribute attributes[GM_ATTRIBUTES];
  size_t count;
  gm_outline outline;
} gm_earth_feature;

/* A file of Natural Earth. */
typedef struct gm_earth_file {
  const char *path, *member;
  uint16_t source;
  uint32_t number; /* among all files, from 1 */
} gm_earth_file;

gm_status gm_naturalearth_read_geojson(gm_build *build,
                                       const gm_earth_file *file);
gm_status gm_naturalearth_read_shapefile(gm_build *build,
                                         const gm_earth_file *file);

/* Makes a place of a feature, or adds to the one that it is. */
gm_status gm_naturalearth_add(gm_build *build, const gm_earth_file *file,
                              const gm_earth_feature *feature);

/* The feature code for Natural Earth's featurecla; empty: none. */
gm_str gm_naturalearth_code(gm_str featurecla);

/* Adds an attribute; what is beyond GM_ATTRIBUTES is dropped. */
void gm_earth_feature_put(gm_earth_feature *feature, gm_str name, gm_str value);

/* A value by its name, in capitals or not; empty: none, "-99" or "null". */
gm_str gm_earth_feature_get(const gm_earth_feature *feature, const char *name);

#endif
