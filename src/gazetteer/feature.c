/* See feature.h. A code is looked for once for each that a table uses: the
 * plain search does. */
#include "gazetteer/feature.h"

#include <string.h>

#include "../../gazetteer/features.def"

/* Codes of one kind and fame, with spaces between. */
typedef struct group {
  gm_place_kind kind;
  uint8_t prominence;
  const char *codes;
} group;

static const group groups[] = {
#define GROUP(kind, prominence, codes) {GM_PLACE_##kind, prominence, codes},
    GM_FEATURES(GROUP)
#undef GROUP
};

static bool has_code(const char *codes, gm_str code) {
  gm_str rest = gm_str_of(codes);
  while (rest.size)
    if (gm_str_equal(gm_str_cut(&rest, ' '), code)) return true;
  return false;
}

bool gm_feature_find(gm_str code, gm_feature *out) {
  if (!code.size || code.size >= sizeof out->code) return false;
  for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
    if (!has_code(groups[i].codes, code)) continue;
    gm_feature found = {.kind = (uint8_t)groups[i].kind,
                        .prominence = groups[i].prominence};
    memcpy(found.code, code.bytes, code.size);
    *out = found;
    return true;
  }
  return false;
}

int gm_feature_rules_country(gm_str code) {
  if (gm_str_equal(code, GM_STR("PCLI"))) return 5;
  if (gm_str_equal(code, GM_STR("PCLH"))) return 0;
  if (gm_str_equal(code, GM_STR("PCLIX"))) return 2;
  if (gm_str_starts(code, GM_STR("PCL"))) return 4;
  if (gm_str_equal(code, GM_STR("TERR"))) return 3;
  return gm_str_equal(code, GM_STR("CONT"));
}
