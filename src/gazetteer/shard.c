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
  gm_shard_room *room;
  unsigned number;
  gm_str raw;                /* the names as the press put them aside */
  gm_str begun;              /* likewise the beginnings */
  uint32_t count;            /* of names */
  gm_radix_item *order;      /* where each is in `raw`, by hash */
  gm_radix_item *beginnings; /* sorted */
  size_t beginning_count;
  gm_draft_sense *group; /* of one key */
  char *strings;         /* as they will be in the file */
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

/* How many bytes of a writing are beyond ASCII. */
static uint16_t count_high(const making *m, size_t writing, uint16_t size) {
  uint16_t count = 0;
  for (size_t i = 0; i < size; i++)
    count = (uint16_t)(count + ((m->raw.bytes[writing + i] & 0x80) != 0));
  return count;
}

static gm_draft_sense sense_at(const making *m, uint32_t at) {
  size_t writing, next;
  gm_pressed name = pressed_at(m->raw, at, &writing, &next);
  return (gm_draft_sense){.hash = name.hash,
                          .place = name.place,
                          .order = name.order,
                          .written = at,
                          .shown = at,
                          .high = count_high(m, writing, name.size),
                          .language = name.language,
                          .check = name.check,
                          .from_year = name.from_year,
                          .to_year = name.to_year,
                          .kind = name.kind,
                          .state = name.state};
}

/* What the press put aside of the shard. */
static gm_status read_shard(making *m) {
  const gm_press *press = m->shards->build->press;
  size_t writing, next;
  gm_status status = gm_press_read(press, m->ws, m->number, GM_PRESSED_NAMES,
                                   &m->room->names, &m->raw);
  if (!status)
    status = gm_press_read(press, m->ws, m->number, GM_PRESSED_BEGINNINGS,
                           &m->room->beginnings, &m->begun);
  if (status) return status;
  if (m->raw.size > UINT32_MAX)
    return gm_fail(m->ws, GM_TOO_LARGE, 0, "%zu bytes of names in one shard",
                   m->raw.size);
  for (size_t at = 0; at < m->raw.size; at = next, m->count++)
    pressed_at(m->raw, at, &writing, &next);
  m->beginning_count = m->begun.size / sizeof(uint64_t);
  return GM_OK;
}

/* The next `count` items of the room for work. */
static void *carve(size_t *at, const gm_store *work, size_t count,
                   size_t item_size) {
  char *bytes = (char *)work->bytes + *at;
  *at += (count * item_size + 7) / 8 * 8;
  return bytes;
}

/* Room for all that is made; what is sorted needs it twice. Nothing but slots
 * must be zeros. */
static gm_status take_room(making *m) {
  const gm_store *work = &m->room->work;
  size_t names = m->count, all = names + m->beginning_count, at = 0;
  m->slot_count = 64;
  while (m->slot_count < 2 * names) m->slot_count *= 2;
  size_t size = 2 * all * sizeof *m->order + all * sizeof *m->entries +
                names * sizeof *m->kept + m->slot_count * sizeof *m->slots +
                m->raw.size + 8; /* records have longer heads than strings */
  if (!gm_store_reserve(m->ws, &m->room->work, size)) return GM_NO_MEMORY;
  m->order = carve(&at, work, 2 * names, sizeof *m->order);
  m->beginnings =
      carve(&at, work, 2 * m->beginning_count, sizeof *m->beginnings);
  m->entries = carve(&at, work, all, sizeof *m->entries);
  m->kept = carve(&at, work, names, sizeof *m->kept);
  m->slots = carve(&at, work, m->slot_count, sizeof *m->slots);
  m->strings = carve(&at, work, m->raw.size, 1);
  memset(m->slots, 0, m->slot_count * sizeof *m->slots);
  return GM_OK;
}

/* How many names the key has that has most. */
static size_t largest_group(const making *m) {
  size_t largest = 0, begin = 0;
  for (size_t i = 0; i < m->count; i++) {
    if (m->order[i].key != m->order[begin].key) begin = i;
    if (i - begin >= largest) largest = i - begin + 1;
  }
  return largest;
}

