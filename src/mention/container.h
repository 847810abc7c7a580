/* Containers: "Camden, N.J.", "Paris (Texas)". A name with the state or country
 * that it lies in right behind it is hardly ever anything but a place, and the
 * two vouch for each other. */
#ifndef GM_MENTION_CONTAINER_H
#define GM_MENTION_CONTAINER_H

#include "mention/scan.h"

/* Sets `contained` and `contains` of the matches that stand so. Needs their
 * covers.
 * @param again  it was called before there were covers: what has none but its
 *               name would be the same
 * @cost linear in matches. */
void gm_containers_mark(const gm_context *context, gm_matches matches,
                        bool again);

/* Whether some sense of `inner` lies in some sense of `outer`. */
bool gm_container_holds(const gm_gazetteer *gazetteer, gm_entry inner,
                        gm_entry outer);

#endif
