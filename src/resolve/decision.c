/* Decisions, opened: see geomention.h and decision.h.
 *
 *     rows --> places      by their ref; else a pin at the point that was told
 *          --> an order    everywhere | document, document, document ...
 *
 * A place that the gazetteer does not have (any more) becomes a pin too, as
 * long as its point is known: what a user decided once stays true. */
#include "resolve/decision.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "gazetteer/overlay.h"

/* ---------------------------------------------------------------- places -- */

/* The place of a name that has that ref. */
static gm_status find_named(gm_workspace *ws, const gm_gazetteer *gazetteer,
                            gm_str name, gm_str ref, uint32_t *out) {
  const gm_meaning *meanings;
  uint32_t count;
  gm_status status =
      gm_gazetteer_look_up(ws, gazetteer, name, &meanings, &count);
  for (uint32_t i = 0; i < count && !status; i++) {
    gm_place place = gm_gazetteer_place(gazetteer, meanings[i].place);
    if (gm_str_equal(place.ref, ref)) *out = place.index;
  }
  return status;
}

/* Looks a decision's place up: by number, else among those that bear the name
 * of the mention, or the first part of the place's own. */
static gm_status find_place(gm_workspace *ws, const gm_gazetteer *gazetteer,
                            gm_decision *decision) {
  uint64_t id;
  gm_str ref = decision->ref, name = decision->name;
  if (!ref.size || decision->verdict == GM_VERDICT_REJECT) return GM_OK;
  if (gm_str_starts(ref, GM_STR("gn:")) &&
      gm_str_to_u64((gm_str){ref.bytes + 3, ref.size - 3}, &id) &&
      id <= UINT32_MAX) {
    decision->place = gm_gazetteer_by_geonameid(gazetteer, (uint32_t)id);
    return GM_OK;
  }
  gm_status status =
      find_named(ws, gazetteer, decision->text, ref, &decision->place);
  if (!status && decision->place == GM_NO_PLACE)
    status = find_named(ws, gazetteer, gm_str_cut(&name, ','), ref,
                        &decision->place);
  return status;
}

/* The pin of a decision, made where no earlier one is the same. */
static uint32_t pin_of(gm_pin *pins, uint32_t *count,
                       const gm_decision *decision) {
  gm_str name = decision->text;
  for (uint32_t i = 0; i < *count; i++)
    if (pins[i].at.lat_deg == decision->at.lat_deg &&
        pins[i].at.lon_deg == decision->at.lon_deg &&
        gm_str_equal(pins[i].name, name))
      return i;
  pins[*count] = (gm_pin){name, decision->at, decision->line};
  return (*count)++;
}

static gm_status no_place(gm_workspace *ws, const char *path,
                          const gm_decision *d) {
  return gm_fail(ws, GM_BAD_INPUT, 0,
                 "%s line %" PRIu64
                 ": the gazetteer has no place %.*s, and no \"lat\" and "
                 "\"lon\" tell where it is",
                 path, d->line, GM_PRINT(d->ref));
}

/* Gives every decision its place; those that need one get a pin. */
static gm_status give_places(gm_workspace *ws, const char *path,
                             gm_decisions *d) {
  gm_pin *pins = gm_take_array(ws, d->count, sizeof *pins);
  uint32_t *pinned = gm_take_array(ws, d->count, sizeof *pinned);
  uint32_t count = 0;
  if (!pins || !pinned) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < d->count; i++) {
    gm_decision *decision = &d->items[i];
    gm_status status = find_place(ws, d->gazetteer, decision);
    if (status) return status;
    if (decision->place != GM_NO_PLACE ||
        decision->verdict == GM_VERDICT_REJECT)
      continue;
    if (!decision->pointed) return no_place(ws, path, decision);
    pinned[i] = pin_of(pins, &count, decision) + 1;
  }
  if (!count) return GM_OK;
  uint32_t first = gm_gazetteer_about(d->gazetteer).places;
  gm_status status =
      gm_gazetteer_pin(ws, d->gazetteer, path, pins, count, &d->own);
  if (status) return status;
  d->gazetteer = d->own;
  for (uint32_t i = 0; i < d->count; i++)
    if (pinned[i]) d->items[i].place = first + pinned[i] - 1;
  return GM_OK;
}

/* ----------------------------------------------------------------- order -- */

/* Those that hold everywhere first; the others by document; then by line. */
static int compare(const void *a, const void *b) {
  const gm_decision *x = *(const gm_decision *const *)a;
  const gm_decision *y = *(const gm_decision *const *)b;
  bool x_named = x->reach == GM_REACH_NAME, y_named = y->reach == GM_REACH_NAME;
  if (x_named != y_named) return x_named ? -1 : 1;
  int order = x_named ? gm_str_compare(x->text, y->text)
                      : gm_str_compare(x->document, y->document);
  return order ? order : (x->line > y->line) - (x->line < y->line);
}

static gm_status put_in_order(gm_workspace *ws, gm_decisions *d) {
  d->by = gm_arena_take(&d->arena, (d->count + 1) * sizeof *d->by);
  if (!d->by) return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for decisions");
  for (uint32_t i = 0; i < d->count; i++) {
    d->by[i] = &d->items[i];
    d->everywhere += d->items[i].reach == GM_REACH_NAME;
  }
  if (d->count) qsort(d->by, d->count, sizeof *d->by, compare);
  return GM_OK;
}

/* --------------------------------------------------------------- opening -- */

static gm_status read_all(gm_workspace *ws, const char *path, gm_decisions *d) {
  gm_decision *rows = NULL;
  const char *slash = strrchr(path, '/');
  gm_str name = gm_str_of(slash ? slash + 1 : path);
  gm_status status = gm_decision_read(ws, &d->arena, path, &rows, &d->count);
  if (status) return status;
  char *file = gm_arena_take(&d->arena, name.size + 1);
  d->items = gm_arena_take(&d->arena, (d->count + 1) * sizeof *d->items);
  if (!file || !d->items)
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for decisions");
  if (name.size) memcpy(file, name.bytes, name.size);
  d->file = (gm_str){file, name.size};
  if (d->count) memcpy(d->items, rows, d->count * sizeof *rows);
  status = give_places(ws, path, d);
  return status ? status : put_in_order(ws, d);
}

gm_status gm_decisions_open(gm_workspace *ws, const gm_gazetteer *base,
                            const char *path, gm_decisions **out) {
  gm_arena arena;
  gm_arena_open(&arena, SIZE_MAX);
  gm_decisions *d = gm_arena_take(&arena, sizeof *d);
  if (!d) return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for decisions");
  *d = (gm_decisions){.arena = arena, .gazetteer = base};
  gm_arena_mark mark = gm_arena_here(&ws->arena);
  gm_status status = read_all(ws, path, d);
  gm_arena_rewind(&ws->arena, mark);
  if (status)
    gm_decisions_close(d);
  else
    *out = d;
  return status;
}

void gm_decisions_close(gm_decisions *decisions) {
  if (!decisions) return;
  gm_gazetteer_close(decisions->own);
  gm_arena arena = decisions->arena;
  gm_arena_close(&arena);
}

const gm_gazetteer *gm_decisions_gazetteer(const gm_decisions *decisions) {
  return decisions->gazetteer;
}

uint32_t gm_decisions_count(const gm_decisions *decisions,
                            uint32_t *everywhere) {
  *everywhere = decisions->everywhere;
  return decisions->count;
}
