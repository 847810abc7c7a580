/* gm_gazetteer_overlay: see geomention.h, overlay.h and overlay_draft.h.
 *
 *     rows --> places   new and corrected, each found by its id or name
 *          --> rules    what is preferred
 *          --> edits    this name gets that meaning; that name loses some
 *
 *     edits, by name and then in the order of the rows --> senses
 *
 * An overlay on an overlay is made anew from the rows of both, over the mapped
 * file: so there is never more than one, and later rows win. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "gazetteer/hash.h"
#include "gazetteer/name.h"
#include "gazetteer/overlay_draft.h"

void *gm_overlay_keep(const gm_overlay_draft *b, size_t count, size_t size) {
  return gm_overlay_take(b->ws, &b->made->arena, count, size);
}

gm_str gm_overlay_keep_text(const gm_overlay_draft *b, gm_str text) {
  char *copy = gm_overlay_keep(b, text.size + 1, 1);
  if (copy && text.size) memcpy(copy, text.bytes, text.size);
  return (gm_str){copy, copy ? text.size : 0};
}

/* ---------------------------------------------------------------- names -- */

static gm_status add_edit(gm_overlay_draft *b, const gm_overlay_row *row,
                          gm_str written, gm_overlay_edit what) {
  gm_name name;
  gm_status status = gm_name_read(b->ws, written, &name);
  if (status) return status;
  if (!name.words || name.words > GM_NAME_WORDS)
    return gm_overlay_row_fault(b->ws, row, GM_OVERLAY_COLUMN_NAME,
                                "\"%.*s\" has %" PRIu32
                                " words; a name has 1 to %d",
                                GM_PRINT(written), name.words, GM_NAME_WORDS);
  gm_overlay_edit *edits =
      gm_grow(b->ws, b->edits, b->edit_count, &b->edit_capacity, sizeof *edits);
  if (!edits) return GM_NO_MEMORY;
  b->edits = edits;
  what.key = gm_overlay_keep_text(b, name.key);
  if (!what.key.bytes) return GM_NO_MEMORY;
  what.written = written;
  what.order = (uint32_t)b->edit_count;
  what.sense.dotted = name.dotted;
  what.sense.capital = name.capital;
  what.sense.stop = gm_str_ends(written, GM_STR("."));
  b->words += name.words;
  edits[b->edit_count++] = what;
  return GM_OK;
}

/* The name and the alternates of a row, each an edit like `what`. */
static gm_status add_edits(gm_overlay_draft *b, const gm_overlay_row *row,
                           gm_overlay_edit what) {
  gm_str others = row->alternates;
  gm_status status = GM_OK;
  what.sense.kind = row->name_kind;
  what.sense.from_year = row->from_year;
  what.sense.to_year = row->to_year;
  if (row->name.size) status = add_edit(b, row, row->name, what);
  what.sense.kind = GM_NAME_ALTERNATE;
  what.sense.from_year = what.sense.to_year = 0;
  while (others.size && !status) {
    gm_str name = gm_str_trim(gm_str_cut(&others, '|'));
    if (name.size) status = add_edit(b, row, name, what);
  }
  return status;
}

/* A known place is called so besides, a new one is called so first of all. */
static gm_status add_names(gm_overlay_draft *b, gm_overlay_row *row,
                           gm_place *place, bool is_new) {
  size_t before = b->edit_count;
  if (!gm_overlay_row_has(row, GM_OVERLAY_COLUMN_NAME_KIND))
    row->name_kind = is_new ? GM_NAME_OFFICIAL : GM_NAME_ALTERNATE;
  else if (row->name.size && row->name_kind == GM_NAME_OFFICIAL)
    place->name = row->name;
  gm_status status = add_edits(
      b, row,
      (gm_overlay_edit){.place = place->index,
                        .sense = {.place = place->index, .overlaid = true}});
  place->names += (uint32_t)(b->edit_count - before);
  return status;
}

/* ----------------------------------------------------------------- rows -- */

static gm_status add_place(gm_overlay_draft *b, gm_overlay_row *row) {
  uint32_t index;
  gm_status status = gm_overlay_find_place(b, row, &index);
  if (status) return status;
  bool is_new = index == GM_NO_PLACE;
  if (is_new &&
      (!row->name.size || !gm_overlay_row_has(row, GM_OVERLAY_COLUMN_LAT)))
    return gm_overlay_row_fault(
        b->ws, row, GM_OVERLAY_COLUMN_GEONAMEID,
        "the gazetteer has no place with the id %" PRIu32
        "; a new one needs name, lat and lon",
        row->geonameid);
  gm_place *place =
      is_new ? gm_overlay_new_record(b, row) : gm_overlay_record_of(b, index);
  if (!place) return GM_NO_MEMORY;
  status = gm_overlay_correct(b, row, place);
  if (status || row->action != GM_OVERLAY_ADD) return status;
  return add_names(b, row, place, is_new);
}

