/* Counts of mentions that are alike, in memory with a bound: what the page has
 * of the articles that are too many to be read in it.
 *
 *     (place, day, use, tenth of the confidence) -> mentions
 *
 * Where there are more such cells than fit, days become months, then years:
 * a page of a million articles tells when by the year, but still where. */
#ifndef GM_WRITE_REPORT_COUNTS_H
#define GM_WRITE_REPORT_COUNTS_H

#include "base/arena.h"
#include "write/report_article.h"

enum { GM_REPORT_CELLS = 1 << 17 }; /* at most so many */

typedef enum gm_report_step {
  GM_REPORT_DAYS,
  GM_REPORT_MONTHS,
  GM_REPORT_YEARS,
} gm_report_step;

typedef struct gm_report_counts {
  gm_report_cell *slots; /* NULL until there is a cell */
  gm_report_cell *spare; /* as many, for when the step changes */
  uint32_t count;
  gm_report_step step;
  uint64_t lost; /* mentions for which not even years made room */
} gm_report_counts;

/* @param arena  what the slots are taken from, once
 * @return GM_NO_MEMORY. @cost constant; linear in the cells where the step
 * changes, which is twice at most */
gm_status gm_report_counts_add(gm_workspace *ws, gm_arena *arena,
                               gm_report_counts *counts, gm_report_cell cell);

/* Appends an array of [place, day, use, tenths, mentions] in a fixed order;
 * the slots are gone then. -1 is no place, and null no day. */
void gm_report_counts_print(gm_report_counts *counts, gm_buffer *out);

#endif
