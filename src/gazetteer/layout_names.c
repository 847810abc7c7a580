/* The sections that come from shards: strings, buckets, entries, senses and
 * years, each by an outlet of its own while the shards go by once. Only now is
 * it known how many names each place has, so senses get their order here: a
 * crew loads and orders the next shards while these are written. */
#include "base/crew.h"
#include "gazetteer/index.h"
#include "gazetteer/layout.h"

enum { STRINGS, BUCKETS, ENTRIES, SENSES, YEARS, OUTLETS };

static const enum gm_section section_of[OUTLETS] = {
    [STRINGS] = GM_SECTION_STRINGS, [BUCKETS] = GM_SECTION_BUCKETS,
    [ENTRIES] = GM_SECTION_ENTRIES, [SENSES] = GM_SECTION_SENSES,
    [YEARS] = GM_SECTION_YEARS,
};

/* What goes by. */
typedef struct passing {
  gm_layout *layout;
  gm_outlet outlets[OUTLETS];
  unsigned bits;                 /* of buckets */
  uint32_t bucket, entry, sense; /* how many were written */
  uint32_t last_classes, last_set;
  bool any_set;
} passing;

/* The number of a set of classes. Most entries have that of the one before. */
static gm_status number_set(passing *p, uint32_t classes, uint32_t *number) {
  gm_workspace *ws = p->layout->build->ws;
  gm_str bytes = {(const char *)&classes, sizeof classes};
  if (p->any_set && p->last_classes == classes) {
    *number = p->last_set;
    return GM_OK;
  }
  gm_status status = gm_pool_add(ws, &p->layout->classes, bytes, number);
  if (!status && *number > UINT16_MAX)
    status = gm_fail(ws, GM_TOO_LARGE, 0, "more than %u sets of word classes",
                     UINT16_MAX);
  p->last_classes = classes;
  p->last_set = *number;
  p->any_set = true;
  return status;
}

/* Closes the buckets before `next`: the entries written so far are theirs. */
static void begin_buckets(passing *p, uint32_t next) {
  for (; p->bucket <= next; p->bucket++)
    gm_outlet_put(&p->outlets[BUCKETS], &p->entry, sizeof p->entry);
}

static gm_status put_entry(passing *p, const gm_kept_entry *entry) {
  uint32_t set = 0, first = p->sense + entry->first_sense;
  gm_index_spot spot = gm_index_of(entry->hash, p->bits);
  gm_status status = number_set(p, entry->classes, &set);
  uint16_t classes = (uint16_t)set;
  begin_buckets(p, spot.bucket);
  gm_outlet_put(&p->outlets[ENTRIES], &spot.rest, GM_INDEX_REST_BYTES);
  gm_outlet_put(&p->outlets[ENTRIES], &classes, sizeof classes);
  gm_outlet_put(&p->outlets[ENTRIES], &first, sizeof first);
  p->entry++;
  return status;
}

/* A sense, which is the i-th of its shard. */
static void put_sense(passing *p, const gm_kept_sense *sense, uint32_t i,
                      uint32_t strings) {
  gm_outlet *out = &p->outlets[SENSES];
  uint32_t number = p->sense + i, written = sense->written + strings;
  uint32_t place = gm_layout_number(p->layout, sense->place);
  gm_outlet_put(out, &place, sizeof place);
  gm_outlet_put(out, &written, sizeof written);
  gm_outlet_put(out, &sense->language, sizeof sense->language);
  gm_outlet_put(out, &sense->kind, sizeof sense->kind);
  gm_outlet_put(out, &p->layout->build->places[sense->place].area,
                GM_SENSE_AREA_BYTES);
  if (!(sense->kind & GM_SENSE_DATED)) return;
  gm_outlet_put(&p->outlets[YEARS], &number, sizeof number);
  gm_outlet_put(&p->outlets[YEARS], &sense->from_year, sizeof(int16_t));
  gm_outlet_put(&p->outlets[YEARS], &sense->to_year, sizeof(int16_t));
}

/* A shard in memory. */
typedef struct loaded {
  unsigned number;
  gm_store room; /* for the largest one */
  char *strings;
  gm_kept_entry *entries;
  gm_kept_sense *senses;
  gm_ranked_sense *spare;
} loaded;

/* The bytes that a shard takes: entries, senses and spare ones, strings. */
static size_t size_of(const gm_shard *shard) {
  return shard->entries * sizeof(gm_kept_entry) +
         shard->senses * (sizeof(gm_kept_sense) + sizeof(gm_ranked_sense)) +
         shard->strings_size;
}

static gm_status load(const gm_layout *layout, gm_workspace *ws, loaded *out) {
  const gm_shards *shards = &layout->shards;
  const gm_shard *shard = &shards->items[out->number];
  out->entries = out->room.bytes;
  out->senses = (void *)(out->entries + shard->entries);
  out->spare = (void *)(out->senses + shard->senses);
  out->strings = (void *)(out->spare + shard->senses);
  gm_status status = gm_shard_strings(ws, shards, out->number, out->strings);
  if (!status) status = gm_shard_entries(ws, shards, out->number, out->entries);
  if (!status) status = gm_shard_senses(ws, shards, out->number, out->senses);
  return status;
}

