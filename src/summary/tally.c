/* What a run did, counted document by document: see geomention.h. Articles
 * that fail never come here; the caller counts them in `failed`. */
#include "geomention.h"

void gm_tally_add(gm_resolutions resolutions, gm_tally *tally) {
  uint64_t placed = 0;
  for (uint32_t i = 0; i < resolutions.count; i++)
    placed += resolutions.items[i].has_point ||
              resolutions.items[i].place != GM_NO_PLACE;
  tally->articles++;
  tally->mentions += resolutions.count;
  tally->placed += placed;
  tally->unresolved += resolutions.count - placed;
}