static gm_status sort(making *m) {
  size_t writing, next, at = 0;
  for (uint32_t i = 0; i < m->count; i++, at = next)
    m->order[i] = (gm_radix_item){pressed_at(m->raw, at, &writing, &next).hash,
                                  (uint32_t)at};
  for (size_t i = 0; i < m->beginning_count; i++)
    memcpy(&m->beginnings[i].key, m->begun.bytes + i * sizeof(uint64_t),
           sizeof(uint64_t));
  m->order = gm_radix_sort(m->order, m->order + m->count, m->count);
  m->beginnings = gm_radix_sort(
      m->beginnings, m->beginnings + m->beginning_count, m->beginning_count);
  m->group = gm_take_array(m->ws, largest_group(m), sizeof *m->group);
  return m->group ? GM_OK : GM_NO_MEMORY;
}

/* ------------------------------------------------------------ strings -- */

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

static gm_str written_at(const making *m, uint32_t at) {
  size_t writing, next;
  gm_pressed name = pressed_at(m->raw, at, &writing, &next);
  return (gm_str){m->raw.bytes + writing, name.size};
}

/* Where the writing of a record is among the strings. */
static uint32_t string_of(making *m, uint32_t record) {
  gm_str str = written_at(m, record);
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
      .written = string_of(m, sense->written),
      .language = sense->language,
      .from_year = sense->from_year,
      .to_year = sense->to_year,
      .kind = (uint8_t)(sense->kind | (dated ? GM_SENSE_DATED : 0))};
  m->out.dated += dated;
}

/* Gives a place its main name. */
static void name_place(making *m, const gm_draft_sense *sense) {
  m->shards->build->places[sense->place].name = string_of(m, sense->shown);
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
    gm_str one = written_at(m, first->written),
           other = written_at(m, senses[i].written);
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
    bool lost = senses[i].state & GM_PRESSED_LOST;
    is_key |= !lost;
    if (lost)
      name_place(m, &senses[i]);
    else if (senses[i].state & GM_PRESSED_WORD)
      classes |= senses[i].place;
    else
      senses[named++] = senses[i];
  }
  uint32_t kept = gm_meanings_merge(senses, named);
  for (uint32_t i = 0; i < kept; i++) {
    if (senses[i].state & GM_PRESSED_MAIN) name_place(m, &senses[i]);
    keep(m, &senses[i]);
  }
  if (!is_key) return;
  m->entries[m->out.entries++] = (gm_kept_entry){hash, first, classes};
  m->out.keys += kept != 0;
}

static int compare_order(const void *a, const void *b) {
  const gm_draft_sense *x = a, *y = b;
  return (x->order > y->order) - (x->order < y->order);
}

/* Calls for names that come soon and, nearer, for their places: both lie here
 * and there, and waiting for them is most of the work. */
static void call_ahead(const making *m, uint32_t i) {
  enum { FAR = 32, SOON = 16 };
  const gm_build *build = m->shards->build;
  size_t writing, next;
  if (i + FAR < m->count)
    __builtin_prefetch(m->raw.bytes + m->order[i + FAR].index);
  if (i + SOON >= m->count) return;
  gm_pressed name =
      pressed_at(m->raw, m->order[i + SOON].index, &writing, &next);
  if (name.state & GM_PRESSED_WORD) return;
  __builtin_prefetch(&build->places[name.place].name, 1);
  __builtin_prefetch(&build->places[name.place].names, 1);
  if (name.state & GM_PRESSED_MAIN)
    __builtin_prefetch((char *)m->shards->name_shards.bytes + name.place, 1);
}

/* The names of one key, from the i-th on, in the order of reading. */
static gm_status gather(making *m, uint64_t hash, uint32_t *i,
                        uint32_t *count) {
  *count = 0;
  for (; *i < m->count && m->order[*i].key == hash; ++*i) {
    call_ahead(m, *i);
    m->group[(*count)++] = sense_at(m, m->order[*i].index);
  }
  if (*count < 2) return GM_OK;
  qsort(m->group, *count, sizeof *m->group, compare_order);
  return check_key(m, m->group, *count);
}

