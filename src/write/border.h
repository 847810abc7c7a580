/* Borders with fewer points that still fit together: neighbours share their
 * points, so a stretch between two of them is simplified once, the same way
 * for both, and no gap opens.
 *
 *       A  |  B            a node is where three countries meet, or a
 *      ----o----           border reaches the sea: where the rings that pass
 *          C               do not have the same neighbours
 */
#ifndef GM_WRITE_BORDER_H
#define GM_WRITE_BORDER_H

#include "base/workspace.h"

/* What is known of all points of all rings. */
typedef struct gm_borders {
  struct gm_border_point {
    uint64_t key;        /* of the point; 0: the slot is empty */
    uint64_t neighbours; /* a hash of the two beside it, in either order */
    bool node;
  } * slots;
  uint64_t mask;
} gm_borders;

/* Makes room for `points` points. @return GM_NO_MEMORY */
gm_status gm_borders_open(gm_workspace *ws, uint64_t points, gm_borders *out);

/* Notes a closed ring's points. */
void gm_borders_note(gm_borders *borders, const gm_ring *ring);

/* A closed ring with fewer points, in the workspace, once all rings were
 * noted. Three points or fewer: nothing is left of it.
 * @return GM_NO_MEMORY */
gm_status gm_borders_simplify(gm_workspace *ws, const gm_borders *borders,
                              const gm_ring *ring, double tolerance_deg,
                              gm_ring *out);

#endif
