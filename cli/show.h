/* What `geomention show` has found, and the ways to print it. */
#ifndef GM_CLI_SHOW_H
#define GM_CLI_SHOW_H

#include "command.h"

/* A place to show, and why it is shown. */
typedef struct cli_shown {
  uint32_t place;
  const gm_meaning *meaning; /* the name that was asked for, or NULL */
  double far_km;             /* from the point that was asked for; -1: none */
} cli_shown;

/* A list of them. @owner who fills it: free(items) */
typedef struct cli_show_list {
  cli_shown *items;
  uint32_t count, capacity;
} cli_show_list;

/* Adds a place. @return false: no memory, a sentence was printed */
bool cli_show_add(cli_show_list *list, cli_shown item);

/* A table with a heading on standard output. */
void cli_show_table(const gm_gazetteer *gazetteer, const cli_shown *items,
                    uint32_t count);

/* A FeatureCollection on standard output; with `area` of shapes, where the
 * gazetteer has them, which `ws` holds.
 * @return false: no memory, a sentence was printed */
bool cli_show_json(gm_workspace *ws, const gm_gazetteer *gazetteer,
                   const cli_shown *items, uint32_t count, bool area);

/* What a gazetteer says of itself, and with `counts` what it holds. */
void cli_show_about(const gm_gazetteer *gazetteer,
                    const gm_gazetteer_counts *counts);

/* Reads "50.45,30.52". @return false: it is no latitude and longitude */
bool cli_show_point(const char *text, gm_point *out);

/* Adds the places within `far_km` of a point, the nearest first.
 * @return false: a sentence was printed */
bool cli_show_near(gm_workspace *ws, const gm_gazetteer *gazetteer, gm_point at,
                   double far_km, uint32_t most, cli_show_list *out);

/* Adds what a point lies in, the smallest first. */
bool cli_show_around(gm_workspace *ws, const gm_gazetteer *gazetteer,
                     gm_point at, cli_show_list *out);

#endif