static gm_status forbid(gm_overlay_draft *b, const gm_overlay_row *row) {
  uint32_t place = GM_NO_PLACE;
  gm_status status =
      row->geonameid ? gm_overlay_find_place(b, row, &place) : GM_OK;
  if (status) return status;
  return add_edits(b, row,
                   (gm_overlay_edit){
                       .never = true, .place = place, .country = row->country});
}

static gm_status prefer(gm_overlay_draft *b, const gm_overlay_row *row) {
  gm_overlay_rule *rule = &b->overlay->rules[b->overlay->rule_count];
  *rule = (gm_overlay_rule){.place = GM_NO_PLACE};
  gm_status status = GM_OK;
  if (row->geonameid || row->name.size)
    status = gm_overlay_find_place(b, row, &rule->place);
  else if (*row->country &&
           gm_overlay_country_of(b, row->country) == GM_NO_PLACE)
    status =
        gm_overlay_row_fault(b->ws, row, GM_OVERLAY_COLUMN_COUNTRY,
                             "the gazetteer has no country %s", row->country);
  if (status) return status;
  memcpy(rule->country, row->country, sizeof rule->country);
  rule->has_box = gm_overlay_row_has(row, GM_OVERLAY_COLUMN_TO_LAT);
  rule->box = (gm_box){row->at.lat_deg, row->at.lon_deg, row->to.lat_deg,
                       row->to.lon_deg};
  b->overlay->rule_count++;
  return GM_OK;
}

static gm_status take_row(gm_overlay_draft *b, gm_overlay_row *row) {
  switch (row->action) {
    case GM_OVERLAY_NEVER: return forbid(b, row);
    case GM_OVERLAY_PREFER: return prefer(b, row);
    default: return add_place(b, row);
  }
}

static gm_status make_map(const gm_overlay_draft *b, size_t items,
                          gm_overlay_map *out) {
  size_t slots = 16;
  while (slots < items * 2) slots *= 2;
  out->slots = gm_overlay_keep(b, slots, sizeof *out->slots);
  out->mask = (uint32_t)(slots - 1);
  return out->slots ? GM_OK : GM_NO_MEMORY;
}

static gm_status take_rows(gm_overlay_draft *b) {
  gm_overlay *overlay = b->overlay;
  size_t count = overlay->rows.count;
  overlay->places = gm_overlay_keep(b, count, sizeof *overlay->places);
  overlay->rules = gm_overlay_keep(b, count, sizeof *overlay->rules);
  if (!overlay->places || !overlay->rules) return GM_NO_MEMORY;
  gm_status status = make_map(b, count, &overlay->by_index);
  if (!status) status = make_map(b, count, &overlay->by_id);
  for (size_t i = 0; i < count && !status; i++)
    status = take_row(b, &overlay->rows.items[i]);
  return status;
}

/* ------------------------------------------------------------- together -- */

/* Names the gazetteer after both, and gives it a hash of both. */
static gm_status give_identity(gm_overlay_draft *b, const gm_gazetteer *base,
                               const char *path) {
  const char *slash = strrchr(path, '/');
  gm_gazetteer *made = b->made;
  gm_str name = gm_gazetteer_about(base).name;
  name = gm_str_print(b->ws, "%.*s + %s", GM_PRINT(name),
                      slash ? slash + 1 : path);
  if (name.bytes) made->own_name = gm_overlay_keep_text(b, name);
  if (!made->own_name.bytes) return GM_NO_MEMORY;
  snprintf(made->hash, sizeof made->hash, "%016" PRIx64, b->overlay->hash);
  made->more_places = b->overlay->new_count;
  made->more_names = b->overlay->new_names;
  made->more_keys = b->overlay->new_keys;
  return GM_OK;
}

/* What is laid over: a user's file, or pins. */
typedef struct input {
  const char *path;
  const gm_pin *pins; /* NULL: the rows are in the file */
  uint32_t count;
} input;

