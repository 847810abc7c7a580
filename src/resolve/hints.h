/* Hints, as evidence needs them: what gm_hints and a document's home say in
 * words becomes places and codes, once a document. */
#ifndef GM_RESOLVE_HINTS_H
#define GM_RESOLVE_HINTS_H

#include "gazetteer/gazetteer.h"

enum { GM_COUNTRIES_MOST = 64 };

typedef struct gm_known {
  uint32_t home; /* index, or GM_NO_PLACE */
  gm_site home_site;
  float home_trust; /* 1: it was told; else how surely it was learnt */
  bool home_learnt;
  char countries[GM_COUNTRIES_MOST][3];
  uint32_t country_count; /* 0: anywhere */
  const gm_box *box;      /* NULL: anywhere */
  float min_confidence;
} gm_known;

/* @return GM_BAD_INPUT: the home is not found, or the hints are no good */
gm_status gm_known_read(gm_workspace *ws, const gm_gazetteer *gazetteer,
                        const gm_document *document, gm_known *out);

/* Whether anything is told of which evidence on places speaks. */
bool gm_known_any(const gm_known *known);

/* Whether the hints name an area: countries or a box. */
bool gm_known_has_area(const gm_known *known);

/* Whether a site lies in the area: in one of the countries, and in the box. */
bool gm_known_holds(const gm_known *known, const gm_site *site);

#endif
