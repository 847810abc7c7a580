/* Feature codes: which kind of place each is. See gazetteer/features.def. */
#ifndef GM_GAZETTEER_FEATURE_H
#define GM_GAZETTEER_FEATURE_H

#include "base/str.h"

typedef struct gm_feature {
  char code[6];       /* filled up with zeros */
  uint8_t kind;       /* gm_place_kind */
  uint8_t prominence; /* of a place without inhabitants */
} gm_feature;

/* @return false: GeoNames has no such code. */
bool gm_feature_find(gm_str code, gm_feature *out);

/* Whether a place of this code may stand for its country code: 0 no, else the
 * more the better. PCLI is a state; TERR only stands where there is no PCL;
 * CONT is for Antarctica. */
int gm_feature_rules_country(gm_str code);

#endif
