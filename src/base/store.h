/* A store: one array that grows where it is, for the few that may become huge.
 *
 * An arena keeps what an array outgrew until the reset, which for millions of
 * records doubles their memory. A store is pages of its own: the system moves
 * them without a copy, and pages that nothing was written to cost nothing. Its
 * bytes count against the ceiling of the workspace. */
#ifndef GM_BASE_STORE_H
#define GM_BASE_STORE_H

#include "base/workspace.h"

typedef struct gm_store {
  void *bytes;     /* zeros until they are written; moves when it grows */
  size_t capacity; /* bytes */
} gm_store;

/* Makes room for at least `size` bytes. @return false after gm_fail */
bool gm_store_reserve(gm_workspace *ws, gm_store *store, size_t size);

/* Gives the pages back. An empty store is allowed. */
void gm_store_close(gm_workspace *ws, gm_store *store);

#endif