/* Rows from pins; what they say goes into the hash too. */
static gm_status add_pins(gm_overlay_draft *b, const input *in,
                          gm_overlay_rows *rows, uint64_t *hash) {
  gm_str path = gm_overlay_keep_text(b, gm_str_of(in->path));
  for (uint32_t i = 0; i < in->count && path.bytes; i++) {
    const gm_pin *pin = &in->pins[i];
    gm_overlay_row *row =
        gm_overlay_row_next(b->ws, rows, path.bytes, "line", pin->line);
    if (!row) return GM_NO_MEMORY;
    row->action = GM_OVERLAY_POINT;
    row->pinned = true;
    row->name = gm_overlay_keep_text(b, pin->name);
    row->at = pin->at;
    row->given |= (uint32_t)1 << GM_OVERLAY_COLUMN_LAT |
                  (uint32_t)1 << GM_OVERLAY_COLUMN_LON;
    rows->count++;
    *hash = gm_hash_on(*hash, pin->name);
    *hash = gm_hash_on(*hash, (gm_str){(const char *)&pin->at, sizeof pin->at});
  }
  return path.bytes ? GM_OK : GM_NO_MEMORY;
}

/* The rows of the overlay below, and behind them those that come now. */
static gm_status read_rows(gm_overlay_draft *b, const gm_gazetteer *base,
                           const input *in) {
  gm_overlay_rows rows = {0};
  const gm_overlay *below = base->overlay;
  for (size_t i = 0; below && i < below->rows.count; i++) {
    gm_overlay_row *row = gm_overlay_row_next(b->ws, &rows, "", "", 0);
    if (!row) return GM_NO_MEMORY;
    *row = below->rows.items[i];
    rows.count++;
  }
  gm_overlay *overlay = b->overlay;
  overlay->hash = gm_hash_on(GM_HASH_BEGIN, (gm_str){base->hash, 16});
  gm_status status = in->pins
                         ? add_pins(b, in, &rows, &overlay->hash)
                         : gm_overlay_read(b->ws, &b->made->arena, in->path,
                                           &rows, &overlay->hash);
  if (status) return status;
  overlay->rows = rows;
  overlay->rows.items = gm_overlay_keep(b, rows.count, sizeof *rows.items);
  if (!overlay->rows.items) return GM_NO_MEMORY;
  if (rows.count)
    memcpy(overlay->rows.items, rows.items, rows.count * sizeof *rows.items);
  return GM_OK;
}

static gm_status build(gm_overlay_draft *b, const gm_gazetteer *base,
                       const input *in) {
  b->overlay = gm_overlay_keep(b, 1, sizeof *b->overlay);
  if (!b->overlay) return GM_NO_MEMORY;
  b->made->overlay = b->overlay;
  gm_status status = read_rows(b, base, in);
  if (!status) status = take_rows(b);
  if (!status) status = gm_overlay_make_senses(b);
  return status ? status : give_identity(b, base, in->path);
}

static gm_status lay_over(gm_workspace *ws, const gm_gazetteer *base,
                          const input *in, gm_gazetteer **out) {
  gm_arena arena;
  gm_arena_open(&arena, SIZE_MAX);
  gm_gazetteer *made = gm_arena_take(&arena, sizeof *made);
  if (!made) {
    gm_arena_close(&arena);
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the overlay %s",
                   in->path);
  }
  *made = *base;
  made->arena = arena;
  gm_arena_mark mark = gm_arena_here(&ws->arena);
  gm_overlay_draft *b = gm_take(ws, sizeof *b);
  gm_status status = GM_NO_MEMORY;
  if (b) {
    *b = (gm_overlay_draft){.ws = ws, .plain = *base, .made = made};
    b->plain.overlay = NULL;
    status = build(b, base, in);
  }
  gm_arena_rewind(&ws->arena, mark);
  if (status) {
    arena = made->arena; /* which holds `made`; the mapped file is the base's */
    gm_arena_close(&arena);
  } else {
    *out = made;
  }
  return status;
}

gm_status gm_gazetteer_overlay(gm_workspace *ws, const gm_gazetteer *base,
                               const char *path, gm_gazetteer **out) {
  return lay_over(ws, base, &(input){.path = path}, out);
}

gm_status gm_gazetteer_pin(gm_workspace *ws, const gm_gazetteer *base,
                           const char *path, const gm_pin *pins, uint32_t count,
                           gm_gazetteer **out) {
  return lay_over(ws, base, &(input){path, pins, count}, out);
}
