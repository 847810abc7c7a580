/* See settle.h.
 *
 *     New York City Council        [New York City] wins over [New York]
 *     South Lebanon, Ohio          [South Lebanon] wins over [Lebanon]
 *
 * The longer name wins, since who writes it means it; a name that the evidence
 * denies (its score does not pass) does not stand in the way of a shorter one.
 */
#include "mention/settle.h"

#include <stdlib.h>

static uint32_t length(const gm_match *match) {
  return match->cover_end - match->cover_begin;
}

static int by_merit(const void *a, const void *b) {
  const gm_match *x = *(const gm_match *const *)a;
  const gm_match *y = *(const gm_match *const *)b;
  if (length(x) != length(y)) return length(x) > length(y) ? -1 : 1;
  uint32_t x_name = x->end - x->begin, y_name = y->end - y->begin;
  if (x_name != y_name) return x_name > y_name ? -1 : 1;
  if (x->score != y->score) return x->score > y->score ? -1 : 1;
  return x->begin < y->begin ? -1 : x->begin > y->begin;
}

static bool does_pass(const gm_context *context, const gm_match *match,
                      gm_passes passes) {
  return match->score > passes.of[gm_judge_column(context, match)];
}

/* Takes the tokens of a match, or says that one is taken already. */
static bool take(bool *taken, const gm_match *match) {
  for (uint32_t i = match->cover_begin; i < match->cover_end; i++)
    if (taken[i]) return false;
  for (uint32_t i = match->cover_begin; i < match->cover_end; i++)
    taken[i] = true;
  return true;
}

gm_status gm_settle(gm_workspace *ws, const gm_context *context,
                    gm_passes passes, gm_matches *matches) {
  const gm_match **order =
      gm_take_array(ws, matches->count + 1u, sizeof *order);
  bool *taken = gm_take_array(ws, context->tokens.count + 1u, sizeof *taken);
  if (!order || !taken) return GM_NO_MEMORY;
  uint32_t count = 0;
  for (uint32_t i = 0; i < matches->count; i++)
    if (does_pass(context, &matches->items[i], passes))
      order[count++] = &matches->items[i];
  qsort(order, count, sizeof *order, by_merit);
  bool *wins = gm_take_array(ws, matches->count + 1u, sizeof *wins);
  if (!wins) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < count; i++)
    wins[order[i] - matches->items] = take(taken, order[i]);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < matches->count; i++)
    if (wins[i]) matches->items[kept++] = matches->items[i];
  matches->count = kept;
  return GM_OK;
}
