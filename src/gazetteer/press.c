/* See press.h. */
#include "gazetteer/press.h"

#include "base/utf8.h"
#include "gazetteer/format.h"
#include "gazetteer/hash.h"
#include "gazetteer/name.h"

enum {
  BLOCK_BYTES = 1 << 20,
  NAMES_BYTES = 32 * 1024, /* of the pieces of a spill */
  BEGINNINGS_BYTES = 8 * 1024,
};

/* Where a worker puts what it folds. */
typedef struct part {
  gm_spill names;
  gm_spill beginnings;
  uint64_t seen[4096]; /* beginnings that came lately */
  gm_press_losses lost;
} part;

/* Names that wait to be folded: records with their writing. */
typedef struct block {
  gm_store bytes;
  size_t used;
  _Atomic bool busy; /* with the crew */
} block;

struct gm_press {
  gm_workspace *ws;
  gm_crew *crew;
  gm_scratch scratch;
  part *parts;
  unsigned part_count;
  block *blocks; /* one more than can be with the crew */
  unsigned block_count;
  block *open; /* being filled */
  uint32_t order;
};

/* ------------------------------------------------------------ folding -- */

/* What a worker works on. */
typedef struct worker {
  gm_workspace *ws;
  gm_press *press;
  part *own;
} worker;

/* Puts aside that keys go on behind these first words, unless just said. */
static gm_status add_beginning(const worker *w, uint64_t hash) {
  enum { SEEN = sizeof w->own->seen / sizeof *w->own->seen };
  uint64_t mixed = gm_hash_mix(hash);
  uint64_t *seen = &w->own->seen[mixed % SEEN];
  if (*seen == mixed) return GM_OK;
  *seen = mixed;
  return gm_spill_add(
      w->ws, &w->own->beginnings, &w->press->scratch, gm_shard_of(mixed),
      (gm_str){(const char *)&mixed, sizeof mixed}, (gm_str){0});
}

/* The hash of a key; each of its beginnings is put aside on the way. */
static gm_status hash_key(const worker *w, gm_str key, uint64_t *out) {
  uint64_t hash = GM_HASH_BEGIN;
  gm_status status = GM_OK;
  for (size_t i = 0; i < key.size && !status; i++) {
    if (key.bytes[i] == ' ') status = add_beginning(w, hash);
    hash = gm_hash_on(hash, (gm_str){key.bytes + i, 1});
  }
  *out = gm_hash_mix(hash);
  return status;
}

/* Counts a name that no text could be found by; true: leave it out. */
static bool leave_out(gm_press_losses *lost, gm_str written,
                      const gm_name *name) {
  if (name->words > GM_NAME_WORDS || name->key.size > GM_NAME_KEY_BYTES)
    return ++lost->too_long;
  if (gm_utf8_count(name->key) < 2) return ++lost->useless;
  if (gm_name_is_code(written)) return ++lost->codes;
  return false;
}

static gm_status put_aside(const worker *w, const gm_pressed *name,
                           gm_str written) {
  size_t size =
      name->state & GM_PRESSED_DATED ? sizeof(gm_pressed) : GM_PRESSED_BYTES;
  return gm_spill_add(w->ws, &w->own->names, &w->press->scratch,
                      gm_shard_of(name->hash),
                      (gm_str){(const char *)name, size}, written);
}

static uint8_t flags_of(const gm_name *name, gm_str written) {
  bool stop = gm_str_ends(written, GM_STR("."));
  return (uint8_t)((name->dotted ? GM_SENSE_DOTTED : 0) |
                   (name->capital ? GM_SENSE_CAPITAL : 0) |
                   (stop ? GM_SENSE_STOP : 0));
}

/* Folds one name. A place's main name is kept even where no key leads to it. */
static gm_status fold_name(const worker *w, gm_pressed *name, gm_str written) {
  gm_name read;
  gm_status status = gm_name_read(w->ws, written, &read);
  if (status) return status;
  if (!leave_out(&w->own->lost, written, &read)) {
    name->kind |= flags_of(&read, written);
    name->check = gm_hash_check(read.key);
    status = hash_key(w, read.key, &name->hash);
  } else if (name->state & GM_PRESSED_MAIN) {
    name->state |= GM_PRESSED_LOST;
    name->hash = gm_hash_mix(gm_hash_on(GM_HASH_BEGIN, written));
  } else {
    return GM_OK;
  }
  return status ? status : put_aside(w, name, written);
}

