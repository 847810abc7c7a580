/* See shard.h. */
#include "gazetteer/shard.h"

#include <inttypes.h>
#include <stdlib.h>

#include "gazetteer/hash.h"
#include "gazetteer/kind.h"
#include "gazetteer/radix.h"

/* A shard while it is made. */
typedef struct making {
  gm_workspace *ws;
  gm_shards *shards;
  unsigned number;
  gm_str raw; /* the names as the press put them aside */
  gm_draft_sense *senses;
  uint32_t count;
  gm_radix_item *order;      /* of the senses by hash */
  gm_radix_item *beginnings; /* sorted */
  size_t beginning_count;
  char *strings; /* as they will be in the file */
  uint32_t strings_size;
  uint32_t *slots; /* where each string is, + 1, by its hash */
  size_t slot_count;
  gm_kept_entry *entries;
  gm_kept_sense *kept;
  gm_shard out;
} making;

/* ---------------------------------------------------------- gathering -- */

/* The record at `at`, and where the next one begins. */
static gm_pressed pressed_at(gm_str raw, size_t at, size_t *writing,
                             size_t *next) {
  gm_pressed name = {0};
  memcpy(&name, raw.bytes + at, GM_PRESSED_BYTES);
  bool dated = name.state & GM_PRESSED_DATED;
  if (dated) memcpy(&name, raw.bytes + at, sizeof name);
  *writing = at + (dated ? sizeof name : GM_PRESSED_BYTES);
  *next = *writing + name.size;
  return name;
}

/* Numbers to sort by, and as much room behind them. */
static gm_radix_item *take_items(gm_workspace *ws, size_t count) {
  return gm_take_array(ws, 2 * count + 1, sizeof(gm_radix_item));
}

static gm_status read_names(making *m) {
  size_t writing, next, at = 0;
  gm_status status = gm_press_read(m->shards->build->press, m->ws, m->number,
                                   GM_PRESSED_NAMES, &m->raw);
  if (status) return status;
  for (; at < m->raw.size; at = next, m->count++)
    pressed_at(m->raw, at, &writing, &next);
  m->senses = gm_take_array(m->ws, m->count, sizeof *m->senses);
  m->order = take_items(m->ws, m->count);
  if (!m->senses || !m->order) return GM_NO_MEMORY;
  at = 0;
  for (uint32_t i = 0; i < m->count; i++, at = next) {
    gm_pressed name = pressed_at(m->raw, at, &writing, &next);
    m->order[i] = (gm_radix_item){name.hash, i};
    m->senses[i] = (gm_draft_sense){.hash = name.hash,
                                    .place = name.place,
                                    .order = name.order,
                                    .written = (uint32_t)at,
                                    .language = name.language,
                                    .check = name.check,
                                    .from_year = name.from_year,
                                    .to_year = name.to_year,
                                    .kind = name.kind,
                                    .state = name.state};
  }
  m->order = gm_radix_sort(m->order, m->order + m->count, m->count);
  return GM_OK;
}

static gm_status read_beginnings(making *m) {
  gm_str raw;
  gm_status status = gm_press_read(m->shards->build->press, m->ws, m->number,
                                   GM_PRESSED_BEGINNINGS, &raw);
  if (status) return status;
  size_t count = raw.size / sizeof(uint64_t);
  gm_radix_item *items = take_items(m->ws, count);
  if (!items) return GM_NO_MEMORY;
  for (size_t i = 0; i < count; i++)
    memcpy(&items[i].key, raw.bytes + i * sizeof(uint64_t), sizeof(uint64_t));
  m->beginnings = gm_radix_sort(items, items + count, count);
  m->beginning_count = count;
  return GM_OK;
}

/* ------------------------------------------------------------ strings -- */

static gm_status take_strings(making *m) {
  m->slot_count = 64;
  while (m->slot_count < 2 * (size_t)m->count) m->slot_count *= 2;
  m->slots = gm_take_array(m->ws, m->slot_count, sizeof *m->slots);
  m->strings = gm_take(m->ws, m->raw.size); /* records have longer heads */
  return m->slots && m->strings ? GM_OK : GM_NO_MEMORY;
}

static uint32_t append_string(making *m, gm_str str) {
  uint32_t at = m->strings_size;
  size_t rest = str.size;
  for (; rest >= 0x80; rest >>= 7)
    m->strings[m->strings_size++] = (char)(unsigned char)(rest | 0x80);
  m->strings[m->strings_size++] = (char)rest;
  memcpy(m->strings + m->strings_size, str.bytes, str.size);
  m->strings_size += (uint32_t)str.size;
  return at;
}

static gm_str written_of(const making *m, const gm_draft_sense *sense) {
  size_t writing, next;
  gm_pressed name = pressed_at(m->raw, sense->written, &writing, &next);
  return (gm_str){m->raw.bytes + writing, name.size};
}

