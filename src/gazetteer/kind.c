/* See kind.h and geomention.h. A kind from a broken file may be any number:
 * the names are bounded. */
#include "gazetteer/kind.h"

static const char *const place_kinds[] = {
#define NAME_OF(upper, lower, meaning) lower,
    GM_PLACE_KINDS(NAME_OF)
#undef NAME_OF
};

static const char *const name_kinds[] = {
#define NAME_OF(upper, lower) lower,
    GM_NAME_KINDS(NAME_OF)
#undef NAME_OF
};

const char *gm_place_kind_name(gm_place_kind kind) {
  return (unsigned)kind < GM_PLACE_KIND_COUNT ? place_kinds[kind] : "";
}

const char *gm_name_kind_name(gm_name_kind kind) {
  return (unsigned)kind < GM_NAME_KIND_COUNT ? name_kinds[kind] : "";
}

bool gm_name_kind_of(gm_str word, gm_name_kind *out) {
  for (int kind = 0; kind < GM_NAME_KIND_COUNT; kind++) {
    if (!gm_str_equal(word, gm_str_of(name_kinds[kind]))) continue;
    *out = (gm_name_kind)kind;
    return true;
  }
  return false;
}