/* Folds a block: the work of the crew. */
static gm_status fold_block(void *shared, unsigned number, gm_workspace *ws,
                            void *job) {
  gm_press *press = shared;
  block *own = job;
  const worker w = {ws, press, &press->parts[number]};
  const char *bytes = own->bytes.bytes;
  gm_status status = GM_OK;
  if (gm_stopped(ws))
    status = gm_fail(ws, GM_CANCELLED, 0, "stopped while folding names");
  for (size_t at = 0; at < own->used && !status;) {
    gm_pressed name;
    gm_arena_mark before = gm_arena_here(&ws->arena);
    memcpy(&name, bytes + at, sizeof name);
    gm_str written = {bytes + at + sizeof name, name.size};
    at += sizeof name + name.size;
    status = fold_name(&w, &name, written);
    gm_arena_rewind(&ws->arena, before);
  }
  own->used = 0;
  own->busy = false;
  return status;
}

/* ------------------------------------------------------------- coming -- */

static block *free_block(gm_press *press) {
  for (unsigned i = 0; i < press->block_count; i++)
    if (!press->blocks[i].busy) return &press->blocks[i];
  return NULL; /* cannot be: there are more than the crew can have */
}

static gm_status hand_over(gm_press *press) {
  block *full = press->open;
  press->open = NULL;
  if (!full) return GM_OK;
  full->busy = true;
  return gm_crew_give(press->crew, full);
}

static uint8_t state_of(const gm_draft_name *about) {
  bool dated = about->from_year || about->to_year;
  return (uint8_t)((about->main ? GM_PRESSED_MAIN : 0) |
                   (about->foreign ? GM_PRESSED_FOREIGN : 0) |
                   (dated ? GM_PRESSED_DATED : 0));
}

gm_status gm_press_name(gm_press *press, gm_str written,
                        const gm_draft_name *about) {
  gm_workspace *ws = press->ws;
  gm_pressed name = {.place = about->place,
                     .order = press->order++,
                     .size = (uint16_t)written.size,
                     .language = about->language,
                     .kind = (uint8_t)about->kind,
                     .state = state_of(about),
                     .from_year = about->from_year,
                     .to_year = about->to_year};
  if (written.size > UINT16_MAX)
    return gm_fail(ws, GM_TOO_LARGE, 0, "a name of %zu bytes", written.size);
  if (press->order == UINT32_MAX)
    return gm_fail(ws, GM_TOO_LARGE, 0, "more than %u names", press->order - 1);
  block *open = press->open ? press->open : free_block(press);
  press->open = open;
  size_t used = open->used;
  if (!gm_store_reserve(ws, &open->bytes, used + sizeof name + written.size))
    return GM_NO_MEMORY;
  memcpy((char *)open->bytes.bytes + used, &name, sizeof name);
  memcpy((char *)open->bytes.bytes + used + sizeof name, written.bytes,
         written.size);
  open->used = used + sizeof name + written.size;
  return open->used < BLOCK_BYTES ? GM_OK : hand_over(press);
}

/* Puts aside what is known of a key that is no name. */
static gm_status put_word(const worker *w, gm_str key, uint32_t classes) {
  gm_pressed word = {.place = classes,
                     .state = GM_PRESSED_WORD,
                     .check = gm_hash_check(key)};
  gm_status status = hash_key(w, key, &word.hash);
  return status ? status : put_aside(w, &word, (gm_str){0});
}

/* The first two words of a phrase that speaks of a country are marked. */
static gm_status put_phrase(const worker *w, gm_str key,
                            gm_word_classes classes) {
  gm_str rest = key, first = gm_str_cut(&rest, ' ');
  gm_str second = gm_str_cut(&rest, ' ');
  gm_status status = put_word(w, key, classes);
  if (!second.size || !(classes & GM_WORDS_USED_IN)) return status;
  if (!status) status = put_word(w, first, GM_ENTRY_IN_PHRASE);
  return status ? status : put_word(w, second, GM_ENTRY_IN_PHRASE);
}

gm_status gm_press_word(gm_press *press, gm_str written,
                        gm_word_classes classes, bool *known) {
  const worker w = {gm_crew_workspace(press->crew, 0), press, press->parts};
  gm_arena_mark before = gm_arena_here(&w.ws->arena);
  gm_name read;
  gm_status status = gm_name_read(w.ws, written, &read);
  *known = !status && read.key.size && read.words <= GM_NAME_WORDS &&
           read.key.size <= GM_NAME_KEY_BYTES;
  if (*known) status = put_phrase(&w, read.key, classes);
  if (status) gm_fail(press->ws, status, 0, "%s", w.ws->message);
  gm_arena_rewind(&w.ws->arena, before);
  return status;
}

