/* Where a file comes from: which of the files that GeoNames and Natural Earth
 * publish it is. Names tell some, but people rename what they download, so a
 * table of places or of names is known by the shape of its first row. */
#ifndef GM_GAZETTEER_ORIGIN_H
#define GM_GAZETTEER_ORIGIN_H

#include "base/workspace.h"

typedef enum gm_origin {
  GM_ORIGIN_NONE,       /* not a publisher's file, or of no use */
  GM_ORIGIN_PLACES,     /* GeoNames: allCountries, UA, cities500, no-country */
  GM_ORIGIN_ALTERNATES, /* alternateNamesV2, alternateNames/UA */
  GM_ORIGIN_DIVISIONS,  /* admin1CodesASCII, admin2Codes */
  GM_ORIGIN_COUNTRIES,  /* countryInfo */
  GM_ORIGIN_GEOJSON,    /* Natural Earth */
  GM_ORIGIN_SHAPEFILE,
} gm_origin;

/* @param member  of a .zip, or NULL. @return GM_OK also for GM_ORIGIN_NONE */
gm_status gm_origin_of(gm_workspace *ws, const char *path, const char *member,
                       gm_origin *out);

/* Whether a row is of a table of places, or of alternate names, of GeoNames. */
gm_origin gm_origin_of_row(gm_str line);

/* The file's own name without folders, packing and ending: "allCountries". */
gm_str gm_origin_stem(const char *path, const char *member);

#endif