/* Goes along names and beginnings by hash. */
static gm_status make_keys(making *m) {
  size_t next = 0;
  gm_status status = GM_OK;
  for (uint32_t i = 0, count; i < m->count || next < m->beginning_count;) {
    uint64_t hash = i < m->count ? m->order[i].key : UINT64_MAX;
    bool goes_on = next < m->beginning_count && m->beginnings[next].key <= hash;
    if (goes_on) hash = m->beginnings[next].key;
    while (next < m->beginning_count && m->beginnings[next].key == hash) next++;
    status = gather(m, hash, &i, &count);
    if (status) return status;
    make_key(m, hash, m->group, count, goes_on);
  }
  return status;
}

/* ------------------------------------------------------------- a shard -- */

static gm_status put_aside(making *m) {
  gm_scratch *scratch = &m->shards->scratch;
  gm_shard *out = &m->out;
  gm_str strings = {m->strings, m->strings_size};
  gm_str entries = {(const char *)m->entries,
                    out->entries * sizeof *m->entries};
  gm_str senses = {(const char *)m->kept, out->senses * sizeof *m->kept};
  out->strings_size = m->strings_size;
  gm_status status = gm_scratch_add(m->ws, scratch, strings, &out->strings_at);
  if (!status)
    status = gm_scratch_add(m->ws, scratch, entries, &out->entries_at);
  if (!status) status = gm_scratch_add(m->ws, scratch, senses, &out->senses_at);
  return status;
}

/* The work of the crew. */
static gm_status make_shard(void *shared, unsigned worker, gm_workspace *ws,
                            void *job) {
  typedef gm_status (*step)(making *);
  static const step steps[] = {read_shard, take_room, sort, make_keys,
                               put_aside};
  gm_shard *out = job;
  gm_shards *shards = shared;
  making m = {.ws = ws, .shards = shards, .room = &shards->rooms[worker]};
  gm_status status = GM_OK;
  m.number = (unsigned)(out - shards->items);
  gm_workspace_reset(ws);
  if (gm_stopped(ws))
    status = gm_fail(ws, GM_CANCELLED, 0, "stopped while sorting names");
  for (size_t i = 0; i < sizeof steps / sizeof *steps && !status; i++)
    status = steps[i](&m);
  if (!status) *out = m.out;
  return status;
}

static void close_rooms(gm_shards *shards, const gm_crew *crew) {
  for (unsigned i = 0; i < GM_CREW_MOST; i++) {
    gm_workspace *ws = gm_crew_workspace(crew, i);
    if (!ws) break;
    gm_store_close(ws, &shards->rooms[i].names);
    gm_store_close(ws, &shards->rooms[i].beginnings);
    gm_store_close(ws, &shards->rooms[i].work);
  }
}

static gm_status make_all(gm_shards *shards, gm_crew *crew) {
  gm_status status = GM_OK;
  for (unsigned i = 0; i < GM_SHARDS && !status; i++) {
    gm_build_progress(shards->build, "sorting names", i, GM_SHARDS);
    status = gm_crew_give(crew, &shards->items[i]);
  }
  gm_status finished = gm_crew_finish(crew);
  return status ? status : finished;
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
  status = make_all(out, crew);
  close_rooms(out, crew);
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
  return gm_scratch_read(ws, &shards->scratch, item->strings_at, out,
                         item->strings_size);
}

gm_status gm_shard_entries(gm_workspace *ws, const gm_shards *shards,
                           unsigned shard, gm_kept_entry *out) {
  const gm_shard *item = &shards->items[shard];
  return gm_scratch_read(ws, &shards->scratch, item->entries_at, out,
                         item->entries * sizeof *out);
}

gm_status gm_shard_senses(gm_workspace *ws, const gm_shards *shards,
                          unsigned shard, gm_kept_sense *out) {
  const gm_shard *item = &shards->items[shard];
  return gm_scratch_read(ws, &shards->scratch, item->senses_at, out,
                         item->senses * sizeof *out);
}