gm_status gm_press_finish(gm_press *press) {
  gm_status status = hand_over(press);
  if (!status) status = gm_crew_finish(press->crew);
  for (unsigned i = 0; i < press->part_count && !status; i++) {
    part *own = &press->parts[i];
    gm_workspace *ws = gm_crew_workspace(press->crew, i);
    status = gm_spill_flush(ws, &own->names, &press->scratch);
    if (!status) status = gm_spill_flush(ws, &own->beginnings, &press->scratch);
    if (status) gm_fail(press->ws, status, 0, "%s", ws->message);
    gm_store_close(ws, &own->names.open);
    gm_store_close(ws, &own->beginnings.open);
  }
  for (unsigned i = 0; i < press->block_count; i++)
    gm_store_close(press->ws, &press->blocks[i].bytes);
  return status;
}

/* ------------------------------------------------- opening and closing -- */

static gm_status open_parts(gm_press *press) {
  gm_status status = GM_OK;
  for (unsigned i = 0; i < press->part_count && !status; i++) {
    gm_workspace *ws = gm_crew_workspace(press->crew, i);
    status = gm_spill_open(ws, &press->parts[i].names, NAMES_BYTES);
    if (!status)
      status = gm_spill_open(ws, &press->parts[i].beginnings, BEGINNINGS_BYTES);
    if (status) gm_fail(press->ws, status, 0, "%s", ws->message);
  }
  return status;
}

gm_status gm_press_open(gm_workspace *ws, const char *path, unsigned workers,
                        gm_press **out) {
  workers = gm_crew_size(workers);
  gm_press *press = gm_take(ws, sizeof *press);
  if (!press) return GM_NO_MEMORY;
  *press = (gm_press){.ws = ws, .scratch = {.file = -1}};
  press->parts = gm_take_array(ws, workers, sizeof *press->parts);
  press->block_count = workers + GM_CREW_WAITING + 1;
  press->blocks = gm_take_array(ws, press->block_count, sizeof *press->blocks);
  if (!press->parts || !press->blocks) return GM_NO_MEMORY;
  gm_status status = gm_scratch_open(ws, path, &press->scratch);
  if (!status)
    status = gm_crew_open(ws, workers, fold_block, press, &press->crew);
  if (!status) {
    press->part_count = workers;
    status = open_parts(press);
  }
  if (status)
    gm_press_close(press);
  else
    *out = press;
  return status;
}

void gm_press_close(gm_press *press) {
  if (!press) return;
  if (press->crew) gm_crew_finish(press->crew); /* nobody works any more */
  for (unsigned i = 0; i < press->part_count; i++) {
    gm_workspace *ws = gm_crew_workspace(press->crew, i);
    gm_spill_close(ws, &press->parts[i].names);
    gm_spill_close(ws, &press->parts[i].beginnings);
  }
  gm_crew_close(press->crew);
  for (unsigned i = 0; i < press->block_count; i++)
    gm_store_close(press->ws, &press->blocks[i].bytes);
  gm_scratch_close(&press->scratch);
}

/* The spill of one worker that holds a part. */
static const gm_spill *spill_of(const gm_press *press, unsigned number,
                                gm_pressed_part what) {
  const part *own = &press->parts[number];
  return what == GM_PRESSED_NAMES ? &own->names : &own->beginnings;
}

gm_status gm_press_read(const gm_press *press, gm_workspace *ws, unsigned shard,
                        gm_pressed_part what, gm_store *room, gm_str *out) {
  size_t size = 0, at = 0;
  gm_status status = GM_OK;
  for (unsigned i = 0; i < press->part_count; i++)
    size += gm_spill_size(spill_of(press, i, what), shard);
  if (!gm_store_reserve(ws, room, size + 1)) return GM_NO_MEMORY;
  char *bytes = room->bytes;
  for (unsigned i = 0; i < press->part_count && !status; i++) {
    const gm_spill *spill = spill_of(press, i, what);
    status = gm_spill_read(ws, spill, &press->scratch, shard, bytes + at);
    at += gm_spill_size(spill, shard);
  }
  *out = (gm_str){bytes, size};
  return status;
}

gm_press_losses gm_press_lost(const gm_press *press) {
  gm_press_losses all = {0};
  for (unsigned i = 0; i < press->part_count; i++) {
    all.useless += press->parts[i].lost.useless;
    all.too_long += press->parts[i].lost.too_long;
    all.codes += press->parts[i].lost.codes;
  }
  return all;
}
