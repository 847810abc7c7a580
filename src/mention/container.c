/* See container.h. */
#include "mention/container.h"

bool gm_container_holds(const gm_gazetteer *gazetteer, gm_entry inner,
                        gm_entry outer) {
  enum { MOST_INNER = 30, MOST_OUTER = 4 };
  uint32_t outer_places[MOST_OUTER], outers = 0;
  for (; outers < outer.sense_count && outers < MOST_OUTER; outers++)
    outer_places[outers] = gm_gazetteer_sense(gazetteer, outer, outers).place;
  for (uint32_t i = 0; i < inner.sense_count && i < MOST_INNER; i++) {
    gm_sense inside = gm_gazetteer_sense(gazetteer, inner, i);
    for (uint32_t o = 0; o < outers; o++)
      if (outer_places[o] != inside.place &&
          gm_gazetteer_lies_in(gazetteer, inside, outer_places[o]))
        return true;
  }
  return false;
}

/* The token at which a container of `match` would begin: behind a comma, an
 * opening bracket, or at once when it has full stops (Camden N.J.). */
static uint32_t container_token(const gm_context *context,
                                const gm_match *match) {
  uint32_t at = match->cover_end;
  if (gm_context_is_mark(context, at, ',') ||
      gm_context_is_mark(context, at, '('))
    return at + 1;
  return at;
}

void gm_containers_mark(const gm_context *context, gm_matches matches,
                        bool again) {
  for (uint32_t i = 0; i < matches.count; i++) {
    gm_match *inner = &matches.items[i];
    if (again && inner->cover_end == inner->end) continue;
    uint32_t at = container_token(context, inner);
    for (uint32_t k = i + 1; k < matches.count && matches.items[k].begin <= at;
         k++) {
      gm_match *outer = &matches.items[k];
      if (outer->begin != at || outer->peoples || inner->peoples) continue;
      if (!gm_container_holds(context->gazetteer, inner->entry, outer->entry))
        continue;
      inner->contained = true;
      outer->contains = true;
    }
  }
}
