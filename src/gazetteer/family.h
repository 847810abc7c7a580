/* Families of places: which kinds of places two sources may mean by the same
 * one, and how far apart their points may be. A river is one place whether its
 * point is at the mouth or in the middle; a town is not two towns 20 km off;
 * and a division is never the town of its name. */
#ifndef GM_GAZETTEER_FAMILY_H
#define GM_GAZETTEER_FAMILY_H

#include "gazetteer/feature.h"

/* X(NAME, how far in km, whether generic words count, whether it is wide)
 *
 * Generic words: Natural Earth has the river Mississippi, GeoNames the
 * Mississippi River. Wide: its point may be anywhere in it, so that of several
 * places the one that is known best is meant, not the nearest. */
#define GM_FAMILIES(X)          \
  X(NONE, 0, true, false)       \
  X(TOWN, 15, true, false)      \
  X(COUNTRY, 3000, true, false) \
  X(FIRST, 200, true, false)    \
  X(SECOND, 100, true, false)   \
  X(DIVISION, 50, true, false)  \
  X(REGION, 1000, false, true)  \
  X(STREAM, 1000, false, true)  \
  X(LAKE, 150, false, true)     \
  X(SEA, 800, false, true)      \
  X(ISLAND, 150, false, true)   \
  X(TERRAIN, 500, false, true)  \
  X(AIRPORT, 15, false, false)  \
  X(FACILITY, 15, true, false)

typedef enum gm_family {
#define GM_FAMILY_MEMBER(upper, ...) GM_FAMILY_##upper,
  GM_FAMILIES(GM_FAMILY_MEMBER)
#undef GM_FAMILY_MEMBER
      GM_FAMILY_COUNT
} gm_family;

gm_family gm_family_of(const gm_feature *feature);
double gm_family_far_km(gm_family family);
bool gm_family_is_wide(gm_family family);

/* A hash of a name without its spaces, marks and accents, and in most wide
 * families without words such as river; 0: nothing is left.
 * @param name  folded, or GeoNames' ASCII name */
uint64_t gm_family_key(gm_family family, gm_str name);

#endif