/* Calls for the places of senses that are put in order soon. */
static void call_for_places(const gm_build *build, const loaded *from,
                            uint32_t at, uint32_t count) {
  enum { SOON = 16 };
  if (at + SOON < count)
    __builtin_prefetch(&build->places[from->senses[at + SOON].place].names);
}

/* Where the senses of the i-th entry end. */
static uint32_t senses_end(const gm_shard *shard, const loaded *from,
                           uint32_t i) {
  return i + 1 < shard->entries ? from->entries[i + 1].first_sense
                                : shard->senses;
}

/* Loads a shard and puts the senses of its names in order: the crew's work. */
static gm_status make_ready(void *shared, unsigned worker, gm_workspace *ws,
                            void *job) {
  const gm_layout *layout = shared;
  loaded *own = job;
  const gm_shard *shard = &layout->shards.items[own->number];
  gm_status status = load(layout, ws, own);
  (void)worker;
  for (uint32_t i = 0; i < shard->entries && !status; i++) {
    uint32_t first = own->entries[i].first_sense;
    uint32_t end = senses_end(shard, own, i);
    call_for_places(layout->build, own, end, shard->senses);
    gm_meanings_order(layout->build, own->senses + first, end - first,
                      own->spare);
  }
  return status;
}

static gm_status put_shard(passing *p, const loaded *from) {
  const gm_shard *shard = &p->layout->shards.items[from->number];
  uint32_t strings = p->layout->string_bases[from->number];
  gm_status status = GM_OK;
  gm_outlet_put(&p->outlets[STRINGS], from->strings, shard->strings_size);
  for (uint32_t i = 0; i < shard->entries && !status; i++) {
    uint32_t end = senses_end(shard, from, i);
    status = put_entry(p, &from->entries[i]);
    for (uint32_t k = from->entries[i].first_sense; k < end; k++)
      put_sense(p, &from->senses[k], k, strings);
  }
  p->sense += shard->senses;
  return status;
}

/* Shards that go by together: while one set is written the next is loaded. */
enum { TOGETHER = 2, SETS = GM_SHARDS / TOGETHER };

static gm_status give_set(gm_crew *crew, unsigned set, loaded *ready) {
  gm_status status = GM_OK;
  for (unsigned i = 0; i < TOGETHER && set < SETS && !status; i++) {
    ready[i].number = set * TOGETHER + i;
    status = gm_crew_give(crew, &ready[i]);
  }
  return status;
}

static gm_status put_set(passing *p, const loaded *ready) {
  gm_status status = GM_OK;
  for (unsigned i = 0; i < TOGETHER && !status; i++)
    status = put_shard(p, &ready[i]);
  return status;
}

static gm_status pass_sets(passing *p, gm_crew *crew, loaded *ready) {
  const gm_build *build = p->layout->build;
  gm_status status = give_set(crew, 0, ready);
  if (!status) status = gm_crew_finish(crew);
  for (unsigned set = 0; set < SETS && !status; set++) {
    gm_build_progress(build, "writing", set * TOGETHER, GM_SHARDS);
    if (gm_stopped(build->ws))
      return gm_fail(build->ws, GM_CANCELLED, 0, "stopped while writing");
    status = give_set(crew, set + 1, ready + (set + 1) % 2 * TOGETHER);
    if (!status) status = put_set(p, ready + set % 2 * TOGETHER);
    if (!status) status = gm_crew_finish(crew);
  }
  return status;
}

/* Room for the largest shard in each of `ready`. */
static gm_status make_room(const gm_layout *layout, loaded *ready) {
  size_t most = 1;
  for (unsigned i = 0; i < GM_SHARDS; i++)
    if (size_of(&layout->shards.items[i]) > most)
      most = size_of(&layout->shards.items[i]);
  for (unsigned i = 0; i < 2 * TOGETHER; i++)
    if (!gm_store_reserve(layout->build->ws, &ready[i].room, most))
      return GM_NO_MEMORY;
  return GM_OK;
}

static gm_status pass_shards(passing *p) {
  gm_build *build = p->layout->build;
  loaded ready[2 * TOGETHER] = {0};
  gm_crew *crew = NULL;
  gm_status status = make_room(p->layout, ready);
  if (!status)
    status = gm_crew_open(build->ws, build->options.threads, make_ready,
                          p->layout, &crew);
  if (!status) status = pass_sets(p, crew, ready);
  gm_crew_close(crew);
  for (unsigned i = 0; i < 2 * TOGETHER; i++)
    gm_store_close(build->ws, &ready[i].room);
  return status;
}

gm_status gm_layout_names(gm_layout *layout) {
  const gm_build *build = layout->build;
  passing p = {.layout = layout, .bits = gm_index_bits(layout->entries)};
  const gm_kept_entry end = {0};
  for (int i = 0; i < OUTLETS; i++)
    p.outlets[i] = gm_layout_outlet(layout, section_of[i]);
  gm_outlet_put(&p.outlets[STRINGS], build->strings.bytes, build->strings.size);
  gm_status status = pass_shards(&p);
  begin_buckets(&p, (uint32_t)1 << p.bits);
  if (!status) {
    gm_outlet_put(&p.outlets[ENTRIES], &end.hash, 8);
    gm_outlet_put(&p.outlets[ENTRIES], &p.sense, sizeof p.sense);
  }
  for (int i = 0; i < OUTLETS && !status; i++)
    status = gm_layout_close(layout, section_of[i], &p.outlets[i]);
  return status;
}