/* Where the writing of a sense is among the strings. */
static uint32_t string_of(making *m, const gm_draft_sense *sense) {
  gm_str str = written_of(m, sense);
  gm_str all = {m->strings, m->strings_size};
  uint64_t hash = gm_hash_mix(gm_hash_on(GM_HASH_BEGIN, str));
  size_t at = hash & (m->slot_count - 1);
  for (; m->slots[at]; at = (at + 1) & (m->slot_count - 1))
    if (gm_str_equal(gm_format_string(all, m->slots[at] - 1), str))
      return m->slots[at] - 1;
  uint32_t offset = append_string(m, str);
  m->slots[at] = offset + 1;
  return offset;
}

/* -------------------------------------------------------- key by key -- */

/* Another name of a place: shards count at the same time. */
static void count_name(gm_build *build, uint32_t place) {
  uint16_t *names = &build->places[place].names;
  uint16_t before = __atomic_load_n(names, __ATOMIC_RELAXED);
  while (before < UINT16_MAX && !__atomic_compare_exchange_n(
                                    names, &before, (uint16_t)(before + 1),
                                    true, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
  }
}

/* Keeps a sense that stays. */
static void keep(making *m, const gm_draft_sense *sense) {
  bool dated = sense->from_year || sense->to_year;
  gm_name_kind kind = (gm_name_kind)(sense->kind & GM_SENSE_KIND);
  if (!gm_name_kind_is_people(kind)) count_name(m->shards->build, sense->place);
  m->kept[m->out.senses++] = (gm_kept_sense){
      .place = sense->place,
      .written = string_of(m, sense),
      .language = sense->language,
      .from_year = sense->from_year,
      .to_year = sense->to_year,
      .kind = (uint8_t)(sense->kind | (dated ? GM_SENSE_DATED : 0))};
  m->out.dated += dated;
}

/* Gives a place its main name. */
static void name_place(making *m, const gm_draft_sense *sense) {
  m->shards->build->places[sense->place].name = string_of(m, sense);
  ((uint8_t *)m->shards->name_shards.bytes)[sense->place] = (uint8_t)m->number;
}

/* The file keeps no keys, only their hashes: two keys of one hash would be one
 * name in it. That does not happen by chance (once in 40,000 files of the size
 * of all of GeoNames), and a table that was made for it is refused. */
static gm_status check_key(const making *m, const gm_draft_sense *senses,
                           uint32_t count) {
  const gm_draft_sense *first = NULL;
  for (uint32_t i = 0; i < count; i++) {
    if (senses[i].state & GM_PRESSED_LOST) continue;
    if (!first) first = &senses[i];
    if (senses[i].check == first->check) continue;
    gm_str one = written_of(m, first), other = written_of(m, &senses[i]);
    return gm_fail(m->ws, GM_BAD_INPUT, 0,
                   "\"%.*s\" and \"%.*s\" cannot be told apart: both have the "
                   "hash %016" PRIx64,
                   GM_PRINT(one), GM_PRINT(other), first->hash);
  }
  return GM_OK;
}

/* One key: all that have its hash. Words give it classes, lost names only
 * their writing. */
static void make_key(making *m, uint64_t hash, gm_draft_sense *senses,
                     uint32_t count, bool goes_on) {
  uint32_t named = 0;
  uint32_t first = m->out.senses;
  uint32_t classes = goes_on ? GM_ENTRY_CONTINUES : 0;
  bool is_key = goes_on;
  for (uint32_t i = 0; i < count; i++) {
    if (senses[i].state & GM_PRESSED_MAIN) name_place(m, &senses[i]);
    if (senses[i].state & GM_PRESSED_LOST) continue;
    is_key = true;
    if (senses[i].state & GM_PRESSED_WORD)
      classes |= senses[i].place;
    else
      senses[named++] = senses[i];
  }
  uint32_t kept = gm_meanings_merge(senses, named);
  for (uint32_t i = 0; i < kept; i++) keep(m, &senses[i]);
  if (!is_key) return;
  m->entries[m->out.entries++] = (gm_kept_entry){hash, first, classes};
  m->out.keys += kept != 0;
}

static int compare_order(const void *a, const void *b) {
  const gm_draft_sense *x = a, *y = b;
  return (x->order > y->order) - (x->order < y->order);
}

/* Calls for the place of a sense that comes soon: places lie here and there,
 * and waiting for them is most of the work. */
static void call_for_place(const making *m, uint32_t i) {
  enum { SOON = 12 };
  if (i + SOON >= m->count) return;
  const gm_draft_sense *sense = &m->senses[m->order[i + SOON].index];
  if (!(sense->state & GM_PRESSED_WORD))
    __builtin_prefetch(&m->shards->build->places[sense->place].name, 1);
}

/* Goes along names and beginnings by hash. */
static gm_status make_keys(making *m) {
  size_t most = m->count + m->beginning_count;
  size_t next = 0;
  gm_draft_sense *group = gm_take_array(m->ws, m->count, sizeof *group);
  m->entries = gm_take_array(m->ws, most, sizeof *m->entries);
  m->kept = gm_take_array(m->ws, m->count, sizeof *m->kept);
  if (!group || !m->entries || !m->kept) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < m->count || next < m->beginning_count;) {
    uint64_t hash = i < m->count ? m->order[i].key : UINT64_MAX;
    bool goes_on = next < m->beginning_count && m->beginnings[next].key <= hash;
    uint32_t count = 0;
    if (goes_on) hash = m->beginnings[next].key;
    while (next < m->beginning_count && m->beginnings[next].key == hash) next++;
    for (; i < m->count && m->order[i].key == hash; i++) {
      call_for_place(m, i);
      group[count++] = m->senses[m->order[i].index];
    }
    if (count > 1) {
      gm_status status = check_key(m, group, count);
      if (status) return status;
      qsort(group, count, sizeof *group, compare_order);
    }
    make_key(m, hash, group, count, goes_on);
  }
  return GM_OK;
}

