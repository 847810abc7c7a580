/* A workspace: what one thread owns. An arena for results, the last error, a
 * flag that says to stop, and a secret for tables of strangers' words. */
#ifndef GM_BASE_WORKSPACE_H
#define GM_BASE_WORKSPACE_H

#include "base/arena.h"
#include "base/siphash.h"
#include "geomention.h"

enum { GM_MESSAGE_BYTES = 512 };

/* What a foreign library keeps for one thread, until the workspace closes. */
typedef struct gm_guest {
  void *context, *object;
  const char *key;                       /* what the object is for */
  gm_arena arena;                        /* of the key */
  void (*close)(struct gm_guest *guest); /* NULL: there is no guest */
} gm_guest;

struct gm_workspace {
  gm_arena arena;
  gm_guest guest;
  const volatile int *watched; /* NULL, or not 0 when it is time to stop */
  gm_secret secret;
  gm_status status;
  uint64_t offset;
  char message[GM_MESSAGE_BYTES];
};

/* Zeroed memory that lives until the reset; NULL after gm_fail was called. */
void *gm_take(gm_workspace *ws, size_t size);

/* An array of `count` items, checked for overflow. */
void *gm_take_array(gm_workspace *ws, size_t count, size_t item_size);

/* Makes room for one more item behind `count`: returns `items`, or a larger
 * copy of it, or NULL after gm_fail. `capacity` starts at 0. */
void *gm_grow(gm_workspace *ws, void *items, size_t count, size_t *capacity,
              size_t item_size);

/* Whether someone asked to stop. */
bool gm_stopped(const gm_workspace *ws);

/* Says what went wrong: called exactly once per failure, where it is found.
 * The sentence is lower-case, holds the numbers, and has no full stop.
 * @return `status`, so that a caller can return it in turn. */
gm_status gm_fail(gm_workspace *ws, gm_status status, uint64_t offset,
                  const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
