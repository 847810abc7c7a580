/* See report_counts.h. An open table, filled to a half at most; a slot without
 * mentions is empty. When days get coarser, all cells move to a second table,
 * where those that have become alike meet. */
#include "write/report_counts.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

enum { SLOTS = 2 * GM_REPORT_CELLS };

/* The middle of the month or of the year that a day lies in; near enough, and
 * the same for all its days: a month is a twelfth of a mean year. */
static int32_t coarse(int32_t day, gm_report_step step) {
  if (day == GM_REPORT_NO_DAY || step == GM_REPORT_DAYS) return day;
  double length = 146097 / 400.0 / (step == GM_REPORT_MONTHS ? 12 : 1);
  int32_t number = (int32_t)(day / length) - (day < 0);
  return (int32_t)((number + 0.5) * length);
}

static bool alike(const gm_report_cell *a, const gm_report_cell *b) {
  return a->place == b->place && a->day == b->day && a->use == b->use &&
         a->tenths == b->tenths;
}

/* Where a cell is, or would be. */
static gm_report_cell *slot_of(gm_report_cell *slots,
                               const gm_report_cell *cell) {
  uint64_t key = (uint64_t)cell->place << 32 | (uint32_t)cell->day;
  key = (key ^ (uint64_t)(cell->use * 16 + cell->tenths) << 24) *
        UINT64_C(0x9e3779b97f4a7c15);
  uint32_t at = (uint32_t)(key >> 32) % SLOTS;
  while (slots[at].mentions && !alike(&slots[at], cell)) at = (at + 1) % SLOTS;
  return &slots[at];
}

/* Goes over to longer days, if there are any. */
static void coarsen(gm_report_counts *counts) {
  gm_report_cell *from = counts->slots, *to = counts->spare;
  if (counts->step == GM_REPORT_YEARS) return;
  counts->step++;
  counts->count = 0;
  memset(to, 0, SLOTS * sizeof *to);
  for (uint32_t i = 0; i < SLOTS; i++) {
    gm_report_cell cell = from[i];
    if (!cell.mentions) continue;
    cell.day = coarse(cell.day, counts->step);
    gm_report_cell *slot = slot_of(to, &cell);
    if (!slot->mentions) counts->count++;
    cell.mentions += slot->mentions;
    *slot = cell;
  }
  counts->slots = to;
  counts->spare = from;
}

/* Adds a cell where it fits. @return false: it would be one too many */
static bool put(gm_report_counts *counts, gm_report_cell cell) {
  cell.day = coarse(cell.day, counts->step);
  gm_report_cell *slot = slot_of(counts->slots, &cell);
  if (!slot->mentions && counts->count == GM_REPORT_CELLS) return false;
  if (!slot->mentions) counts->count++;
  cell.mentions += slot->mentions;
  *slot = cell;
  return true;
}

gm_status gm_report_counts_add(gm_workspace *ws, gm_arena *arena,
                               gm_report_counts *counts, gm_report_cell cell) {
  if (!counts->slots) {
    counts->slots = gm_arena_take(arena, SLOTS * sizeof *counts->slots);
    counts->spare = gm_arena_take(arena, SLOTS * sizeof *counts->spare);
  }
  if (!counts->slots || !counts->spare)
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the page's counts");
  while (!put(counts, cell)) {
    if (counts->step == GM_REPORT_YEARS) {
      counts->lost += cell.mentions;
      break;
    }
    coarsen(counts);
  }
  return GM_OK;
}

static int compare(const void *a, const void *b) {
  const gm_report_cell *x = a, *y = b;
  if (x->place != y->place) return x->place < y->place ? -1 : 1;
  if (x->day != y->day) return x->day < y->day ? -1 : 1;
  if (x->use != y->use) return x->use < y->use ? -1 : 1;
  return (x->tenths > y->tenths) - (x->tenths < y->tenths);
}

static void print_cell(const gm_report_cell *cell, gm_buffer *out) {
  int64_t place = cell->place == GM_NO_PLACE ? -1 : (int64_t)cell->place;
  gm_buffer_print(out, "[%" PRId64 ",", place);
  if (cell->day == GM_REPORT_NO_DAY)
    gm_buffer_append(out, GM_STR("null"));
  else
    gm_buffer_print(out, "%" PRId32, cell->day);
  gm_buffer_print(out, ",%d,%d,%" PRIu32 "]", cell->use, cell->tenths,
                  cell->mentions);
}

void gm_report_counts_print(gm_report_counts *counts, gm_buffer *out) {
  gm_report_cell *cells = counts->slots;
  uint32_t kept = 0;
  for (uint32_t i = 0; cells && i < SLOTS; i++)
    if (cells[i].mentions) cells[kept++] = cells[i];
  if (kept) qsort(cells, kept, sizeof *cells, compare);
  gm_buffer_append(out, GM_STR("["));
  for (uint32_t i = 0; i < kept; i++) {
    if (i) gm_buffer_append(out, GM_STR(","));
    print_cell(&cells[i], out);
  }
  gm_buffer_append(out, GM_STR("]"));
  *counts = (gm_report_counts){0};
}