/* ------------------------------------------------------------- a shard -- */

static gm_status put_aside(making *m) {
  gm_scratch *scratch = &m->shards->scratch;
  size_t entries = m->out.entries * sizeof *m->entries;
  size_t senses = m->out.senses * sizeof *m->kept;
  size_t size = m->strings_size + entries + senses;
  char *bytes = gm_take(m->ws, size);
  if (!bytes) return GM_NO_MEMORY;
  memcpy(bytes, m->strings, m->strings_size);
  memcpy(bytes + m->strings_size, m->entries, entries);
  memcpy(bytes + m->strings_size + entries, m->kept, senses);
  m->out.strings_size = m->strings_size;
  return gm_scratch_add(m->ws, scratch, (gm_str){bytes, size}, &m->out.offset);
}

/* The work of the crew. */
static gm_status make_shard(void *shared, unsigned worker, gm_workspace *ws,
                            void *job) {
  typedef gm_status (*step)(making *);
  static const step steps[] = {read_names, read_beginnings, take_strings,
                               make_keys, put_aside};
  gm_shard *out = job;
  gm_shards *shards = shared;
  making m = {.ws = ws, .shards = shards};
  gm_status status = GM_OK;
  (void)worker;
  m.number = (unsigned)(out - shards->items);
  gm_workspace_reset(ws);
  if (gm_stopped(ws))
    status = gm_fail(ws, GM_CANCELLED, 0, "stopped while sorting names");
  for (size_t i = 0; i < sizeof steps / sizeof *steps && !status; i++)
    status = steps[i](&m);
  if (!status) *out = m.out;
  return status;
}

gm_status gm_shards_make(gm_build *build, gm_shards *out) {
  gm_workspace *ws = build->ws;
  gm_crew *crew;
  out->build = build;
  out->scratch.file = -1;
  gm_status status = gm_scratch_open(ws, build->path, &out->scratch);
  if (status) return status;
  if (!gm_store_reserve(ws, &out->name_shards, (size_t)build->refs.count + 1))
    return GM_NO_MEMORY;
  status = gm_crew_open(ws, build->options.threads, make_shard, out, &crew);
  if (status) return status;
  for (unsigned i = 0; i < GM_SHARDS && !status; i++) {
    gm_build_progress(build, "sorting names", i, GM_SHARDS);
    status = gm_crew_give(crew, &out->items[i]);
  }
  if (!status) status = gm_crew_finish(crew);
  gm_crew_close(crew);
  return status;
}

void gm_shards_close(gm_shards *shards) {
  gm_scratch_close(&shards->scratch);
  gm_store_close(shards->build->ws, &shards->name_shards);
}

gm_status gm_shard_strings(gm_workspace *ws, const gm_shards *shards,
                           unsigned shard, char *out) {
  const gm_shard *item = &shards->items[shard];
  return gm_scratch_read(ws, &shards->scratch, item->offset, out,
                         item->strings_size);
}

gm_status gm_shard_entries(gm_workspace *ws, const gm_shards *shards,
                           unsigned shard, gm_kept_entry *out) {
  const gm_shard *item = &shards->items[shard];
  return gm_scratch_read(ws, &shards->scratch,
                         item->offset + item->strings_size, out,
                         item->entries * sizeof *out);
}

gm_status gm_shard_senses(gm_workspace *ws, const gm_shards *shards,
                          unsigned shard, gm_kept_sense *out) {
  const gm_shard *item = &shards->items[shard];
  return gm_scratch_read(
      ws, &shards->scratch,
      item->offset + item->strings_size + item->entries * sizeof(gm_kept_entry),
      out, item->senses * sizeof *out);
}
